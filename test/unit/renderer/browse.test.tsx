// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleBundle, sampleDetail, sampleRegistry } from '../../../renderer/dev/sample-registry.ts';
import { sendBundle } from '../../../renderer/features/servers/browse/send-bundle.ts';
import { ServersScreen } from '../../../renderer/features/servers/servers-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const WEATHER = 'io.github.skywatch/weather-mcp';
const press = (world: ReturnType<typeof setUp>, name: string | RegExp) =>
  world.user.click(screen.getByRole('button', { name }));
const violations = async () => {
  const found = await axe(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};

async function browse(prepare: (world: ReturnType<typeof setUp>) => void = () => undefined) {
  const world = setUp();
  prepare(world);
  world.draw(<ServersScreen />);
  await world.user.click(await screen.findByRole('button', { name: 'Browse' }));
  return world;
}

async function detail(name = WEATHER) {
  const world = await browse();
  await world.user.click(await screen.findByRole('button', { name: new RegExp(name.split('/')[1] ?? '') }));
  return { ...world, pane: await screen.findByRole('region', { name }) };
}

describe('the registry page', () => {
  it('lists what the registry has, in its words, with what is hidden in them drawn', async () => {
    await browse();
    const list = await screen.findByRole('list', { name: 'Servers of the registry' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(sampleRegistry.length);
    expect(within(list).getAllByRole('img', { name: /U\+20/ }).length).toBeGreaterThan(1);
    expect(list.textContent).toMatch(/weather-mcp.*io\.github\.skywatch.*Forecasts/);
    expect(list.textContent).toMatch(/Outdated/);
    expect(screen.getByText(/^From registry\..*Anybody may publish there/)).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    expect(await violations()).toEqual([]);
  });

  it('asks once somebody has stopped typing, and says when there is nothing', async () => {
    const { user, given } = await browse();
    await screen.findByRole('list', { name: 'Servers of the registry' });
    await user.type(screen.getByRole('searchbox'), 'notes');
    await waitFor(() => expect(given('registry.search').at(-1)).toMatchObject({ query: 'notes' }));
    expect(given('registry.search')).toHaveLength(2);
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    await user.type(screen.getByRole('searchbox'), 'zzz');
    await screen.findByText('The registry has no server with such a name.');
  });

  it('says why there is no answer, and when an answer is an old one', async () => {
    await browse(({ commands }) => {
      commands['registry.search'] = refuses('unreachable', 'The registry could not be asked: no network.');
    });
    expect((await screen.findByRole('alert')).textContent).toContain('no network');
    cleanup();
    await browse(({ commands }) => {
      commands['registry.search'] = () =>
        Promise.resolve({
          ok: true,
          value: {
            from: 'registry.example',
            at: Date.now() - 3 * 3_600_000,
            stale: 'The registry at registry.example could not be asked now: no answer came in time.',
            leftOut: 2,
            servers: [...sampleRegistry],
            next: 'more',
          },
        });
    });
    await screen.findByText(/no answer came in time/);
    expect(document.body.textContent).toMatch(/This is what it said 3 h.* ago\./);
    expect(screen.getByText('2 entries could not be understood and are left out.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Show more' })).toBeDefined();
  });

  it('is left with Escape, and gives its place to a server that somebody is led to', async () => {
    const { user, stores } = await browse();
    await screen.findByRole('list', { name: 'Servers of the registry' });
    screen.getByRole('button', { name: /weather-mcp/ }).focus();
    await user.keyboard('{Escape}');
    await screen.findByRole('list', { name: 'Servers' });
    await user.click(screen.getByRole('button', { name: 'Browse' }));
    await screen.findByRole('list', { name: 'Servers of the registry' });
    stores.ui.getState().navigate('servers', 'mail');
    await screen.findByRole('region', { name: 'mail' });
  });
});

describe('a server of the registry', () => {
  it('is shown with its publisher, what it needs and the whole of what would run', async () => {
    const { pane } = await detail();
    const inside = within(pane);
    expect(pane.textContent).toMatch(/It says of itself: Forecasts and alerts for any place\./);
    expect(pane.textContent).toMatch(/Publisher.*io\.github\.skywatch/);
    expect(inside.getAllByRole('radio').map((one) => one.getAttribute('aria-checked'))).toEqual([
      'true',
      'false',
      'false',
    ]);
    const words = await inside.findByRole('list', { name: /Program and arguments/ });
    expect(
      within(words)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['npx', '-y', '@skywatch/weather-mcp@1.4.2']);
    expect(inside.getByLabelText(/^WEATHER_KEY/).getAttribute('type')).toBe('password');
    expect(await violations()).toEqual([]);
  });

  it('is added with what was typed; its secret is sent then, and not before', async () => {
    const { user, pane, given, host } = await detail();
    const inside = within(pane);
    await user.type(inside.getByLabelText(/^WEATHER_KEY/), 'hush');
    await user.type(inside.getByLabelText(/^--cache/), '/srv/cache');
    const name = inside.getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'sky');
    await waitFor(() => expect(JSON.stringify(given('registry.install').at(-1))).toContain('/srv/cache'));
    await waitFor(() => expect(given('registry.install').at(-1)).toMatchObject({ id: 'sky', dryRun: true }));
    expect(JSON.stringify(given('registry.install'))).not.toContain('hush');
    await within(pane).findByText('from the vault');
    await user.click(inside.getByRole('button', { name: 'Add' }));
    await screen.findByRole('region', { name: 'sky' });
    expect(given('registry.install').at(-1)).toEqual({
      name: WEATHER,
      version: '1.4.2',
      option: 'package:0',
      digest: 'd'.repeat(64),
      id: 'sky',
      answers: [
        { key: 'environment:WEATHER_KEY', secret: 'hush' },
        { key: 'argument:--cache', values: ['/srv/cache'] },
      ],
      dryRun: false,
    });
    expect(host.servers.at(-1)).toMatchObject({ id: 'sky', state: 'unreviewed' });
    expect(document.body.textContent).not.toContain('hush');
  });

  it('is not added while something is missing or its name is taken; the first such field has the focus', async () => {
    const { user, pane, given } = await detail();
    const inside = within(pane);
    expect(inside.queryByText('It is needed.')).toBeNull();
    await inside.findByRole('list', { name: /Program and arguments/ });
    await user.click(inside.getByRole('button', { name: 'Add' }));
    expect(inside.getByText('It is needed.')).toBeDefined();
    expect(inside.getByText('There is a server with this name already.')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(inside.getByLabelText(/^WEATHER_KEY/)));
    expect(given('registry.install').every((each) => JSON.stringify(each).includes('"dryRun":true'))).toBe(
      true,
    );
  });

  it('says why it cannot be added, where that is so', async () => {
    const { pane } = await detail('dev.rusty/search');
    expect(within(pane).getByText(/It is a package for Rust/)).toBeDefined();
    expect(within(pane).getByRole('radio').hasAttribute('data-disabled')).toBe(true);
    expect(within(pane).queryByRole('button', { name: 'Add' })).toBeNull();
    cleanup();
    const old = await detail('io.github.old/calendar');
    expect(old.pane.textContent).toMatch(/Its publisher says not to use it any more: Use io\.github\.new/);
    expect(sampleDetail('io.github.old/calendar')?.status).toBe('deprecated');
  });

  it('that is a bundle is fetched when the person says so, and shown before it is added', async () => {
    const { user, pane, given } = await detail('io.github.acme/notes');
    expect(given('bundle.read')).toEqual([]);
    await user.click(within(pane).getByRole('button', { name: 'Fetch it and look inside' }));
    await within(pane).findByText(/It is signed/);
    expect(given('bundle.read')).toEqual([
      {
        registry: {
          name: 'io.github.acme/notes',
          version: '1.4.2',
          option: 'package:0',
          digest: 'd'.repeat(64),
        },
      },
    ]);
    await within(pane).findByRole('list', { name: /Program and arguments/ });
  });
});

describe('a bundle', () => {
  const file = () => new File([new Uint8Array(300 * 1024).fill(7)], 'notes.mcpb');

  async function bundlePage() {
    const world = setUp();
    world.draw(<ServersScreen />);
    await world.user.click(await screen.findByRole('button', { name: 'Open a bundle' }));
    return world;
  }

  it('that is picked is sent in pieces, shown in its words, and added with what was typed', async () => {
    const world = await bundlePage();
    const { user, given, host } = world;
    await user.upload(screen.getByLabelText('Bundle'), file());
    const card = await screen.findByRole('region', { name: 'Notes' });
    expect(given('bundle.receive')).toHaveLength(2);
    expect(given('bundle.receive')[1]).toMatchObject({ upload: 'upload' });
    expect(given('bundle.read')).toEqual([{ upload: 'upload' }]);
    expect(card.textContent).toMatch(/482 kB, 212 files, 2\.3 MB when unpacked/);
    expect(card.textContent).toContain(sampleBundle.sha256);
    expect(within(card).getAllByRole('img', { name: /U\+202/ })).toHaveLength(2);
    expect(await violations()).toEqual([]);
    const folders = within(card).getByLabelText(/^Folders/);
    await user.clear(folders);
    await user.type(folders, '/srv/a{Enter}/srv/b');
    await waitFor(() => expect(JSON.stringify(given('bundle.install').at(-1))).toContain('/srv/b'));
    await press(world, 'Add');
    await screen.findByRole('region', { name: 'notes' });
    expect(given('bundle.install').at(-1)).toEqual({
      sha256: sampleBundle.sha256,
      id: 'notes',
      answers: [{ key: 'setting:folders', values: ['/srv/a', '/srv/b'] }],
      dryRun: false,
    });
    expect(host.servers.at(-1)?.id).toBe('notes');
  });

  it('can be dropped, and one that cannot be used is refused in one sentence', async () => {
    const world = await bundlePage();
    world.commands['bundle.read'] = refuses('malformed', 'This bundle cannot be used: it holds a link.');
    fireEvent.drop(screen.getByText(/Or drop it here/), { dataTransfer: { files: [file()] } });
    expect((await screen.findByRole('alert')).textContent).toContain('it holds a link');
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
    await press(world, 'Back to the servers');
    await screen.findByRole('list', { name: 'Servers' });
  });

  it('for another system says so, and cannot be added', async () => {
    const world = await bundlePage();
    world.commands['bundle.read'] = () =>
      Promise.resolve({
        ok: true,
        value: {
          ...sampleBundle,
          inputs: [],
          unsupported: 'This bundle is not for this system, but for Windows.',
        },
      });
    await world.user.upload(screen.getByLabelText('Bundle'), file());
    await screen.findByText(/not for this system, but for Windows/);
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
  });

  it('is sent byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 500_000 }, (_, n) => (n * 31) % 256);
    const pieces: Buffer[] = [];
    const shares: number[] = [];
    const sent = await sendBundle(
      new Blob([bytes]),
      ({ data }) => {
        pieces.push(Buffer.from(data, 'base64'));
        return Promise.resolve({ ok: true, value: { upload: 'u', bytes: 0 } });
      },
      (share) => shares.push(share),
    );
    expect(sent).toEqual({ ok: true, value: 'u' });
    expect(Buffer.concat(pieces).equals(Buffer.from(bytes))).toBe(true);
    expect(shares.at(-1)).toBe(1);
  });
});
