import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadyChild } from '../../fixtures/child.ts';
import { fakeProfile, type Profile } from './fake-host.ts';

let profile: Profile;
let host: ReadyChild;
beforeAll(async () => {
  profile = fakeProfile();
  host = await profile.serve();
}, 240_000);
afterAll(async () => {
  await host.stop();
  profile.remove();
}, 240_000);

it('takes no value among the arguments, which every program of this computer can read', async () => {
  const ran = await profile.run(['secret', 'set', 'name', 'hunter2']);
  expect([ran.code, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toContain('never given as an argument');
  expect(ran.stderr).not.toContain('hunter2');
  const empty = await profile.run(['secret', 'set', 'name']);
  expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('on standard input')]);
  const odd = await profile.run(['secret', 'set', '../x'], { input: 'hunter2' });
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('1 to 64 letters')]);
}, 240_000);

it('makes references of --secret, for variables and for headers', async () => {
  const add = (line: string, ...behind: string[]) =>
    profile.run(['server', 'add', ...line.split(' '), '--json', ...behind]);
  const local = await add('local --env MODE=x --secret API_KEY=notes-key', '--', 'x');
  expect(JSON.parse(local.stdout)).toMatchObject({
    launch: { env: { MODE: '[hidden]', API_KEY: 'vault:notes-key' } },
  });
  const header = 'Authorization=Bearer ${vault:mail-key}';
  const remote = await add('remote --url https://h.example/mcp --secret X-Key=mail-key', '--header', header);
  expect(JSON.parse(remote.stdout)).toMatchObject({
    launch: { headers: { 'X-Key': 'vault:mail-key', Authorization: 'Bearer ${vault:mail-key}' } },
  });
}, 240_000);

it('refuses a --secret that is none or given twice, and says of plain keys how to keep them', async () => {
  const bad = await profile.run(['server', 'add', 'a', '--secret', 'KEY=not a name', '--', 'x']);
  expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('--secret needs K=NAME')]);
  const twice = await profile.run(['server', 'add', 'a', '--env', 'K=1', '--secret', 'K=n', '--', 'x']);
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('given twice')]);
  const leaked = await profile.run(['server', 'add', 'a', '--', 'x', '--token=${vault:n}']);
  expect([leaked.code, leaked.stderr]).toEqual([
    2,
    expect.stringContaining('refers to the vault in its command'),
  ]);
  const plain = await profile.run(['server', 'add', 'a', '--env', 'API_TOKEN=qZ8vK2mN4pL7xW1r', '--', 'x']);
  expect(plain.code).toBe(0);
  expect(plain.stdout).toContain('To keep API_TOKEN in the vault: doorward secret set NAME');
  expect(plain.stdout).not.toContain('qZ8vK2mN4pL7xW1r');
}, 240_000);
