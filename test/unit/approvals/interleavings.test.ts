import { VALID_MS } from '../../../electron/approvals/decisions.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bond, Decision } from '../../../electron/approvals/contract.ts';
import type { Effect } from '../../../shared/model/review.ts';
import { type About, aKit, BOND, HOUR, type Kit, ONCE, settle, type Watched } from './desk-kit.ts';

// Bar R6: whatever happens in whatever order, nothing is allowed that no person (and no rule) allowed, bound to that
// very call; a decision is used once; every question ends once.

type Step =
  | { readonly do: 'ask'; readonly call: number }
  | { readonly do: 'allow' | 'longer' | 'deny' | 'allow-missed' | 'deny-missed'; readonly which: number }
  | { readonly do: 'gone' | 'touch' | 'leave'; readonly which: number }
  | { readonly do: 'redeem'; readonly which: number; readonly call: number; readonly policy: number }
  | { readonly do: 'advance' | 'jump'; readonly ms: number }
  | { readonly do: 'presence'; readonly here: boolean }
  | { readonly do: 'rules'; readonly call: number; readonly verdict: 'allow' | 'ask' | 'block' }
  | { readonly do: 'input' | 'fail' | 'fail-removing' | 'restart' | 'kill' };

const TOOLS: readonly (readonly [string, Effect])[] = [
  ['read_file', 'read'],
  ['send_mail', 'send'],
];
/** Two apps × two tools × three sets of arguments, of which the first two are like each other. */
const CALLS = ['claude', 'cursor'].flatMap((client) =>
  TOOLS.flatMap(([name, effect]) =>
    ['one', 'two', 'other'].map((args) => ({
      bond: { ...BOND, client, name, args } satisfies Bond,
      effect,
      args,
    })),
  ),
);
const folderOf = (args: string): string => (args === 'other' ? '/b' : '/a');

const which = fc.nat(5);
const call = fc.nat(CALLS.length - 1);
const of = <const Name extends string>(...names: readonly Name[]) => fc.constantFrom(...names);
const ms = fc.constantFrom(1, 5000, 31_000, 46_000, 6 * 60_000, HOUR, 9 * HOUR);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: of('ask'), call }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: of('allow', 'longer', 'deny', 'allow-missed', 'allow-missed', 'deny-missed'),
      which,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: of('gone', 'touch', 'leave'), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: of('redeem'), which, call, policy: fc.integer({ min: -1, max: 0 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: of('advance'), ms }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('jump'),
      ms: fc.tuple(of('+', '-'), ms).map(([sign, by]) => (sign === '-' ? -by : by)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('presence'), here: fc.constantFrom(true, true, true, false) }) },
  { weight: 2, arbitrary: fc.record({ do: of('rules'), call, verdict: of('allow', 'ask', 'ask', 'block') }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: of('input', 'fail', 'fail', 'fail-removing', 'restart', 'kill') }),
  },
);

interface Ask {
  readonly watched: Watched;
  readonly call: (typeof CALLS)[number];
  heard: boolean;
}
/** A late answer: which call it is about, and when it was given, by both kinds of time. */
interface Late {
  readonly call: (typeof CALLS)[number];
  readonly at: number;
  readonly gone: number;
  served: boolean;
}
interface Issued {
  readonly decision: Decision;
  readonly call: (typeof CALLS)[number];
  readonly run: number;
  readonly at: number;
  readonly gone: number;
  used: number;
}

function must(holds: boolean, otherwise: string): void {
  // `expect` itself would take most of the time here.
  if (!holds) throw new Error(otherwise);
}

/** Plays a schedule on a real desk, and holds every "allowed" against what was really answered. */
class Play {
  readonly kit: Kit = aKit();
  readonly rules = new Map<string, 'allow' | 'ask' | 'block'>();
  readonly late = new Map<string, Late>();
  readonly issued: Issued[] = [];
  /** Calls that were missed, by id: the desk does not tell the bond. */
  readonly missedCalls = new Map<string, (typeof CALLS)[number]>();
  asks: Ask[] = [];
  /** Ids that a person said yes to; ids that a rule let pass. */
  readonly yes = new Set<string>();
  run = 0;
  gone = 0;
  allowed = 0;

