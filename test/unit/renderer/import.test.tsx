// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeInspection } from '../../../renderer/dev/fake-answers.ts';
import { itemOf, reviewOf } from '../../../renderer/dev/sample-reviews.ts';
import { ServersScreen } from '../../../renderer/features/servers/servers-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const fresh = (id: string, given: Partial<ServerView> = {}): ServerView => ({
  id,
  launch: { transport: 'stdio', command: 'npx', args: ['-y', `@acme/${id}@1.0.0`], env: {} },
  state: 'unreviewed',
  enabled: true,
  sharing: 'client',
  addedAt: 1,
  health: { state: 'stopped' },
  ...given,
});

const clean = itemOf({ key: 'read_notes', status: 'new', risk: 'routine', reasons: [] });
const care = itemOf({ key: 'send_notes', status: 'new', risk: 'care', effect: 'send' });
const alarm = itemOf({ key: 'get_notes', status: 'new', risk: 'alarm' });
const elsewhere = itemOf({ key: 'far_notes', status: 'new', risk: 'routine', approvable: false });

/** Three new servers: one ordinary with a key, one whose start needs a second look, one that cannot start. */
async function open() {
  const world = setUp();
  const { host, commands } = world;
  host.patch({
    servers: [
      fresh('notes', {
        launch: { transport: 'stdio', command: 'npx', args: ['notes\u202E'], env: { NOTES_KEY: 'hush' } },
      }),
      fresh('odd', {
        launchReasons: [
          { weight: 'held', said: { key: 'launch.shell', params: { command: 'sh\u200B' } }, sentence: '' },
        ],
      }),
      fresh('broken'),
    ],
  });
  commands['server.inspect'] = async ({ id, withSecrets = false }, request = '') => {
    inspected.push([id, withSecrets]);
    host.tell('progress', { request, sentence: `Looking at ${id}.` });
    await hold?.(id);
    if (id === 'broken') return { ok: false, code: 'failed', message: 'It ended before it answered\u202E.' };
    host.patch({
      servers: host.servers.map((server) => (server.id === id ? { ...server, state: 'inspected' } : server)),
      reviews: [...host.reviews, reviewOf(id, [clean, care, alarm, elsewhere], { state: 'inspected' })],
    });
    const withheldSecrets = id === 'notes' && !withSecrets ? ['NOTES_KEY'] : [];
    return { ok: true, value: { ...fakeInspection, withheldSecrets, id, state: 'inspected' } };
  };
  const inspected: [string, boolean][] = [];
  let hold: ((id: string) => Promise<void>) | undefined;
  world.draw(<ServersScreen />);
  await world.user.click(await screen.findByRole('button', { name: 'Review all' }));
  const card = (name: string) => screen.getByRole('article', { name });
  const press = (name: string | RegExp) => world.user.click(screen.getByRole('button', { name }));
  return { ...world, inspected, card, press, holdAt: (next: typeof hold) => (hold = next) };
}

