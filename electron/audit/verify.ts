import { existsSync, lstatSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { acceptances, unaccepted } from './acceptance.ts';
import type { LogAnchor } from './anchor.ts';
import {
  type Checkpoint,
  type JudgedCheckpoints,
  judgeCheckpoints,
  noteOf,
  readCheckpoints,
} from './checkpoint.ts';
import { diagnose, rowReader } from './diagnose.ts';
import { cutOff, type Finding, foundWrong, rowCount } from './findings.ts';
import type { VerifyAgainst, VerifyReport } from './log.ts';
import { identify, schemaVersion } from './migrations.ts';
import { chainHash, columns, columnsOf } from './row.ts';
import { troubleFrom } from './trouble.ts';

/** Rows per slice: a few milliseconds, which is how long a write may wait for a check that runs beside it. */
const slice = 1000;

/**
 * Walks the chain from the oldest row to the one that is newest now, holds it against its signed checkpoints, and
 * checks that the index leads to every row and to nothing else. It detects any changed, missing, moved or added row,
 * and, against the anchor, a file whose end was cut off or that is an older copy. Against nothing it cannot detect a
 * log that somebody made as a whole. It lets other work run between slices. Damaged pages are a report too; throws
 * what else SQLite throws when the file cannot be read.
 */
export async function verifyChain(
  db: DatabaseSync,
  onProgress: (rows: number) => void = () => {},
  against: VerifyAgainst = {},
  version: number = schemaVersion,
): Promise<VerifyReport> {
  let rows = 0;
  try {
    const newest = db.prepare('SELECT max(seq) AS seq FROM legs').get()?.['seq'];
    const end = typeof newest === 'number' ? newest : 0;
    const checkpoints = version < 4 ? [] : readCheckpoints(db);
    const judged = judgeCheckpoints(checkpoints, against.keys, against.own);
    const { first, last, key } = judged;
    const signed = {
      ...(first === 1 ? {} : { first }),
      ...(key === undefined ? {} : { key, keyKnown: judged.known }),
    };
    const walk = walkChain(rowReader(db, columnsOf(version), columns.length), db, {
      start: judged,
      end,
      marks: marksOf(checkpoints, judged),
      anchor: against.anchor,
    });
    let signedTo = 0;
    const proven = () => (key === undefined || judged.wrong !== undefined ? signed : { ...signed, signedTo });
    for await (const checked of walk) {
      ({ rows, signedTo } = checked);
      if (checked.finding !== undefined) return { ...foundWrong(checked.finding, rows), ...proven() };
      onProgress(rows);
    }
    const ending =
      wrongEnd(first + rows - 1, signedTo, judged, against.anchor) ??
      (against.accepting === true ? undefined : wrongHistory(checkpoints, judged));
    if (ending !== undefined) return { ...foundWrong(ending, rows), ...proven() };
    if ((await countIndex(db, end)) === rows) {
      return { ok: true, rows, ...proven(), sentence: wellSentence(rows, judged, last, checkpoints) };
    }
  } catch (error) {
    if (troubleFrom(error).code !== 'corrupt') throw error;
  }
  return foundWrong({ problem: 'damaged' }, rows);
}

/** Number of a row to what its hash was when a checkpoint was made. */
function marksOf(
  checkpoints: readonly Checkpoint[],
  { first, wrong }: JudgedCheckpoints,
): Map<number, string> {
  // Checkpoints that do not fit say nothing about rows.
  return wrong === undefined
    ? new Map(checkpoints.filter(({ seq }) => seq >= first).map(({ seq, hash }) => [seq, hash]))
    : new Map<number, string>();
}

/** What is wrong with the end of a log whose rows fit, up to row `end`. */
function wrongEnd(
  end: number,
  signedTo: number,
  { last, wrong }: JudgedCheckpoints,
  anchor: LogAnchor | undefined,
): Finding | undefined {
  const behind = (last?.n ?? 0) < (anchor?.n ?? 0);
  if (anchor !== undefined && anchor.seq > end)
    return behind ? { problem: 'rolled-back', firstBad: end + 1 } : cutOff(end, signedTo);
  if (wrong !== undefined) return { problem: 'signature', more: wrong };
  if (last !== undefined && last.seq > end) return cutOff(end, signedTo);
  if (last?.kind === 'close' && end > last.seq)
    return { problem: 'added', firstBad: last.seq + 1, more: 'The log had been closed before it.' };
  if (behind) return { problem: 'signature', more: 'Its newest checkpoints are missing.' };
  return undefined;
}

/** That Doorward itself noticed, at a start, that the log was not the one it had left. */
function wrongHistory(checkpoints: readonly Checkpoint[], { first }: JudgedCheckpoints): Finding | undefined {
  const noticed = unaccepted(checkpoints, first);
  if (noticed === undefined) return undefined;
  const { lost } = noteOf(noticed);
  const reached = lost === undefined ? '' : ` Until then, ${rowCount(lost.seq)} had been recorded.`;
  return {
    problem: 'rolled-back',
    firstBad: noticed.seq + 1,
    more: `Doorward noticed this when it started on ${day(noticed.at)}.${reached}`,
  };
}

const day = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, 16);

