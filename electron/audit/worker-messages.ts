import type { SQLOutputValue } from 'node:sqlite';
import type { Accepted } from './accept-log.ts';
import type { LogAnchor } from './anchor.ts';
import type { ExportPiece, ExportQuery, LogQuery, VerifyReport } from './log.ts';
import type { OverviewCounts, OverviewQuery } from './overview.ts';
import type { LogReport, ReportQuery } from './report.ts';
import type { Cell } from './row.ts';
import type { SessionRows } from './session.ts';
import type { KeptOut } from './texts/text-keeper.ts';
import type { Trouble } from './trouble.ts';

/** What the worker is started with. */
export interface WorkerStart {
  readonly file: string;
  /** Milliseconds since the epoch: names a damaged file that is set aside. */
  readonly now: number;
  /** Check the whole file first: the last worker met damage in it. */
  readonly suspect: boolean;
  /** Largest size of the database in pages; a way to meet a full disk without filling one. */
  readonly maxPages?: number;
  /** Path of the index for searching; without it there is none. */
  readonly index?: string;
  /** Seed of the signing key, and that of the key before while it is being replaced. */
  readonly seed?: Uint8Array;
  readonly seedBefore?: Uint8Array;
  /** How far the log had come, as it was kept elsewhere. */
  readonly anchor?: LogAnchor;
  /** Name of the log that was set aside for this one. */
  readonly aside?: string;
}

/** How much of the log is kept. */
export interface Keep {
  readonly days?: number;
  readonly megabytes?: number;
}

/**
 * To the worker. A bare array is a batch of rows, `width` cells each: it is the hot path, and an object around
 * it would be cloned with every batch.
 */
export type ToWorker =
  | readonly Cell[]
  | { readonly ask: 'list'; readonly id: number; readonly query: LogQuery }
  | { readonly ask: 'show'; readonly id: number; readonly call: string }
  | { readonly ask: 'overview'; readonly id: number; readonly query: OverviewQuery }
  | { readonly ask: 'session'; readonly id: number; readonly call: string }
  | { readonly ask: 'verify'; readonly id: number }
  | { readonly ask: 'unfinished'; readonly id: number }
  | { readonly ask: 'accept'; readonly id: number }
  | { readonly ask: 'noticed'; readonly id: number }
  | { readonly ask: 'report'; readonly id: number; readonly query: ReportQuery }
  | { readonly ask: 'export'; readonly id: number; readonly what: ExportQuery | { readonly next: string } }
  | { readonly ask: 'keep'; readonly keep: Keep }
  | { readonly ask: 'know'; readonly out: KeptOut }
  | { readonly ask: 'close' };

/** From the worker. A bare number says that the oldest batch is committed and is the sequence number of its last row. */
export type FromWorker =
  | number
  | { readonly tell: 'ready'; readonly seq: number; readonly notice?: string }
  | { readonly tell: 'notice'; readonly notice: string }
  | { readonly tell: 'refused'; readonly code: string; readonly message: string }
  | { readonly tell: 'failed'; readonly trouble: Trouble }
  | { readonly tell: 'answer'; readonly id: number; readonly value: Answer }
  | { readonly tell: 'reached'; readonly anchor: LogAnchor }
  | { readonly tell: 'error'; readonly id: number; readonly message: string }
  | { readonly tell: 'closed' };

/** A row as the database gives it. The file may have been changed by anybody, so the reader checks its shape. */
export type StoredRow = Readonly<Record<string, SQLOutputValue>>;

/** What a question is answered with: rows for `list`, `show` and `unfinished`, a report for `verify`, a piece for `export`, sums for `report`, counts for `overview`, calls for `session`. */
export type Answer =
  | readonly StoredRow[]
  | VerifyReport
  | ExportPiece
  | LogReport
  | Accepted
  | { readonly noticed: string | undefined }
  | OverviewCounts
  | { readonly session: SessionRows | undefined };
