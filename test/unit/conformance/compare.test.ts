import { expect, test } from 'vitest';
import { differences, missedBars, tally } from '../../conformance/compare.ts';
import { requiredScenarios, suites } from '../../conformance/suites.ts';
import type { Check, Suite, SuiteRun } from '../../conformance/suites.ts';

const [everyCheck, , requiredOnly] = suites() as [Suite, Suite, Suite];

const check = (id: string, status = 'SUCCESS', errorMessage?: string): Check => ({
  id,
  status,
  errorMessage,
});
const rebinding = [check('rejected'), check('accepted')];

function run(scenarios: Record<string, Check[]>, exit: number | null = 0): SuiteRun {
  const all = { 'dns-rebinding-protection': rebinding, ...scenarios };
  return { exit, scenarios: new Map(Object.entries(all)), output: '' };
}

const suite: Suite = { ...everyCheck, required: ['ping', 'dns-rebinding-protection'] };
const lenient: Suite = { ...requiredOnly, required: ['ping', 'dns-rebinding-protection'] };
const good = run({ ping: [check('ping')], extra: [check('extra')] });

test('a run like the direct one meets its bar', () => {
  expect(missedBars(suite, good, good)).toEqual([]);
  expect(tally(suite, good)).toMatchObject({
    passed: 4,
    failed: 0,
    scenarios: 3,
    requiredPassed: 2,
    required: 2,
  });
});

test.each([
  ['a failed check', run({ ping: [check('ping', 'FAILURE')], extra: [check('extra')] }, 1)],
  [
    'a failed check of a scenario that is not required',
    run({ ping: [check('ping')], extra: [check('extra', 'FAILURE')] }),
  ],
  ['an exit code', run({ ping: [check('ping')], extra: [check('extra')] }, 1)],
  ['a run that was cut off', run({ ping: [check('ping')], extra: [check('extra')] }, null)],
  ['a scenario that did not run', run({ ping: [check('ping')] })],
  ['a check that no longer happens', run({ ping: [check('other', 'INFO')], extra: [check('extra')] })],
  ['a scenario without any check', run({ ping: [], extra: [check('extra')] })],
  [
    'rebinding checks that are not there',
    run({ ping: [check('ping')], extra: [check('extra')], 'dns-rebinding-protection': [check('accepted')] }),
  ],
  ['nothing at all', { exit: 0, scenarios: new Map(), output: 'could not connect' }],
] satisfies [string, SuiteRun][])('%s misses the bar', (_name, through) => {
  expect(missedBars(suite, through, good)).not.toEqual([]);
});

test('rebinding protection is owed by the fixture itself too', () => {
  const unguarded = run({ ping: [check('ping')], 'dns-rebinding-protection': [check('accepted')] });
  expect(missedBars(suite, unguarded, unguarded)).toEqual(['dns-rebinding-protection did not pass']);
});

test('where only required scenarios count, another may fail', () => {
  const through = run({ ping: [check('ping')], extra: [check('extra', 'FAILURE')] });
  expect(missedBars(lenient, through, good)).toEqual([]);
  const failing = run({ ping: [check('ping'), check('pong', 'FAILURE')], extra: [check('extra')] });
  expect(missedBars(lenient, failing, good)).not.toEqual([]);
});

test('every verdict that differs is listed, with the reason, and information is not a verdict', () => {
  const direct = run({ ping: [check('a'), check('b'), check('b'), check('note', 'INFO')] });
  const through = run({ ping: [check('a', 'FAILURE', 'no answer'), check('b')] });
  expect(differences(direct, through)).toEqual([
    'ping / a: success -> failure (no answer)',
    'ping / b: success success -> success',
  ]);
  expect(differences(direct, direct)).toEqual([]);
});

test('the frozen lists are read as they are', () => {
  expect(requiredScenarios('server:\n  - one\n  - two\n\nclient:\n  - three\n')).toEqual(['one', 'two']);
  expect(suites().map((known) => known.required?.length)).toEqual([undefined, 30, 37]);
});
