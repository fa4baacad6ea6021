import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_ACTS } from '../../electron/host/command-acts.ts';
import { accountHere, type AccountHere } from '../../electron/policy/managed/account.ts';
import { policyDigest } from '../../electron/policy/managed/parse.ts';
import type { ManagedRead } from '../../electron/policy/managed/read.ts';
import type { BridgeInput, HostCommand } from '../../shared/ipc/window.ts';
import type { MaskShape } from '../../shared/model/inspection.ts';
import { managedPolicy } from '../../shared/model/managed.ts';
import { type OpenHost, socket, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

// Attack: a person whom their organisation does not let approve loosens by some other way; and one whose groups cannot
// be found out has it easier than one who is in none.

const says = (text: Record<string, unknown>): ManagedRead => {
  const policy = managedPolicy.parse({ version: 1, organisation: { name: 'Acme' }, ...text });
  return { kind: 'valid', policy, digest: policyDigest(policy), source: '/etc/doorward/policy.json' };
};
const KEPT_TO_GROUPS = says({ approvals: { whoMayApprove: 'groups', groups: ['approvers'] } });
/** An account in these groups. With none, the system does not tell. */
const inGroups = (...names: string[]): AccountHere =>
  accountHere({
    platform: 'linux',
    run: () =>
      names.length === 0
        ? Promise.reject(new Error('ETIMEDOUT'))
        : Promise.resolve({
            code: 0,
            stdout: Buffer.from(`uid=1(jane) gid=1(x) groups=${names.map((name) => `1(${name})`).join()}`),
          }),
    user: () => 'jane',
    now: Date.now,
  });
const managedBy = (profile: TestProfile, read: ManagedRead, account: AccountHere): Promise<OpenHost> =>
  profile.open({ readManaged: () => Promise.resolve(read), account });

const MASK: MaskShape = {
  name: 'Names',
  find: { words: ['Ada', 'Grace'] },
  way: 'remove',
  direction: 'both',
};
const RATE = { kind: 'rate', calls: 1, per: 'minute' } as const;
const LIMIT = { id: 'few', about: {}, most: RATE };
const KEY_ANSWER = [{ key: 'environment:KEY', secret: 'a value' }];
const ONE_TOOL = { mode: 'chosen' as const, tools: ['files__read'] };

type Loosening = { readonly [N in HostCommand]?: BridgeInput<N> };

/** What was chosen while nobody managed the computer, so that there is something to loosen. */
async function prepare(host: OpenHost, folder: string): Promise<void> {
  mkdirSync(folder);
  await host.must('server.add', {
    id: 'files',
    launch: { transport: 'stdio', command: 'files', args: [], env: {}, secretArguments: false },
  });
  await host.must('client.add', { name: 'App' });
  await host.must('client.tools', { client: 'App', ...ONE_TOOL });
  await host.must('role.tools', { role: 'default', ...ONE_TOOL });
  await host.must('profile.add', { name: 'Work', tools: ONE_TOOL.tools });
  await host.must('profile.add', { name: 'Home', tools: ONE_TOOL.tools });
  await host.must('profile.folder', { name: 'Home', folders: [folder] });
  await host.must('profile.use', { name: 'Work' });
  await host.must('preset.set', { preset: 'strict' });
  await host.must('inspection.set', { choices: [{ watch: 'secret', act: 'block' }] });
  await host.must('inspection.personal', { types: ['email'] });
  await host.must('server.label', { id: 'files', label: 'private', holds: 'yes' });
  await host.must('mask.put', { mask: MASK });
  await host.must('limit.put', LIMIT);
  await host.must('limit.loops', { loops: 'ask' });
  await host.must('texts.set', { keep: 'digests' });
  await host.must('canary.add', { name: 'bird' });
  await host.must('settings.change', { lockVault: true, log: { keepDays: 100 } });
}

/** One input for each command that loosens, with which it would. */
function loosening(rule: string): Loosening {
  return {
    'client.add': { name: 'Evil' },
    'client.role': { client: 'App', role: 'default' },
    'client.tools': { client: 'App', mode: 'all', tools: [] },
    'server.inspect': { id: 'files' },
    'server.approve': { id: 'files' },
    'server.upgrade': { id: 'files' },
    'server.enable': { id: 'files' },
    'server.label': { id: 'files', label: 'private', holds: 'no' },
    'tool.approve': { server: 'files', tool: 'read_file' },
    'tool.effect': { server: 'files', tool: 'read_file', effect: 'read' },
    'registry.install': { name: 'io.example/evil', answers: KEY_ANSWER },
    'bundle.install': { path: '/nowhere/evil.mcpb', answers: KEY_ANSWER },
    'approval.allow': { id: 'x' },
    'rule.add': { action: 'allow' },
    'rule.remove': { id: rule },
    'role.put': { id: 'evil', name: 'Evil' },
    'role.remove': { id: 'evil' },
    'role.tools': { role: 'default', mode: 'all', tools: [] },
    'preset.set': { preset: 'observe' },
    'profile.tools': { name: 'Work', tools: ['files__*'] },
    'profile.folder': { name: 'Home', folders: [] },
    'profile.use': {},
    'profile.remove': { name: 'Home' },
    'settings.change': { allowedOrigins: ['https://evil.example'] },
    'inspection.set': { choices: [{ watch: 'secret', act: 'pass' }] },
    'inspection.unset': { watch: 'secret' },
    'inspection.personal': { types: [] },
    'mask.put': { mask: { ...MASK, find: { words: ['Ada'] } } },
    'mask.remove': { name: MASK.name },
    'flow.reset': { client: 'App' },
    'canary.remove': { name: 'bird' },
    'limit.put': { ...LIMIT, most: { ...RATE, calls: 1000 } },
    'limit.remove': { id: LIMIT.id },
    'limit.loops': { loops: 'off' },
    'texts.set': { keep: 'full' },
    'log-care.unwritable': { unwritable: 'pass' },
    'log-care.accept': {},
    'send.add': { destination: { kind: 'otlp', name: 'evil', url: 'https://evil.example' } },
    'send.remove': { name: 'ours' },
    'app.connect': { app: 'cursor' },
    'app.leave': { app: 'cursor', server: 'evil' },
  };
}

const mayLoosen = Object.entries(COMMAND_ACTS).flatMap(([name, act]) =>
  act === 'looser' || act === 'if-looser' ? [name as HostCommand] : [],
);

describe('a person outside the groups that may approve', () => {
  let profile: TestProfile;
  let host: OpenHost;
  let inputs: Loosening;
  beforeAll(async () => {
    profile = testProfile();
    const folder = join(profile.home, 'folder');
    const before = await profile.open();
    await prepare(before, folder);
    const rule = await before.must('rule.add', { action: 'block', effects: ['run'] });
    await before.close();
    inputs = loosening(rule.id);
    host = await managedBy(profile, KEPT_TO_GROUPS, inGroups('staff'));
  });
  afterAll(() => profile.remove());

  it('has a way to loosen in this test for each command that can', () => {
    expect(Object.keys(inputs).toSorted(), 'Give an input with which the new command would loosen.').toEqual(
      mayLoosen.toSorted(),
    );
  });

  it.each(mayLoosen)('does not loosen with %s', async (name) => {
    const before = host.state.snapshot().state;
    const refused = await host.window(name, inputs[name] as BridgeInput<typeof name>);
    expect(refused).toMatchObject({ ok: false, code: 'refused' });
    expect(refused.ok ? '' : refused.message).toContain('people whom your organisation names');
    expect(host.state.snapshot().state).toEqual(before);
  });

  it.each([{ lockVault: false }, { log: { keepDays: 1 } }, { log: { maxMegabytes: 16 } }])(
    'does not choose %j, and nothing of it is kept',
    async (patch) => {
      expect(await host.window('settings.change', patch)).toMatchObject({ ok: false, code: 'refused' });
      expect(host.settings.now()).toMatchObject({
        lockVault: true,
        log: { keepDays: 100 },
        allowedOrigins: [],
      });
    },
  );

  it('tightens, keeps secrets and lets go the brake that they pulled', async () => {
    await host.must('settings.change', { theme: 'dark', log: { keepDays: 200 } });
    await host.must('rule.add', { action: 'block', effects: ['spend'] });
    await host.must('secret.set', { name: 'KEY', value: 'a value of mine' });
    for (const command of ['guard.block', 'guard.ask', 'guard.usual'] as const) await host.must(command, {});
    await host.must('client.remove', { client: 'App' });
    await host.must('server.disable', { id: 'files' });
    // And so it stays.
    expect(await host.window('server.enable', { id: 'files' })).toMatchObject({ code: 'refused' });
    expect(await host.window('client.add', { name: 'App' })).toMatchObject({ code: 'refused' });
  });

  it('is still no program: the control socket lets nothing go', async () => {
    await host.must('guard.block', {});
    for (const name of ['guard.ask', 'guard.usual'])
      expect(await host.run(name, {}, socket())).toMatchObject({ ok: false, code: 'operator' });
    await host.must('guard.usual', {});
  });
});

describe('groups on this computer', () => {
  let profile: TestProfile;
  beforeAll(() => {
    profile = testProfile();
  });
  afterAll(() => profile.remove());
  const NARROW = says({
    roles: [{ id: 'few', name: 'Few', servers: [] }],
    assignments: [{ role: 'few', group: 'interns' }],
    approvals: { whoMayApprove: 'groups', groups: ['approvers'] },
  });
  const sees = (host: OpenHost): boolean => {
    const [app] = host.state.snapshot().state.clients;
    return host.context.policy.seesServer(app?.id ?? '', 'files');
  };

  it('let their members approve, and narrow what they are given', async () => {
    const approver = await managedBy(profile, NARROW, inGroups('staff', 'approvers'));
    await approver.must('client.add', { name: 'One' });
    expect(sees(approver)).toBe(true);
    await approver.close();
    const intern = await managedBy(profile, NARROW, inGroups('interns'));
    expect(sees(intern)).toBe(false);
    await intern.close();
  });

  it('that cannot be read narrow and let nobody approve, and people are told why', async () => {
    const host = await managedBy(profile, NARROW, inGroups());
    expect(sees(host)).toBe(false);
    expect(await host.window('client.add', { name: 'Two' })).toMatchObject({ ok: false, code: 'refused' });
    expect((await host.must('status', {})).notices).toContainEqual(
      expect.stringContaining('could not find out which groups'),
    );
    await host.close();
  });
});
