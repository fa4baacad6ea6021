// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Frame } from '../../../renderer/app/frame.tsx';
import { sampleApps, sampleBehindTheBack } from '../../../renderer/dev/fake-apps.ts';
import { AppsScreen } from '../../../renderer/features/apps/apps-screen.tsx';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const violations = async () =>
  (
    await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
  ).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);

describe('an AI app of this computer', () => {
  async function open(title: string) {
    const world = setUp();
    world.host.patch({ apps: [...sampleApps] });
    world.draw(<AppsScreen />);
    const list = await screen.findByRole('list', { name: 'On this computer' });
    await world.user.click(within(list).getByRole('button', { name: new RegExp(title) }));
    return world;
  }

  it('says which of its servers go past Doorward, and what always does', async () => {
    await open('Claude Desktop');
    const servers = screen.getByRole('region', { name: 'Servers in this app' });
    expect(within(servers).getAllByText('Past Doorward')).toHaveLength(2);
    expect(screen.getByText(/Connectors that you added to your account/)).toBeDefined();
    expect(await violations()).toEqual([]);
  });

  it('is connected with what was shown, in the way that was chosen, and undone', async () => {
    const { user, given } = await open('Claude Desktop');
    await user.click(button('Connect'));
    const dialog = await screen.findByRole('dialog', { name: 'Connect Claude Desktop' });
    expect(await within(dialog).findByText(/moves into the vault: github-token/)).toBeDefined();
    expect(within(dialog).getByRole('group', { name: 'What changes in its file' }).textContent).toContain(
      '"command": "doorward"',
    );
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByRole('radio', { name: /All through one entry/ }));
    await waitFor(() => expect(given('app.preview')).toHaveLength(2));
    await user.click(within(dialog).getByRole('button', { name: 'Connect' }));
    await waitFor(() =>
      expect(given('app.connect')).toEqual([
        { app: 'claude-desktop', mode: 'one', way: 'bridge', seen: 'a'.repeat(64) },
      ]),
    );
    expect(given('settings.change')).toEqual([{ startAtLogin: true }]);
    await user.click(await screen.findByRole('button', { name: 'Put its file back' }));
    await waitFor(() => expect(given('app.undo')).toEqual([{ app: 'claude-desktop' }]));
    await screen.findByText('Claude Desktop is as it was before.');
  });

  it('says why it is refused, and looks again', async () => {
    const { user, commands, given } = await open('Cursor');
    commands['app.connect'] = refuses('changed', 'The file changed since it was shown. Look again.');
    await user.click(button('Connect'));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('Servers that come along');
    await user.click(within(dialog).getByRole('button', { name: 'Connect' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('The file changed');
    await waitFor(() => expect(given('app.preview')).toHaveLength(2));
    expect(given('settings.change')).toEqual([]);
  });
});

describe('the first page', () => {
  async function first() {
    const world = setUp();
    world.host.patch({ apps: [...sampleApps], clients: [], servers: [] });
    world.draw(<Frame />);
    await screen.findByRole('heading', { level: 1, name: 'Your AI apps' });
    return world;
  }

  it('connects the apps that were left chosen, says what came of each, and goes on to the servers', async () => {
    const { user, given, stores, commands, host } = await first();
    const connect = commands['app.connect'];
    commands['app.connect'] = (input) =>
      input.app === 'cursor'
        ? Promise.resolve({ ok: false, code: 'changed', message: 'Cursor’s file cannot be written.' })
        : connect(input);
    await user.click(screen.getByRole('checkbox', { name: 'VS Code' }));
    expect(await violations()).toEqual([]);
    await user.click(button('Connect 2 apps'));
    await screen.findByText('Claude Desktop is connected. Start it anew.');
    expect(screen.getByText('Cursor’s file cannot be written.')).toBeDefined();
    await waitFor(() => expect(given('settings.change')).toEqual([{ startAtLogin: true }]));
    const [sample] = setUp().host.servers;
    if (sample === undefined) throw new Error('there is no sample');
    act(() => host.patch({ servers: [{ ...sample, state: 'unreviewed' }] }));
    await user.click(await screen.findByRole('button', { name: 'Look at 1 server' }));
    expect(stores.ui.getState()).toMatchObject({ screen: 'servers', importing: true });
  });

  it('shows what would change before anything does', async () => {
    const { user, given } = await first();
    await user.click(button('Show what changes: Claude Desktop'));
    await screen.findByText(/moves into the vault: github-token/);
    expect(given('app.connect')).toEqual([]);
  });

  it('goes away when somebody does not want it, and when they go elsewhere', async () => {
    const { user } = await first();
    await user.click(button('Not now'));
    expect(screen.queryByRole('heading', { level: 1, name: 'Your AI apps' })).toBeNull();
    cleanup();
    const again = await first();
    await again.user.click(screen.getByRole('button', { name: 'Settings' }));
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
  });

  it('is not shown where something is set up already', async () => {
    const world = setUp();
    world.host.patch({ apps: [...sampleApps] });
    world.draw(<Frame />);
    await screen.findByRole('heading', { level: 1, name: 'Activity' });
  });
});

it('a server that was added behind Doorward’s back is brought in on the page of the app, or left', async () => {
  const world = setUp();
  world.host.patch({ apps: [...sampleApps], behindTheBack: sampleBehindTheBack() });
  world.draw(<NeedsYouScreen />);
  await screen.findByText(/Cursor has a new server that goes past Doorward/);
  await world.user.click(button('Bring it in…: helper'));
  expect(world.stores.ui.getState()).toMatchObject({ screen: 'apps', selected: { apps: 'app.cursor' } });
  await world.user.click(button('Leave it: helper'));
  await waitFor(() => expect(world.given('app.leave')).toEqual([{ app: 'cursor', server: 'helper' }]));
});
