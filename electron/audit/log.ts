import type { CallSummary, LegRecord, Outcome } from '../../shared/model/log.ts';

export interface LogQuery {
  readonly limit: number;
  /** Only calls before this one (the `call` of the last row of the previous page). */
  readonly before?: string;
  readonly client?: string;
  readonly server?: string;
  readonly name?: string;
  readonly outcome?: Outcome;
  /** Milliseconds since the epoch, inclusive. */
  readonly since?: number;
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

export interface VerifyReport {
  readonly ok: boolean;
  readonly rows: number;
  /** Sequence number of the first row that does not fit, when `ok` is false. */
  readonly firstBad?: number;
  readonly sentence: string;
}

/** The record of calls. Writing never blocks the main thread; reading goes to the same worker. */
export interface AuditLog {
  /** Queues a row; it is on disk with the next group commit. */
  append(row: LegRecord): void;
  /**
   * Calls `then(undefined)` once the row is committed, or `then(error)` when it cannot be written
   * (full disk, dead worker): the caller must then refuse the call. A callback, not a promise, for the hot path.
   */
  appendDurable(row: LegRecord, then: (error?: Error) => void): void;
  list(query: LogQuery): Promise<RecordedCall[]>;
  show(call: string): Promise<LoggedLeg[]>;
  verify(): Promise<VerifyReport>;
  /** Resolves when everything queued so far is committed. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
