import { describe, expect, it } from 'vitest';
import type { Question } from '../../../electron/approvals/contract.ts';
import type { CommandContext } from '../../../electron/host/commands.ts';
import { factsOf, type KnownThings } from '../../../electron/host/policy/call-facts.ts';
import { createJudge, type Judge, type ManagedPolicy } from '../../../electron/host/policy/judge.ts';
import { policyCommands, type PolicyCommandPorts } from '../../../electron/host/policy/policy-commands.ts';
import { createQuestions } from '../../../electron/host/policy/questions.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import type { CallFacts } from '../../../electron/policy/facts.ts';
import type { Call } from '../../../electron/relay/call.ts';
import type { Preset, Role, Rule, RuleBody, Ruling } from '../../../shared/model/policy.ts';
import { ok } from '../../../shared/result.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';
import { place, policyOf, ports } from '../policy/support.ts';
import { words } from '../../../shared/texts/policy.ts';

const known: KnownThings = {
  effect: () => 'write',
  places: () => [place('/path', 'path')],
  pin: () => '',
  identity: () => 'id',
};
const asks: Ruling = {
  decision: 'ask',
  because: { layer: 'preset', code: 'preset-effect', marked: [], params: {} },
};

describe('a call that waits', () => {
  it('is judged anew by the clock of the host', () => {
    const judged: CallFacts[] = [];
    let put: Question | undefined;
    let now = 1000;
    const questions = createQuestions({
      desk: {
        ask(question: Question) {
          put = question;
          return { id: 'asked', outcome: new Promise(() => undefined) };
        },
      } as never,
      judge: {
        version: 1,
        facts: (call: Call) => factsOf(call, 'default', known),
        decide: (facts: CallFacts) => (judged.push(facts), asks),
        surroundings: ports(),
      } as unknown as Judge,
      known,
      secrets: createRedactor(),
      serverSays: () => undefined,
      why: () => [words('other.asks-too')],
      callers: { of: () => undefined, look: () => undefined },
      now: () => now,
    });
    questions.ask({
      id: 'c',
      at: 0,
      direction: 'client',
      client: { id: 'claude', name: 'Claude', role: 'default' },
      server: { id: 'files' },
      name: 'write_file',
      message: aMessage({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'write_file', arguments: { path: '/a' } },
      }),
      ruling: { ruling: asks, policy: 1, record: '{}' },
    } as unknown as Call);
    now = 5000;
    expect(put?.again()).toEqual({ ruling: asks, policy: 1 });
    expect(judged.map(({ at }) => at)).toEqual([5000]);
  });
});

describe('a rule, by its id', () => {
  const role = (id: string, rules: RuleBody[]): Role => ({ id, name: id, rules });
  const judge = createJudge({
    book: {
      rules: () => [{ action: 'ask', id: 'own', origin: 'person', who: 'window', createdAt: 0 }],
      roles: () => [
        role('coding', [
          { action: 'allow', server: 'git' },
          { action: 'block', effects: ['destroy'] },
        ]),
      ],
      preset: () => 'guarded',
      onChange: () => undefined,
    } as never,
    guard: { state: () => 'usual', onChange: () => undefined } as never,
    managed: {
      rules: [
        { action: 'block', server: 'mail', id: 'managed-1', origin: 'managed', who: 'program', createdAt: 0 },
      ],
      rolesOf: (name) => (name === 'Cursor' ? [role('interns', [{ action: 'ask', effects: ['run'] }])] : []),
      presetFor: (preset) => preset,
      onChange: () => undefined,
    } as Partial<ManagedPolicy> as ManagedPolicy,
    clients: { find: (id: string) => ({ id, name: id === 'c2' ? 'Cursor' : 'Claude' }) } as never,
    known,
    server: () => undefined,
    redact: (text) => text,
    run: 'run',
    askAnyway: false,
    ownFiles: () => [],
    now: () => 0,
    fault: () => undefined,
  });

  it('is that of the person, of a role, of the organisation, or of a role that it gave to this AI app', () => {
    expect(judge.rule('own')).toMatchObject({ action: 'ask', origin: 'person' });
    expect(judge.rule('managed-1')).toMatchObject({ action: 'block', origin: 'managed' });
    expect(judge.rule('role:coding:1')).toMatchObject({ server: 'git', role: 'coding', origin: 'role' });
    expect(judge.rule('role:coding:2')).toMatchObject({ action: 'block', role: 'coding', origin: 'role' });
    expect(judge.rule('managed-role-interns-0', 'c2')).toMatchObject({ action: 'ask', client: 'c2' });
    for (const [id, client] of [
      ['role:coding:3', 'c2'],
      ['role:other:1', 'c2'],
      ['managed-role-interns-0', 'c1'],
      ['managed-role-interns-0', undefined],
    ] as const)
      expect(judge.rule(id, client), `${id} ${client}`).toBeUndefined();
  });

  it('and the preset of an AI app is that of its role or of everybody, with every minimum', () => {
    const presetOf = (own: string, of: Partial<Parameters<typeof createJudge>[0]['managed']> = {}) =>
      createJudge({
        book: {
          rules: () => [],
          roles: () => [
            { ...readers, preset: 'observe' },
            { ...coders, preset: 'strict' },
            role('plain', []),
          ],
          preset: () => 'guarded',
          onChange: () => undefined,
        } as never,
        guard: { state: () => 'usual', onChange: () => undefined } as never,
        managed: {
          rules: [],
          rolesOf: () => [],
          presetFor: (preset) => preset,
          onChange: () => undefined,
          ...of,
        } as Partial<ManagedPolicy> as ManagedPolicy,
        clients: { find: (id: string) => ({ id, name: 'Claude', role: own }) } as never,
        known,
        server: () => undefined,
        redact: (text) => text,
        run: 'run',
        askAnyway: false,
        ownFiles: () => [],
        now: () => 0,
        fault: () => undefined,
      }).presetOf('c1');
    const [readers, coders] = [role('readers', []), role('coders', [])];
    expect(['plain', 'readers', 'coders', 'gone'].map((one) => presetOf(one))).toEqual([
      'guarded',
      'observe',
      'strict',
      'guarded',
    ]);
    const least = { presetFor: (chosen: Preset): Preset => (chosen === 'observe' ? 'guarded' : chosen) };
    expect(presetOf('readers', least)).toBe('guarded');
    // A role of the organisation for this AI app raises that of its own role.
    const imposed = { rolesOf: () => [{ ...role('interns', []), preset: 'strict' as const }] };
    expect(['plain', 'readers'].map((one) => presetOf(one, imposed))).toEqual(['strict', 'strict']);
  });

  it('is what decided a call of an AI app with that role, and the explanation names it', () => {
    const { ruling, sentence } = judge.explain({
      client: { id: 'c1', role: 'coding' },
      server: 'git',
      kind: 'tool',
      name: 'commit',
      effect: 'write',
      places: [],
      args: undefined,
      at: 0,
    });
    expect(ruling).toMatchObject({ decision: 'allow', because: { rule: 'role:coding:1' } });
    expect(sentence).toContain('git');
    expect(judge.rule(ruling.because.rule ?? '')).toMatchObject({ server: 'git' });
  });
});

