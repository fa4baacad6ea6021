import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf } from '../../../../electron/policy/limits/amounts.ts';
import { Limiter, type Taken } from '../../../../electron/policy/limits/limiter.ts';
import { limitLoosens } from '../../../../electron/policy/limits/loosens-limit.ts';
import { localDay, type Spent, SpentToday } from '../../../../electron/policy/limits/spent.ts';
import { TokenBucket } from '../../../../electron/policy/limits/token-bucket.ts';
import type { CallFacts } from '../../../../electron/policy/facts.ts';
import type { Limit, LimitMost } from '../../../../shared/model/limits.ts';

function world() {
  let now = 1_000_000;
  let wall = new Date(2026, 5, 15, 12).getTime();
  let kept: Spent | undefined;
  const faults: unknown[] = [];
  let broken = false;
  const store = {
    load: () => kept,
    save(spent: Spent) {
      if (broken) throw new Error('the disk is full');
      kept = spent;
    },
  };
  const make = () =>
    new Limiter({
      now: () => now,
      clock: () => wall,
      today: () => localDay(wall),
      spent: new SpentToday(store),
      fault: (error) => void faults.push(error),
    });
  return {
    limiter: make(),
    /** As after a restart. */
    again: make,
    faults,
    pass: (ms: number) => {
      now += ms;
      wall += ms;
    },
    setWall: (at: number) => void (wall = at),
    kept: () => kept,
    breakDisk: (yes: boolean) => void (broken = yes),
  };
}

const call = (over: Partial<CallFacts> = {}): CallFacts => ({
  client: { id: 'c1', role: 'default' },
  server: 'shop',
  kind: 'tool',
  name: 'buy',
  effect: 'spend',
  places: [{ pointer: '/price', name: 'price', kind: 'amount' }],
  args: Buffer.from('{"price":10}'),
  at: 0,
  ...over,
});
const costs = (price: string): CallFacts => call({ args: Buffer.from(`{"price":${price}}`) });
const limitOf = (most: LimitMost, over: Partial<Limit> = {}): Limit => ({
  id: 'l1',
  about: {},
  most,
  ...over,
});
const taken = (given: Taken | string | undefined): Taken => {
  if (given === undefined || typeof given === 'string') throw new Error(`not taken: ${given}`);
  return given;
};
const rate = (calls: number, per: 'second' | 'minute' = 'second', burst?: number): LimitMost => ({
  kind: 'rate',
  calls,
  per,
  ...(burst === undefined ? {} : { burst }),
});

describe('a token bucket', () => {
  it('never gives more than its burst and what came back, whatever the pauses', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.double({ min: -50, max: 2000, noNaN: true }), { maxLength: 200 }),
        (intervalMs, burst, pauses) => {
          const bucket = new TokenBucket();
          const size = { intervalMs, burst };
          const given: number[] = [];
          let now = 0;
          for (const pause of pauses) {
            now += pause;
            if (bucket.wait(size, now) > 0) continue;
            bucket.take(size, now);
            given.push(now);
          }
          const end = Math.max(0, ...given);
          given.forEach((from) => {
            const inside = given.filter((at) => at >= from).length;
            // A clock that goes back cannot be measured by itself: the whole stretch counts.
            expect(inside).toBeLessThanOrEqual(burst + (end - Math.min(...given)) / intervalMs + 1e-6);
          });
        },
      ),
    );
  });

  it('gives a token at the moment that it names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 30 }),
        (intervalMs, burst) => {
          const bucket = new TokenBucket();
          const size = { intervalMs, burst };
          for (let i = 0; i < burst; i++) {
            expect(bucket.wait(size, 5)).toBe(0);
            bucket.take(size, 5);
          }
          const wait = bucket.wait(size, 5);
          expect(wait).toBeGreaterThan(0);
          expect(bucket.wait(size, 5 + wait)).toBe(0);
        },
      ),
    );
  });
});

