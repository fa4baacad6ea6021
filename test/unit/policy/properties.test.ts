import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callKind,
  type Decision,
  preset,
  type Rule,
  ruleAction,
  type ValueTest,
} from '../../../shared/model/policy.ts';
import { effect, type Place, placeKind } from '../../../shared/model/review.ts';
import { compilePolicy } from '../../../electron/policy/compile.ts';
import type { PolicyState } from '../../../electron/policy/contract.ts';
import type { CallFacts } from '../../../electron/policy/facts.ts';
import { likeOf } from '../../../electron/policy/like.ts';
import { bytes, CAMPAIGNS, NOON, ports, rule, state } from './support.ts';

const SEVERITY: Readonly<Record<Decision, number>> = { allow: 0, ask: 1, block: 2 };

const text = fc.constantFrom(
  `${CAMPAIGNS}/a`,
  '/srv/x',
  '~/x',
  'bob@example.com',
  'https://example.com/x',
  'git status',
  'git status; x',
  '..',
  '',
);
const test = fc.oneof(
  text.map((value): ValueTest => ({ is: 'equals', value })),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((values): ValueTest => ({ is: 'one-of', values })),
  fc.constantFrom('/srv/**', '*', 'git*').map((pattern): ValueTest => ({ is: 'glob', pattern })),
  fc.constantFrom('^/srv', 'x$', '(?=bad)').map((pattern): ValueTest => ({ is: 'regex', pattern })),
  fc.constantFrom('/srv', CAMPAIGNS, 'relative').map((folder): ValueTest => ({ is: 'in-folder', folder })),
  fc.constantFrom('example.com', '*.com').map((pattern): ValueTest => ({ is: 'host', pattern })),
  fc
    .constantFrom('bob@example.com', '*@example.com')
    .map((pattern): ValueTest => ({ is: 'recipient', pattern })),
  fc.constantFrom('git', 'git status').map((line): ValueTest => ({ is: 'program', words: line.split(' ') })),
  fc
    .record({ min: fc.integer(), max: fc.integer() })
    .map((bounds): ValueTest => ({ is: 'range', ...bounds })),
  fc.constant<ValueTest>({ is: 'absent' }),
);
const pointer = fc.constantFrom('/a', '/b/*', '/c', '', 'broken');
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    action: fc.constantFrom(...ruleAction.options),
    client: optional(fc.constantFrom('claude', 'other')),
    role: optional(fc.constantFrom('default', 'coding')),
    server: optional(fc.constantFrom('files', 'mail')),
    kind: optional(fc.constantFrom(...callKind.options)),
    tool: optional(fc.constantFrom('write', 'w*', '**', 'read')),
    effects: optional(fc.array(fc.constantFrom(...effect.options), { minLength: 1, maxLength: 3 })),
    args: optional(fc.array(fc.record({ pointer, test }), { maxLength: 2 })),
    hours: optional(
      fc.constantFrom({ days: [3], from: '11:00', to: '13:00' }, { days: [1], from: '23:00', to: '01:00' }),
    ),
    expiresAt: optional(fc.constantFrom(NOON - 1, NOON, NOON + 1)),
    run: optional(fc.constantFrom('run-1', 'run-0')),
    id: fc.uuid(),
  })
  .map(({ action, id, run, ...rest }) => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return rule({ action, ...given }, { id, ...(run === undefined ? {} : { run }) });
  });
const rules = fc.array(anyRule, { maxLength: 8 });

const places: fc.Arbitrary<Place[]> = fc.array(
  fc.record({
    pointer: fc.constantFrom('/a', '/b/*', '/c'),
    name: fc.constant('x'),
    kind: fc.constantFrom(...placeKind.options),
  }),
  { maxLength: 3 },
);
const args: fc.Arbitrary<Buffer | undefined> = fc.oneof(
  fc
    .record(
      {
        a: fc.oneof(text, fc.integer(), fc.constant(null)),
        b: fc.oneof(text, fc.array(text, { maxLength: 3 })),
        c: text,
      },
      { requiredKeys: [] },
    )
    .map(bytes),
  fc.constantFrom(undefined, Buffer.from('{"a":1,"a":2}'), Buffer.from('nonsense')),
);
const anyFacts: fc.Arbitrary<CallFacts> = fc.record({
  client: fc.record({
    id: fc.constantFrom('claude', 'other'),
    role: fc.constantFrom('default', 'coding', 'everything-ask', 'gone'),
  }),
  server: fc.constantFrom('files', 'mail'),
  kind: fc.constantFrom(...callKind.options),
  name: fc.constantFrom('write', 'read', 'file:///srv/x'),
  effect: fc.constantFrom(...effect.options),
  places,
  args,
  at: fc.constant(NOON),
});
const anyState: fc.Arbitrary<PolicyState> = fc.record({
  managed: rules,
  person: rules,
  roles: fc.constant([]),
  preset: fc.constantFrom(...preset.options),
  askAboutEverything: fc.boolean(),
  run: fc.constant('run-1'),
});
const decide = (one: PolicyState, facts: CallFacts): Decision =>
  compilePolicy(one, ports()).policy.decide(facts).decision;
const RUNS = { numRuns: 1500 };

