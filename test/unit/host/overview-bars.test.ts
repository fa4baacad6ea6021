import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf } from '../../../electron/host/log/overview-bars.ts';
import { logOverview } from '../../../shared/model/history.ts';

const DAY = 86_400_000;
const QUARTER = 900_000;
const now = new Date(2026, 10, 26, 22, 30).getTime();

const count = fc.record({
  quarter: fc.integer({ min: Math.floor(now / QUARTER) - 4 * 24 * 400, max: Math.floor(now / QUARTER) + 50 }),
  outcome: fc.constantFrom('ok', 'refused', 'open', 'made up', '__proto__'),
  calls: fc.integer({ min: 1, max: 1000 }),
});

describe('bars', () => {
  it('hold every call that is counted, once, and are never too many', () => {
    fc.assert(
      fc.property(
        fc.array(count, { maxLength: 60 }),
        fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
        (counts, days) => {
          const since = days === undefined ? undefined : now - days * DAY - 1;
          const inside = counts.filter(
            ({ quarter }) => quarter * QUARTER <= now && (since === undefined || quarter * QUARTER >= since),
          );
          const overview = logOverview.parse(
            barsOf({ begins: now - 3 * DAY, counts: inside }, { since }, now),
          );
          const sum = inside.reduce((all, { calls }) => all + calls, 0);
          expect(overview.calls).toBe(sum);
          expect(overview.bars.reduce((all, { calls }) => all + calls, 0)).toBe(sum);
          for (const { calls, outcomes } of overview.bars)
            expect(Object.values(outcomes).reduce((all, each) => all + each, 0)).toBe(calls);
          expect(overview.bars.length).toBeLessThan(130);
        },
      ),
    );
  });

  it('are hours of one day, days of some weeks, months of what is longer', () => {
    const of = (days: number) => barsOf({ begins: 0, counts: [] }, { since: now - days * DAY }, now);
    expect([of(1).step, of(30).step, of(365).step]).toEqual(['hour', 'day', 'month']);
    const midnight = new Date(2026, 10, 26).getTime();
    expect(barsOf({ counts: [] }, { since: midnight, until: midnight + DAY }, now).bars).toHaveLength(24);
  });

  it('begin with the oldest call when no time is asked for, and survive clocks of long ago', () => {
    const at = new Date(2026, 10, 24, 15, 20).getTime();
    const overview = barsOf(
      { begins: at, counts: [{ quarter: Math.floor(at / QUARTER), outcome: 'ok', calls: 2 }] },
      {},
      now,
    );
    expect([overview.step, overview.since]).toEqual(['day', new Date(2026, 10, 24).getTime()]);
    const wrong = barsOf({ begins: 5, counts: [{ quarter: 0, outcome: 'ok', calls: 1 }] }, {}, now);
    expect(wrong.calls).toBe(1);
    expect(wrong.bars.length).toBeLessThan(130);
    expect(barsOf({ counts: [] }, {}, now).bars).toHaveLength(1);
  });

  it.each(['Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'])(
    'follow the calendar of %s, also where clocks are changed',
    async (zone) => {
      const script = fileURLToPath(new URL('../../fixtures/overview-zone.ts', import.meta.url));
      const { stdout } = await promisify(execFile)(process.execPath, [script], {
        env: { ...process.env, TZ: zone },
        timeout: 110_000,
      });
      expect(stdout).toBe('');
    },
    120_000,
  );
});