describe('limits', () => {
  it('say which one, and when to try again', () => {
    const { limiter, pass } = world();
    limiter.set([limitOf(rate(2, 'minute'), { about: { server: 'shop' } })]);
    for (let i = 0; i < 2; i++) taken(limiter.take(call()));
    expect(limiter.take(call())).toBe(
      'What a limit in Doorward allows is used up. It allows 2 calls a minute. It counts calls to the server "shop". Nothing was sent. Try again in 30 seconds.',
    );
    expect(limiter.take(call({ server: 'mail' }))).toBeUndefined();
    pass(29_000);
    expect(limiter.take(call())).toContain('Try again in 1 second.');
    pass(1000);
    taken(limiter.take(call()));
  });

  it('count nothing of a call that is refused or not sent, in no limit', () => {
    const { limiter } = world();
    limiter.set([
      limitOf({ kind: 'budget', calls: 5 }, { id: 'a' }),
      limitOf(rate(3), { id: 'b' }),
      limitOf({ kind: 'at-once', calls: 1 }, { id: 'c' }),
    ]);
    const first = taken(limiter.take(call()));
    for (let i = 0; i < 20; i++) expect(limiter.take(call())).toContain('1 call at once');
    first.over(false);
    first.over(false);
    expect(limiter.view().flatMap(({ use }) => use)).toEqual([]);
    taken(limiter.take(call())).over(true);
    expect(limiter.view().map(({ use }) => use[0]?.used)).toEqual([1, 1, undefined]);
  });

  it('count apart what they are told to, and only what they are about', () => {
    const { limiter } = world();
    limiter.set([
      limitOf({ kind: 'at-once', calls: 1 }, { each: 'client', about: { tool: 'b*', effects: ['spend'] } }),
    ]);
    taken(limiter.take(call()));
    expect(limiter.take(call({ server: 'other', name: 'bid' }))).toContain(
      'It counts each AI app by itself.',
    );
    taken(limiter.take(call({ client: { id: 'c2', role: 'x' } })));
    expect(limiter.take(call({ name: 'sell' }))).toBeUndefined();
    expect(limiter.take(call({ effect: 'read' }))).toBeUndefined();
    expect(limiter.take(call({ kind: 'prompt' }))).toBeUndefined();
  });

  it('free every place, whatever the order of endings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.record({ end: fc.nat(), sent: fc.boolean(), twice: fc.boolean(), other: fc.boolean() }), {
          maxLength: 60,
        }),
        (most, steps) => {
          const { limiter } = world();
          const limits = [limitOf({ kind: 'at-once', calls: most })];
          limiter.set(limits);
          const open: Taken[] = [];
          for (const { end, sent, twice, other } of steps) {
            const next = limiter.take(call());
            expect(typeof next === 'string').toBe(open.length >= most);
            if (next !== undefined && typeof next !== 'string') open.push(next);
            // What is changed about a limit forgets no call that is open.
            if (other) limiter.set([...limits, limitOf(rate(1_000_000), { id: 'l2' })]);
            if (end % 2 === 0) continue;
            const [gone] = open.splice(end % open.length, 1);
            gone?.over(sent);
            if (twice) gone?.over(!sent);
          }
          for (const one of open) one.over(true);
          expect(limiter.view()[0]?.use).toEqual([]);
        },
      ),
    );
  });

  it('do not start anew when another limit comes or this one is tightened', () => {
    const { limiter } = world();
    limiter.set([limitOf(rate(2, 'minute'))]);
    for (let i = 0; i < 2; i++) taken(limiter.take(call()));
    limiter.set([limitOf(rate(1, 'minute')), limitOf(rate(100), { id: 'l2' })]);
    expect(limiter.take(call())).toContain('used up');
  });

  it('hold, together, what an AI app makes up names for, in bounded memory', () => {
    const { limiter } = world();
    limiter.set([limitOf(rate(1, 'minute'), { each: 'tool' })]);
    let passed = 0;
    for (let i = 0; i < 5000; i++) if (typeof limiter.take(call({ name: `t${i}` })) !== 'string') passed++;
    expect(passed).toBe(2001);
  });
});

