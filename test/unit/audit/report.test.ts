import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogReport, ReportQuery } from '../../../electron/audit/report.ts';
import type { LegRecord, Outcome } from '../../../shared/model/log.ts';
import { report as reportSchema } from '../../../shared/model/report.ts';
import { NO_TOKENS } from '../../../shared/model/tokens.ts';
import { behindItsBack, freshFile, openLog, row, wholeCall } from './support.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A midnight, local time. */
const start = new Date(2026, 8, 14).getTime();

/** Two days, held against the two days before. */
const query: ReportQuery = {
  at: start + 2 * DAY,
  step: 'day',
  now: { since: start, until: start + 2 * DAY, starts: [start, start + DAY] },
  past: { since: start - 2 * DAY, until: start, starts: [start - 2 * DAY, start - DAY] },
};
const ruling = (answer?: string, decision = 'ask') =>
  JSON.stringify({
    decision,
    layer: 'preset',
    code: 'preset-effect',
    kind: 'tool',
    effect: 'send',
    role: 'default',
    ...(answer === undefined ? {} : { answer }),
  });
const found = (count: number, act = 'noted') =>
  JSON.stringify([{ source: 'secret', type: 'github-token', where: 'arguments', act, count }]);

async function reportOf(
  calls: readonly (readonly LegRecord[])[],
  over: Partial<ReportQuery> = {},
  index = false,
): Promise<LogReport> {
  const file = freshFile();
  const log = await openLog({ file, ...(index ? { index: `${file}-index` } : {}) });
  for (const legs of calls) for (const leg of legs) log.append(leg);
  return log.report({ ...query, ...over });
}

/** A call with an end of this kind. */
function ended(outcome: Outcome, given: Partial<LegRecord> = {}): LegRecord[] {
  if (outcome === 'open') return [row({ ...given })];
  if (outcome === 'refused')
    return [row({ ...given, leg: 'refused', outcome, durationMs: 7000, reason: 'No.' })];
  const [sent, answered] = wholeCall({ ...given, outcome });
  return [sent, { ...answered, durationMs: given.durationMs ?? 10 }];
}

