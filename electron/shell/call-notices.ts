import type { HeldCall, MissedCall } from '../../shared/model/approval.ts';
import { systemTimers, type Timers } from './at-most-every.ts';
import type { Announce } from './notice-board.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

export interface CallNoticePorts {
  readonly announce: Announce;
  readonly texts: () => ShellTexts;
  /** Whether the person looks at a window of Doorward just now. */
  looking(): boolean;
  /** Whether somebody may be at the computer. */
  here(): boolean;
  /** Leads to the calls that wait. */
  readonly openWaiting: () => void;
  /** Leads to the calls that were missed. */
  readonly openMissed: () => void;
  readonly timers?: Timers;
}

/** Announces calls that nobody sees. */
export interface CallNotices {
  /** The two lists as they are now. */
  changed(pending: readonly HeldCall[], missed: readonly MissedCall[]): void;
  /** Somebody is at the computer again. */
  back(): void;
}

/** So long a question is in front of the person before it is announced. */
const UNSEEN_MS = 8000;
const EVERY_MS = 60_000;

/**
 * A question that stands there untouched is announced once, however many there are, and at most once a minute: who
 * wants to be rid of notifications would turn them all off. Nothing of a call is in it, because it may be shown on a
 * locked screen or to a whole meeting. What was missed is announced when somebody is there to read it.
 */
export function callNotices(ports: CallNoticePorts): CallNotices {
  const { timers = systemTimers } = ports;
  /** Calls nobody has touched yet, and since when. */
  const unseen = new Map<string, number>();
  /** Calls that were seen, or announced. */
  const done = new Set<string>();
  let announcedAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;
  let missed: readonly MissedCall[] = [];
  let knownMissed: ReadonlySet<string> | undefined;

  function plan(): void {
    cancel?.();
    cancel = undefined;
    if (unseen.size === 0) return;
    const due = Math.max(Math.min(...unseen.values()) + UNSEEN_MS, announcedAt + EVERY_MS);
    cancel = timers.after(Math.max(0, due - timers.now()), () => {
      cancel = undefined;
      if (!ports.looking()) {
        announcedAt = timers.now();
        ports.announce(ports.texts().notices.waiting, ports.openWaiting);
      }
      for (const id of unseen.keys()) done.add(id);
      unseen.clear();
    });
  }

  return {
    changed(pending, nowMissed) {
      const waiting = new Set(pending.map(({ id }) => id));
      for (const id of done) if (!waiting.has(id)) done.delete(id);
      for (const id of unseen.keys()) if (!waiting.has(id)) unseen.delete(id);
      for (const { id, endsAt } of pending) {
        // Its clock stands still while somebody looks at it.
        if (endsAt === undefined) {
          done.add(id);
          unseen.delete(id);
        } else if (!done.has(id) && !unseen.has(id)) unseen.set(id, timers.now());
      }
      plan();
      missed = nowMissed;
      if (knownMissed === undefined || ports.here()) knownMissed = new Set(missed.map(({ id }) => id));
    },
    back() {
      const fresh = missed.filter(
        ({ id, served, allowedUntil }) =>
          knownMissed?.has(id) === false && !served && allowedUntil === undefined,
      );
      knownMissed = new Set(missed.map(({ id }) => id));
      if (fresh.length > 0 && !ports.looking())
        ports.announce(ports.texts().notices.missed(fresh.length), ports.openMissed);
    },
  };
}
