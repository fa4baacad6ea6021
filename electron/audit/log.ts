import type { EndedAs } from '../../shared/model/history.ts';
import type { CallSummary, LegRecord } from '../../shared/model/log.ts';
import type { Effect } from '../../shared/model/review.ts';
import type { LogAnchor } from './anchor.ts';
import type { OverviewCounts, OverviewQuery } from './overview.ts';
import type { LogReport, ReportQuery } from './report.ts';
import type { SessionRows } from './session.ts';
import type { RawText } from './texts/raw-text.ts';

export interface LogQuery {
  readonly limit: number;
  /** Only calls before this one (the `call` of the last row of the previous page). */
  readonly before?: string;
  readonly client?: string;
  readonly server?: string;
  readonly name?: string;
  readonly outcome?: EndedAs;
  readonly effect?: Effect;
  /** Only calls in which something was found. */
  readonly found?: true;
  /** Milliseconds since the epoch, inclusive. */
  readonly since?: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly until?: number;
  /** Words, each of which begins a word of the call's texts. */
  readonly search?: string;
}

/** What is exported: rows in the order of the log, those that fit all that is given. */
export interface ExportQuery {
  readonly format: 'jsonl' | 'csv';
  /** Milliseconds since the epoch: from then on, and before then. */
  readonly since?: number;
  readonly until?: number;
  readonly client?: string;
  readonly server?: string;
}

export interface LoggedLeg extends LegRecord {
  readonly seq: number;
  /** Hash of this row chained to the one before, as 64 hex characters. */
  readonly hash: string;
}

/** A call as it stands in the log, with what was decided about it (JSON of `recordedRuling`). */
export interface RecordedCall extends CallSummary {
  readonly ruling?: string;
}

/**
 * What is wrong with a log. `rewritten`: rows fit each other but not a signed checkpoint behind them. `rolled-back`:
 * it is not the one that had been there. `cut-off`: its end is missing. `damaged`: it cannot be read as what it is.
 * `signature`: a checkpoint or a seal is missing, was changed, or is of another key.
 */
export type LogProblem =
  | 'changed'
  | 'deleted'
  | 'added'
  | 'reordered'
  | 'rewritten'
  | 'rolled-back'
  | 'cut-off'
  | 'damaged'
  | 'signature';

export interface VerifyReport {
  readonly ok: boolean;
  /** Rows that were read and fit, from the oldest on. */
  readonly rows: number;
  /** Sequence number of the first row that does not fit, when `ok` is false. */
  readonly firstBad?: number;
  readonly problem?: LogProblem;
  /** The oldest row, when those before it were removed because they were old. */
  readonly first?: number;
  /** The newest row that something signed vouches for, and with it for all before; rows after it only fit each other. */
  readonly signedTo?: number;
  /** The public key that signed it, as 64 hex characters, and whether it was known from elsewhere. */
  readonly key?: string;
  readonly keyKnown?: boolean;
  readonly sentence: string;
}

/** What a log is held against. */
export interface VerifyAgainst {
  /** Public keys that may have signed it. */
  readonly keys?: readonly string[];
  /** What Doorward noticed at a start is left out: it is about to be accepted. */
  readonly accepting?: true;
  /** A public key that is known here; another one is no fault. */
  readonly own?: string;
  /** How far it had come. */
  readonly anchor?: LogAnchor;
}

/** A piece of an export, of whole lines. */
export interface ExportPiece {
  readonly text: string;
  /** Names the rest; absent at the end. */
  readonly next?: string;
}

/** Calls of a session, oldest first. */
export interface RecordedSession extends Omit<SessionRows, 'rows'> {
  readonly calls: RecordedCall[];
}

/** The record of calls. Writing never blocks the main thread; reading goes to the same worker. */
export interface AuditLog {
  /**
   * Queues a row; it is on disk with the next group commit. `raw`: the text that goes with it, of which the log's thread
   * keeps what may be kept.
   */
  append(row: LegRecord, raw?: RawText): void;
  /**
   * Calls `then(undefined)` once the row is committed, or `then(error)` when it cannot be written
   * (full disk, dead worker): the caller must then refuse the call. A callback, not a promise, for the hot path.
   */
  appendDurable(row: LegRecord, then: (error?: Error) => void, raw?: RawText): void;
  list(query: LogQuery): Promise<RecordedCall[]>;
  show(call: string): Promise<LoggedLeg[]>;
  /** Counts calls by quarters of an hour; off the road, in steps between which rows are written. */
  overview(query: OverviewQuery): Promise<OverviewCounts>;
  /** The calls of an AI app around one; undefined when that one is not in the log. */
  session(call: string): Promise<RecordedSession | undefined>;
  verify(): Promise<VerifyReport>;
  /** Sums up two spans of time; off the road, in steps between which rows are written. */
  report(query: ReportQuery): Promise<LogReport>;
  /**
   * The first piece of an export, or the one that `next` names, which the piece before gave. Rejects with a sentence
   * when that one is not known (any more).
   */
  export(what: ExportQuery | { readonly next: string }): Promise<ExportPiece>;
  /** Resolves when everything queued so far is committed. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