describe('whatever the rules are', () => {
  it('a person is never weaker than the organisation, and never stronger than both', () => {
    fc.assert(
      fc.property(anyState, anyFacts, (one, facts) => {
        const all = SEVERITY[decide(one, facts)];
        const without = SEVERITY[decide({ ...one, managed: [] }, facts)];
        const limits =
          SEVERITY[
            decide(
              {
                ...state(),
                managed: one.managed,
                person: [rule({ action: 'allow', kind: facts.kind })],
                preset: 'observe',
              },
              { ...facts, args: undefined, places: [] },
            )
          ];
        expect(all).toBeGreaterThanOrEqual(without);
        // Limits without conditions hold whatever the arguments are.
        if (one.managed.every(({ args: conditions }) => conditions === undefined))
          expect(all).toBeGreaterThanOrEqual(limits);
      }),
      RUNS,
    );
  });

  it('a limit more never loosens', () => {
    fc.assert(
      fc.property(anyState, anyRule, anyFacts, (one, more, facts) => {
        const before = SEVERITY[decide(one, facts)];
        const after = SEVERITY[decide({ ...one, managed: [...one.managed, more] }, facts)];
        expect(after).toBeGreaterThanOrEqual(before);
        if (more.action === 'allow' || more.action === 'report') expect(after).toBe(before);
      }),
      RUNS,
    );
  });

  it('it does not matter in which order they stand, and the same call is decided the same way', () => {
    fc.assert(
      fc.property(anyState, anyFacts, fc.infiniteStream(fc.nat()), (one, facts, keys) => {
        const mixed = (list: readonly Rule[]): Rule[] =>
          list
            .map((item) => [keys.next().value as number, item] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, item]) => item);
        const { policy } = compilePolicy(one, ports());
        const first = policy.decide(facts);
        expect(policy.decide(facts)).toEqual(first);
        expect(
          compilePolicy(
            { ...one, managed: mixed(one.managed), person: mixed(one.person) },
            ports(),
          ).policy.decide(facts),
        ).toEqual(first);
      }),
      RUNS,
    );
  });

  it('one that has ended, or belongs to another run, does not matter', () => {
    fc.assert(
      fc.property(
        anyState,
        anyRule,
        fc.constantFrom({ expiresAt: NOON }, { expiresAt: 0 }, { run: 'run-0' }),
        anyFacts,
        (one, base, over, facts) => {
          const dead = { ...base, ...over };
          const ruling = compilePolicy(one, ports()).policy.decide(facts);
          const more = { ...one, person: [dead, ...one.person], managed: [...one.managed, dead] };
          expect(compilePolicy(more, ports()).policy.decide(facts)).toEqual(ruling);
        },
      ),
      RUNS,
    );
  });

  it('"ask about everything" lets nothing pass', () => {
    fc.assert(
      fc.property(anyState, anyFacts, (one, facts) => {
        expect(decide({ ...one, askAboutEverything: true }, facts)).not.toBe('allow');
      }),
      RUNS,
    );
  });

  it('many of them are found as if each were asked', () => {
    const crowd = Array.from({ length: 40 }, (_, n) => rule({ action: 'block', client: `nobody-${n}` }));
    fc.assert(
      fc.property(
        anyState,
        fc.array(anyRule, { minLength: 5, maxLength: 30 }),
        anyFacts,
        (one, person, facts) => {
          const few = compilePolicy({ ...one, person }, ports()).policy;
          const many = compilePolicy({ ...one, person: [...person, ...crowd] }, ports()).policy;
          expect(many.decide(facts)).toEqual(few.decide(facts));
        },
      ),
      RUNS,
    );
  });

  it('what is like a call fits that call, and lets it pass', () => {
    let found = 0;
    fc.assert(
      fc.property(anyFacts, (base) => {
        const facts: CallFacts = { ...base, kind: 'tool' };
        const like = likeOf(facts, ports());
        if (like === undefined) return;
        found++;
        expect(like.conditions.length).toBeGreaterThan(0);
        const person = [rule({ action: 'allow', tool: facts.name, args: like.conditions })];
        expect(decide(state({ person }), facts)).toBe('allow');
      }),
      { numRuns: 4000 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

describe('whatever is sent', () => {
  it('nothing throws, and every ruling is one', () => {
    const wild = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', '*', '/../', '\0', '%', '%ff', '[', '\ud800'),
    );
    const body = fc.oneof(
      fc.json().map((json) => Buffer.from(json)),
      fc.uint8Array({ maxLength: 40 }).map((raw) => Buffer.from(raw)),
      fc.dictionary(wild, fc.oneof(wild, fc.array(wild))).map(bytes),
    );
    fc.assert(
      fc.property(
        fc.record({
          client: fc.record({ id: wild, role: wild }),
          server: wild,
          kind: fc.constantFrom(...callKind.options),
          name: wild,
          effect: fc.constantFrom(...effect.options),
          places: fc.array(
            fc.record({
              pointer: fc.oneof(wild, fc.constantFrom('', '/*', '/__proto__')),
              name: wild,
              kind: fc.constantFrom(...placeKind.options),
            }),
            { maxLength: 4 },
          ),
          args: fc.option(body, { nil: undefined }),
          at: fc.oneof(fc.constant(NOON), fc.double()),
        }),
        fc.array(fc.record({ pointer: fc.oneof(wild, fc.constant('/*')), test }), { maxLength: 2 }),
        fc.constantFrom<NodeJS.Platform>('linux', 'win32', 'darwin'),
        (facts, conditions, platform) => {
          const person = ruleAction.options.map((action) =>
            rule({ action, args: conditions, tool: facts.name.slice(0, 500) || '*' }),
          );
          const { policy } = compilePolicy(state({ person }), ports({ platform }));
          expect(['allow', 'ask', 'block']).toContain(policy.decide(facts).decision);
          const explained = policy.explain(facts);
          expect(explained.sentence).not.toMatch(/[\p{Cc}\p{Cf}]|undefined/u);
          likeOf(facts, ports({ platform }));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