describe('a daily budget', () => {
  it('outlives a restart, ends at midnight, and gives nothing back when the clock goes back', () => {
    const { limiter, again, setWall, pass } = world();
    const limits = [limitOf({ kind: 'budget', calls: 2 })];
    limiter.set(limits);
    for (let i = 0; i < 2; i++) taken(limiter.take(call())).over(true);
    expect(limiter.take(call())).toContain('Try again in 12 hours.');
    const later = again();
    later.set(limits);
    expect(later.take(call())).toContain('used up');
    setWall(new Date(2026, 5, 14, 12).getTime());
    expect(later.take(call())).toContain('used up');
    setWall(new Date(2026, 5, 14, 23, 59, 59).getTime());
    pass(1000);
    taken(later.take(call()));
  });

  it('does not give back to today what was taken yesterday', () => {
    const { limiter, setWall } = world();
    limiter.set([limitOf({ kind: 'budget', calls: 1 })]);
    const old = taken(limiter.take(call()));
    setWall(new Date(2026, 5, 16, 0, 1).getTime());
    taken(limiter.take(call())).over(true);
    old.over(false);
    expect(limiter.take(call())).toContain('used up');
  });

  it('adds amounts up, exactly', () => {
    const { limiter } = world();
    limiter.set([limitOf({ kind: 'budget', amount: 0.3 })]);
    taken(limiter.take(costs('0.1'))).over(true);
    taken(limiter.take(costs('"0.2"'))).over(true);
    expect(limiter.take(costs('0.000001'))).toContain('an amount of 0.3 from midnight');
    expect(limiter.take(costs('0.4'))).toContain('This call alone is above a limit');
  });

  it('lets nothing pass whose amount can be read in more than one way, and never less than was said', () => {
    const { limiter } = world();
    limiter.set([limitOf({ kind: 'budget', amount: 100 })]);
    for (const price of ['"1e1"', '1e-9', '"1,0"', '[1]', '{"a":1}', 'true', '"ten"', '1,"price":2', '""'])
      expect(limiter.take(costs(price)), price).toContain('cannot be read');
    expect(amountOf(costs('-7'))).toBe(7_000_000);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (price) => {
        const amount = amountOf(costs(JSON.stringify(price)));
        if (amount !== undefined && Math.abs(price) < 1e9)
          expect(amount / 1e6).toBeGreaterThanOrEqual(Math.abs(price) - 1e-6);
      }),
    );
  });

  it('looks anew at what was changed on the way', () => {
    const { limiter } = world();
    limiter.set([limitOf({ kind: 'budget', amount: 50 })]);
    const one = taken(limiter.take(costs('10')));
    expect(one.changed(costs('40'))).toBeUndefined();
    expect(limiter.take(costs('11'))).toContain('used up');
    expect(one.changed(costs('51'))).toContain('This call alone is above a limit');
    one.over(false);
    taken(limiter.take(costs('50')));
  });

  it('refuses when it cannot be written, and counts nothing then', () => {
    const { limiter, breakDisk, faults } = world();
    limiter.set([
      limitOf({ kind: 'at-once', calls: 1 }, { id: 'a' }),
      limitOf({ kind: 'budget', calls: 9 }, { id: 'b' }),
    ]);
    breakDisk(true);
    expect(() => limiter.take(call())).toThrow('the disk is full');
    breakDisk(false);
    const one = taken(limiter.take(call()));
    breakDisk(true);
    one.over(false);
    expect(faults).toHaveLength(1);
    expect(limiter.view()[0]?.use).toEqual([]);
  });
});

describe('loosening', () => {
  it('is whatever could let a further call pass', () => {
    const is = (was: LimitMost, now: LimitMost): boolean => limitLoosens(limitOf(was), limitOf(now));
    expect(limitLoosens(undefined, limitOf(rate(1)))).toBe(false);
    expect(is(rate(5), rate(4))).toBe(false);
    expect(is(rate(5), rate(5, 'minute'))).toBe(false);
    expect(is(rate(5, 'minute'), rate(5))).toBe(true);
    expect(is(rate(5, 'second', 2), rate(5))).toBe(true);
    expect(is(rate(5), { kind: 'at-once', calls: 1 })).toBe(true);
    expect(is({ kind: 'budget', calls: 5, amount: 9 }, { kind: 'budget', calls: 5 })).toBe(true);
    expect(is({ kind: 'budget', calls: 5 }, { kind: 'budget', calls: 5, amount: 9 })).toBe(false);
    const about = limitOf(rate(5), { about: { server: 'a' } });
    expect(limitLoosens(limitOf(rate(5)), about)).toBe(true);
    expect(limitLoosens(about, { ...about, each: 'client' })).toBe(true);
  });
});
