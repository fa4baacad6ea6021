import type { MissedCall } from '../../shared/model/approval.ts';
import type { ArgCondition } from '../../shared/model/policy.ts';
import type { Effect } from '../../shared/model/review.ts';
import type { Decider } from '../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { frozenBond, isMild, sameBond, sameTarget } from './bonds.ts';
import type { DeskPorts, Question } from './contract.ts';
import { missedFrom, type Shown } from './held.ts';
import { hasLike } from './offers.ts';
import { type KeptRecords, missedKey, type MissedRecord } from './records.ts';
import { NO_SUCH_CALL, NOT_RECORDED, NOT_TAKEN_BACK } from './sentences.ts';

const MAX_MISSED = 500;
const MAX_CONDITIONS = 32;
const MAX_LIKE_CHARS = 16 * 1024;

/** One missed call. `call.allowedUntil` is there exactly while, or until, its answer may serve a retry. */
export interface Missed {
  record: MissedRecord;
  endListing: () => void;
  endAnswer: () => void;
}

/** What the list needs of the desk's ports. */
export type MissedPorts = Pick<DeskPorts, 'now' | 'after' | 'store' | 'settings'>;

/**
 * Calls that nobody answered in time, and late answers to them: each serves one retry. They outlive a restart. Time
 * is counted as it goes by and by the time of day, and whichever says "over" first is right.
 */
export class MissedCalls {
  readonly #ports: MissedPorts;
  readonly #changed: () => void;
  readonly #calls = new Map<string, Missed>();

  constructor(ports: MissedPorts, kept: KeptRecords, changed: () => void) {
    this.#ports = ports;
    this.#changed = changed;
    const now = ports.now();
    const turnedBack = now < kept.newest;
    for (const record of kept.missed.toSorted((a, b) => a.call.at - b.call.at)) {
      const { call, allowedAt } = record;
      if (now >= call.until) {
        this.#forget(call.id);
        continue;
      }
      const live =
        allowedAt !== undefined &&
        call.allowedUntil !== undefined &&
        (call.served || (!turnedBack && now < call.allowedUntil));
      this.#keep(live ? record : unanswered(record));
    }
  }

