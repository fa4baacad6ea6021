// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppsScreen } from '../../../renderer/features/apps/apps-screen.tsx';
import { guessApp } from '../../../renderer/features/apps/known-apps.ts';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function open() {
  const world = setUp();
  const drawn = world.draw(<AppsScreen />);
  await screen.findByRole('list', { name: 'AI apps' });
  return { ...world, ...drawn };
}

describe('connecting an AI app', () => {
  it('shows the configuration with the key once, waits for the handshake, and forgets the key', async () => {
    const { user, host, given, unmount, draw } = await open();
    await user.click(button('Add an AI app'));
    await user.click(screen.getByRole('radio', { name: 'Claude Code' }));
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Claude Code');
    await user.click(screen.getByLabelText('Name'));
    await user.keyboard('{Enter}');
    const title = await screen.findByRole('heading', { level: 2, name: 'Claude Code' });
    await waitFor(() => expect(document.activeElement).toBe(title));
    await screen.findByText(/claude mcp add .*Bearer dw_x+/);
    expect(screen.getByText(/waits for its first handshake/)).toBeDefined();
    expect(given('client.config').at(-1)).toMatchObject({
      app: 'claude-code',
      token: `dw_${'x'.repeat(43)}`,
    });

    // The tray may lead away before the key was copied.
    unmount();
    draw(<AppsScreen />);
    await screen.findByText(/Bearer dw_x+/);

    host.patch({
      clients: host.clients.map((client) =>
        client.name === 'Claude Code' ? { ...client, lastSeenAt: Date.now() + 5 } : client,
      ),
    });
    await screen.findByText('Connected');
    await user.click(button('Done'));
    await screen.findByText(/YOUR-KEY/);
    expect(document.body.textContent).not.toMatch(/dw_x/);
  });

  it('keeps what was typed when the name is taken', async () => {
    const { user } = await open();
    await user.click(button('Add an AI app'));
    await user.click(screen.getByRole('radio', { name: 'Cursor' }));
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    expect(name.value).toBe('Cursor 2');
    await user.clear(name);
    await user.type(name, 'Cursor{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/with this name already/);
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Cursor');
    await user.clear(name);
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Give it a name.');
  });

  it('offers to start with the computer at the first app only', async () => {
    const { host, draw, user, given } = setUp();
    host.patch({ clients: [] });
    draw(<AppsScreen />);
    await user.click(await screen.findByRole('button', { name: 'Add one' }));
    const box = await screen.findByRole('checkbox', { name: /^Start Doorward when you log in/ });
    expect(box.getAttribute('aria-checked')).toBe('true');
    await user.click(button('Add'));
    await waitFor(() => expect(given('settings.change')).toEqual([{ startAtLogin: true }]));
    await user.click(button('Add an AI app'));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('an AI app', () => {
  it('gets a new key after it was said what that means', async () => {
    const { user, given } = await open();
    await user.click(button(/^Cursor/));
    await user.click(button('New key…'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toMatch(/worth nothing from then on/);
    expect(given('client.rotate')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Make a new key' }));
    await screen.findByText(/Bearer dw_x+/);
    expect(screen.queryByText('Connected')).toBeNull();
  });

  it('is removed after it was said what that means', async () => {
    const { user, host } = await open();
    await user.click(button(/^Cursor/));
    await user.click(button('Remove…'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(host.clients.map(({ name }) => name)).not.toContain('Cursor'));
  });

  it('is drawn with whatever its name hides, and axe finds nothing wrong', async () => {
    const { user, host } = await open();
    host.patch({ clients: [{ id: 'x', name: 'Cur\u202Esor', role: 'default', addedAt: 1 }] });
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    await user.click(within(screen.getByRole('listitem')).getByRole('button'));
    const title = screen.getByRole('heading', { level: 2 });
    expect(within(title).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    await screen.findByText(/YOUR-KEY/);
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('is known by its name', () => {
    expect(['Claude Code 2', 'claude desktop', 'my VS Code', 'ChatGPT', 'agent'].map(guessApp)).toEqual([
      'claude-code',
      'claude-desktop',
      'vscode',
      'codex',
      'other',
    ]);
  });
});
