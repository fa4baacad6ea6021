import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, partsOf, scaleOf, sumOf } from '../../../renderer/features/activity/history/kinds.ts';
import { lanesOf, MOST_LANES, timelineOf } from '../../../renderer/features/activity/history/lanes.ts';
import {
  fieldDay,
  firstQuery,
  type HistoryQuery,
  inputOf,
  spanProblem,
  textProblem,
} from '../../../renderer/features/activity/history/query.ts';
import { callFrom, rowsOf } from '../../../renderer/features/activity/history/rows.ts';
import { bridgeContract } from '../../../shared/ipc/window.ts';
import { endedAs } from '../../../shared/model/history.ts';
import { outcome, type CallSummary } from '../../../shared/model/log.ts';
import { effect } from '../../../shared/model/review.ts';

const now = new Date(2026, 10, 26, 22, 30).getTime();
const DAY = 86_400_000;
const days = (from: string, to: string): HistoryQuery => ({
  ...firstQuery,
  span: { kind: 'days', from, to },
});

const anyCall: fc.Arbitrary<CallSummary> = fc.record({
  call: fc.uuid(),
  at: fc.integer({ min: now - 5 * DAY, max: now }),
  clientId: fc.constant('a'),
  clientName: fc.constant('Claude'),
  direction: fc.constantFrom('client', 'server'),
  server: fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f', 'g', '__proto__'),
  method: fc.constant('tools/call'),
  name: fc.string(),
  outcome: fc.constantFrom(...outcome.options),
});

describe('the query', () => {
  it('is something that the host takes, whatever is typed and chosen', () => {
    const optional = <T>(all: readonly T[]) => fc.option(fc.constantFrom(...all), { nil: undefined });
    const anyQuery: fc.Arbitrary<HistoryQuery> = fc.record({
      text: fc.string({ maxLength: 200 }),
      app: fc.option(fc.string({ maxLength: 80 }), { nil: undefined }),
      server: fc.option(fc.string({ maxLength: 80 }), { nil: undefined }),
      tool: fc.string({ maxLength: 512 }),
      outcome: optional(endedAs.options),
      effect: optional(effect.options),
      found: fc.boolean(),
      span: fc.oneof(
        fc.constantFrom('today', 'week', 'month', 'year', 'any').map((preset) => ({
          kind: 'preset' as const,
          preset: preset as 'any',
        })),
        fc.record({ kind: fc.constant('days' as const), from: fc.string(), to: fc.string() }),
      ),
    });
    fc.assert(
      fc.property(anyQuery, (query) => {
        const input = inputOf(query, now);
        expect(bridgeContract['log.overview'].input.safeParse(input).success).toBe(true);
        expect(bridgeContract['log.list'].input.safeParse({ ...input, limit: 100 }).success).toBe(true);
      }),
    );
  });

  it('says what is wrong with words and days', () => {
    const text = (typed: string) => textProblem({ ...firstQuery, text: typed });
    expect(
      ['', ' ', 'a', 'ß', '読む', '!!!', '… –', 'one two three four five six seven eight'].map(text),
    ).toEqual([undefined, undefined, undefined, undefined, undefined, 'noWord', 'noWord', undefined]);
    expect(text('1 2 3 4 5 6 7 8 9')).toBe('manyWords');
    const of = (from: string, to: string) => spanProblem(days(from, to), now);
    expect(of('2026-11-01', '2026-11-26')).toBeUndefined();
    expect(of('2026-11-26', '2026-11-26')).toBeUndefined();
    expect(of('2026-11-02', '2026-11-01')).toBe('order');
    expect(of('', '2026-11-01')).toBe('days');
    expect(of('2026-02-30', '2026-11-01')).toBe('days');
    expect(of('2026-11-27', '2026-11-28')).toBe('future');
  });

  it('takes both days of a span, from midnight to midnight of the calendar', () => {
    const { since, until } = inputOf(days('2026-10-20', '2026-10-31'), now);
    expect([since, until]).toEqual([new Date(2026, 9, 20).getTime(), new Date(2026, 10, 1).getTime()]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: now }), (at) => {
        const span = inputOf(days(fieldDay(at), fieldDay(at)), now);
        expect(span.since).toBeLessThanOrEqual(at);
        expect(span.until).toBeGreaterThan(at);
      }),
    );
    const week = inputOf({ ...firstQuery, span: { kind: 'preset', preset: 'week' } }, now);
    expect(week).toEqual({ since: new Date(2026, 10, 20).getTime() });
    expect(inputOf({ ...firstQuery, span: { kind: 'preset', preset: 'any' } }, now)).toEqual({});
  });
});

describe('rows', () => {
  it('hold every call once and in order, each under the heading of its day', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 60 }), (calls) => {
        const rows = rowsOf(calls);
        expect(rows.flatMap((row) => (row.kind === 'call' ? [row.call.call] : []))).toEqual(
          calls.map(({ call }) => call),
        );
        let heading: string | undefined;
        for (const row of rows) {
          if (row.kind === 'day') heading = new Date(row.at).toDateString();
          else expect(new Date(row.call.at).toDateString()).toBe(heading);
        }
        for (const from of rows.keys()) {
          const next = callFrom(rows, from, 1);
          expect(next === undefined ? 'call' : rows[next]?.kind).toBe('call');
        }
      }),
    );
  });
});

describe('the timeline', () => {
  it('puts every call into the column of its server, in order, and never has too many columns', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 60 }), (unsorted) => {
        const calls = unsorted.toSorted((a, b) => a.at - b.at);
        const lanes = lanesOf(calls);
        expect(lanes.length).toBeLessThanOrEqual(MOST_LANES);
        const rows = timelineOf(calls, lanes);
        const drawn = rows.flatMap((row) => (row.kind === 'call' ? [row] : []));
        expect(drawn.map(({ call }) => call)).toEqual(calls);
        for (const { call, lane } of drawn) {
          const column = lanes[lane];
          const own = lanes.some((each) => each !== 'others' && each.server === call.server);
          expect(column === 'others' ? own : column?.server !== call.server).toBe(false);
        }
      }),
    );
  });
});

describe('bars', () => {
  it('are made of all their calls, and fit the scale', () => {
    const counts = fc.record(
      Object.fromEntries(outcome.options.map((each) => [each, fc.nat(10_000)])) as Record<
        (typeof outcome.options)[number],
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 10 }), (all) => {
        const bars = all.map((outcomes, at) => ({
          at,
          outcomes,
          calls: Object.values(outcomes).reduce((sum, each) => sum + each, 0),
        }));
        for (const bar of bars) {
          const parts = partsOf(bar);
          expect(kinds.reduce((sum, kind) => sum + parts[kind], 0)).toBe(bar.calls);
          expect(scaleOf(bar.calls)).toBeGreaterThanOrEqual(bar.calls);
        }
        const sum = sumOf(bars);
        expect(kinds.reduce((each, kind) => each + sum[kind], 0)).toBe(
          bars.reduce((each, { calls }) => each + calls, 0),
        );
      }),
    );
    expect([0, 1, 3, 7, 11, 200, 201].map(scaleOf)).toEqual([1, 1, 5, 10, 20, 200, 500]);
  });
});