  /** Oldest first. */
  list(): MissedCall[] {
    return [...this.#calls.values()].map(({ record }) => record.call);
  }

  has(id: string): boolean {
    return this.#calls.has(id);
  }

  /** Takes out what is listed no longer by the time of day. True: something was taken out. */
  prune(): boolean {
    const now = this.#ports.now();
    const over = [...this.#calls.values()].filter(({ record }) => now >= record.call.until);
    for (const { record } of over) this.#drop(record.call.id);
    return over.length > 0;
  }

  /** Lists a call. The same call missed before, without an answer, makes room for it. */
  add(id: string, question: Question, shown: Shown, why: MissedCall['why']): void {
    const { bond, like } = question;
    for (const { record } of this.#calls.values())
      if (record.call.allowedUntil === undefined && sameBond(record.bond, bond)) this.#drop(record.call.id);
    const at = this.#ports.now();
    const call = missedFrom(shown, { id, at, until: at + this.#ports.settings().missedMs, why });
    const kept = this.#keep({
      v: 1,
      is: 'missed',
      bond: frozenBond(bond),
      call,
      ...(isMild(shown.effect) && isKeepable(like) ? { like: [...like] } : {}),
    });
    try {
      this.#save(kept.record);
    } catch {
      // It is listed while this run lasts; an answer to it is refused unless that can be recorded.
    }
  }

  /** Answers a missed call: from now on it serves one retry, for a time. Nothing is allowed unless it is on disk. */
  allow(id: string, by: Decider): Result<MissedCall> {
    const missed = this.#calls.get(id);
    if (missed === undefined) return fail('unknown', NO_SUCH_CALL);
    const { call } = missed.record;
    if (call.served)
      return fail('refused', 'The app has made this call in the meantime, and it was let through.');
    if (this.#live(missed)) return ok(call);
    const { lateMs } = this.#ports.settings();
    const allowedAt = this.#ports.now();
    const allowedUntil = allowedAt + lateMs;
    const answered: MissedRecord = {
      ...missed.record,
      call: { ...call, allowedUntil, until: Math.max(call.until, allowedUntil) },
      allowedAt,
      by,
    };
    try {
      this.#save(answered);
    } catch {
      return fail('refused', NOT_RECORDED);
    }
    this.#keep(answered);
    return ok(answered.call);
  }

  /** Takes a missed call off the list, and its answer with it. Fails when the answer might come back with a restart. */
  remove(id: string): Result<MissedCall> {
    const call = this.#calls.get(id)?.record.call;
    if (call === undefined) return fail('unknown', NO_SUCH_CALL);
    const gone = this.#drop(id);
    return gone || call.allowedUntil === undefined ? ok(call) : fail('refused', NOT_TAKEN_BACK);
  }

  /** The answered call of which this one is a retry: the very same before one that it is merely like. */
  servedBy(question: Question, effect: Effect): string | undefined {
    this.prune();
    const live = [...this.#calls.values()].filter((missed) => this.#live(missed));
    const { bond } = question;
    const found =
      live.find(({ record }) => sameBond(record.bond, bond)) ??
      live.find(({ record }) => isMild(effect) && isLike(record, question, effect));
    return found?.record.call.id;
  }

  /** Uses an answer up. Throws when that cannot be recorded; it is used up all the same. */
  use(id: string): void {
    const missed = this.#calls.get(id);
    if (missed === undefined) throw new Error('no such missed call');
    missed.endAnswer();
    missed.endAnswer = () => {};
    missed.record = { ...missed.record, call: { ...missed.record.call, served: true } };
    this.#save(missed.record);
  }

  close(): void {
    for (const { endListing, endAnswer } of this.#calls.values()) {
      endListing();
      endAnswer();
    }
  }

  #live({ record: { call, allowedAt } }: Missed): boolean {
    const now = this.#ports.now();
    return (
      !call.served &&
      allowedAt !== undefined &&
      call.allowedUntil !== undefined &&
      now >= allowedAt &&
      now < call.allowedUntil
    );
  }

  /** Puts a record in the list, at the end unless it is there already, and starts its clocks. */
  #keep(record: MissedRecord): Missed {
    const { now, after, settings } = this.#ports;
    const { id, until, allowedUntil, served } = record.call;
    const former = this.#calls.get(id);
    former?.endListing();
    former?.endAnswer();
    const { missedMs, lateMs } = settings();
    const kept: Missed = {
      record,
      endListing: after(Math.min(until - now(), Math.max(missedMs, lateMs)), () => {
        this.#drop(id);
        this.#changed();
      }),
      endAnswer:
        allowedUntil === undefined || served
          ? () => {}
          : after(Math.min(allowedUntil - now(), lateMs), () => this.#answerOver(id)),
    };
    this.#calls.set(id, kept);
    if (this.#calls.size > MAX_MISSED) this.#drop(this.#leastMissed(id));
    return kept;
  }

  #answerOver(id: string): void {
    const missed = this.#calls.get(id);
    if (missed === undefined) return;
    missed.record = unanswered(missed.record);
    try {
      this.#save(missed.record);
    } catch {
      // After a restart the time of day ends it.
    }
    this.#changed();
  }

  /** The oldest call of the app that has most of them: an app that floods the list pushes out its own. */
  #leastMissed(newest: string): string {
    const counts = new Map<string, number>();
    for (const { record } of this.#calls.values())
      counts.set(record.bond.client, (counts.get(record.bond.client) ?? 0) + 1);
    const most = Math.max(...counts.values());
    for (const [id, { record }] of this.#calls)
      if (id !== newest && counts.get(record.bond.client) === most) return id;
    return newest;
  }

  /** False: it is in the list no longer, yet still on disk. */
  #drop(id: string): boolean {
    const missed = this.#calls.get(id);
    if (missed === undefined) return true;
    missed.endListing();
    missed.endAnswer();
    this.#calls.delete(id);
    return this.#forget(id);
  }

  #save(record: MissedRecord): void {
    const { like, ...rest } = record;
    const onDisk = like === undefined || holdsTexts(like) ? rest : record;
    this.#ports.store.put(missedKey(record.call.id), JSON.stringify(onDisk));
  }

  #forget(id: string): boolean {
    try {
      this.#ports.store.remove(missedKey(id));
      return true;
    } catch {
      return false;
    }
  }
}

/** The record without its answer. */
function unanswered({ allowedAt: _at, by: _by, call, ...rest }: MissedRecord): MissedRecord {
  const { allowedUntil: _, ...listed } = call;
  return { ...rest, call: listed };
}

/** Conditions may hold whole arguments of an app, and hundreds are kept: large ones are not, and only the very same is served. */
function isKeepable(like: Question['like']): like is readonly ArgCondition[] {
  return hasLike(like) && like.length <= MAX_CONDITIONS && JSON.stringify(like).length <= MAX_LIKE_CHARS;
}

/**
 * Whether conditions hold arguments as they were sent, which may be secret: they never reach the disk, and after a
 * restart only the very same call is served.
 */
function holdsTexts(like: readonly ArgCondition[]): boolean {
  const isText = (value: unknown): boolean =>
    typeof value === 'string' || (typeof value === 'object' && value !== null);
  return like.some(
    ({ test }) =>
      (test.is === 'equals' && isText(test.value)) || (test.is === 'one-of' && test.values.some(isText)),
  );
}

/** Whether a read or write is like one that was allowed late. An error in the comparison is a no. */
function isLike(record: MissedRecord, question: Question, effect: Effect): boolean {
  if (record.call.effect !== effect || record.like === undefined) return false;
  if (!sameTarget(record.bond, question.bond)) return false;
  try {
    return question.fits?.(record.like) === true;
  } catch {
    return false;
  }
}
