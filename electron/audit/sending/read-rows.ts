import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { loggedLeg } from '../../../shared/model/log.ts';
import { schemaVersion, identify } from '../migrations.ts';
import { genesis } from '../row.ts';
import type { SentRow } from './sent-row.ts';

/**
 * A place in a log: everything up to this row is done with. -1 is the beginning of whatever is kept: what was removed
 * before is nobody's loss.
 */
export interface Place {
  readonly seq: number;
  /** Of that row; undefined when it is not known, as for a place that was chosen and not reached. */
  readonly hash?: string;
}

/** Rows behind a place, and what was found out on the way. */
export interface Page {
  readonly rows: readonly SentRow[];
  /** The place behind these rows. */
  readonly to: Place;
  /** Rows that are not there any more, or are none that Doorward wrote. */
  readonly lost: number;
  /** Rows behind `to`. */
  readonly more: number;
}

/** What reading takes at most. */
export interface PageLimits {
  readonly rows: number;
  /** UTF-16 units of text; the first row is given whatever it has. */
  readonly chars: number;
  /** With the texts of arguments and results, where the log keeps them. */
  readonly texts?: boolean;
}

const fields = `seq, hash, call, leg, at, client_id AS clientId, client_name AS clientName, direction, server, method,
  name, args_digest AS argsDigest, args_bytes AS argsBytes, result_digest AS resultDigest, result_bytes AS resultBytes,
  outcome, duration_ms AS durationMs, reason, ruling, found, context, text IS NOT NULL AS texted`;

/**
 * Reads rows behind a place, oldest first. The file is opened for this alone and closed again: no reader keeps the log
 * from being tidied up, set aside or replaced, and what is read is always of the log that is there now. When that is
 * another one than the place is of (the row there has another hash, or it is shorter), it is read from its beginning.
 * Rows that are missing are counted. Throws what SQLite throws; undefined when there is no log of ours.
 */
export function readPage(file: string, from: Place, limits: PageLimits): Page | undefined {
  if (!existsSync(file)) return undefined;
  const db = new DatabaseSync(file, { readOnly: true, timeout: 2000 });
  try {
    const kind = identify(db);
    if (kind.kind !== 'ours' || kind.version !== schemaVersion) return undefined;
    // All as it is at one moment: rows may be removed meanwhile.
    db.exec('BEGIN');
    return pageOf(db, from, limits);
  } finally {
    db.close();
  }
}

/** The newest row of a log; 0 when there is none. */
export function newestRow(db: DatabaseSync): number {
  return numberOf(db.prepare('SELECT max(seq) AS seq FROM legs').get()?.['seq']);
}

function pageOf(db: DatabaseSync, from: Place, limits: PageLimits): Page {
  const newest = newestRow(db);
  const hashAt = db.prepare('SELECT hash FROM legs WHERE seq = ?');
  const start: Place = isSame(from, newest, hashAt) ? from : { seq: 0, hash: genesis };
  const began = db.prepare('SELECT context FROM legs WHERE call = ? ORDER BY seq LIMIT 1');
  const page = db.prepare(
    `SELECT ${fields}${limits.texts === true ? ', text' : ''} FROM legs WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const rows: SentRow[] = [];
  let to: Place = start.seq > 0 ? start : { seq: Math.min(start.seq, 0), hash: genesis };
  let lost = 0;
  let chars = 0;
  for (const found of page.iterate(start.seq, limits.rows)) {
    const size = Object.values(found).reduce<number>(
      (sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8),
      0,
    );
    if (rows.length > 0 && chars + size > limits.chars) break;
    chars += size;
    const seq = numberOf(found['seq']);
    const hash = String(found['hash']);
    if (to.seq >= 0) lost += seq - to.seq - 1;
    const leg = loggedLeg.safeParse(
      Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)),
    );
    if (leg.success) {
      const first = leg.data.leg === 'sent' ? undefined : began.get(leg.data.call)?.['context'];
      const previous = seq === Math.max(to.seq, 0) + 1 ? to.hash : undefined;
      rows.push({
        ...leg.data,
        previous: previous ?? String(hashAt.get(seq - 1)?.['hash'] ?? ''),
        ...(typeof first === 'string' ? { began: first } : {}),
        ...(found['texted'] === 1 && limits.texts !== true ? { withheld: true } : {}),
      });
    } else lost += 1;
    to = { seq, hash };
  }
  return { rows, to, lost, more: newest - Math.max(to.seq, 0) };
}

/** Whether a place is one of this log. Rows before it may have been removed, and with them the row there. */
function isSame({ seq, hash }: Place, newest: number, hashAt: StatementSync): boolean {
  if (seq > newest) return false;
  const there = hashAt.get(seq)?.['hash'];
  return hash === undefined || there === undefined || there === hash;
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
