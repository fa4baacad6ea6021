import type { CallSummary, LegRecord } from '../../../shared/model/log.ts';
import { LIVE_CALLS } from '../../../shared/model/live-bounds.ts';
import type { CutText, LiveCall } from '../../../shared/model/live.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { Call } from '../../relay/call.ts';
import type { CallWatcher } from '../../relay/call-watcher.ts';
import type { CallListener, StateCalls } from '../state/host-state.ts';
import { heldText, safeRow } from './call-row.ts';
import { type HeldText, previewOf, shown } from './held-text.ts';
import { Queue } from './queue.ts';
import { type Slot, TextShelf } from './text-shelf.ts';

/** The texts of a call as they may leave the host. */
export interface CallTexts {
  readonly args?: CutText;
  readonly result?: CutText;
  /** One that was there is kept no more: it had to make room, or the call is of an earlier run. */
  readonly gone: boolean;
}

/** The texts of a call as they are held: raw. */
export interface HeldTexts {
  readonly args: HeldText | undefined;
  /** The answer as it came from the server, also where something else was passed on. */
  readonly answer: HeldText | undefined;
  /** One that was there is kept no more. */
  readonly gone: boolean;
}

/** One call as it is held: raw, for what is secret is known only when it leaves. */
interface Entry {
  summary: CallSummary;
  readonly n: number;
  readonly legs: LegRecord[];
  args: Slot | undefined;
  result: Slot | undefined;
  /** The answer as it came, where it did not go on like that. */
  came: Slot | undefined;
  /** The row and the preview as they were made last; the row until the call changes, both until more is secret. */
  row: LiveCall | undefined;
  preview: string | undefined;
  version: number;
}

/** How much is held at most. */
export interface FeedLimits {
  readonly calls: number;
  /** All texts together, in bytes. */
  readonly textBytes: number;
}

const LIMITS: FeedLimits = { calls: LIVE_CALLS, textBytes: 32 * 1024 * 1024 };
/** Calls that run for so long that newer ones have taken their place are still heard of when they end. */
const MAX_RUNNING = 4096;
/** More legs than a road has are another program's doing. */
const MAX_LEGS = 16;

/**
 * Holds the newest calls with their texts, in memory only, for the window. Everything is bounded: the number of
 * calls, the bytes of each text and of all together. What is told of a call is redacted when it leaves, with all that
 * is known to be secret by then.
 */
export class CallFeed implements CallWatcher, StateCalls {
  readonly #secrets: KnownSecrets;
  readonly #limits: FeedLimits;
  readonly #shelf: TextShelf;
  readonly #entries = new Map<string, Entry>();
  /** The same, in the order in which calls came. */
  readonly #order = new Queue<Entry>();
  /** Those that run still and have been pushed out by newer ones, and the order in which that was. */
  readonly #running = new Map<string, Entry>();
  readonly #runningOrder = new Queue<Entry>();
  #listener: CallListener | undefined;
  #next = 1;

  constructor(secrets: KnownSecrets, limits: FeedLimits = LIMITS) {
    this.#secrets = secrets;
    this.#limits = limits;
    this.#shelf = new TextShelf(limits.textBytes);
  }

  /** Bytes of texts that are held. */
  get textBytes(): number {
    return this.#shelf.bytes;
  }

