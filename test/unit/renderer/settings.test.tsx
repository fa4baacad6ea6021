// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { managedByCompany } from '../../../renderer/dev/sample-policy.ts';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function open() {
  const world = setUp();
  world.draw(<SettingsScreen />);
  await screen.findByLabelText('Port');
  return world;
}

describe('settings', () => {
  it('have names and roles that axe finds nothing wrong with', async () => {
    await open();
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('change at once what needs no form, and show what the host answers', async () => {
    const { user, given, commands } = await open();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true'),
    );
    commands['settings.change'] = refuses('malformed', 'The file cannot be written.');
    await user.click(screen.getByRole('switch', { name: 'Start Doorward when you log in' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The file cannot be written.');
    expect(screen.getByRole('switch', { name: /log in/ }).getAttribute('aria-checked')).toBe('false');
    expect(given('settings.change')).toEqual([{ theme: 'dark' }]);
  });

  it('take another port after saying what is wrong with it', async () => {
    const { user, given } = await open();
    const port = screen.getByLabelText<HTMLInputElement>('Port');
    await user.clear(port);
    await user.type(port, '70000{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/from 1 to 65535/);
    expect(port.value).toBe('70000');
    await user.clear(port);
    await user.type(port, '7500{Enter}');
    await waitFor(() => expect(given('settings.change')).toEqual([{ port: 7500 }]));
  });

  it('add and remove web origins', async () => {
    const { user, given } = await open();
    const origin = screen.getByLabelText<HTMLInputElement>('New origin');
    await user.type(origin, 'http://localhost:3000/x{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/scheme, host and port/);
    await user.clear(origin);
    await user.type(origin, 'http://localhost:3000/{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Remove http://localhost:3000' }));
    await screen.findByText('None: every web page is refused.');
    expect(given('settings.change')).toEqual([
      { allowedOrigins: ['http://localhost:3000'] },
      { allowedOrigins: [] },
    ]);
  });

  it('take idle times', async () => {
    const { user, given } = await open();
    const field = screen.getByLabelText(/End idle servers after/);
    await user.clear(field);
    await user.type(field, '0{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/from 1 to 1440/);
    await user.clear(field);
    await user.type(field, '25{Enter}');
    await waitFor(() =>
      expect(given('settings.change')).toEqual([{ idle: { serverMinutes: 25, sessionMinutes: 60 } }]),
    );
  });

  it('take how much of the log is kept, and no limit again', async () => {
    const { user, given } = await open();
    const days = screen.getByLabelText('Keep calls for (days)');
    await user.type(days, '0{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/from 1 to 36500/);
    await user.clear(days);
    await user.type(days, '90');
    await user.type(screen.getByLabelText(/^Most room/), '2000{Enter}');
    await waitFor(() =>
      expect(given('settings.change')).toMatchObject([{ log: { keepDays: 90, maxMegabytes: 2000 } }]),
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save what is kept' })).toBeNull());
    await user.clear(days);
    await user.type(days, '{Enter}');
    await waitFor(() => expect(given('settings.change')).toHaveLength(2));
    expect(given('settings.change')[1]).toEqual({ log: { maxMegabytes: 2000 } });
  });

  it('follow a policy that comes while they are open, and keep what is half typed', async () => {
    const { user, host, commands } = await open();
    const port = screen.getByLabelText<HTMLInputElement>('Port');
    await user.clear(port);
    await user.type(port, '75');
    const server = screen.getByLabelText<HTMLInputElement>(/End idle servers after/);
    await user.type(server, '9');
    const typed = server.value;
    const show = commands['settings.show'];
    commands['settings.show'] = async (input) => {
      const wire = await show(input);
      if (!wire.ok) return wire;
      const settings = { ...wire.value.settings, theme: 'dark' as const };
      return { ok: true, value: { ...wire.value, settings } };
    };
    const locked = [
      { setting: 'theme', sentence: 'Your organisation has set this.' },
      { setting: 'idle', sentence: 'Your organisation has set this.' },
    ];
    act(() => host.patch({ managed: { ...managedByCompany, locked, changes: 1 } }));
    const dark = screen.getByRole('radio', { name: 'Dark' });
    await waitFor(() => expect(dark.getAttribute('aria-checked')).toBe('true'));
    expect(dark.getAttribute('aria-disabled')).toBe('true');
    expect(port.value).toBe('75');
    // What holds stands in a field that is locked; what was typed comes back with its key.
    expect([server.disabled, server.value]).toEqual([true, '10']);
    act(() => host.patch({ managed: { ...managedByCompany, locked: [], changes: 2 } }));
    await waitFor(() => expect([server.disabled, server.value]).toEqual([false, typed]));
  });

  it('say that a restart is needed, and do it', async () => {
    const { user, commands, given } = await open();
    const change = commands['settings.change'];
    commands['settings.change'] = async (patch) => {
      const wire = await change(patch);
      return wire.ok ? { ok: true, value: { ...wire.value, restartNeeded: true } } : wire;
    };
    await user.type(screen.getByLabelText('New origin'), 'http://localhost:3000{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Restart now' }));
    expect(given('app.way')).toEqual([{ way: 'relaunch' }]);
  });

  it('block everything and let it pass again', async () => {
    const { user, host } = await open();
    const name = { name: 'Block everything' };
    await user.click(screen.getByRole('switch', name));
    await waitFor(() => expect(host.status.guard).toBe('block'));
    await waitFor(() => expect(screen.getByRole('switch', name).getAttribute('aria-checked')).toBe('true'));
    await user.click(screen.getByRole('switch', name));
    await waitFor(() => expect(host.status.guard).toBe('usual'));
  });
});

describe('checks', () => {
  it('say whether the log is whole', async () => {
    const { user, commands } = await open();
    await user.click(button('Check the log'));
    await screen.findByText('The call log is complete and unchanged: 1,284 rows.');
    commands['log.verify'] = () =>
      Promise.resolve({
        ok: true,
        value: { ok: false, rows: 3, firstBad: 2, sentence: 'Row 2 was changed.' },
      });
    await user.click(button('Check the log'));
    expect((await screen.findByRole('alert')).textContent).toBe('Row 2 was changed.');
  });

  it('list what is wrong first, with what to do and nothing hidden', async () => {
    const { user, commands } = await open();
    commands['doctor'] = () =>
      Promise.resolve({
        ok: true,
        value: {
          ok: false,
          checks: [
            { name: 'endpoint', state: 'ok', sentence: 'Fine.' },
            { name: 'server x', state: 'bad', sentence: 'It said \u202E.', todo: 'Mend it.' },
          ],
        },
      });
    await user.click(button('Check Doorward'));
    const list = await screen.findByRole('list', { name: 'What was checked' });
    const [first] = within(list).getAllByRole('listitem');
    expect(first?.textContent).toMatch(/Wrong.*Mend it/);
    expect(within(list).getByRole('img', { name: /U\+202E/ })).toBeDefined();
  });

  it('are reached from elsewhere', async () => {
    const { stores } = await open();
    stores.ui.getState().navigate('settings', 'doctor');
    await waitFor(() => expect(document.activeElement).toBe(button('Check Doorward')));
  });
});

it('settings that cannot be read leave the rest of the screen usable', async () => {
  const { commands, draw, user } = setUp();
  const show = commands['settings.show'];
  commands['settings.show'] = refuses('malformed', 'settings.json cannot be used: it is not JSON.');
  draw(<SettingsScreen />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/not JSON/);
  expect(await screen.findByRole('switch', { name: 'Block everything' })).toBeDefined();
  commands['settings.show'] = show;
  await user.click(button('Try again'));
  await screen.findByLabelText('Port');
});

describe('safety', () => {
  it('asks about everything until it is switched off again', async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole('switch', { name: 'Ask about everything' }));
    await waitFor(() => expect(host.status.guard).toBe('ask'));
    await user.click(screen.getByRole('switch', { name: 'Ask about everything' }));
    await waitFor(() => expect(host.status.guard).toBe('usual'));
  });
});

describe('what an organisation manages', () => {
  it('is said with source, whom to ask and limits, and what is locked cannot be changed', async () => {
    const { host } = await open();
    expect(screen.getByText('Nobody manages this Doorward but you.')).toBeDefined();
    host.patch({ managed: managedByCompany });
    await screen.findByText('/etc/doorward/policy.json', { selector: 'dd *' });
    const limits = screen.getByRole('list', { name: 'What it limits' });
    expect(limits.children).toHaveLength(2);
    const locked = screen.getByRole('list', { name: 'What only it can change' });
    expect(locked.textContent).toMatch(
      /Start at log-in: Example .*GmbH has set this\. Ask Example .*GmbH: it@example\.com/,
    );
    expect(screen.getAllByRole('img', { name: /U\+202E/ }).length).toBeGreaterThan(0);
    const login = screen.getByRole('switch', { name: 'Start Doorward when you log in' });
    expect(login.hasAttribute('data-disabled')).toBe(true);
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('locks each setting that it names', async () => {
    const { host } = await open();
    const locked = ['theme', 'port', 'allowedOrigins', 'idle', 'logLevel'].map((setting) => ({
      setting,
      sentence: `Locked: ${setting}.`,
    }));
    host.patch({ managed: { ...managedByCompany, locked } });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Port').disabled).toBe(true));
    expect(screen.getByRole('radio', { name: 'Dark' }).hasAttribute('data-disabled')).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('New origin').disabled).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>(/End idle servers/).disabled).toBe(true);
    expect(screen.getByRole('combobox', { name: /own log/ }).hasAttribute('data-disabled')).toBe(true);
    expect(screen.getAllByText(/has set this\./, { selector: 'p *' })).toHaveLength(5);
  });

  it('writes a request as a text to copy, and sends nothing', async () => {
    const { host, user, given } = await open();
    host.patch({ managed: managedByCompany });
    await user.click(await screen.findByRole('button', { name: 'Request…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Request something' });
    await user.type(within(dialog).getByLabelText('Tool'), 'write_file');
    await user.click(within(dialog).getByRole('button', { name: 'Write the request' }));
    const letter = await within(dialog).findByRole('group', { name: 'The request' });
    expect(letter.textContent).toMatch(/let me use the tool "write_file" of the server "files"/);
    expect(letter.textContent).toMatch(/allow the server "files"/);
    expect(within(dialog).getByText(/Nothing has been sent/).textContent).toMatch(/it@example\.com/);
    expect(within(dialog).getByText(/^mailto:it@example\.com/)).toBeDefined();
    expect(within(dialog).queryByRole('link')).toBeNull();
    expect(given('policy.request')).toEqual([{ server: 'files', tool: 'write_file' }]);
  });
});
