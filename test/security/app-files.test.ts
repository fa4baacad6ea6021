import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemAppFiles } from '../../electron/onboarding/apps/system-files.ts';
import type { AppView } from '../../shared/model/ai-app.ts';
import { fixtures, KEY } from '../fixtures/apps/configurations.ts';
import { realHome, type RealHome } from '../fixtures/apps/real-machine.ts';
import { type OpenHost, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

// Attack: what stands in the place of an app's file is not what it seems, or is exchanged while it is written.

const CURSOR = '.cursor/mcp.json';
const GOOD = fixtures['lm-studio']?.text ?? '';
const homes: RealHome[] = [];
const profiles: TestProfile[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const profile of profiles.splice(0)) await profile.remove();
  for (const home of homes.splice(0)) home.remove();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const newHome: typeof realHome = (over) => {
  const home = realHome(over);
  homes.push(home);
  return home;
};
const outside = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-outside-'));
  folders.push(folder);
  return folder;
};
async function hostFor(home: RealHome, over: Parameters<TestProfile['open']>[0] = {}): Promise<OpenHost> {
  const profile = testProfile();
  profiles.push(profile);
  return profile.open({ apps: home.machine, ...over });
}
const cursor = async (host: OpenHost): Promise<AppView | undefined> =>
  (await host.must('app.list', {})).apps.find(({ id }) => id === 'cursor');

describe('what is no settings file', () => {
  const cases: readonly (readonly [string, (home: RealHome) => void, string])[] = [
    ['a folder', (home) => mkdirSync(home.path(CURSOR), { recursive: true }), 'is a folder'],
    [
      'a pipe',
      (home) => {
        mkdirSync(home.path('.cursor'));
        execFileSync('sh', ['-c', 'mkfifo "$0"', home.path(CURSOR)]);
      },
      'is no plain file',
    ],
    [
      'a link out of the home folder',
      (home) => {
        const target = join(outside(), 'mcp.json');
        writeFileSync(target, GOOD);
        mkdirSync(home.path('.cursor'));
        symlinkSync(target, home.path(CURSOR));
      },
      'leads out of your home folder',
    ],
    [
      'a folder that is a link out of the home folder',
      (home) => {
        const target = outside();
        writeFileSync(join(target, 'mcp.json'), GOOD);
        symlinkSync(target, home.path('.cursor'));
      },
      'leads out of your home folder',
    ],
    [
      'a link that leads nowhere',
      (home) => {
        mkdirSync(home.path('.cursor'));
        symlinkSync(home.path('nothing'), home.path(CURSOR));
      },
      'is a link that leads nowhere',
    ],
    [
      'a link that leads to itself',
      (home) => {
        mkdirSync(home.path('.cursor'));
        symlinkSync(home.path(CURSOR), home.path(CURSOR));
      },
      'is a link that leads in a circle',
    ],
    [
      'a huge file',
      (home) => truncateSync(home.write(CURSOR, '{}'), 3 * 1024 * 1024 * 1024),
      'is too large to be settings',
    ],
    ['no UTF-8', (home) => home.write(CURSOR, Buffer.from([0x7b, 0xff, 0x7d])), 'is no text in UTF-8'],
    ['UTF-16', (home) => home.write(CURSOR, Buffer.from('\uFEFF{}', 'utf16le')), 'is saved as UTF-16'],
    ['control characters', (home) => home.write(CURSOR, '{"a":"\u0000"}'), 'has control characters'],
    ['no JSON', (home) => home.write(CURSOR, '{"mcpServers": {'), 'is not valid JSON'],
    ['a list', (home) => home.write(CURSOR, '[]'), 'is not a list of settings'],
    [
      'servers twice',
      (home) => home.write(CURSOR, '{"mcpServers":{},"mcpServers":{}}'),
      'twice in one place',
    ],
    ['a list of servers', (home) => home.write(CURSOR, '{"mcpServers":[]}'), 'something else in the place'],
    ['a deep nest', (home) => home.write(CURSOR, `{"a":${'['.repeat(100_000)}`), 'is nested too deeply'],
  ];

  it.each(cases)('%s: one sentence, no throw, no write', async (_name, make, sentence) => {
    const home = newHome();
    make(home);
    const before = lstatSync(home.path('.cursor'));
    const host = await hostFor(home);
    const shown = await cursor(host);
    expect(shown).toMatchObject({ state: 'unreadable', servers: [] });
    expect(shown?.sentence).toContain(sentence);
    for (const name of ['app.connect', 'app.import', 'app.preview'] as const) {
      const answer = await host.window(name, { app: 'cursor' });
      expect(answer.ok ? '' : answer.message).toContain(sentence);
    }
    expect(await host.window('app.undo', { app: 'cursor' })).toMatchObject({ ok: false });
    expect(lstatSync(home.path('.cursor')).mtimeMs).toBe(before.mtimeMs);
    expect(host.state.snapshot().state.clients).toEqual([]);
  });

  it('of another user is left alone', () => {
    const home = newHome();
    const path = home.write(CURSOR, GOOD);
    const files = systemAppFiles({ home: home.home, uid: (process.getuid?.() ?? 0) + 1 });
    expect(files.read(path)).toMatchObject({
      ok: false,
      message: 'belongs to another user, so it is left alone',
    });
  });

  it('takes a server named __proto__ for one like any other', async () => {
    const home = newHome();
    home.write(CURSOR, '{"mcpServers":{"__proto__":{"command":"x"},"constructor":{"command":"y"}}}');
    const host = await hostFor(home);
    const done = await host.must('app.connect', { app: 'cursor' });
    expect(done.broughtIn.map(({ name, id }) => [name, id])).toEqual([
      ['__proto__', 'proto'],
      ['constructor', 'constructor'],
    ]);
    expect(({} as Record<string, unknown>)['command']).toBe(undefined);
    await host.must('app.undo', { app: 'cursor' });
    expect(home.text(CURSOR)).toContain('"__proto__":{"command":"x"}');
  });
});