  /** Begins with calls of earlier runs, newest first; without texts, which were never kept. */
  fill(earlier: readonly CallSummary[]): void {
    const oldestFirst = earlier.slice(0, this.#limits.calls).toReversed();
    for (const [i, found] of oldestFirst.entries()) {
      const ended = found.outcome !== 'open';
      const summary = ended ? found : { ...found, reason: 'Doorward stopped before this call ended.' };
      const n = i + 1 - oldestFirst.length;
      this.#add(entryOf(summary, n));
    }
  }

  opened(call: Call, args: Buffer | undefined): void {
    const entry = entryOf(
      {
        call: call.id,
        at: call.at,
        clientId: call.client.id,
        clientName: call.client.name,
        direction: call.direction,
        server: call.server?.id ?? '',
        method: call.message.method,
        name: heldText(call.name),
        outcome: 'open',
        ...(args === undefined ? {} : { argsBytes: args.length }),
      },
      this.#next++,
    );
    if (args !== undefined) entry.args = this.#shelf.put(args);
    this.#add(entry);
    this.#listener?.changed(call.id);
  }

  leg(leg: LegRecord, text: Buffer | undefined): void {
    const entry = this.#entries.get(leg.call) ?? this.#running.get(leg.call);
    if (entry === undefined) return;
    const { summary } = entry;
    entry.row = undefined;
    const name = heldText(leg.name);
    const reason = leg.reason === undefined ? {} : { reason: heldText(leg.reason) };
    entry.summary = {
      ...summary,
      server: leg.server === '' ? summary.server : leg.server,
      name,
      outcome: leg.outcome,
      ...(leg.durationMs === undefined ? {} : { durationMs: leg.durationMs }),
      ...(leg.resultBytes === undefined ? {} : { resultBytes: leg.resultBytes }),
      ...reason,
    };
    if (entry.legs.length < MAX_LEGS) entry.legs.push({ ...leg, name, ...reason });
    if (text !== undefined && leg.leg === 'answered') {
      this.#shelf.drop(entry.result);
      entry.result = this.#shelf.put(text);
    }
    // With a listener it stays until the listener has fetched its end.
    if (this.#listener !== undefined) this.#listener.changed(leg.call);
    else if (leg.outcome !== 'open') this.#over(leg.call);
  }

  listen(listener: CallListener | undefined): void {
    this.#listener = listener;
  }

  newest(n: number): readonly LiveCall[] {
    if (n < 1) return [];
    return this.#order.last(Math.trunc(n)).map((entry) => this.#rowOf(entry));
  }

  row(call: string): LiveCall | undefined {
    const entry = this.#entries.get(call);
    if (entry !== undefined) return this.#rowOf(entry);
    const late = this.#running.get(call);
    if (late === undefined) return undefined;
    const row = this.#rowOf(late);
    if (row.outcome !== 'open') this.#over(call);
    return row;
  }

  /** What is held of one call: its legs as they were handed to the log, and its texts; undefined when nothing is. */
  detail(call: string): { readonly legs: readonly LegRecord[]; readonly texts: CallTexts } | undefined {
    const entry = this.#entries.get(call) ?? this.#running.get(call);
    if (entry === undefined) return undefined;
    const { args, result } = entry;
    const earlier = entry.n < 1;
    return {
      legs: entry.legs.map((leg) => safeRow(leg, this.#secrets)),
      texts: {
        ...(args?.held && { args: shown(args.held, this.#secrets) }),
        ...(result?.held && { result: shown(result.held, this.#secrets) }),
        gone: earlier || [args, result].some((slot) => slot !== undefined && slot.held === undefined),
      },
    };
  }

  /** The answer of a server to a call, of which something else goes on, or nothing. Kept as it came first. */
  came(call: string, answer: Buffer): void {
    const entry = this.#entries.get(call) ?? this.#running.get(call);
    if (entry !== undefined) entry.came ??= this.#shelf.put(answer);
  }

  /** The texts of one call for those who look into them; undefined when nothing is held of it. */
  held(call: string): HeldTexts | undefined {
    const entry = this.#entries.get(call) ?? this.#running.get(call);
    if (entry === undefined) return undefined;
    const answer = entry.came ?? entry.result;
    const lost = [entry.args, answer].some((slot) => slot !== undefined && slot.held === undefined);
    return { args: entry.args?.held, answer: answer?.held, gone: entry.n < 1 || lost };
  }

  #rowOf(entry: Entry): LiveCall {
    const { version } = this.#secrets;
    if (entry.version !== version) {
      const held = entry.args?.held;
      entry.preview = held && previewOf(held, this.#secrets);
      entry.row = undefined;
      entry.version = version;
    }
    entry.row ??= {
      ...safeRow(entry.summary, this.#secrets),
      n: entry.n,
      ...(entry.preview === undefined ? {} : { preview: entry.preview }),
    };
    return entry.row;
  }

  #add(entry: Entry): void {
    this.#entries.set(entry.summary.call, entry);
    this.#order.push(entry);
    const oldest = this.#order.size > this.#limits.calls ? this.#order.shift() : undefined;
    if (oldest === undefined) return;
    const { call, outcome } = oldest.summary;
    this.#entries.delete(call);
    if (outcome === 'open' && oldest.n > 0) this.#waitFor(oldest);
    else {
      this.#release(oldest);
      this.#listener?.dropped(call);
    }
  }

  #waitFor(entry: Entry): void {
    this.#running.set(entry.summary.call, entry);
    this.#runningOrder.push(entry);
    if (this.#runningOrder.size > 2 * MAX_RUNNING)
      this.#runningOrder.keep(({ summary }) => this.#running.has(summary.call));
    while (this.#running.size > MAX_RUNNING) this.#over(this.#runningOrder.shift()?.summary.call ?? '');
  }

  /** A call that was only waited for any more has ended, or too many are. */
  #over(call: string): void {
    const entry = this.#running.get(call);
    if (entry === undefined) return;
    this.#running.delete(call);
    this.#release(entry);
    this.#listener?.dropped(call);
  }

  #release(entry: Entry): void {
    this.#shelf.drop(entry.args);
    this.#shelf.drop(entry.result);
    this.#shelf.drop(entry.came);
  }
}

function entryOf(summary: CallSummary, n: number): Entry {
  return {
    summary,
    n,
    legs: [],
    args: undefined,
    result: undefined,
    came: undefined,
    row: undefined,
    preview: undefined,
    version: -1,
  };
}
