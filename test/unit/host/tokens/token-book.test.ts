import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateDb } from '../../../../electron/host/sealed/state-db.ts';
import {
  DAYS_KEPT,
  FLUSH_MS,
  openTokenBook,
  type TokenBook,
} from '../../../../electron/host/tokens/token-book.ts';
import { tokenReport } from '../../../../electron/host/tokens/token-report.ts';

const at = (day: number, hour = 12, month = 10): number => new Date(2026, month, day, hour).getTime();

describe('the counts of tokens', () => {
  let folder: string;
  let db: DatabaseSync;
  let now: number;
  let due: { ms: number; run: () => void } | undefined;
  let faults: unknown[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokens-'));
    db = opened();
    now = at(20);
    due = undefined;
    faults = [];
  });
  afterEach(() => {
    if (db.isOpen) db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function opened(): DatabaseSync {
    const state = openStateDb(join(folder, 'state.db'));
    if (!state.ok) throw new Error(state.message);
    return state.value;
  }
  const open = (): TokenBook =>
    openTokenBook({
      db,
      now: () => now,
      after(ms, run) {
        due = { ms, run };
        return () => (due = undefined);
      },
      fault: (error) => faults.push(error),
    });
  const wait = (): void => {
    const run = due?.run;
    due = undefined;
    run?.();
  };
  const stored = (): number => Number(db.prepare('SELECT count(*) AS n FROM tokens').get()?.['n']);
  const all = (book: TokenBook) => book.days('2000-01-01', '2999-12-31');

  it('keeps them per app and day, in memory for a minute at most', () => {
    const book = open();
    book.add('cursor', 'lists', 400);
    book.add('cursor', 'answers', 30);
    book.add('claude', 'savedLists', 7);
    expect(stored()).toBe(0);
    expect(due?.ms).toBe(FLUSH_MS);
    const counted = all(book);
    expect(counted).toEqual([
      { day: '2026-11-20', client: 'cursor', lists: 400, answers: 30, savedLists: 0, savedAnswers: 0 },
      { day: '2026-11-20', client: 'claude', lists: 0, answers: 0, savedLists: 7, savedAnswers: 0 },
    ]);
    wait();
    expect(stored()).toBe(2);
    expect(all(book)).toHaveLength(2);
    expect(due).toBeUndefined();
  });

  it('adds to what the day has already, also after a restart', () => {
    const book = open();
    book.add('cursor', 'answers', 30);
    book.close();
    book.add('cursor', 'answers', 1000);
    db.close();
    db = opened();
    const again = open();
    again.add('cursor', 'answers', 12);
    expect(all(again)).toEqual([
      { day: '2026-11-20', client: 'cursor', lists: 0, answers: 42, savedLists: 0, savedAnswers: 0 },
    ]);
    again.flush();
    expect(all(again)[0]?.answers).toBe(42);
  });

  it('counts on the day that the clock shows, wherever it jumps, and forgets nothing for it', () => {
    const book = open();
    book.add('cursor', 'answers', 1);
    now = at(21, 0);
    book.add('cursor', 'answers', 2);
    now = at(3, 12, 300);
    book.add('cursor', 'answers', 4);
    now = at(20, 13);
    book.add('cursor', 'answers', 8);
    book.flush();
    expect(all(book).map(({ day, answers }) => [day, answers])).toEqual([
      ['2026-11-20', 9],
      ['2026-11-21', 2],
      ['2051-01-03', 4],
    ]);
  });

  it('forgets the oldest of more days than are kept', () => {
    const book = open();
    for (let day = 0; day < DAYS_KEPT + 10; day++) {
      now = at(1 + day, 12, 0);
      book.add('cursor', 'lists', 1);
    }
    book.flush();
    expect(stored()).toBe(DAYS_KEPT);
    expect(all(book)[0]?.day).toBe('2026-01-11');
  });

  it('keeps counting when nothing can be written, and writes it later', () => {
    const book = open();
    book.add('cursor', 'answers', 5);
    const other = new DatabaseSync(join(folder, 'state.db'));
    other.exec('BEGIN EXCLUSIVE');
    db.exec('PRAGMA busy_timeout = 0');
    wait();
    expect(faults).toHaveLength(1);
    expect(due?.ms).toBe(FLUSH_MS);
    other.exec('ROLLBACK');
    other.close();
    book.add('cursor', 'answers', 6);
    wait();
    expect(faults).toHaveLength(1);
    expect(stored()).toBe(1);
    expect(all(book)[0]?.answers).toBe(11);
  });

  it('takes what somebody wrote into the file for nothing where it is no count', () => {
    const book = open();
    db.exec(`INSERT INTO tokens VALUES('2026-11-20', 'cursor', -5, ${Number.MAX_SAFE_INTEGER}, 3, 0)`);
    expect(all(book)).toEqual([
      {
        day: '2026-11-20',
        client: 'cursor',
        lists: 0,
        answers: Number.MAX_SAFE_INTEGER,
        savedLists: 3,
        savedAnswers: 0,
      },
    ]);
  });

  it('is reported by whole days, beside as many days before', () => {
    const book = open();
    const put = (
      day: number,
      client: string,
      kind: 'lists' | 'answers' | 'savedLists',
      tokens: number,
    ): void => {
      now = at(day);
      book.add(client, kind, tokens);
    };
    put(11, 'cursor', 'answers', 5000);
    put(14, 'cursor', 'lists', 100);
    put(17, 'cursor', 'answers', 20);
    put(18, 'gone', 'answers', 700);
    put(20, 'cursor', 'lists', 300);
    put(20, 'claude', 'savedLists', 50);
    const report = tokenReport(book, { since: at(16, 0), until: at(20, 15) }, (id) =>
      id === 'gone' ? undefined : id.toUpperCase(),
    );
    expect(report.now).toEqual({ lists: 300, answers: 720, savedLists: 50, savedAnswers: 0 });
    expect(report.past).toEqual({ lists: 100, answers: 5000, savedLists: 0, savedAnswers: 0 });
    expect(
      report.apps.map(({ id, name, lists, answers, before }) => [id, name, lists, answers, before]),
    ).toEqual([
      ['gone', '', 0, 700, 0],
      ['cursor', 'CURSOR', 300, 20, 5100],
      ['claude', 'CLAUDE', 0, 0, 0],
    ]);
    expect(report.days.map(({ at: day }) => new Date(day).getDate())).toEqual([16, 17, 18, 19, 20]);
    expect(report.days.map(({ answers, before }) => [answers, before])).toEqual([
      [0, 5000],
      [20, 0],
      [700, 0],
      [0, 100],
      [0, 0],
    ]);
  });
});
