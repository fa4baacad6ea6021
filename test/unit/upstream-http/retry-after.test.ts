import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pause, retryAfterMs } from '../../../electron/upstream/http/retry-after.ts';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 10, 27, 12);
const date = (ms: number): string => new Date(NOON + ms).toUTCString();

test.each<[string, Record<string, string | string[]>, number | undefined]>([
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['seconds with blanks', { 'retry-after': ' 7 ' }, 7000],
  ['at once', { 'retry-after': '0' }, 0],
  ['a date', { 'retry-after': date(30_000) }, 30_000],
  ['a date that is over', { 'retry-after': date(-30_000) }, 0],
  ['a date by the clock of the server', { 'retry-after': date(90_000), date: date(60_000) }, 30_000],
  ['a broken clock of the server', { 'retry-after': date(30_000), date: 'yesterday' }, 30_000],
  ['a year', { 'retry-after': '31536000' }, HOUR_MS],
  ['a date in a year', { 'retry-after': date(365 * 24 * HOUR_MS) }, HOUR_MS],
  ['nothing', {}, undefined],
  ['twice', { 'retry-after': ['1', '2'] }, undefined],
  ['a fraction', { 'retry-after': '1.5' }, undefined],
  ['less than nothing', { 'retry-after': '-1' }, undefined],
  ['no number that ends', { 'retry-after': '9'.repeat(400) }, undefined],
  ['a date in another form', { 'retry-after': '2026-11-27T12:00:30Z' }, undefined],
  ['words', { 'retry-after': 'soon' }, undefined],
])('%s', (_what, headers, ms) => {
  expect(retryAfterMs(headers, NOON)).toBe(ms);
});

test('whatever a server sends, the wish is none or between nothing and an hour', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.integer().map(String),
        fc.date({ noInvalidDate: true }).map((at) => at.toUTCString()),
      ),
      fc.option(fc.string(), { nil: undefined }),
      fc.integer({ min: 0, max: 4e12 }),
      (value, sent, now) => {
        const ms = retryAfterMs({ 'retry-after': value, date: sent }, now);
        return ms === undefined || (ms >= 0 && ms <= HOUR_MS);
      },
    ),
  );
});

test('a pause lasts as long as was wished, the longest wish counts, and a person may end it', () => {
  let now = 1000;
  const pause = new Pause({ now: () => now, wallNow: () => NOON });
  pause.hear(500, { 'retry-after': '10' });
  pause.hear(429, {});
  pause.hear(429, { 'retry-after': '0' });
  expect(pause.left).toBe(0);
  pause.hear(503, { 'retry-after': '10' });
  pause.hear(429, { 'retry-after': '1' });
  expect(pause.left).toBe(10_000);
  now += 9999;
  expect(pause.left).toBe(1);
  now += 1;
  expect(pause.left).toBe(0);
  pause.hear(503, { 'retry-after': '10' });
  expect([pause.left, pause.status]).toEqual([10_000, 503]);
  pause.end();
  expect(pause.left).toBe(0);
});
