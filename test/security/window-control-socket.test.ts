import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectControl, type ControlClient } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import { contract, type CommandInput, type CommandName } from '../../shared/ipc/contract.ts';
import { windowContract } from '../../shared/ipc/window.ts';
import {
  type OpenHost,
  socket,
  terminal,
  testProfile,
  type TestProfile,
  WINDOW,
} from '../fixtures/host-in-process.ts';
import { fakeProfile } from '../unit/cli/fake-host.ts';

// Attack: an agent with a shell, perhaps with the operator's key from somebody's environment, approves itself.

const KEY = 'the right key';
const ONLY_WINDOW = 'Only the Doorward window can do this while the app runs.';
let profile: TestProfile;
let host: OpenHost;
let client: ControlClient;

beforeAll(async () => {
  profile = testProfile();
  const headless = await profile.open({ front: 'headless' });
  expect(await headless.run('operator.set', { newKey: KEY }, socket())).toMatchObject({ ok: true });
  await headless.run(
    'server.add',
    { id: 'files', launch: { transport: 'stdio', command: 'x', args: [], env: {} } },
    socket(),
  );
  expect(await headless.run('client.add', { name: 'App' }, socket(KEY))).toMatchObject({ ok: true });
  await headless.close();
  host = await profile.open();
  const connected = await connectControl(profilePaths(profile.home, systemSurroundings(profile.home)));
  if (!connected.ok) throw new Error(connected.message);
  client = connected.value;
});
afterAll(async () => {
  client.close();
  await profile.remove();
});

/** An input with which each command would do something. */
const INPUTS: Partial<Record<CommandName, unknown>> = {
  'client.add': { name: 'Evil' },
  'client.rotate': { client: 'App' },
  'server.inspect': { id: 'files' },
  'server.approve': { id: 'files' },
  'server.enable': { id: 'files' },
  'log.show': { call: 'x' },
  'log.export': { format: 'jsonl' },
  'log-care.accept': {},
  'log-care.unwritable': { unwritable: 'pass' },
  'operator.set': { newKey: 'a new key of mine' },
  'guard.usual': {},
  'tool.approve': { server: 'files', tool: 'read_file' },
  'tool.effect': { server: 'files', tool: 'read_file', effect: 'read' },
  'server.upgrade': { id: 'files' },
  'client.role': { client: 'App', role: 'default' },
  'approval.allow': { id: 'x' },
  'role.put': { id: 'evil', name: 'Evil' },
  'role.remove': { id: 'evil' },
  'rule.add': { action: 'allow' },
  'preset.set': { preset: 'observe' },
  'guard.ask': {},
  'secret.set': { name: 'EVIL', value: 'a value' },
  'app.connect': { app: 'cursor' },
  'app.import': { app: 'cursor' },
  'app.leave': { app: 'cursor', server: 'evil' },
  'registry.install': {
    name: 'io.example/evil',
    answers: [{ key: 'environment:KEY', secret: 'a value' }],
  },
  'bundle.install': { path: '/nowhere/evil.mcpb', answers: [{ key: 'setting:key', secret: 'a value' }] },
  'server.signIn': { id: 'files' },
  'secret.export': { passphrase: 'a passphrase' },
  'secret.import': { text: '{}', passphrase: 'a passphrase' },
  'secret.rotate': {},
  'inspection.set': { choices: [{ watch: 'secret', act: 'pass' }] },
  'inspection.personal': { types: [] },
  'mask.put': {
    mask: {
      name: 'Evil',
      find: { words: ['account'] },
      way: 'remove',
      replacement: 'another account',
      direction: 'both',
    },
  },
  'mask.remove': { name: 'Evil' },
  'server.label': { id: 'files', label: 'private', holds: 'no' },
  'flow.reset': { client: 'App' },
  'limit.remove': { id: 'evil' },
  'limit.loops': { loops: 'off' },
  'texts.set': { keep: 'full' },
  'canary.add': { name: 'evil' },
  'canary.remove': { name: 'evil' },
  'send.add': { destination: { kind: 'otlp', name: 'evil', url: 'https://evil.example' } },
  'send.remove': { name: 'evil' },
  'send.test': { name: 'evil' },
};
/** What is there decides; see `policy-state`, `inspection-book`, `limits-state` and `profile-folders.test.ts`. */
const BY_STATE: readonly CommandName[] = [
  'rule.remove',
  'inspection.unset',
  'limit.put',
  'client.tools',
  'role.tools',
  'profile.tools',
  'profile.folder',
  'profile.use',
  'profile.remove',
];
const loosening = (Object.keys(contract) as CommandName[]).filter(
  (name) => contract[name].needsOperator !== false && !BY_STATE.includes(name),
);

