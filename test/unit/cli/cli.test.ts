import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReadyChild } from '../../fixtures/child.ts';
import { fakeProfile, type Profile } from './fake-host.ts';

const KEY = { DOORWARD_OPERATOR_KEY: 'a key of tests' };
const json = (text: string): unknown => JSON.parse(text);

describe('with a running host', () => {
  let profile: Profile;
  let host: ReadyChild;
  beforeAll(async () => {
    profile = fakeProfile();
    host = await profile.serve([], KEY);
  });
  afterAll(async () => {
    await host.stop();
    profile.remove();
  });

  it('says where it is in its first line', () => {
    expect(host.ready).toEqual({
      event: 'ready',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/) as string,
      port: expect.any(Number) as number,
      home: profile.home,
      pid: host.pid,
    });
  });

  it('takes a server from being added to being approved, and only with the key', async () => {
    const added = await profile.run([
      'server',
      'add',
      'files',
      '--env',
      'A=b=c',
      '--json',
      '--',
      'node',
      'x.js',
      '--json',
      '-h',
    ]);
    expect(added.code).toBe(0);
    expect(json(added.stdout)).toMatchObject({
      id: 'files',
      state: 'unreviewed',
      // Values are never printed, their names are.
      launch: { command: 'node', args: ['x.js', '--json', '-h'], env: { A: '[hidden]' } },
    });
    expect((await profile.run(['server', 'add', 'files', '--', 'node'])).code).toBe(1);
    expect((await profile.run(['server', 'test', 'files'])).code).toBe(4);
    for (const act of ['inspect', 'approve', 'enable']) {
      const refused = await profile.run(['server', act, 'files']);
      expect([refused.code, refused.stdout], act).toEqual([4, '']);
      expect(refused.stderr).toMatch(/operator's key/);
    }
    const early = await profile.run(['server', 'approve', 'files'], { env: KEY });
    expect([early.code, early.stderr]).toEqual([4, expect.stringMatching(/not been inspected/)]);
    const report = await profile.run(['server', 'inspect', 'files', '--json'], { env: KEY });
    expect(json(report.stdout)).toMatchObject({
      id: 'files',
      state: 'inspected',
      tools: [{ name: 'read_file' }],
    });
    const approved = await profile.run(['server', 'approve', 'files', '--json', '--operator-key-fd', '3'], {
      fds: ['a key of tests\n'],
    });
    expect(json(approved.stdout)).toMatchObject({ state: 'approved' });
    expect((await profile.run(['server', 'block', 'files'])).code).toBe(0);
    expect(json((await profile.run(['server', 'show', 'files', '--json'])).stdout)).toMatchObject({
      state: 'blocked',
    });
  });

  it('shows what a server says without letting it steer the terminal', async () => {
    await profile.run(['server', 'add', 'tricky', '--', 'node']);
    const shown = await profile.run(['server', 'inspect', 'tricky'], { env: KEY });
    expect(shown.stdout).toContain('"Reads a \\u{202e}file."');
  });

  it('passes on why a server fails, and says that it waits when it takes long', async () => {
    await profile.run(['server', 'add', 'broken', '--', 'node']);
    const broken = await profile.run(['server', 'inspect', 'broken', '--json'], { env: KEY });
    expect([broken.code, json(broken.stdout)]).toEqual([
      1,
      { error: { code: 'unreachable', message: expect.stringContaining('"broken"') as string } },
    ]);
    await profile.run(['server', 'add', 'slow', '--', 'node']);
    const slow = await profile.run(['server', 'inspect', 'slow'], { env: KEY });
    expect([slow.code, slow.stderr]).toEqual([0, 'Starting "slow"…\n']);
  });

  it('shows a token once and keeps it nowhere', async () => {
    const added = await profile.run(['client', 'add', 'My App', '--json'], { env: KEY });
    const { token, id } = json(added.stdout) as { token: string; id: string };
    expect(token).toMatch(/^dw_[A-Za-z0-9_-]{43}$/);
    expect(id).toBe('my-app');
    const again = await profile.run(['client', 'rotate', 'My App', '--json'], { env: KEY });
    const { token: next } = json(again.stdout) as { token: string };
    expect(next).not.toBe(token);
    expect((await profile.run(['client', 'rotate', 'my-app'])).code).toBe(4);
    const others = await Promise.all(
      [
        ['client', 'list', '--json'],
        ['client', 'list'],
        ['status', '--json'],
        ['doctor', '--json'],
      ].map((args) => profile.run(args)),
    );
    const texts = [
      ...others.map(({ stdout, stderr }) => stdout + stderr),
      host.stderr(),
      ...filesIn(profile.home).map((file) => readFileSync(file, 'latin1')),
    ];
    for (const text of texts) {
      expect(text.includes(token)).toBe(false);
      expect(text.includes(next)).toBe(false);
    }
  });

  it('refuses a second host on the profile', async () => {
    const second = await profile.run(['serve', '--port', '0']);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`already running with this profile (process ${host.pid})`);
  });

  it('finds what is wrong, and leaves secrets out of the support file', async () => {
    await profile.run([
      'server',
      'add',
      'secretive',
      '--env',
      'API_KEY=hunter2hunter2',
      '--',
      'no-such-program-here',
    ]);
    const file = join(profile.home, 'support.json');
    const ran = await profile.run(['doctor', '--json', '--bundle', file]);
    expect(ran.code).toBe(1);
    const { ok, checks } = json(ran.stdout) as {
      ok: boolean;
      checks: { name: string; state: string; todo?: string }[];
    };
    expect(ok).toBe(false);
    expect(checks.find(({ name }) => name === 'server secretive')).toMatchObject({
      state: 'bad',
      todo: expect.any(String) as string,
    });
    expect(checks.find(({ name }) => name === 'log')).toMatchObject({ state: 'ok' });
    const bundle = readFileSync(file, 'utf8');
    expect(bundle).toContain('API_KEY');
    expect(bundle).not.toContain('hunter2');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('bridges an app that speaks stdio, and only one that a person has added', async () => {
    const stranger = await profile.run(['connect', '--client', 'Stranger']);
    expect([stranger.code, stranger.stdout]).toEqual([4, '']);
    await profile.run(['client', 'add', 'Bridged'], { env: KEY });
    const lines = [
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-11-25', capabilities: {} },
      },
      { jsonrpc: '2.0', id: 'two', method: 'tools/list' },
    ];
    const ran = await profile.run(['connect', '--client', 'bridged'], {
      input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    // Said on a machine that is busy with something else.
    expect([ran.code, ran.stderr.replaceAll('Still waiting…\n', '')]).toEqual([0, '']);
    const answers = ran.stdout.trim().split('\n').map(json);
    expect(answers).toMatchObject([
      { id: 1, result: { protocolVersion: '2025-11-25' } },
      { id: 'two', result: { method: 'tools/list', client: 'bridged', scope: { kind: 'aggregate' } } },
    ]);
  });

  it('keeps the key that it was given from what it starts, and its files from others', () => {
    const environment = readFileSync(`/proc/${host.pid}/cmdline`, 'utf8');
    expect(environment).not.toContain(KEY.DOORWARD_OPERATOR_KEY);
    for (const file of filesIn(profile.home)) expect(statSync(file).mode & 0o077, file).toBe(0);
  });
});

describe('without a host', () => {
  let profile: Profile;
  beforeAll(() => {
    profile = fakeProfile();
  });
  afterAll(() => profile.remove());

  it('ends with 3', async () => {
    const ran = await profile.run(['status', '--json']);
    expect([ran.code, json(ran.stdout)]).toMatchObject([3, { error: { code: 'no-host' } }]);
    expect(ran.stderr).toContain('doorward serve');
  });

  it('takes a word alone for the command that shows what there is, and says so in its help', async () => {
    expect((await profile.run(['log', '--limit', '5'])).code).toBe(3);
    const help = await profile.run(['log', 'send', '--help']);
    expect(help.stdout).toContain('"doorward log send" alone is "doorward log send list".');
  });

  it.each([
    [['sttaus'], 'Did you mean "status"'],
    [['server', 'ad'], 'Did you mean "server add"'],
    [['guard'], 'one more word: block, ask, usual'],
    [['server', '--env', 'A=b'], 'doorward server list --help'],
    [[], '--help'],
    [['server', 'add', 'x', '--ulr', 'http://a'], 'Did you mean "--url"'],
    [['server', 'add', 'x'], '--url'],
    [['server', 'add', 'X!', '--', 'node'], '1 to 20'],
    [['server', 'add', 'x', '--url', 'http://a', '--', 'node'], 'either'],
    [['server', 'add', 'x', '--url', 'file:///etc/passwd'], 'URL'],
    [['server', 'add', 'x', '--env', 'novalue', '--', 'node'], 'NAME=VALUE'],
    [['server', 'show', 'a', 'b'], 'too many'],
    [['status', '--', 'x'], 'behind'],
    [['log', 'list', '--limit', '0'], '1 to 1000'],
    [['log', 'list', '--outcome', 'fine'], 'refused'],
    [['serve', '--port', '99999'], '65535'],
    [['connect'], '--client'],
    [['server', 'inspect', 'a', '--operator-key-fd', 'x'], 'no-host'],
  ])('knows mistakes: %j', async (args, hint) => {
    const ran = await profile.run(args);
    if (hint === 'no-host') expect(ran.code).toBe(3);
    else expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, '', expect.stringContaining(hint)]);
  });

  it('helps everywhere', async () => {
    const all = await profile.run(['--help']);
    expect([all.code, all.stderr.replaceAll('Still waiting…\n', '')]).toEqual([0, '']);
    for (const word of ['serve', 'connect', 'server add', 'log verify', 'operator set', 'doctor'])
      expect(all.stdout).toContain(word);
    const one = await profile.run(['server', 'add', '-h']);
    expect(one.stdout).toMatch(/Usage: doorward server add[\s\S]*--env K=V[\s\S]*Examples:/);
    expect((await profile.run(['server', '--help'])).stdout).not.toContain('client add');
  });

  it('looks at the profile itself', async () => {
    const ran = await profile.run(['doctor']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Doorward is not running');
  });
});

describe('the life of a host', () => {
  let profile: Profile;
  afterEach(() => profile.remove());

  it('starts again after it was killed, with what was done before', async () => {
    profile = fakeProfile();
    const first = await profile.serve([], KEY);
    await profile.run(['client', 'add', 'App'], { env: KEY });
    await first.kill9();
    expect((await profile.run(['status'])).code).toBe(3);
    const second = await profile.serve([], KEY);
    expect(json((await profile.run(['client', 'list', '--json'])).stdout)).toMatchObject([{ name: 'App' }]);
    expect(await second.stop()).toBe(0);
    expect(readdirSync(profile.home).toSorted()).toEqual([
      'apps',
      'host.lock',
      'log-index.db',
      'log.db',
      'logs',
      'state.db',
    ]);
  });

  it('works in a folder whose name is too long for a socket', async () => {
    const short = fakeProfile();
    profile = fakeProfile(join(short.home, 'x'.repeat(120)));
    const host = await profile.serve([], KEY);
    expect((await profile.run(['status'])).code).toBe(0);
    expect(await host.stop()).toBe(0);
    short.remove();
  });

  it("has the operator's key set once, changed only with it, and not replaced by a restart", async () => {
    profile = fakeProfile();
    let host = await profile.serve();
    await profile.run(['server', 'add', 'a', '--', 'node']);
    const none = await profile.run(['server', 'inspect', 'a'], { env: KEY });
    expect([none.code, none.stderr]).toEqual([4, expect.stringContaining('none is set')]);
    const set = (key: string, present?: string) =>
      profile.run(
        [
          'operator',
          'set',
          '--new-key-fd',
          '3',
          ...(present === undefined ? [] : ['--operator-key-fd', '4']),
        ],
        {
          fds: present === undefined ? [key] : [key, present],
        },
      );
    expect((await set('short')).code).toBe(2);
    expect((await set('the first key')).code).toBe(0);
    expect((await set('the second key')).code).toBe(4);
    expect((await set('the second key', 'not the first')).code).toBe(4);
    expect((await set('the second key', 'the first key')).code).toBe(0);
    await host.stop();
    const stolen = await profile.run(['serve', '--port', '0'], { env: KEY });
    expect([stolen.code, stolen.stderr]).toEqual([4, expect.stringContaining('DOORWARD_OPERATOR_KEY')]);
    host = await profile.serve([], { DOORWARD_OPERATOR_KEY: 'the second key' });
    const inspected = await profile.run(['server', 'inspect', 'a'], {
      env: { DOORWARD_OPERATOR_KEY: 'the second key' },
    });
    expect(inspected.code).toBe(0);
    await host.stop();
  });

  it('does not start on settings that it cannot understand, and keeps them', async () => {
    profile = fakeProfile();
    const file = join(profile.home, 'settings.json');
    writeFileSync(file, '{"port": 7411');
    const ran = await profile.run(['serve', '--port', '0']);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('settings.json')]);
    expect(readFileSync(file, 'utf8')).toBe('{"port": 7411');
  });

  it('says when its port is taken, and does not move', async () => {
    profile = fakeProfile();
    const first = await profile.serve([], KEY);
    const { port } = first.ready as { port: number };
    const other = fakeProfile();
    const ran = await other.run(['serve', '--port', String(port)]);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining(String(port))]);
    await first.stop();
    other.remove();
  });

  it('is started by the first app that connects, and outlives it', async () => {
    profile = fakeProfile();
    const before = await profile.serve([], KEY);
    await profile.run(['client', 'add', 'App'], { env: KEY });
    await before.stop();
    const input = `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: {} })}\n`;
    const ran = await profile.run(['connect', '--client', 'App'], { input, env: KEY });
    expect([ran.code, json(ran.stdout)]).toMatchObject([0, { id: 1, result: {} }]);
    const status = json((await profile.run(['status', '--json'])).stdout) as {
      pid: number;
      operatorKey: boolean;
    };
    // The app's environment had a key; the host that it started must not have taken it.
    expect(status.operatorKey).toBe(false);
    process.kill(status.pid, 'SIGTERM');
    for (let tries = 0; tries < 100 && (await profile.run(['status'])).code !== 3; tries++)
      await new Promise((next) => setTimeout(next, 100));
  });

  it('takes a passphrase from a file descriptor only, and no short one', async () => {
    profile = fakeProfile();
    const short = await profile.run(['serve', '--port', '0', '--passphrase-fd', '3'], { fds: ['short'] });
    expect([short.code, short.stderr]).toEqual([1, expect.stringContaining('8 characters')]);
    expect((await profile.run(['serve', '--port', '0', '--passphrase-fd', '9'])).code).toBe(2);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