describe('a write', () => {
  it('keeps rights, follows a link that stays inside, leaves nothing beside it, and is undone to the byte', async () => {
    const home = newHome();
    home.write('dotfiles/cursor.json', GOOD);
    chmodSync(home.path('dotfiles/cursor.json'), 0o640);
    mkdirSync(home.path('.cursor'));
    symlinkSync(home.path('dotfiles/cursor.json'), home.path(CURSOR));
    const host = await hostFor(home);
    await host.must('app.connect', { app: 'cursor' });
    expect(lstatSync(home.path(CURSOR)).isSymbolicLink()).toBe(true);
    expect(home.text('dotfiles/cursor.json')).toContain('cli.mjs');
    expect(statSync(home.path('dotfiles/cursor.json')).mode & 0o777).toBe(0o640);
    expect(readdirSync(home.path('dotfiles'))).toEqual(['cursor.json']);
    const done = await host.must('app.undo', { app: 'cursor' });
    expect(done.result).toBe('restored');
    expect(home.text(CURSOR)).toBe(GOOD);
  });

  it('is refused when the file, or where it leads, is exchanged at the last moment', async () => {
    let act = (): void => undefined;
    const home = newHome({ beforeSwap: () => act() });
    home.write(CURSOR, GOOD);
    const host = await hostFor(home);
    const target = join(outside(), 'precious');
    writeFileSync(target, 'precious');
    const swaps: readonly (readonly [() => void, string])[] = [
      [() => writeFileSync(home.path(CURSOR), `${GOOD} `), 'changed after it was shown'],
      [
        () => {
          rmSync(home.path(CURSOR));
          symlinkSync(target, home.path(CURSOR));
        },
        'leads out of your home folder',
      ],
      [
        () => {
          renameSync(home.path('.cursor'), home.path('.moved'));
          symlinkSync(outside(), home.path('.cursor'));
        },
        'cannot be used',
      ],
    ];
    for (const [swap, sentence] of swaps) {
      act = swap;
      const answer = await host.window('app.connect', { app: 'cursor' });
      act = () => undefined;
      expect(answer.ok).toBe(false);
      if (sentence !== 'cannot be used') expect(answer.ok ? '' : answer.message).toContain(sentence);
      rmSync(home.path('.cursor'), { recursive: true, force: true });
      rmSync(home.path('.moved'), { recursive: true, force: true });
      home.write(CURSOR, GOOD);
      expect((await cursor(host))?.canUndo).toBe(false);
    }
    expect(readFileSync(target, 'utf8')).toBe('precious');
    expect(host.state.snapshot().state.clients).toEqual([]);
    expect(existsSync(join(profiles[0]?.home ?? '', 'apps'))).toBe(true);
    expect(readdirSync(join(profiles[0]?.home ?? '', 'apps'))).toEqual(['apps.json']);
  });

  it('needs the person in the window', async () => {
    const home = newHome();
    home.write(CURSOR, GOOD);
    const host = await hostFor(home);
    for (const name of ['app.connect', 'app.import', 'app.leave'])
      expect(
        await host.run(
          name,
          { app: 'cursor', ...(name === 'app.leave' ? { server: 'docs' } : {}) },
          { kind: 'socket', operatorKey: 'a key', onProgress: () => undefined },
        ),
      ).toMatchObject({ ok: false, code: 'operator' });
    expect(home.text(CURSOR)).toBe(GOOD);
  });
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));

