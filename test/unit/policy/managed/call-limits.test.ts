import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallFacts } from '../../../../electron/policy/facts.ts';
import { Limiter, type Taken } from '../../../../electron/policy/limits/limiter.ts';
import { localDay, type Spent, SpentToday } from '../../../../electron/policy/limits/spent.ts';
import { isManagedLimit, limitsOf } from '../../../../electron/policy/managed/call-limits.ts';
import { asPolicy } from '../../../../electron/policy/managed/parse.ts';
import type { Limit, LimitMost } from '../../../../shared/model/limits.ts';
import { type ManagedPolicy, managedPolicy } from '../../../../shared/model/managed.ts';

const policyOf = (limits: NonNullable<ManagedPolicy['limits']>): ManagedPolicy =>
  managedPolicy.parse({ version: 1, limits });
const daily = (calls: number) => ({ server: 'shop', most: { kind: 'budget' as const, calls } });

describe('limits of an organisation', () => {
  it('have ids that follow what is counted, so that what was used up counts on', () => {
    const [one] = limitsOf(policyOf([daily(5)]));
    const [other, again] = limitsOf(policyOf([{ tool: 'x', most: { kind: 'at-once', calls: 1 } }, daily(9)]));
    expect(again?.id).toBe(one?.id);
    expect(other?.id).not.toBe(one?.id);
    const twice = limitsOf(policyOf([daily(5), daily(3)]));
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
    expect(twice.every(isManagedLimit)).toBe(true);
  });

  it('do not count at all when one of them cannot be used', () => {
    const huge = { tool: '*a'.repeat(99), most: { kind: 'at-once', calls: 1 } };
    const read = asPolicy({ version: 1, limits: [{ ...huge, tool: `${'*?'.repeat(99)}x` }] });
    // Either it compiles and counts, or the whole policy is refused: it is never left out in silence.
    if (read.ok) expect(limitsOf(read.value)).toHaveLength(1);
    else expect(read.message).toContain('limits');
    expect(asPolicy({ version: 1, limits: [{ most: { kind: 'budget' } }] }).ok).toBe(false);
  });
});

// Attack: a person, or a program that acts in their name, sets limits of their own, also with the same ids, changes and
// removes them, gives calls up, and waits, until more passes than the organisation allows.

const servers = ['shop', 'mail'];
const effects = ['read', 'spend'] as const;
const facts = (
  client: string,
  server: string,
  effect: (typeof effects)[number],
  price: number,
): CallFacts => ({
  client: { id: client, role: client === 'c1' ? 'staff' : 'guest' },
  server,
  kind: 'tool',
  name: 'buy',
  effect,
  places: [{ pointer: '/price', name: 'price', kind: 'amount' }],
  args: Buffer.from(`{"price":${price}}`),
  at: 0,
});

const few = fc.integer({ min: 1, max: 4 });
const most: fc.Arbitrary<LimitMost> = fc.oneof(
  fc.record({
    kind: fc.constant('rate' as const),
    calls: few,
    per: fc.constantFrom('second', 'minute'),
    burst: few,
  }),
  fc.record({ kind: fc.constant('at-once' as const), calls: few }),
  fc.record({ kind: fc.constant('budget' as const), calls: few, amount: fc.integer({ min: 1, max: 30 }) }),
);
const managed = fc.record(
  {
    role: fc.constantFrom('staff', 'guest'),
    server: fc.constantFrom(...servers),
    effects: fc.uniqueArray(fc.constantFrom(...effects), { minLength: 1 }),
    each: fc.constantFrom('client', 'server', 'tool'),
    most,
  },
  { requiredKeys: ['most'] },
);
const own: fc.Arbitrary<Limit> = fc.record(
  { id: fc.constantFrom('a', 'b'), about: fc.constant({}), each: fc.constantFrom('client', 'server'), most },
  { requiredKeys: ['id', 'about', 'most'] },
);