  async step(one: Step): Promise<void> {
    const { kit } = this;
    const { desk } = kit;
    const servedBefore = new Set(desk.missed().flatMap(({ id, served }) => (served ? [id] : [])));
    let passing: Ask[] = [];
    let asked: Ask | undefined;
    switch (one.do) {
      case 'ask': {
        const chosen = CALLS[one.call] as (typeof CALLS)[number];
        asked = { watched: kit.ask(this.about(chosen)), call: chosen, heard: false };
        this.asks.push(asked);
        this.missedCalls.set(asked.watched.id, chosen);
        break;
      }
      case 'allow':
      case 'longer': {
        const held = desk.pending()[one.which % Math.max(1, desk.pending().length)];
        if (held === undefined) break;
        const longer = one.do === 'longer';
        const answered = desk.allow(held.id, longer ? { ...ONCE, duration: '5m', scope: 'tool' } : ONCE);
        if (answered.ok && !held.appGone) this.yes.add(held.id);
        if (answered.ok && 'allowedUntil' in answered.value) this.answered(held.id);
        break;
      }
      case 'deny': {
        const held = desk.pending()[one.which % Math.max(1, desk.pending().length)];
        if (held !== undefined) desk.deny(held.id, 'no', 'window');
        break;
      }
      case 'allow-missed': {
        const missed = desk.missed()[one.which % Math.max(1, desk.missed().length)];
        if (missed !== undefined && desk.allow(missed.id, ONCE).ok) this.answered(missed.id);
        break;
      }
      case 'deny-missed': {
        const missed = desk.missed()[one.which % Math.max(1, desk.missed().length)];
        if (missed !== undefined && desk.deny(missed.id, undefined, 'window').ok) this.late.delete(missed.id);
        break;
      }
      case 'gone':
        this.asks[one.which % Math.max(1, this.asks.length)]?.watched.gone();
        break;
      case 'touch':
      case 'leave': {
        const held = desk.pending()[one.which % Math.max(1, desk.pending().length)];
        if (held !== undefined) desk[one.do](held.id);
        break;
      }
      case 'redeem':
        this.redeem(one);
        break;
      case 'advance':
        this.gone += one.ms;
        kit.clock.advance(one.ms);
        break;
      case 'jump':
        kit.clock.jump(one.ms);
        break;
      case 'presence':
        kit.presence = one.here ? 'here' : 'away';
        break;
      case 'rules':
        this.rules.set(JSON.stringify((CALLS[one.call] as (typeof CALLS)[number]).bond), one.verdict);
        kit.policy++;
        passing = this.asks.filter(({ call }) => this.verdictOf(call.bond) === 'allow');
        desk.recheck();
        break;
      case 'input':
        kit.input();
        break;
      case 'fail':
        kit.store.fails = true;
        break;
      case 'fail-removing':
        kit.store.removes = !kit.store.removes;
        break;
      case 'restart':
        desk.close();
        await settle();
        for (const { watched } of this.asks) expect(watched.outcomes).toHaveLength(1);
        this.restart();
        break;
      case 'kill':
        this.restart();
        break;
    }
    await settle();
    this.judge(passing, asked, servedBefore);
    this.consistent();
  }

