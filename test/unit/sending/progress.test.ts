import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  after,
  type Attempts,
  batchOf,
  begun,
  fresh,
  passed,
  type Progress,
  rowsToRead,
} from '../../../electron/audit/sending/progress.ts';
import { backOffMs, longestAskedMs, retryAfterMs } from '../../../electron/audit/sending/back-off.ts';
import type { Page } from '../../../electron/audit/sending/read-rows.ts';
import type { SendResult } from '../../../electron/audit/sending/transport.ts';
import { type SentRow, testRow } from '../../../electron/audit/sending/sent-row.ts';
import { sent } from './support.ts';

const test = () => testRow(1, 'test');

/** A log of so many rows of which the first ones were removed. */
function pageOf(rows: number, removed: number, from: number, most: number): Page {
  const first = Math.max(from, removed) + 1;
  const found = Array.from({ length: Math.max(Math.min(most, rows - first + 1), 0) }, (_, i) =>
    sent(first + i),
  );
  const last = found.at(-1);
  return {
    rows: found,
    to: last === undefined ? { seq: from } : { seq: last.seq, hash: last.hash },
    lost: found.length === 0 ? 0 : first - from - 1,
    more: rows - (last?.seq ?? from),
  };
}

describe('how far a destination has come', () => {
  const step = fc.constantFrom('well', 'down', 'crash', 'cut', 'unheard', 'wrong') as fc.Arbitrary<
    'well' | 'down' | 'crash' | 'cut' | 'unheard' | 'wrong'
  >;

  it('passes no row over, whatever happens: each is there, unfit, or counted as removed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { maxLength: 4 }),
        fc.array(step, { maxLength: 60 }),
        (rows, poison, steps) => {
          const unfit = new Set(poison);
          const judged: number[] = [];
          const arrived = new Map<number, number>();
          let removed = 0;
          let progress: Progress = begun({ seq: 0 });
          let kept = progress;
          let attempts: Attempts = fresh;
          const collector = (batch: readonly SentRow[], how: string): SendResult => {
            if (how === 'down') return { kind: 'failed', sentence: 'down' };
            if (how === 'wrong' || batch.some(({ seq }) => unfit.has(seq))) {
              if (batch.length === 1) judged.push(batch[0]?.seq ?? 0);
              return { kind: 'unfit', sentence: 'unfit' };
            }
            for (const { seq } of batch.filter((one) => one.test !== true))
              arrived.set(seq, (arrived.get(seq) ?? 0) + 1);
            return how === 'unheard'
              ? { kind: 'failed', sentence: 'unheard' }
              : { kind: 'taken', refused: 0 };
          };
          // Behind what goes wrong, all is well for long enough.
          const all = [...steps, ...Array.from({ length: 600 }, () => 'well' as const)];
          for (const how of all) {
            if (how === 'crash') {
              // The place may not have been kept yet; attempts never are.
              progress = kept;
              attempts = fresh;
              continue;
            }
            if (how === 'cut') {
              removed = Math.min(removed + 3, rows - 1);
              continue;
            }
            const page = pageOf(rows, removed, progress.place.seq, rowsToRead(attempts));
            const batch = batchOf(page, 'all', attempts, test);
            if (batch.length === 0) {
              if (page.rows.length > 0) progress = passed(progress, page);
              continue;
            }
            const before = progress;
            const next = after({ progress, attempts }, page, batch, collector(batch, how), {
              now: 1,
              random: () => 0.5,
            });
            ({ progress, attempts } = next);
            if (progress !== before && how !== 'unheard') kept = progress;
            expect(progress.place.seq).toBeGreaterThanOrEqual(before.place.seq);
            expect(next.waitMs).toBeGreaterThanOrEqual(0);
          }
          const end = progress.place.seq;
          expect(end).toBe(rows);
          const missing = Array.from({ length: end }, (_, i) => i + 1).filter((seq) => !arrived.has(seq));
          // Rows that were there and removed before that was heard of count as removed.
          expect(missing.length).toBeLessThanOrEqual(progress.refused + progress.lost);
          expect(progress.sent + progress.refused + progress.lost).toBe(end);
          for (const seq of missing)
            expect(unfit.has(seq) || seq <= removed || judged.filter((one) => one === seq).length >= 2).toBe(
              true,
            );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('moves not a row while a collector takes none at all', () => {
    let progress: Progress = begun({ seq: 0 });
    let attempts: Attempts = fresh;
    for (let i = 0; i < 100; i += 1) {
      const page = pageOf(500, 0, progress.place.seq, rowsToRead(attempts));
      const batch = batchOf(page, 'all', attempts, test);
      ({ progress, attempts } = after(
        { progress, attempts },
        page,
        batch,
        { kind: 'unfit', sentence: 'wrong place' },
        { now: 1, random: () => 0 },
      ));
    }
    expect(progress).toEqual(begun({ seq: 0 }));
    expect(attempts.trouble).toBe('wrong place');
  });

  it('sends what is notable only, when that is wanted', () => {
    const page = {
      ...pageOf(4, 0, 0, 10),
      rows: [sent(1), sent(2), sent(3, { outcome: 'refused' }), sent(4, { found: '[]' })],
    };
    expect(batchOf(page, 'notable', fresh, test).map(({ seq }) => seq)).toEqual([3, 4]);
  });
});

describe('how long is waited', () => {
  it('doubles from a second to five minutes, never in step, and is what was asked for up to an hour', () => {
    expect(backOffMs(1, () => 1)).toBe(1000);
    expect(backOffMs(1, () => 0)).toBe(500);
    expect(backOffMs(4, () => 1)).toBe(8000);
    expect(backOffMs(1000, () => 1)).toBe(300_000);
    expect(backOffMs(1, () => 0, 120_000)).toBe(120_000);
    expect(backOffMs(1, () => 0, 1e15)).toBe(longestAskedMs);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, random) => {
          const ms = backOffMs(n, () => random);
          expect(ms).toBeGreaterThanOrEqual(500);
          expect(ms).toBeLessThanOrEqual(300_000);
        },
      ),
    );
  });

  it('reads Retry-After in both of its forms and nothing else', () => {
    const now = Date.parse('2026-11-27T00:00:00Z');
    expect(retryAfterMs('30', now)).toBe(30_000);
    expect(retryAfterMs('Fri, 27 Nov 2026 00:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Fri, 27 Nov 2020 00:01:00 GMT', now)).toBe(0);
    for (const bad of ['', '-1', '1e9', 'soon', '30 s', undefined])
      expect(retryAfterMs(bad, now)).toBeUndefined();
  });
});
