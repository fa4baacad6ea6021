import { expect, test } from 'vitest';
import type { Row } from '../../../bench/measure/matrix.ts';
import type { Budget, BudgetRun } from '../../../bench/policy/budget.ts';
import { tallyOf } from '../../../bench/policy/person.ts';
import { lineAddedMicros, ruleShare } from '../../../bench/policy/rule-share.ts';
import type { RuleCost } from '../../../bench/policy/rules-cost.ts';
import { barsOf } from '../../../bench/report/bars.ts';
import { budgetText, ruleText } from '../../../bench/report/policy-text.ts';

const row = (system: string, ...p50s: number[]): Row => ({
  system,
  samples: p50s.map((p50) => ({ p50, p99: p50, callsPerSecond: 1, clientCpu: 1, cpu: 1 })),
});
const same = (nanoseconds: number) => ({ median: nanoseconds, min: nanoseconds, max: nanoseconds });
const cost = (read: number, write: number): RuleCost => ({
  read: { noRules: same(2000), rules: same(2000 + read), added: same(read) },
  write: {
    noRules: same(9000),
    rules: same(9000 + write),
    added: same(write),
    followingLinks: same(30_000),
  },
  sameTool: same(1),
  sameToolByApp: same(1),
  sameToolPatterns: same(1),
  compile: same(1),
});

const run = (over: Partial<BudgetRun>): BudgetRun => ({
  reading: 'as read',
  corrected: [],
  recorded: tallyOf([]),
  replayed: {
    calls: 600,
    uncertain: 0,
    guarded: { asked: 60, askedPer100: 10, blocked: 1 },
    suggestionsTaken: { asked: 3, askedPer100: 0.5, blocked: 1 },
    strict: { asked: 599, askedPer100: 99.8, blocked: 1 },
    observe: { asked: 0, askedPer100: 0, blocked: 1 },
  },
  suggestions: [{ sentence: 'It may read.', saves: 57 }],
  later: tallyOf([]),
  tried: 10,
  leaks: [],
  ...over,
});
const bars = (rules: ReturnType<typeof ruleShare> | undefined, budget: Budget | undefined) => {
  const none = {
    list: undefined,
    resident: undefined,
    growth: undefined,
    pins: undefined,
    start: undefined,
  };
  const all = barsOf({ ratios: [], ...none, rules, budget });
  return (start: string) => all.find(({ name }) => name.startsWith(start));
};

test('what Doorward adds is the smaller of the two line cells, round by round', () => {
  const matrix = new Map([
    ['http-line-1', [row('direct', 1, 1, 1), row('doorward', 1.5, 1.7, 1.6)]],
    ['stdio-line-1', [row('direct', 0.1, 0.1, 0.2), row('doorward', 0.5, 0.6, 0.6)]],
  ]);
  expect(lineAddedMicros(matrix)).toBeCloseTo(400);
  expect(
    lineAddedMicros(new Map([['http-line-32', [row('direct', 1), row('doorward', 2)]]])),
  ).toBeUndefined();
});

test('the share of rules is that of the dearer call, and none without something to compare it with', () => {
  expect(ruleShare(cost(1000, 12_000), 400, 'this run').percent).toBeCloseTo(3);
  expect(ruleShare(cost(5000, -100), 500, 'this run').percent).toBeCloseTo(1);
  expect(ruleShare(cost(1, 1), undefined, 'this run').percent).toBeUndefined();
  expect(bars(ruleShare(cost(0, 12_400), 400, 'this run'), undefined)('what 1,000 rules')).toMatchObject({
    ok: false,
    bar: '<= 3 %',
  });
  expect(bars(undefined, undefined)('what 1,000 rules')).toMatchObject({ value: null, ok: false });
});

test('the greater of the replayed and the real week counts, and each leak', () => {
  const asked = tallyOf([{ step: { server: 'files', tool: 'x', args: {} }, outcome: 'allowed' }]);
  const find = bars(undefined, {
    seed: 1,
    runs: [run({ leaks: ['one passed'] }), run({ reading: 'corrected', later: asked })],
  });
  expect(find('questions per 100 calls, suggestions taken, tools as Doorward')).toMatchObject({
    value: 0.5,
    ok: true,
  });
  expect(find('questions per 100 calls, suggestions taken, tools corrected')).toMatchObject({
    value: 100,
    ok: false,
  });
  expect(find('calls that were refused')).toMatchObject({ value: 1, ok: false });
});

test('the tables say where the figures come from', () => {
  const text = budgetText({ seed: 4, runs: [run({}), run({ reading: 'corrected', leaks: ['it passed'] })] });
  expect(text).toContain('seeds 4 and 5');
  expect(text).toContain('57: It may read.');
  expect(text).toContain('now passes: nothing');
  expect(text).toContain('now passes: it passed');
  expect(ruleText(ruleShare(cost(0, 4000), 400, 'a short run'))).toContain('1.00 % of what Doorward adds');
  expect(ruleText(ruleShare(cost(0, 4000), undefined, 'this run'))).toContain('not measured');
});