describe('with a window', () => {
  it('has an input for every command that loosens something', () => {
    expect(loosening.toSorted()).toEqual(Object.keys(INPUTS).toSorted());
  });

  it.each(loosening)('the control socket refuses %s, with and without the right key', async (name) => {
    await host.must('guard.block', {});
    const before = host.state.snapshot().state;
    for (const operatorKey of [undefined, KEY, 'a wrong key']) {
      const answer = await client.call(name, INPUTS[name] as CommandInput<typeof name>, { operatorKey });
      expect(answer).toEqual({ ok: false, code: 'operator', message: ONLY_WINDOW });
      expect(await host.run(name, INPUTS[name], terminal(operatorKey))).toMatchObject({
        ok: false,
        code: 'operator',
      });
    }
    const after = host.state.snapshot().state;
    expect([after.servers, after.clients, after.status.guard]).toEqual([
      before.servers,
      before.clients,
      'block',
    ]);
    await client.call('status', {});
  });

  it.each(Object.keys(windowContract))('does not know %s on the socket or at a terminal', async (name) => {
    for (const caller of [socket(KEY), terminal(KEY)])
      expect(await host.run(name, {}, caller)).toMatchObject({
        ok: false,
        code: 'usage',
        message: expect.stringContaining('no command') as string,
      });
    expect(await client.call(name as CommandName, {}, { operatorKey: KEY })).toMatchObject({
      ok: false,
      code: 'usage',
    });
  });

  it('takes what tightens from the socket, and everything from the window without a key', async () => {
    expect(await client.call('guard.block', {})).toMatchObject({ ok: true, value: { guard: 'block' } });
    expect(await client.call('server.block', { id: 'files' })).toMatchObject({ ok: true });
    expect(await host.run('guard.usual', {}, WINDOW)).toMatchObject({ ok: true, value: { guard: 'usual' } });
    for (const name of ['server.inspect', 'server.approve', 'server.enable'] as const)
      expect(await host.run(name, { id: 'files' }, WINDOW), name).toMatchObject({ ok: true });
    expect(await host.run('client.add', { name: 'New' }, WINDOW)).toMatchObject({ ok: true });
  });

  it('makes the command line end with 4, and does not ask for a key that opens nothing', async () => {
    const cli = fakeProfile(profile.home);
    const ran = await cli.run(['server', 'approve', 'files', '--json'], {
      env: { DOORWARD_OPERATOR_KEY: KEY },
    });
    expect([ran.code, ran.stderr.trim()]).toEqual([4, ONLY_WINDOW]);
    expect(JSON.parse((await cli.run(['status', '--json'])).stdout)).toMatchObject({ operatorKey: false });
    const block = await cli.run(['guard', 'block']);
    expect([block.code, host.context.policy.stop()]).toEqual([0, 'blocked']);
    expect((await cli.run(['guard', 'usual'], { env: { DOORWARD_OPERATOR_KEY: KEY } })).code).toBe(4);
    expect(host.context.policy.stop()).toBe('blocked');
  });
});

describe('without a window', () => {
  it('nobody gets in by calling themselves the window', async () => {
    await host.close();
    const headless = await profile.open({ front: 'headless' });
    expect(await headless.run('server.approve', { id: 'files' }, WINDOW)).toMatchObject({
      ok: false,
      code: 'operator',
    });
    expect(await headless.run('call.detail', { call: 'x' }, WINDOW)).toMatchObject({
      ok: false,
      code: 'usage',
    });
    expect(await headless.run('guard.usual', {}, socket())).toMatchObject({ ok: false, code: 'operator' });
    expect(await headless.run('guard.usual', {}, socket(KEY))).toMatchObject({ ok: true });
  });
});