/** What is said of a log that is well. */
function wellSentence(
  rows: number,
  { first, key, known }: JudgedCheckpoints,
  last: Checkpoint | undefined,
  checkpoints: readonly Checkpoint[],
): string {
  const parts = [`The call log is complete and unchanged: ${rowCount(rows)}.`];
  if (first > 1) parts.push(`Rows before ${first} were removed because they were old.`);
  const begin = checkpoints.find(({ kind }) => kind === 'begin');
  const { lost, aside } = begin === undefined ? {} : noteOf(begin);
  if (aside !== undefined) parts.push(`It was begun when a damaged one was set aside as ${aside}.`);
  else if (lost !== undefined)
    parts.push(
      `It was begun after an earlier one of ${rowCount(lost.seq)} had been removed outside Doorward.`,
    );
  for (const { at, noticed } of acceptances(checkpoints))
    parts.push(
      `On ${day(noticed.at)} Doorward noticed that it was not the one it had left; a person accepted that on ${day(at)}.`,
    );
  if (key !== undefined && last !== undefined) {
    parts.push(`It is signed up to row ${signedEnd(checkpoints)} with the key ${key}.`);
    parts.push(...keylessSentences(checkpoints));
    if (!known)
      parts.push(
        'Whether that is the key of your Doorward is not known here; give the key you know with --key.',
      );
  }
  return parts.join(' ');
}

const signedEnd = (checkpoints: readonly Checkpoint[]): number =>
  checkpoints.findLast(({ key }) => key !== null)?.seq ?? 0;

/** Which rows were recorded while the key was not at hand: somebody who can write the file could have added them. */
function keylessSentences(checkpoints: readonly Checkpoint[]): string[] {
  const spans = checkpoints.flatMap(({ kind, seq }, at) => {
    const next = checkpoints[at + 1];
    if (kind !== 'keyless' || next?.seq === seq) return [];
    return [next === undefined ? `after ${seq}` : `${seq + 1} to ${next.seq}`];
  });
  return spans.length === 0
    ? []
    : [
        `Rows ${spans.slice(0, 5).join(', ')} were recorded while the key was not at hand, so the key did not vouch for them then.`,
      ];
}

interface Walk {
  readonly start: { readonly first: number; readonly base: string };
  readonly end: number;
  readonly marks: ReadonlyMap<number, string>;
  readonly anchor: LogAnchor | undefined;
}