describe('a report', () => {
  it('counts each call once, at its beginning, with how it ended, in its own span only', async () => {
    const report = await reportOf([
      ended('ok', { at: start - 2 * DAY - 1, server: 'too early' }),
      ended('ok', { at: start, server: 'files' }),
      ended('ok', { at: start + 3 * HOUR, server: 'files' }),
      ended('tool-error', { at: start + DAY, server: 'files' }),
      ended('refused', { at: start + DAY + HOUR, server: '', name: '' }),
      ended('open', { at: start + DAY + HOUR, server: 'mail' }),
      ended('failed', { at: start + 2 * DAY - 1, server: 'mail', clientId: 'c2', clientName: 'Cursor' }),
      ended('ok', { at: start - 1, server: 'mail' }),
      ended('cancelled', { at: start - 2 * DAY, server: 'gone' }),
      ended('ok', { at: start + 2 * DAY, server: 'too late' }),
    ]);
    expect(report.now).toMatchObject({
      calls: 6,
      outcomes: { ok: 2, 'tool-error': 1, error: 0, refused: 1, failed: 1, cancelled: 0, open: 1 },
      servers: 2,
      apps: 2,
    });
    expect(report.past).toMatchObject({ calls: 2, outcomes: { ok: 1, cancelled: 1 } });
    expect(report.timeline).toEqual([
      { at: start, calls: 2, before: 1, trouble: 0, refused: 0, asked: 0 },
      { at: start + DAY, calls: 4, before: 1, trouble: 4, refused: 1, asked: 0 },
    ]);
    expect(report.servers.map(({ server, calls, before }) => [server, calls, before])).toEqual([
      ['files', 3, 0],
      ['mail', 2, 1],
      ['', 1, 0],
      ['gone', 0, 1],
    ]);
    expect(report.apps.map(({ name, calls, trouble }) => [name, calls, trouble])).toEqual([
      ['Claude Desktop', 5, 3],
      ['Cursor', 1, 1],
    ]);
    expect(report.hours[0]).toEqual({ calls: 2, before: 1 });
    expect(report.hours[3]).toEqual({ calls: 1, before: 0 });
    expect(report.hours[23]).toEqual({ calls: 1, before: 1 });
    expect(report.logBegins).toBeUndefined();
  });

  it('says how questions were answered and takes no time of a person for a time of a server', async () => {
    const at = start + HOUR;
    const report = await reportOf([
      ended('ok', { at, ruling: ruling('allowed'), durationMs: 30_000 }),
      ended('ok', { at, ruling: ruling(undefined, 'allow'), durationMs: 20 }),
      ended('refused', { at, ruling: ruling('refused') }),
      ended('refused', { at, ruling: ruling('unanswered') }),
      ended('cancelled', { at, ruling: ruling() }),
      ended('refused', { at, ruling: ruling(undefined, 'block') }),
      // It went on with an answer that another call had been given.
      ended('ok', { at, ruling: ruling(), durationMs: 20 }),
      ended('ok', { at, ruling: ruling('earlier'), durationMs: 20 }),
      ended('ok', { at, ruling: '{"answer":"made up"', durationMs: 20 }),
    ]);
    expect(report.now.questions).toEqual({ asked: 4, allowed: 1, refused: 1, unanswered: 2 });
    expect(report.now.latency?.calls).toBe(4);
    expect(report.now.latency?.p99).toBe(20);
  });

  it('adds up what was found by kind and by what was done, and keeps out what is no finding', async () => {
    const at = start + HOUR;
    const report = await reportOf([
      ended('ok', { at, found: found(2) }),
      ended('ok', { at, found: found(3) }),
      ended('ok', { at, found: found(1, 'blocked') }),
      ended('ok', { at, found: '[{"source":"<b>","type":"x","where":"answer","act":"noted","count":1}]' }),
      ended('ok', { at, found: 'nonsense' }),
      ended('ok', { at: start - HOUR, found: found(4) }),
    ]);
    expect(report.findings).toEqual([
      { source: 'secret', type: 'github-token', act: 'noted', found: 5, before: 4 },
      { source: 'secret', type: 'github-token', act: 'blocked', found: 1, before: 0 },
    ]);
    expect([report.now.findings, report.now.foundIn, report.past.findings]).toEqual([6, 3, 4]);
  });

  it('knows how long servers took within one per cent, however different they are', async () => {
    const at = start + HOUR;
    const times = Array.from({ length: 1000 }, (_, place) => 0.05 * 1.015 ** place);
    const report = await reportOf(
      times.map((durationMs, place) => ended('ok', { at, durationMs, server: place % 2 ? 'odd' : 'even' })),
    );
    const { latency } = report.now;
    for (const [share, value] of [
      [0.5, latency?.p50],
      [0.95, latency?.p95],
      [0.99, latency?.p99],
    ] as const) {
      const exact = times[Math.ceil(share * times.length) - 1] ?? 0;
      expect(Math.abs((value ?? 0) - exact) / exact).toBeLessThan(0.0101);
    }
    expect(report.servers.map((server) => server.latency?.calls)).toEqual([500, 500]);
  });

  it('says when the log begins too late for the span before', async () => {
    const report = await reportOf([ended('ok', { at: start + HOUR })]);
    expect(report.logBegins).toBe(start + HOUR);
    expect((await reportOf([])).now).toMatchObject({ calls: 0, findings: 0 });
  });

  it('bounds how many names it counts by themselves, and loses no call', async () => {
    const at = start + HOUR;
    const report = await reportOf(
      Array.from({ length: 4300 }, (_, place) => ended('refused', { at, name: `made-up-${place}` })),
    );
    expect(report.tools).toHaveLength(20);
    expect(report.now.tools).toBe(4000);
    expect(report.others.tools.calls + 20).toBe(4300);
  });

  it('survives rows that somebody put in', async () => {
    const file = freshFile();
    const log = await openLog({ file });
    for (const leg of ended('ok', { at: start })) log.append(leg);
    await log.flush();
    behindItsBack(file, (db) =>
      db.exec(`INSERT INTO legs SELECT 99, '__proto__', 'answered', 9e15, 'x', '__proto__', 'client', '__proto__', 'm',
        '__proto__', NULL, NULL, NULL, NULL, '__proto__', -1, NULL, 'h', '[]', '{}', NULL, NULL FROM legs LIMIT 1;
        UPDATE legs SET at = ${start} WHERE seq = 99`),
    );
    const report = await log.report(query);
    expect(report.now).toMatchObject({ calls: 2, outcomes: { ok: 1, failed: 1 } });
    expect(report.servers.map(({ server }) => server)).toContain('__proto__');
  });

  it('adds up: outcomes, days, hours, servers, apps and tools all to the same calls, with and without an index', async () => {
    const outcomes = ['ok', 'tool-error', 'error', 'refused', 'failed', 'cancelled', 'open'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.integer({ min: start - 2 * DAY, max: start + 2 * DAY - 1 }),
            server: fc.constantFrom('a', 'b', '', 'c d', '["a","b"]'),
            name: fc.constantFrom('read', 'write', '["read"]'),
            clientName: fc.string({ maxLength: 4 }),
            outcome: fc.constantFrom(...outcomes),
            ruling: fc.constantFrom(undefined, ruling('allowed'), ruling('refused'), ruling()),
          }),
          { maxLength: 60 },
        ),
        fc.boolean(),
        async (calls, index) => {
          const report = await reportOf(
            calls.map(({ outcome, ruling: decided, ...given }) =>
              ended(outcome, { ...given, ...(decided === undefined ? {} : { ruling: decided }) }),
            ),
            {},
            index,
          );
          const all = [report.now, report.past];
          const beforeOf = (list: readonly { before: number }[]) =>
            list.reduce((sum, { before }) => sum + before, 0);
          const callsOf = (list: readonly { calls: number }[]) =>
            list.reduce((sum, one) => sum + one.calls, 0);
          expect(report.now.calls + report.past.calls).toBe(calls.length);
          for (const { calls: sum, outcomes: by, questions } of all) {
            expect(Object.values(by).reduce((a, b) => a + b, 0)).toBe(sum);
            expect(questions.allowed + questions.refused + questions.unanswered).toBe(questions.asked);
          }
          for (const list of [report.timeline, report.hours]) {
            expect(callsOf(list)).toBe(report.now.calls);
            expect(beforeOf(list)).toBe(report.past.calls);
          }
          for (const [list, others] of [
            [report.servers, report.others.servers],
            [report.apps, report.others.apps],
            [report.tools, report.others.tools],
          ] as const) {
            expect(callsOf(list) + others.calls).toBe(report.now.calls);
            expect(beforeOf(list) + others.before).toBe(report.past.calls);
          }
          const tokens = { now: NO_TOKENS, past: NO_TOKENS, apps: [], days: [] };
          const whole = { ...report, changes: [], changesBeyond: 0, tokens };
          expect(reportSchema.safeParse(whole).success).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  });
});