describe('new servers on one page', () => {
  it('show what would run, the doubtful ones first and never chosen, and start nothing by themselves', async () => {
    const { inspected } = await open();
    const cards = screen.getAllByRole('article');
    expect(cards.map((card) => card.getAttribute('aria-labelledby') !== null)).toEqual([true, true, true]);
    expect(cards[0]?.textContent).toMatch(
      /odd.*Look at this before you start it.*It is started through a shell/,
    );
    const boxes = screen.getAllByRole('checkbox', { name: /^Start (odd|notes|broken)/ });
    expect(boxes.map((box) => box.getAttribute('aria-checked'))).toEqual(['false', 'true', 'true']);
    expect(screen.getByRole('button', { name: 'Start 2 to see their tools' })).toBeDefined();
    expect(screen.getAllByRole('img', { name: /U\+20/ })).toHaveLength(2);
    expect(document.body.textContent).not.toMatch(/hush/);
    expect(inspected).toEqual([]);
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('are looked at one after the other; one that fails is said beside it and stops nothing', async () => {
    const { user, press, card, inspected, holdAt } = await open();
    let go: () => void = () => undefined;
    holdAt((id) => (id === 'broken' ? Promise.resolve() : new Promise<void>((resolve) => (go = resolve))));
    await user.click(screen.getByRole('checkbox', { name: 'Start odd' }));
    await user.click(screen.getByRole('checkbox', { name: 'Start them with their secrets' }));
    await press('Start 3 to see their tools');
    await screen.findByText('1 of 3: odd. Looking at odd.');
    expect(inspected).toEqual([['odd', true]]);
    go();
    await screen.findByText('2 of 3: notes. Looking at notes.');
    go();
    expect((await screen.findByRole('alert')).textContent).toMatch(/It ended before it answered/);
    expect(within(card('broken')).getByRole('alert')).toBeDefined();
    expect(inspected.map(([id]) => id)).toEqual(['odd', 'notes', 'broken']);
    expect(screen.getByRole('button', { name: 'Allow 2 tools of 2 servers' })).toBeDefined();
  });

  it('can be stopped between two of them', async () => {
    const { press, inspected, holdAt } = await open();
    let go: () => void = () => undefined;
    holdAt(() => new Promise<void>((resolve) => (go = resolve)));
    await press('Start 2 to see their tools');
    await press('Stop after this one');
    go();
    await screen.findByRole('button', { name: 'Allow 1 tool of 1 server' });
    expect(inspected).toEqual([['notes', false]]);
    expect(screen.getByText(/It was not given/).textContent).toMatch(/NOTES_KEY/);
  });

  it('are allowed with what is clean, in the version that was shown; the rest only when chosen', async () => {
    const { user, press, card, given, commands, host } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Start odd' }));
    await user.click(screen.getByRole('checkbox', { name: 'Start broken' }));
    await press('Start 2 to see their tools');
    await screen.findByRole('button', { name: 'Allow 2 tools of 2 servers' });
    const notes = within(card('notes'));
    expect(notes.getByRole('checkbox', { name: /far_notes/ }).hasAttribute('data-disabled')).toBe(true);
    expect(notes.getByRole('checkbox', { name: /get_notes/ }).getAttribute('aria-checked')).toBe('false');
    await user.click(notes.getByRole('checkbox', { name: /send_notes/ }));
    const approve = commands['server.approve'];
    commands['server.approve'] = (input) =>
      input.id === 'odd'
        ? Promise.resolve({ ok: false, code: 'changed', message: 'It has changed since it was shown.' })
        : approve(input);
    await press('Allow 3 tools of 2 servers');
    await screen.findByText('1 server is approved. AI apps may use what you chose.');
    expect(given('server.approve')).toEqual([
      {
        id: 'notes',
        items: [clean, care].map(({ kind, key, digest }) => ({ kind, key, digest })),
      },
    ]);
    expect(within(card('odd')).getByRole('alert').textContent).toBe('It has changed since it was shown.');
    expect(screen.queryByRole('article', { name: 'notes' })).toBeNull();
    host.patch({ servers: [] });
    await screen.findByText('No new server waits for you.');
    await user.click(screen.getAllByRole('button', { name: 'Back to the servers' })[0] as HTMLElement);
    await screen.findByText('Servers give AI apps their tools.');
  });

  it('come from a pasted configuration', async () => {
    const { commands, user, draw } = setUp();
    commands['server.parse'] = () =>
      Promise.resolve({
        ok: true,
        value: ['one', 'two'].map((id) => ({ id, name: id, launch: fresh(id).launch, notes: [] })),
      });
    draw(<ServersScreen />);
    await user.click(await screen.findByRole('button', { name: 'Paste a configuration' }));
    await user.type(screen.getByRole('textbox', { name: 'Configuration' }), 'x');
    await user.click(screen.getByRole('button', { name: 'Find servers' }));
    await user.click(await screen.findByRole('button', { name: 'Add 2 servers' }));
    await screen.findByRole('heading', { level: 1, name: 'New servers' });
    await user.click(screen.getByRole('button', { name: 'Open the page of two' }));
    await screen.findByRole('heading', { level: 2, name: 'two' });
  });
});

describe('one new server', () => {
  it('is started without its secrets unless the person says so, and says what it was not given', async () => {
    const { host, draw, user, given } = setUp();
    host.patch({
      servers: [
        fresh('notes', { launch: { transport: 'stdio', command: 'npx', args: [], env: { NOTES_KEY: '1' } } }),
      ],
    });
    draw(<ServersScreen />);
    await user.click(await screen.findByRole('button', { name: /^notes/ }));
    await user.click(screen.getByRole('button', { name: 'Start it to see its tools' }));
    const said = await screen.findByText(/It was not given/, undefined, { timeout: 5000 });
    expect(said.textContent).toMatch(/NOTES_KEY, which looks like a secret/);
    await user.click(screen.getByRole('checkbox', { name: /^Start it with its secrets/ }));
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(() => expect(screen.queryByText(/It was not given/)).toBeNull(), { timeout: 5000 });
    expect(given('server.inspect')).toEqual([
      { id: 'notes', withSecrets: false },
      { id: 'notes', withSecrets: true },
    ]);
  });
});

describe('a newer version', () => {
  it('is told with whatever its texts hide, and chosen in exactly the version that was shown', async () => {
    const { host, draw, user, given } = setUp();
    host.patch({
      servers: host.servers.map((server) =>
        server.id === 'files'
          ? {
              ...server,
              newVersion: {
                name: '@acme/files',
                from: '1.2.3',
                to: '1.2.4',
                publisher: 'sky\u200Bwatch',
                publishedAt: Date.now() - 3 * 86_400_000,
              },
            }
          : server,
      ),
    });
    draw(<ServersScreen />);
    const row = await screen.findByRole('button', { name: /^files.*New version/ });
    await user.click(row);
    const said = screen.getByText(/A new version/);
    expect(said.textContent).toMatch(
      /1\.2\.4 of @acme\/files by sky.*watch, published 3 days ago\. You use 1\.2\.3\./,
    );
    expect(within(said).getByRole('img', { name: /U\+200B/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Look at it' }));
    await screen.findByRole('button', { name: 'Start it to see its tools' });
    expect(given('server.upgrade')).toEqual([{ id: 'files', to: '1.2.4' }]);
  });
});
