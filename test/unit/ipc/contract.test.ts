import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../electron/cli/commands.ts';
import { cliDocs } from '../../../electron/cli/docs.ts';
import { VERSION } from '../../../electron/version.ts';
import { contract, isCommand } from '../../../shared/ipc/contract.ts';
import { requestFrame, responseFrame } from '../../../shared/ipc/frames.ts';

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

/** Words that people know from other programs stand for these. */
const WORDS: Partial<Record<string, string>> = {
  'server.signIn': 'server login',
  'server.signOut': 'server logout',
  'mask.put': 'mask add',
  'limit.put': 'limit add',
  'send.list': 'log send list',
  'send.add': 'log send add',
  'send.remove': 'log send remove',
  'send.test': 'log send test',
  'log-care.accept': 'log accept',
  'log-care.show': 'log care',
  'log-care.unwritable': 'log when-unwritable',
  'texts.show': 'log texts',
  'texts.set': 'server texts',
};

describe('the contract', () => {
  it('has a command line for every command and marks those that need the operator alike', () => {
    const marked = new Map(commands.map(({ name, operator }) => [name, operator]));
    for (const [name, { needsOperator }] of Object.entries(contract)) {
      expect(marked.get(WORDS[name] ?? name.replace('.', ' ')), name).toBe(needsOperator === true);
    }
  });

  it('asks for the operator whenever something is loosened', () => {
    const guarded = Object.entries(contract).filter(([, spec]) => spec.needsOperator !== false);
    expect(guarded.map(([name]) => name).toSorted()).toEqual([
      'app.connect',
      'app.import',
      'app.leave',
      'approval.allow',
      'bundle.install',
      'canary.add',
      'canary.remove',
      'client.add',
      'client.role',
      'client.rotate',
      'client.tools',
      'flow.reset',
      'guard.ask',
      'guard.usual',
      'inspection.personal',
      'inspection.set',
      'inspection.unset',
      'limit.loops',
      'limit.put',
      'limit.remove',
      'log-care.accept',
      'log-care.unwritable',
      'log.export',
      'log.show',
      'mask.put',
      'mask.remove',
      'operator.set',
      'preset.set',
      'profile.folder',
      'profile.remove',
      'profile.tools',
      'profile.use',
      'registry.install',
      'role.put',
      'role.remove',
      'role.tools',
      'rule.add',
      'rule.remove',
      'secret.export',
      'secret.import',
      'secret.rotate',
      'secret.set',
      'send.add',
      'send.remove',
      'send.test',
      'server.approve',
      'server.enable',
      'server.inspect',
      'server.label',
      'server.signIn',
      'server.upgrade',
      'texts.set',
      'tool.approve',
      'tool.effect',
    ]);
  });

  it('fills in presets and refuses what it does not know', () => {
    const { input } = contract['server.add'];
    const launch = { transport: 'stdio', command: 'x', args: [], env: {} };
    expect(input.parse({ id: 'a', launch })).toMatchObject({ sharing: 'client' });
    expect(input.safeParse({ id: 'A_b', launch }).success).toBe(false);
    expect(input.safeParse({ id: 'a', launch, state: 'approved' }).success).toBe(false);
    expect(contract['client.add'].input.safeParse({ name: 'a\u001b[2J' }).success).toBe(false);
  });

  it('knows its own names only', () => {
    expect(isCommand('status')).toBe(true);
    expect(isCommand('toString')).toBe(false);
    expect(isCommand('__proto__')).toBe(false);
  });

  it('is what docs/cli.md says', () => {
    expect(read('docs/cli.md')).toBe(cliDocs());
  });

  it('goes with the version in package.json', () => {
    expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
  });
});

describe('frames', () => {
  it('round-trip', () => {
    const request = { id: 1, command: 'status', input: {}, operatorKey: 'k' };
    expect(requestFrame.parse(JSON.parse(JSON.stringify(request)))).toEqual(request);
    for (const frame of [
      { id: 1, progress: 'x' },
      { id: 1, ok: true, output: { a: 1 } },
      { id: 1, ok: false, code: 'c', message: 'm' },
    ])
      expect(responseFrame.parse(JSON.parse(JSON.stringify(frame)))).toEqual(frame);
  });

  it('refuse members that they do not know', () => {
    expect(requestFrame.safeParse({ id: 1, command: 'status', terminal: true }).success).toBe(false);
    expect(requestFrame.safeParse({ id: 1, command: 'x', bridge: { client: 'a' } }).success).toBe(false);
  });
});