it('leaves a key of an app nowhere in the profile, and only the owner may read what is there', async () => {
  const home = newHome();
  const text = JSON.stringify({
    mcpServers: {
      header: { url: 'https://x.example/mcp', headers: { Authorization: `Bearer ${KEY}` } },
      variable: { command: 'x', env: { SOME_TOKEN: KEY } },
      argument: { command: 'y', args: [`--api-key=${KEY}`] },
      address: { url: `https://z.example/mcp?api_key=${KEY}` },
    },
    other: { apiKey: KEY },
  });
  home.write(CURSOR, text);
  const host = await hostFor(home);
  const answers = [
    await host.must('app.list', {}),
    await host.must('app.preview', { app: 'cursor' }),
    await host.must('app.connect', { app: 'cursor' }),
    await host.must('app.list', {}),
    host.state.snapshot(),
  ];
  expect(JSON.stringify(answers)).not.toContain(KEY);
  const profile = profiles[0]?.home ?? '';
  const backups = filesIn(join(profile, 'apps'));
  expect(backups).toHaveLength(2);
  for (const file of filesIn(profile)) {
    const bytes = readFileSync(file);
    expect(bytes.includes(KEY), file).toBe(false);
    expect(bytes.includes(Buffer.from(KEY).toString('base64').slice(4, 40)), file).toBe(false);
  }
  for (const file of backups) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await host.must('server.list', {})).map(({ id }) => id)).toEqual([
    'argument',
    'header',
    'variable',
  ]);
  await host.must('app.undo', { app: 'cursor' });
  expect(home.text(CURSOR)).toBe(text);
});

it('refuses a backup that somebody changed, or put in the place of another', async () => {
  const home = newHome();
  home.write(CURSOR, GOOD);
  const host = await hostFor(home);
  await host.must('app.connect', { app: 'cursor' });
  const folder = join(profiles[0]?.home ?? '', 'apps');
  const name = readdirSync(folder).find((one) => one.endsWith('.backup')) ?? '';
  const bytes = readFileSync(join(folder, name));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(join(folder, name), bytes);
  const written = home.text(CURSOR);
  const answer = await host.window('app.undo', { app: 'cursor' });
  expect(answer).toMatchObject({ ok: false, code: 'unreadable' });
  expect(home.text(CURSOR)).toBe(written);
});

describe('behind the back', () => {
  const names = (host: OpenHost) =>
    host.state.snapshot().state.behindTheBack?.map(({ app, name }) => `${app} ${name}`);
  const told = (host: OpenHost, wanted: readonly string[]) =>
    vi.waitFor(() => expect(names(host)).toEqual(wanted), { timeout: 60_000, interval: 50 });

  it('a server is told: in a file that changes, is replaced, is new, or lies behind a link', async () => {
    const home = newHome();
    home.write(CURSOR, '{"mcpServers":{}}');
    home.write('dotfiles/kiro.json', '{"mcpServers":{}}');
    mkdirSync(home.path('.kiro/settings'), { recursive: true });
    symlinkSync(home.path('dotfiles/kiro.json'), home.path('.kiro/settings/mcp.json'));
    const host = await hostFor(home);
    expect(names(host)).toEqual([]);
    const evil = (name: string) => `{"mcpServers":{"${name}":{"command":"evil"}}}`;
    home.write(CURSOR, evil('written'));
    await told(host, ['cursor written']);
    home.write('.cursor/new', evil('replaced'));
    renameSync(home.path('.cursor/new'), home.path(CURSOR));
    await told(host, ['cursor replaced']);
    home.write('dotfiles/kiro.json', evil('linked'));
    await told(host, ['cursor replaced', 'kiro linked']);
    home.write('.junie/mcp/mcp.json', evil('late'));
    await told(host, ['cursor replaced', 'junie late', 'kiro linked']);
    rmSync(home.path('.cursor'), { recursive: true });
    await told(host, ['junie late', 'kiro linked']);
    home.write(CURSOR, evil('again'));
    await told(host, ['cursor again', 'junie late', 'kiro linked']);
  });

  it('a server is brought in by itself where the organisation says so', async () => {
    const home = newHome();
    home.write(CURSOR, '{"mcpServers":{}}');
    const policy = { version: 1 as const, silentConnect: ['cursor'] };
    const host = await hostFor(home, {
      readManaged: () => Promise.resolve({ kind: 'valid', policy, digest: 'a test', source: 'a test' }),
    });
    await vi.waitFor(() => expect(home.text(CURSOR)).toContain('doorward'), { timeout: 60_000 });
    const written = JSON.parse(home.text(CURSOR)) as { mcpServers: object };
    home.write(
      CURSOR,
      JSON.stringify({ mcpServers: { ...written.mcpServers, more: { command: 'more-mcp' } } }),
    );
    await vi.waitFor(() => expect(home.text(CURSOR)).not.toContain('more-mcp'), { timeout: 60_000 });
    expect(host.state.snapshot().state.servers.map(({ id, state }) => [id, state])).toEqual([
      ['more', 'unreviewed'],
    ]);
  });
});