/** Checks the rows slice by slice; the last thing it gives has `finding` when a row does not fit. */
async function* walkChain(
  read: ReturnType<typeof rowReader>,
  db: DatabaseSync,
  { start, end, marks, anchor }: Walk,
): AsyncGenerator<{ readonly rows: number; readonly signedTo: number; readonly finding?: Finding }> {
  const byCall = db.prepare('SELECT 1 FROM legs INDEXED BY legs_call WHERE call = ? AND seq = ?');
  let previous = start.base;
  let expected = start.first;
  let vouched = start.first - 1;
  const so = (finding?: Finding, last = expected - 1) => ({
    rows: last - start.first + 1,
    signedTo: vouched,
    ...(finding === undefined ? {} : { finding }),
  });
  // Rows numbered zero or less, which Doorward never writes, are met as well.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const found = read(after, end, slice);
    for (const row of found) {
      const call = row.cells[0];
      const chained = row.seq === expected && row.hash === chainHash(previous, expected, row.cells);
      if (!chained) {
        yield so(await diagnose(read, expected, previous, row, slice));
        return;
      }
      if (typeof call !== 'string' || byCall.get(call, expected) === undefined) {
        yield so({ problem: 'changed', firstBad: expected });
        return;
      }
      if (anchor?.seq === expected && anchor.hash !== row.hash) {
        yield so({ problem: 'rolled-back', firstBad: vouched + 1 }, vouched);
        return;
      }
      const mark = marks.get(expected);
      if (mark !== undefined && mark !== row.hash) {
        yield so({ problem: 'rewritten', firstBad: vouched + 1 }, vouched);
        return;
      }
      if (mark !== undefined) vouched = expected;
      previous = String(row.hash);
      expected += 1;
    }
    yield so();
    if (found.length < slice) return;
    after = expected - 1;
    await nextTurn();
  }
}

/**
 * How many entries of the index of calls lead to their rows up to `end`; entries are in strict order, so none is
 * counted twice. -1 when one leads elsewhere or is out of order. Walking the index and searching in it read
 * different bytes of a damaged page, hence both this and the search for every row.
 */
async function countIndex(db: DatabaseSync, end: number): Promise<number> {
  const page = db.prepare(
    `SELECT i.call, i.seq, (SELECT t.call FROM legs t NOT INDEXED WHERE t.seq = i.seq) AS stored
       FROM legs i INDEXED BY legs_call WHERE (i.call, i.seq) > (?, ?) ORDER BY i.call, i.seq LIMIT ${slice}`,
  );
  let count = 0;
  let call = '';
  let seq = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const found = page.all(call, seq);
    for (const entry of found) {
      const next = { call: String(entry['call']), seq: Number(entry['seq']) };
      const rises = Buffer.compare(Buffer.from(call), Buffer.from(next.call)) || seq - next.seq;
      if (rises >= 0 || entry['stored'] !== next.call) return -1;
      ({ call, seq } = next);
      if (seq <= end) count += 1;
    }
    if (found.length < slice) return count;
    await nextTurn();
  }
}

/**
 * Verifies a log file with no host running; it is opened read-only and left as it was. Never throws: what cannot be
 * read is a report that says why. `onProgress` is called after every thousand rows, and at the end, with how many are checked.
 */
export async function verifyFile(
  path: string,
  onProgress?: (rows: number) => void,
  against: VerifyAgainst = {},
): Promise<VerifyReport> {
  const no = (sentence: string): VerifyReport => ({ ok: false, rows: 0, sentence });
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    return no(`There is no call log at ${path}. Give the path of a log.db file.`);
  }
  let db: DatabaseSync | undefined;
  try {
    const url = pathToFileURL(path);
    // A log that nobody has open and that was closed in order has no -wal. Opened as immutable, no side files appear
    // beside it, and it may lie on a read-only medium.
    if (!existsSync(`${path}-wal`)) url.searchParams.set('immutable', '1');
    db = new DatabaseSync(url, { readOnly: true, timeout: 5000 });
    const kind = identify(db);
    if (kind.kind !== 'ours') return no(`${path} is not a call log of Doorward.`);
    if (kind.version > schemaVersion || kind.version < 1)
      return no('This call log was written by a newer Doorward. Update Doorward and verify it again.');
    // All of it as it is at one moment, also while Doorward goes on writing and removing.
    db.exec('BEGIN');
    return await verifyChain(db, onProgress, against, kind.version);
  } catch (error) {
    const { code } = troubleFrom(error);
    if (code === 'busy') return no(`${path} is locked by another program. Close it and verify again.`);
    if (code === 'corrupt') return no(`${path} is damaged: it cannot be read as a database.`);
    return no(`${path} cannot be read. Check that your account may read it and that the disk is well.`);
  } finally {
    if (db?.isOpen === true) db.close();
  }
}