describe('a rule that is added', () => {
  function room() {
    const added: Rule[] = [];
    const commands = policyCommands({
      room: {
        book: {
          rules: () => added,
          usage: () => ({ uses: 0, lastUsedAt: undefined }),
          add(body: RuleBody, about: Pick<Rule, 'origin' | 'who'>) {
            const rule: Rule = { ...body, ...about, id: `rule-${added.length}`, createdAt: 0 };
            added.push(rule);
            return ok(rule);
          },
        },
        judge: { under: () => policyOf(), surroundings: ports(), roles: () => [] },
      },
      managed: {},
      clients: { find: (id: string) => ({ id, name: 'Claude' }), all: () => [] },
      servers: { get: () => ({}) },
      known,
      audit: { list: () => Promise.resolve(asked), show: () => Promise.resolve([]) },
      secrets: createRedactor(),
      status: () => ({}),
      now: () => 10_000,
    } as unknown as PolicyCommandPorts);
    const about = {
      who: 'window',
      mayLoosen: () => Promise.resolve(ok(undefined)),
      onProgress: () => undefined,
    } as unknown as CommandContext;
    const origin = async (body: RuleBody): Promise<Rule['origin'] | undefined> => {
      const made = await commands['rule.add'](body, about);
      return made.ok ? made.value.origin : undefined;
    };
    return { origin, suggest: () => commands['rule.suggest']({ days: 30 }, about) };
  }
  const asked = [3, 2, 1].map((n) => ({
    call: `c${n}`,
    at: n,
    clientId: 'claude',
    clientName: 'Claude',
    server: 'files',
    name: 'write_file',
    method: 'tools/call',
    ruling: JSON.stringify({
      decision: 'ask',
      layer: 'preset',
      code: 'outside-folders',
      kind: 'tool',
      effect: 'write',
      role: 'default',
      places: [['/path', 'path', `/srv/out/${n}`]],
      answer: 'allowed',
    }),
  }));

  it('is marked as taken from a suggestion when it is exactly what was suggested', async () => {
    const { origin, suggest } = room();
    const advice = await suggest();
    const body = (advice.ok && advice.value.suggestions[0]?.body) || undefined;
    if (body === undefined) throw new Error('nothing was suggested');
    expect(await origin(structuredClone(body))).toBe('suggestion');
    expect(await origin({ ...body, tool: 'write_*' })).toBe('person');
    expect(await origin({ ...body, args: [] })).toBe('person');
    expect(await origin({ action: 'block' })).toBe('person');
    // Also after other things were suggested: it may be taken back, and come back.
    await suggest();
    expect(await origin(body)).toBe('suggestion');
    // Only what this host has suggested, whatever a program says of it.
    expect(await room().origin(body)).toBe('person');
  });
});
