import { randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Checkpoint, readCheckpoints } from './checkpoint.ts';
import { csvColumns, csvLine } from './csv.ts';
import { type ExportHead, noLines, rowLine, sealEvery, sealText, withLine } from './export-lines.ts';
import type { ExportPiece, ExportQuery } from './log.ts';
import { columns, genesis } from './row.ts';
import type { Signer } from './signer.ts';

/** Rows per reading: a few milliseconds, after which what is to be written goes first. */
const slice = 300;
/** About so many characters are handed over at once. */
const pieceChars = 4 * 1024 * 1024;
/** So many exports at once; one that nobody goes on with ends after `patienceMs`. */
const most = 4;
const patienceMs = 60_000;

/** Exports under way. They are handed over piece by piece, so that a million rows take no more memory than a few. */
export interface Exports {
  /** Begins one or goes on with one; undefined when there is none of this name. Throws what SQLite throws. */
  piece(what: ExportQuery | { readonly next: string }): Promise<ExportPiece | undefined>;
  /** Whether any is under way: until then no row is removed. */
  busy(): boolean;
}

interface Running {
  readonly pieces: Iterator<string>;
  usedAt: number;
}

/** The exports of a log. */
export function createExports(
  db: DatabaseSync,
  signer: Signer | undefined,
  now: () => number,
  monotonicMs: () => number,
): Exports {
  const running = new Map<string, Running>();
  let making = 0;
  const forget = (): void => {
    for (const [name, { usedAt }] of running) if (monotonicMs() - usedAt > patienceMs) running.delete(name);
  };
  return {
    async piece(what) {
      forget();
      const mine = 'next' in what ? running.get(what.next) : { pieces: begin(what), usedAt: 0 };
      if (mine === undefined) return undefined;
      if ('next' in what) running.delete(what.next);
      else if (running.size >= most) running.delete(running.keys().next().value ?? '');
      making += 1;
      try {
        const { text, more } = await gather(mine.pieces);
        if (!more) return { text };
        // A name is good for one piece, so that nobody else can go on with it unnoticed.
        const next = randomBytes(16).toString('hex');
        running.set(next, { ...mine, usedAt: monotonicMs() });
        return { text, next };
      } finally {
        making -= 1;
      }
    },
    busy() {
      forget();
      return making > 0 || running.size > 0;
    },
  };

  function begin(query: ExportQuery): Iterator<string> {
    const end = (of: 'min' | 'max') =>
      Number(db.prepare(`SELECT ${of}(seq) AS seq FROM legs`).get()?.['seq'] ?? 0);
    const [first, last] = [end('min'), end('max')];
    const rows = readRows(db, query, first, last);
    if (query.format === 'csv') return csv(rows);
    return jsonl(rows, headOf(query, first, last), readCheckpoints(db));
  }

  function headOf(query: ExportQuery, first: number, last: number): ExportHead {
    const { format: _format, ...only } = query;
    return {
      doorward: 'call log export',
      version: 1,
      at: now(),
      key: signer?.key ?? null,
      ...(Object.keys(only).length === 0 ? {} : { only }),
      first,
      last,
    };
  }

  function* jsonl(
    rows: Iterable<Row>,
    head: ExportHead,
    checkpoints: readonly Checkpoint[],
  ): Generator<string> {
    let lines = 0;
    let sealedAt = 0;
    let digest = noLines;
    const line = (text: string): string => {
      lines += 1;
      digest = withLine(digest, text);
      return `${text}\n`;
    };
    const seal = (end: boolean): string => {
      const bare = { lines, digest, end };
      sealedAt = lines;
      return line(JSON.stringify({ seal: { ...bare, signature: signer?.sign(sealText(bare)) ?? null } }));
    };
    yield line(JSON.stringify(head));
    const marks = checkpoints[Symbol.iterator]();
    let mark = marks.next();
    for (const { seq, hash, previous, cells } of rows) {
      for (; mark.done !== true && mark.value.seq < seq; mark = marks.next())
        yield line(JSON.stringify({ checkpoint: mark.value }));
      if (lines - sealedAt >= sealEvery) yield seal(false);
      yield line(rowLine(seq, hash, previous, cells));
    }
    for (; mark.done !== true; mark = marks.next()) yield line(JSON.stringify({ checkpoint: mark.value }));
    yield seal(true);
  }
}

/** The next lines, as many as one piece takes. */
async function gather(lines: Iterator<string>): Promise<{ text: string; more: boolean }> {
  const texts: string[] = [];
  let chars = 0;
  while (chars < pieceChars) {
    const next = lines.next();
    if (next.done === true) return { text: texts.join(''), more: false };
    texts.push(next.value);
    chars += next.value.length;
    if (texts.length % slice === 0) await nextTurn();
  }
  return { text: texts.join(''), more: true };
}

function* csv(rows: Iterable<Row>): Generator<string> {
  const places = csvColumns.map(([, column]) => columns.indexOf(column));
  yield csvLine(csvColumns.map(([heading]) => heading));
  for (const { cells } of rows) {
    yield csvLine(places.map((place, index) => (index === 0 ? timeOf(cells[place]) : cells[place])));
  }
}

const timeOf = (at: unknown): string => {
  const date = new Date(Number(at));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};

interface Row {
  readonly seq: number;
  readonly hash: string;
  /** The hash of the row before it. */
  readonly previous: string;
  readonly cells: readonly unknown[];
}

function* readRows(db: DatabaseSync, query: ExportQuery, first: number, last: number): Generator<Row> {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const add = (condition: string, ...bound: SQLInputValue[]) => {
    conditions.push(`AND ${condition}`);
    values.push(...bound);
  };
  if (query.since !== undefined) add('at >= ?', query.since);
  if (query.until !== undefined) add('at < ?', query.until);
  if (query.client !== undefined) add('(client_id = ? OR client_name = ?)', query.client, query.client);
  if (query.server !== undefined) add('server = ?', query.server);
  const page = db.prepare(
    `SELECT seq, hash, ${columns.join(', ')} FROM legs
      WHERE seq > ? AND seq <= ? ${conditions.join(' ')} ORDER BY seq LIMIT ${slice}`,
  );
  page.setReturnArrays(true);
  const hashAt = db.prepare('SELECT hash FROM legs WHERE seq = ?');
  const base = String(readCheckpoints(db).at(-1)?.base ?? genesis);
  let before: { readonly seq: number; readonly hash: string } = { seq: first - 1, hash: base };
  for (;;) {
    const found: unknown[] = page.all(before.seq, last, ...values);
    for (const row of found) {
      const [seq, hash, ...cells]: unknown[] = Array.isArray(row) ? row : [];
      const previous =
        Number(seq) === before.seq + 1 ? before.hash : (hashAt.get(Number(seq) - 1)?.['hash'] ?? base);
      before = { seq: Number(seq), hash: String(hash) };
      yield { ...before, previous: String(previous), cells };
    }
    if (found.length < slice) return;
  }
}