  /** Every outcome that was heard in this step has a cause. */
  private judge(passing: readonly Ask[], asked: Ask | undefined, servedBefore: ReadonlySet<string>): void {
    for (const ask of this.asks) {
      const { watched, call } = ask;
      must(watched.outcomes.length <= 1, 'settled twice');
      const [outcome] = watched.outcomes;
      if (outcome === undefined || ask.heard) continue;
      ask.heard = true;
      if (outcome.kind === 'refused') {
        expect(outcome.sentence).toMatch(/\.(?: |"|$)|"$/);
        continue;
      }
      this.allowed++;
      const { decision } = outcome;
      expect(decision.bond).toEqual(call.bond);
      expect(decision.policy).toBe(this.kit.policy);
      expect(this.kit.store.kept.has(`decision:${decision.nonce}`)).toBe(true);
      expect(this.issued.every((other) => other.decision.nonce !== decision.nonce)).toBe(true);
      this.issued.push({ decision, call, run: this.run, at: this.kit.clock.now(), gone: this.gone, used: 0 });
      expect(this.verdictOf(call.bond)).not.toBe('block');
      if (this.yes.has(watched.id) || passing.includes(ask)) continue;
      // Nobody answered this very question: a late answer must have served it, and only just now.
      expect(ask).toBe(asked);
      const served = this.kit.desk.missed().filter(({ id, served: is }) => is && !servedBefore.has(id));
      expect(served).toHaveLength(1);
      const late = this.late.get(served[0]?.id ?? '');
      if (late === undefined) throw new Error('served by a call that nobody allowed');
      expect(late.served).toBe(false);
      late.served = true;
      const now = this.kit.clock.now();
      expect(now).toBeGreaterThanOrEqual(late.at);
      expect(now).toBeLessThan(late.at + HOUR);
      expect(this.gone).toBeLessThan(late.gone + HOUR);
      const like = call.effect === 'read' && folderOf(call.args) === folderOf(late.call.args);
      expect({ ...late.call.bond, args: '' }).toEqual({ ...call.bond, args: '' });
      expect(late.call.args === call.args || like).toBe(true);
    }
  }

  /** The lists and the clocks say the same as the questions. */
  private consistent(): void {
    const { desk, clock } = this.kit;
    const pending = desk.pending();
    const listed = new Set(pending.map(({ id }) => id));
    must(listed.size === pending.length, 'listed twice');
    for (const { watched } of this.asks)
      must(watched.outcomes.length > 0 || listed.has(watched.id), 'waits unseen');
    for (const held of pending) {
      const ask = this.asks.find(({ watched }) => watched.id === held.id);
      must(ask?.watched.outcomes.length === (held.appGone ? 1 : 0), 'listed, yet over');
    }
    const missed = desk.missed();
    must(new Set(missed.map(({ id }) => id)).size === missed.length, 'missed twice');
    must(!missed.some(({ id }) => listed.has(id)), 'waits and missed');
    // One for each question, missed call, late answer, decision, and app that cools down; after a kill also those of before.
    const least = pending.length + missed.length;
    const most = pending.length + 2 * missed.length + this.issued.length + 2;
    must(this.run > 0 || (clock.timers >= least && clock.timers <= most), 'clocks and lists differ');
  }

  private redeem({ which: n, call: other, policy }: Extract<Step, { do: 'redeem' }>): void {
    const issued = this.issued[n % Math.max(1, this.issued.length)];
    if (issued === undefined) return;
    const { kit } = this;
    const { bond } = n % 2 === 0 ? issued.call : (CALLS[other] as (typeof CALLS)[number]);
    const answer = kit.desk.redeem(issued.decision, bond, kit.policy + policy);
    if (answer !== undefined) return must(/^[A-Z].+\.$/.test(answer), 'no sentence');
    issued.used++;
    expect(issued.used).toBe(1);
    expect(bond).toEqual(issued.call.bond);
    expect(issued.decision.policy).toBe(kit.policy + policy);
    expect(issued.run).toBe(this.run);
    expect(this.gone - issued.gone).toBeLessThan(VALID_MS);
    expect(kit.clock.now() - issued.at).toBeLessThan(VALID_MS);
    expect(kit.clock.now()).toBeGreaterThanOrEqual(issued.at);
    expect(kit.store.kept.get(`decision:${issued.decision.nonce}`)).toContain('"used":true');
  }

  private answered(id: string): void {
    const call = this.missedCalls.get(id);
    if (call === undefined) throw new Error('a missed call that was never asked');
    const until = this.kit.desk.missed().find((one) => one.id === id)?.allowedUntil ?? 0;
    const before = this.late.get(id);
    // Allowed already: the first answer counts; unless it is over, and the clock was put back to when it was given.
    if (before?.at === until - HOUR && this.gone < before.gone + HOUR) return;
    this.late.set(id, { call, at: this.kit.clock.now(), gone: this.gone, served: false });
  }

  private about({ bond, effect, args }: (typeof CALLS)[number]): About {
    return {
      bond,
      effect,
      like: [{ pointer: '/path', test: { is: 'in-folder', folder: folderOf(args) } }],
      fits: (conditions) =>
        conditions.every(({ test }) => test.is === 'in-folder' && test.folder === folderOf(args)),
      again: () => ({
        ruling: { ...this.kit.question().ruling, decision: this.verdictOf(bond) },
        policy: this.kit.policy,
      }),
    };
  }

  private verdictOf(bond: Bond): 'allow' | 'ask' | 'block' {
    return this.rules.get(JSON.stringify(bond)) ?? 'ask';
  }

  private restart(): void {
    this.kit.store.fails = false;
    this.kit.restart();
    this.asks = [];
    this.run++;
  }

  async end(): Promise<void> {
    const { desk, clock, store } = this.kit;
    store.fails = 'always';
    desk.close();
    await settle();
    for (const { watched } of this.asks) expect(watched.outcomes).toHaveLength(1);
    expect(desk.pending()).toEqual([]);
    for (const { decision, call } of this.issued)
      expect(desk.redeem(decision, call.bond, decision.policy)).toBeTypeOf('string');
    if (this.run === 0) expect(clock.timers).toBe(0);
  }
}

const RUNS = 10_000;

it('10,000 schedules: nothing is allowed without an answer, everything ends once', async () => {
  let allowed = 0;
  let used = 0;
  let late = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30, size: 'max' }), async (steps) => {
      const play = new Play();
      for (const one of steps) await play.step(one);
      await play.end();
      allowed += play.allowed;
      used += play.issued.reduce((sum, issued) => sum + issued.used, 0);
      late += [...play.late.values()].filter(({ served }) => served).length;
    }),
    { numRuns: RUNS },
  );
  // The schedules reach what they are about.
  expect(allowed).toBeGreaterThan(3000);
  expect(used).toBeGreaterThan(300);
  expect(late).toBeGreaterThan(100);
}, 600_000);
