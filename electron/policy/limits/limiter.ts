import { isDeepStrictEqual } from 'node:util';
import type { Limit, LimitView } from '../../../shared/model/limits.ts';
import type { CallFacts } from '../facts.ts';
import { isManagedLimit } from '../managed/call-limits.ts';
import { compileGlob } from '../regex/glob.ts';
import { amountOf } from './amounts.ts';
import { type Counter, counterFor, type Full, type LimitClock, type Over } from './counters.ts';
import { aboutSentences, againWords, mostSentences } from './limit-words.ts';
import type { SpentToday } from './spent.ts';

/** What a call uses up until it is over. */
export interface Taken {
  /**
   * Its arguments are others by now: what it costs is looked at anew. A sentence when it does not fit any more; what it
   * had used up stays counted until it is over.
   */
  changed(facts: CallFacts): string | undefined;
  /** It is over; `sent`: it was. Counts once, whatever is called how often. Never throws. */
  over(sent: boolean): void;
}

export interface LimiterPorts extends LimitClock {
  readonly spent: SpentToday;
  /** What was used up could not be written; it counts until the next midnight. */
  readonly fault: (error: unknown) => void;
}

interface Compiled {
  readonly limit: Limit;
  readonly fits: (facts: CallFacts) => boolean;
  readonly counter: Counter;
}

interface Use {
  readonly of: Compiled;
  readonly key: string;
  amount: number;
  over: Over;
}

/** Counts calls and holds them to the limits. What does not fit counts nothing at all, in no limit. */
export class Limiter {
  readonly #ports: LimiterPorts;
  #limits: readonly Compiled[] = [];

  constructor(ports: LimiterPorts) {
    this.#ports = ports;
  }

  /** Whether there is any limit: the only thing that calls pay for while there is none. */
  get any(): boolean {
    return this.#limits.length > 0;
  }

  /** Other limits hold from now on. Those that count the same in the same manner go on where they were. */
  set(limits: readonly Limit[]): void {
    const before = this.#limits;
    this.#limits = limits.map((limit) => {
      const old = before.find((one) => one.limit.id === limit.id && countsAlike(one.limit, limit));
      return {
        limit,
        fits: fitsOf(limit),
        counter: counterFor(limit, this.#ports, this.#ports.spent, old?.counter),
      };
    });
  }

  /** Counts a call, or a sentence for the AI app: which limit, and when to try again. Undefined: none is about it. */
  take(facts: CallFacts): Taken | string | undefined {
    const about = this.#limits.filter((one) => one.fits(facts));
    if (about.length === 0) return undefined;
    const amount = costOf(about, facts);
    // All are asked before one counts; of those that are full, the one that is so for longest is told.
    let worst: { readonly limit: Limit; readonly full: Full } | undefined;
    for (const { limit, counter } of about) {
      const full = counter.full(keyOf(limit, facts), amount);
      if (full !== undefined && (worst === undefined || isLonger(full, worst.full))) worst = { limit, full };
    }
    if (worst !== undefined) return refusalOf(worst.limit, worst.full);
    const uses: Use[] = [];
    try {
      for (const of of about) {
        const key = keyOf(of.limit, facts);
        const cost = amount ?? 0;
        uses.push({ of, key, amount: cost, over: of.counter.take(key, cost) });
      }
    } catch (error) {
      this.#over(uses, false);
      throw error;
    }
    let over = false;
    return {
      changed: (now) => this.#changed(uses, now),
      over: (sent) => {
        if (over) return;
        over = true;
        this.#over(uses, sent);
      },
    };
  }

  /** The limits, and what is used up of each. */
  view(): LimitView[] {
    return this.#limits.map(({ limit, counter }) => ({ limit, use: counter.use() }));
  }

  #changed(uses: readonly Use[], facts: CallFacts): string | undefined {
    const costly = uses.filter(({ of }) => isCostly(of.limit));
    if (costly.length === 0) return undefined;
    const amount = amountOf(facts);
    for (const use of costly) {
      if (amount === use.amount) continue;
      const { counter, limit } = use.of;
      use.over(false);
      const full = counter.full(use.key, amount);
      if (full === undefined && amount !== undefined) use.amount = amount;
      use.over = counter.take(use.key, use.amount);
      if (full !== undefined) return refusalOf(limit, full);
    }
    return undefined;
  }

  #over(uses: readonly Use[], sent: boolean): void {
    for (const use of uses)
      try {
        use.over(sent);
      } catch (error) {
        this.#ports.fault(error);
      }
  }
}

const isCostly = ({ most }: Limit): boolean => most.kind === 'budget' && most.amount !== undefined;
const costOf = (about: readonly Compiled[], facts: CallFacts): number | undefined =>
  about.some(({ limit }) => isCostly(limit)) ? amountOf(facts) : 0;

const isLonger = (one: Full, other: Full): boolean =>
  one.why === 'never' || one.why === 'unread' || (one.freeInMs ?? 0) > (other.freeInMs ?? 0);

const countsAlike = (one: Limit, other: Limit): boolean =>
  one.most.kind === other.most.kind && one.each === other.each && isDeepStrictEqual(one.about, other.about);

function keyOf({ each }: Limit, facts: CallFacts): string {
  if (each === undefined) return '';
  if (each === 'client') return facts.client.id;
  return each === 'server' ? facts.server : `${facts.server} ${facts.name.slice(0, 200)}`;
}

function fitsOf({ about, each }: Limit): Compiled['fits'] {
  const { client, role, server, tool, effects } = about;
  const names = tool === undefined ? undefined : compileGlob(tool);
  const onlyTools = names !== undefined || effects !== undefined || each === 'tool';
  return (facts) =>
    (client === undefined || facts.client.id === client) &&
    (role === undefined || facts.client.role === role) &&
    (server === undefined || facts.server === server) &&
    (!onlyTools || facts.kind === 'tool') &&
    (effects === undefined || effects.includes(facts.effect)) &&
    // A name that is too long to be told counts as if it were meant.
    (names === undefined || names(facts.name.normalize('NFC')) !== false);
}

function refusalOf(limit: Limit, full: Full): string {
  const whose = isManagedLimit(limit)
    ? 'a limit of the organisation that manages Doorward'
    : 'a limit in Doorward';
  const [why, then] = refused(whose, full);
  return [why, ...mostSentences(limit.most), ...aboutSentences(limit), 'Nothing was sent.', then].join(' ');
}

/** What is wrong, and what to do about it. */
function refused(whose: string, { why, freeInMs }: Full): readonly [string, string] {
  switch (why) {
    case 'unread':
      return [
        `What this call costs cannot be read from its arguments, and ${whose} counts that.`,
        'Give the amount as a plain number.',
      ];
    case 'never':
      return [`This call alone is above ${whose}.`, 'Trying again does not help; ask the person.'];
    case 'unknown':
      return [
        `What was used up today of ${whose} is not known, for it was changed outside Doorward.`,
        againWords(freeInMs ?? 0),
      ];
    default:
      return freeInMs === undefined
        ? [`As many calls are running as ${whose} allows.`, 'Try again when one of them has ended.']
        : [`What ${whose} allows is used up.`, againWords(freeInMs)];
  }
}
