import { hash } from 'node:crypto';
import type { LegRecord } from '../../shared/model/log.ts';
import { rawCell, type RawText } from './texts/raw-text.ts';

/** One value of one column. */
export type Cell = string | number | null;

/**
 * The columns that a row carries, in the order in which they are stored, hashed and sent to the worker.
 * The order is part of the chain: a new column needs a new schema version.
 */
export const columns = [
  'call',
  'leg',
  'at',
  'client_id',
  'client_name',
  'direction',
  'server',
  'method',
  'name',
  'args_digest',
  'args_bytes',
  'result_digest',
  'result_bytes',
  'outcome',
  'duration_ms',
  'reason',
  'ruling',
  'found',
  'context',
  'text',
] as const;

/** The columns that a log of an earlier schema has. */
export const columnsOf = (version: number): readonly (typeof columns)[number][] =>
  columns.slice(0, widths[version - 1] ?? columns.length);

/** How many cells one row takes in a flat batch. */
export const width = columns.length;

/** The longest text that one column keeps, in UTF-16 units; a hostile name cannot fill the disk or the queue. */
export const maxText = 512;
/** The same for what was decided about a call and found in it, which is JSON and of no use when it is cut. */
export const maxRuling = 4096;
/** Columns of schema 1. */
const firstColumns = 16;
/** How many columns schema 1, 2, 3 … have; the newest has all. */
const widths: readonly number[] = [firstColumns, 17, 18, 18, 19];

/** What the first row is chained to. */
export const genesis = hash('sha256', 'doorward call log, schema 1', 'hex');

/**
 * The text as it is kept: at most `maxText` units, a longer one ends in an ellipsis and is never cut inside a
 * character. A cut text is a copy, so that it does not hold the whole of a large message in memory.
 */
export function bounded(text: string): string {
  if (text.length <= maxText) return text;
  const unit = text.charCodeAt(maxText - 2);
  const end = unit >= 0xd800 && unit <= 0xdbff ? maxText - 2 : maxText - 1;
  return `${Buffer.from(text.slice(0, end), 'utf16le').toString('utf16le')}…`;
}

/**
 * Appends the cells of one row to a flat batch and gives the length of its texts. Texts are bounded here, before
 * they are queued; numbers are put right in the worker, and of `raw` what may be kept is made there.
 */
export function pushCells(cells: Cell[], row: LegRecord, raw?: RawText): number {
  const call = bounded(row.call);
  const clientId = bounded(row.clientId);
  const clientName = bounded(row.clientName);
  const server = bounded(row.server);
  const method = bounded(row.method);
  const name = bounded(row.name);
  const argsDigest = row.argsDigest === undefined ? null : bounded(row.argsDigest);
  const resultDigest = row.resultDigest === undefined ? null : bounded(row.resultDigest);
  const reason = row.reason === undefined ? null : bounded(row.reason);
  const ruling = row.ruling === undefined || row.ruling.length > maxRuling ? null : row.ruling;
  const found = row.found === undefined || row.found.length > maxRuling ? null : row.found;
  const context = row.context === undefined || row.context.length > maxRuling ? null : row.context;
  const text = rawCell(raw);
  cells.push(
    call,
    row.leg,
    row.at,
    clientId,
    clientName,
    row.direction,
    server,
    method,
    name,
    argsDigest,
    row.argsBytes ?? null,
    resultDigest,
    row.resultBytes ?? null,
    row.outcome,
    row.durationMs ?? null,
    reason,
    ruling,
    found,
    context,
    text,
  );
  return (
    call.length +
    row.leg.length +
    clientId.length +
    clientName.length +
    row.direction.length +
    server.length +
    method.length +
    name.length +
    (argsDigest?.length ?? 0) +
    (resultDigest?.length ?? 0) +
    row.outcome.length +
    (reason?.length ?? 0) +
    (ruling?.length ?? 0) +
    (found?.length ?? 0) +
    (context?.length ?? 0) +
    (text?.length ?? 0)
  );
}

/** A text that SQLite gives back exactly as it went in: half a surrogate pair has no UTF-8 form. */
const storable = (cell: Cell | undefined): Cell =>
  typeof cell === 'string' && !cell.isWellFormed() ? cell.toWellFormed() : (cell ?? null);

const whole = (cell: Cell): number | null =>
  typeof cell === 'number' && Number.isFinite(cell)
    ? Math.min(Math.max(Math.trunc(cell), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
    : null;

/**
 * The cells of row `index` of a flat batch, with every value in the form in which the database returns it
 * (well-formed text, whole numbers where the column is a whole number), so that the hash of what is written
 * is the hash of what is read.
 */
export function storedCells(batch: readonly Cell[], index: number): Cell[] {
  const start = index * width;
  const cells: Cell[] = [];
  for (let at = start; at < start + width; at += 1) cells.push(storable(batch[at]));
  // at, args_bytes, result_bytes, duration_ms: the only numbers.
  cells[2] = whole(cells[2] ?? null) ?? 0;
  cells[10] = whole(cells[10] ?? null);
  cells[12] = whole(cells[12] ?? null);
  const duration = cells[14];
  cells[14] = typeof duration === 'number' && Number.isFinite(duration) ? duration : null;
  return cells;
}

/**
 * The hash of a row: SHA-256 over the hash before it and the JSON of sequence number and cells. The hash before
 * has a fixed length and JSON quotes every text and tells texts, numbers and nothing apart, so no two rows share
 * an encoding. Columns that came later are part of it only up to the last that holds something, so that rows from before
 * keep their hash. `cells` may hold anything that a tampered database returns; it then simply does not match.
 */
export function chainHash(previous: string, seq: number, cells: readonly unknown[]): string {
  let known = cells;
  while (known.length > firstColumns && known.at(-1) === null) known = known.slice(0, -1);
  return hash('sha256', `${previous}${seq}${JSON.stringify(known)}`, 'hex');
}
