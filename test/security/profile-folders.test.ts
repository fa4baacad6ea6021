import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socket } from '../fixtures/host-in-process.ts';
import { openProfileWorld, type ProfileWorld } from '../fixtures/profile-world.ts';
import { until } from '../fixtures/process-facts.ts';

// The folder in which a bridge is started chooses a profile. Attacks: name another folder than one's own, by links, by
// `..`, by a name that only begins alike, so that a profile counts that leaves more than the one in use.

const CLI = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));
let world: ProfileWorld;
let root: string;
const at = (...parts: string[]): string => join(root, ...parts);
beforeAll(async () => {
  world = await openProfileWorld();
  root = realpathSync(mkdtempSync(join(tmpdir(), 'doorward-folders-')));
  for (const folder of ['wide', 'wide/narrow/deep', 'narrow-er', 'elsewhere'])
    mkdirSync(at(folder), { recursive: true });
  symlinkSync(at('wide'), at('link-to-wide'));
  symlinkSync(at('elsewhere'), at('wide', 'link-out'));
  await world.must('profile.add', { name: 'Wide', tools: ['files__*', 'mail__*'] });
  await world.must('profile.add', { name: 'Narrow', tools: ['files__read_file'] });
  await world.must('profile.add', { name: 'Mail', tools: ['mail__*'] });
  await world.must('profile.folder', { name: 'Wide', folders: [at('link-to-wide')] });
  await world.must('profile.folder', { name: 'Narrow', folders: [at('wide', 'narrow')] });
  const client = await world.connect();
  await until('all tools are listed', async () => (await client.listTools()).tools.length === 4);
}, 240_000);
afterAll(async () => {
  await world.close();
  rmSync(root, { recursive: true, force: true });
});

const NARROW = ['files__read_file'];
const MAIL = ['mail__search_inbox', 'mail__send_message'];
const ALL = ['files__read_file', 'files__write_file', ...MAIL];
const listed = async (folder: string | undefined): Promise<string[]> => {
  const bridge = await world.bridge(folder);
  const { result } = await bridge.ask('tools/list');
  bridge.close();
  const tools = (result?.['tools'] ?? []) as { name: string }[];
  return tools.map(({ name }) => name).toSorted();
};

describe('a bridge', () => {
  it('in the folder of a profile, or below it, has the tools of the deepest', async () => {
    expect(await listed(at('wide', 'narrow'))).toEqual(NARROW);
    expect(await listed(at('wide', 'narrow', 'deep'))).toEqual(NARROW);
    expect(await listed(at('wide'))).toEqual(ALL);
    expect(await listed(at('elsewhere'))).toEqual(ALL);
    expect(await listed(undefined)).toEqual(ALL);
  });

  it('may call nothing else there, and is told when the profile changes', async () => {
    const bridge = await world.bridge(at('wide', 'narrow'));
    await bridge.ask('tools/list');
    const refused = await bridge.ask('tools/call', { name: 'files__write_file', arguments: {} });
    expect(JSON.stringify(refused)).toContain('Unknown tool');
    const direct = await world.bridge(at('wide', 'narrow'), 'files');
    const other = await direct.ask('tools/call', { name: 'write_file', arguments: {} });
    expect(JSON.stringify(other)).toContain('Unknown tool');
    expect(world.asked('files')).not.toContain('write_file');
    await world.must('profile.tools', { name: 'Narrow', tools: ['files__*'] });
    await until('the app is told', () => bridge.heard.includes('notifications/tools/list_changed'));
    expect(JSON.stringify(await bridge.ask('tools/call', { name: 'files__write_file' }))).toContain('done');
    await world.must('profile.tools', { name: 'Narrow', tools: NARROW });
  });

  it('is where it really is, whatever the path looks like', async () => {
    for (const [path, tools] of [
      [at('wide', 'link-out'), ALL],
      [at('link-to-wide', 'narrow'), NARROW],
      [`${at('wide', 'narrow')}/../../elsewhere`, ALL],
      [`${at('elsewhere')}/../wide/narrow`, NARROW],
      [`${at('wide', 'narrow')}//./`, NARROW],
      // A name that only begins alike.
      [at('narrow-er'), ALL],
      // Nowhere: what is not there, is no whole path, or is no path.
      [at('wide', 'narrow', 'gone'), ALL],
      ['wide/narrow', ALL],
      [`${at('wide', 'narrow')}\0`, ALL],
      ['', ALL],
    ] as const)
      expect(await listed(path), path).toEqual(tools);
  });
});

describe('while a profile is in use', () => {
  it('no folder gives back what it took', async () => {
    await world.must('profile.use', { name: 'Mail' });
    expect(await listed(undefined)).toEqual(MAIL);
    expect(await listed(at('wide'))).toEqual(MAIL);
    expect(await listed(at('link-to-wide'))).toEqual(MAIL);
    // Both count: nothing is in both.
    expect(await listed(at('wide', 'narrow'))).toEqual([]);
    const bridge = await world.bridge(at('wide'), 'files').catch(String);
    const call =
      typeof bridge === 'string'
        ? bridge
        : JSON.stringify(await bridge.ask('tools/call', { name: 'read_file', arguments: {} }));
    expect(call).not.toContain('done');
    await world.must('profile.use', {});
  });
});