type Act =
  | {
      readonly do: 'call';
      readonly client: string;
      readonly server: string;
      readonly effect: 'read' | 'spend';
      readonly price: number;
    }
  | { readonly do: 'end'; readonly which: number; readonly sent: boolean }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'set'; readonly limits: readonly Limit[] }
  | { readonly do: 'restart' };
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('call' as const),
      client: fc.constantFrom('c1', 'c2'),
      server: fc.constantFrom(...servers),
      effect: fc.constantFrom(...effects),
      price: fc.integer({ min: 0, max: 20 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('end' as const), which: fc.nat(20), sent: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 40_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('set' as const), limits: fc.array(own, { maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

interface Passed {
  readonly facts: CallFacts;
  readonly price: number;
  readonly at: number;
  until: number;
  /** It was given up before anything was sent, and counts no more from then on. */
  unsent: boolean;
}

const PERIOD = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Whether calls that passed are more than a limit allows at any moment. */
function exceeds(
  { about, each, most: bound }: Limit,
  all: readonly Passed[],
  restarts: readonly number[],
): boolean {
  const groups = Map.groupBy(
    all.filter(
      ({ facts: one }) =>
        (about.role === undefined || about.role === one.client.role) &&
        (about.server === undefined || about.server === one.server) &&
        (about.effects === undefined || about.effects.includes(one.effect)),
    ),
    ({ facts: one }) =>
      each === undefined
        ? ''
        : each === 'client'
          ? one.client.id
          : each === 'server'
            ? one.server
            : `${one.server} ${one.name}`,
  );
  return [...groups.values()].some((calls) => {
    if (bound.kind === 'at-once')
      return calls.some(
        ({ at }) => calls.filter((one) => one.at <= at && one.until > at).length > bound.calls,
      );
    const sent = calls.filter(({ unsent }) => !unsent);
    if (bound.kind === 'budget')
      return (
        sent.length > (bound.calls ?? Infinity) ||
        sent.reduce((sum, { price }) => sum + price, 0) > (bound.amount ?? Infinity)
      );
    const burst = bound.burst ?? bound.calls;
    return sent.some(({ at: from }) =>
      sent.some(({ at: to }) => {
        if (to < from) return false;
        const within = sent.filter(({ at }) => at >= from && at <= to).length;
        // Rates begin anew when Doorward does.
        const fresh = restarts.filter((one) => one >= from && one <= to).length;
        return (
          within > burst * (fresh + 1) + Math.floor(((to - from) * bound.calls) / PERIOD[bound.per] + 1e-6)
        );
      }),
    );
  });
}

it('no schedule of calls exceeds them, whatever the person sets', () => {
  fc.assert(
    fc.property(
      fc.array(managed, { minLength: 1, maxLength: 3 }),
      fc.array(act, { minLength: 5, maxLength: 60 }),
      (limits, acts) => {
        let now = 0;
        // All of it is on one day.
        const wall = () => new Date(2026, 5, 15, 1).getTime() + now;
        let kept: Spent | undefined;
        const theirs = limitsOf(policyOf(limits));
        let mine: readonly Limit[] = [];
        const make = (): Limiter => {
          const made = new Limiter({
            now: () => now,
            clock: wall,
            today: () => localDay(wall()),
            spent: new SpentToday({ load: () => kept, save: (spent) => void (kept = spent) }),
            fault(error) {
              throw error;
            },
          });
          made.set([...theirs, ...mine]);
          return made;
        };
        let limiter = make();
        const open: { taken: Taken; passed: Passed }[] = [];
        const all: Passed[] = [];
        const restarts: number[] = [];
        for (const one of acts)
          switch (one.do) {
            case 'call': {
              const asked = facts(one.client, one.server, one.effect, one.price);
              const taken = limiter.take(asked);
              if (typeof taken === 'string') break;
              const passed = { facts: asked, price: one.price, at: now, until: Infinity, unsent: false };
              all.push(passed);
              if (taken !== undefined) open.push({ taken, passed });
              break;
            }
            case 'end': {
              const [ended] = open.splice(one.which % Math.max(1, open.length), 1);
              if (ended === undefined) break;
              ended.passed.until = now;
              ended.passed.unsent = !one.sent;
              ended.taken.over(one.sent);
              break;
            }
            case 'wait':
              now += one.ms;
              break;
            case 'set':
              mine = one.limits;
              limiter.set([...theirs, ...mine]);
              break;
            case 'restart':
              // Nothing is open any more, and what was sent stays used up.
              for (const { passed } of open.splice(0)) passed.until = now;
              restarts.push(now);
              limiter = make();
          }
        for (const limit of theirs) expect([limit, exceeds(limit, all, restarts)]).toEqual([limit, false]);
      },
    ),
    { numRuns: 300 },
  );
});
