import type { LimitsView } from '../../../shared/model/limits.ts';
import type { Limit } from '../../../shared/model/limits.ts';
import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import { Limiter } from '../../policy/limits/limiter.ts';
import { LoopFinder } from '../../policy/limits/loop-finder.ts';
import { localDay, SpentToday } from '../../policy/limits/spent.ts';
import { isManagedLimit, limitsOf } from '../../policy/managed/call-limits.ts';
import type { RoadLimits } from '../../stages/rate-limit.ts';
import type { Profile } from '../open-profile.ts';
import { argsDigest } from '../policy/call-facts.ts';
import type { Judge } from '../policy/judge.ts';
import { type LimitBook, openLimitBook } from './limit-book.ts';

export interface OpenLimitsPorts {
  readonly profile: Pick<Profile, 'rows' | 'seals' | 'guard' | 'logger'>;
  readonly judge: Pick<Judge, 'facts'>;
  /** What an organisation says; without it, nobody does. */
  readonly managed?: { current(): ManagedPolicy | undefined; onChange(listener: () => void): void };
  /** Milliseconds since the epoch, and monotonic milliseconds. */
  readonly clock: () => number;
  readonly now: () => number;
}

/** The limits of one running host. */
export interface LimitsRoom {
  readonly book: LimitBook;
  readonly road: RoadLimits;
  /** All limits, those of an organisation first, and what is used up of them now. */
  view(): LimitsView;
  /** Whether it is one that nobody can change here. */
  isManaged(id: string): boolean;
  /** What a person should know about how it was found, one sentence each. */
  readonly notices: readonly string[];
}

/**
 * Opens the limits. Every limit holds for itself, so one of a person never gives back what one of an organisation takes.
 * With limits lost, everything is asked about until a person lifts that, as with lost
 * rules.
 */
export function openLimits({ profile, judge, managed, clock, now }: OpenLimitsPorts): LimitsRoom {
  const { rows, seals, guard, logger } = profile;
  const locked = seals.report.state === 'locked';
  const today = () => localDay(clock());
  const book = openLimitBook({ rows, locked, today: () => today().name });
  for (const notice of book.notices) logger.warn(notice);
  if (book.distrusted && !locked && guard.state() === 'usual') guard.set('ask');

  const limiter = new Limiter({
    now,
    clock,
    today,
    spent: new SpentToday(book.spent),
    fault: (error) => logger.error('What was used up of a limit was not kept', { error: String(error) }),
  });
  // An id that an organisation's limit could have is left out: both would count in one place.
  const own = (): Limit[] => book.limits().filter((one) => !isManagedLimit(one));
  const apply = (): void => limiter.set([...limitsOf(managed?.current()), ...own()]);
  apply();
  book.onChange(apply);
  managed?.onChange(apply);
  const loops = new LoopFinder(now);

  const road: RoadLimits = {
    get any() {
      return limiter.any;
    },
    get loops() {
      return book.loops() === 'ask';
    },
    take(call) {
      const facts = judge.facts(call);
      const taken = facts && limiter.take(facts);
      if (taken === undefined || typeof taken === 'string') return taken;
      return {
        changed(later) {
          const other = judge.facts(later);
          return other === undefined ? 'This call is another one by now.' : taken.changed(other);
        },
        over: (sent) => taken.over(sent),
      };
    },
    seen: (print) => loops.seen(print),
    repeated(call) {
      const facts = judge.facts(call);
      if (facts === undefined) return undefined;
      const { client, server, name, args, effect } = facts;
      const key = JSON.stringify([client.id, server, name, argsDigest(args)]);
      return loops.repeated({ key, reads: effect === 'read' });
    },
  };
  return {
    book,
    road,
    view: () => ({
      limits: limiter.view().map((one) => (isManagedLimit(one.limit) ? { ...one, managed: true } : one)),
      loops: book.loops(),
    }),
    isManaged: (id) => isManagedLimit({ id }),
    notices: book.notices,
  };
}