describe('the program that an app starts', () => {
  it.each([
    ['in the folder of a profile', () => at('wide', 'narrow', 'deep'), [], NARROW],
    ['elsewhere', () => at('elsewhere'), [], ALL],
    ['elsewhere, with the folder named', () => at('elsewhere'), ['--folder', '../wide/narrow'], NARROW],
  ] as const)(
    'says itself where it is: %s',
    async (_what, cwd, args, tools) => {
      const all = ['connect', '--client', 'Claude', '--home', world.profile.home, ...args];
      const child = spawn(process.execPath, [CLI, ...all], {
        cwd: cwd(),
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
      const clientInfo = { name: 'app', version: '1' };
      const hello = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
      for (const message of [
        { id: 1, method: 'initialize', params: hello },
        { id: 2, method: 'tools/list' },
      ])
        child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
      await until('it has answered', () => said.split('\n').length > 2);
      child.stdin.end();
      await once(child, 'close');
      const [, line = ''] = said.split('\n');
      const { result } = JSON.parse(line) as { result: { tools: { name: string }[] } };
      expect(result.tools.map(({ name }) => name).toSorted()).toEqual(tools);
    },
    60_000,
  );
});

describe('a program of this user', () => {
  const agent = (name: string, input: object) => world.host.run(name, input, socket());

  it('takes tools away, and gives none back: that is a click in the window', async () => {
    expect((await agent('profile.add', { name: 'Mine', tools: ['files__*', 'mail__*'] })).ok).toBe(true);
    expect((await agent('profile.use', { name: 'Narrow' })).ok).toBe(true);
    for (const [name, input] of [
      ['profile.use', {}],
      ['profile.use', { name: 'Wide' }],
      ['profile.tools', { name: 'Narrow', tools: ['files__*'] }],
      ['profile.folder', { name: 'Narrow', folders: [] }],
      ['profile.folder', { name: 'Mine', folders: [at('wide', 'narrow', 'deep')] }],
    ] as const)
      expect(await agent(name, input), JSON.stringify(input)).toMatchObject({ ok: false, code: 'operator' });
    expect(await agent('profile.remove', { name: 'Narrow' })).toMatchObject({ ok: false, code: 'refused' });
    // Another name for the same is no other profile.
    expect((await agent('profile.rename', { name: 'Narrow', to: 'Slim' })).ok).toBe(true);
    expect(await agent('profile.rename', { name: 'Mine', to: 'slim' })).toMatchObject({ code: 'exists' });
    expect(await listed(undefined)).toEqual(NARROW);
    await world.must('profile.use', {});
    expect(await agent('profile.remove', { name: 'Slim' })).toMatchObject({ ok: false, code: 'operator' });
    await world.must('profile.rename', { name: 'Slim', to: 'Narrow' });
  });

  it('narrows what a role is listed, and does not widen it', async () => {
    const choose = (mode: string, ...tools: string[]) =>
      agent('role.tools', { role: 'default', mode, tools });
    expect((await choose('chosen', 'files__*')).ok).toBe(true);
    expect((await choose('chosen', 'files__read_file')).ok).toBe(true);
    for (const more of [choose('all'), choose('on-demand'), choose('chosen', 'files__*')])
      expect(await more).toMatchObject({ ok: false, code: 'operator' });
    // An app is not freed of it by a choice of its own either.
    for (const mode of ['all', 'on-demand'])
      expect(await agent('client.tools', { client: 'Claude', mode, tools: [] })).toMatchObject({
        code: 'operator',
      });
    expect(await agent('role.tools', { role: 'nobody', mode: 'all', tools: [] })).toMatchObject({
      code: 'unknown',
    });
    await world.must('role.tools', { role: 'default', mode: 'all', tools: [] });
  });

  it.each([
    ['profile.add', { name: 'none', tools: ['files__*'] }],
    ['profile.add', { name: 'a\u001b[2J', tools: ['files__*'] }],
    ['profile.add', { name: 'A', tools: [] }],
    ['profile.add', { name: 'A', tools: ['__proto__'] }],
    ['profile.add', { name: 'A', tools: ['files'] }],
    ['profile.add', { name: 'A', tools: ['files__a*'] }],
    ['profile.add', { name: 'A'.repeat(41), tools: ['files__*'] }],
    ['profile.use', { name: 'Nowhere' }],
    ['profile.folder', { name: 'Wide', folders: ['relative'] }],
    ['profile.folder', { name: 'Wide', folders: ['/gone/for/good'] }],
  ])('is told what is wrong with %s %j, and nothing changes', async (name, input) => {
    const before = await world.must('profile.list', {});
    expect(await world.host.run(name, input, socket())).toMatchObject({ ok: false });
    expect(await world.must('profile.list', {})).toEqual(before);
  });
});
