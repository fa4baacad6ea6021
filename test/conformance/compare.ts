import type { Check, Suite, SuiteRun } from './suites.ts';

const REBINDING = 'dns-rebinding-protection';
const REASON_CHARS = 200;

/** A run in numbers. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly warned: number;
  readonly scenarios: number;
  readonly scenariosPassed: number;
  /** How many of the scenarios that the suite requires ran without a failure, and how many there are. */
  readonly requiredPassed: number;
  readonly required: number;
}

const count = (checks: readonly Check[], status: string) =>
  checks.filter((check) => check.status === status).length;
const clean = (checks: readonly Check[] | undefined) =>
  checks !== undefined && checks.length > 0 && count(checks, 'FAILURE') === 0;

/** Counts as the suite itself does: SUCCESS passed, FAILURE failed; information and skipped checks are neither. */
export function tally(suite: Suite, run: SuiteRun): Tally {
  const all = [...run.scenarios.values()];
  const required = suite.required ?? [...run.scenarios.keys()];
  const sum = (status: string) => all.reduce((total, checks) => total + count(checks, status), 0);
  return {
    passed: sum('SUCCESS'),
    failed: sum('FAILURE'),
    warned: sum('WARNING'),
    scenarios: all.length,
    scenariosPassed: all.filter(clean).length,
    requiredPassed: required.filter((name) => clean(run.scenarios.get(name))).length,
    required: required.length,
  };
}

function missesOf(suite: Suite, run: SuiteRun, direct: SuiteRun): string[] {
  const misses: string[] = [];
  const numbers = tally(suite, run);
  if (run.exit === null) misses.push('the suite was cut off after five minutes');
  else if (run.exit !== 0) misses.push(`the suite ended with exit code ${run.exit}`);
  if (numbers.scenarios === 0) misses.push(`no scenario ran: ${run.output.trim()}`);
  if (suite.bar === 'every-check' && numbers.failed > 0) misses.push(`${numbers.failed} checks failed`);
  if (numbers.requiredPassed < numbers.required) {
    misses.push(`${numbers.required - numbers.requiredPassed} required scenarios did not pass`);
  }
  const lost = [...direct.scenarios.keys()].filter((name) => !run.scenarios.has(name));
  if (lost.length > 0) misses.push(`did not run: ${lost.join(', ')}`);
  const rebinding = run.scenarios.get(REBINDING) ?? [];
  if (!clean(rebinding) || count(rebinding, 'SUCCESS') < 2) misses.push(`${REBINDING} did not pass`);
  return misses;
}

/** The beginning of what the suite says about a failure, which can quote whole messages. */
const brief = (text: string) =>
  (text.length > REASON_CHARS ? `${text.slice(0, REASON_CHARS)}…` : text).replaceAll('\n', ' ');

function verdicts(checks: readonly Check[]): Map<string, string> {
  const byId = new Map<string, string[]>();
  for (const { id, status } of checks) {
    if (status === 'INFO') continue;
    byId.set(id, [...(byId.get(id) ?? []), status.toLowerCase()]);
  }
  return new Map([...byId].map(([id, all]) => [id, all.toSorted().join(' ')]));
}

/** Every check whose verdict differs between the run against the fixture and the run through the gateway. */
export function differences(direct: SuiteRun, through: SuiteRun): string[] {
  const lines: string[] = [];
  const names = new Set([...direct.scenarios.keys(), ...through.scenarios.keys()]);
  for (const name of names) {
    const before = verdicts(direct.scenarios.get(name) ?? []);
    const checks = through.scenarios.get(name) ?? [];
    const after = verdicts(checks);
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const was = before.get(id) ?? 'absent';
      const is = after.get(id) ?? 'absent';
      if (was === is) continue;
      const why = checks.find((check) => check.id === id && check.errorMessage !== undefined)?.errorMessage;
      lines.push(`${name} / ${id}: ${was} -> ${is}${why === undefined ? '' : ` (${brief(why)})`}`);
    }
  }
  return lines;
}

/**
 * What a run lacks of its bar, empty when it is met. Through the gateway nothing of a required scenario that
 * passed directly may be lost either: a check that silently no longer happens is not a pass.
 */
export function missedBars(suite: Suite, run: SuiteRun, direct: SuiteRun): string[] {
  const misses = missesOf(suite, run, direct);
  const required = suite.required ?? [...direct.scenarios.keys()];
  for (const name of required) {
    const passed = (direct.scenarios.get(name) ?? []).filter((check) => check.status === 'SUCCESS');
    const here = run.scenarios.get(name) ?? [];
    const before = passed.length;
    // The suite turns a check into information where a server chose the other of two allowed ways (JSON instead of SSE).
    const informed = passed.filter(({ id }) =>
      here.some((check) => check.id === id && check.status === 'INFO'),
    );
    const after = count(here, 'SUCCESS') + informed.length;
    if (after < before) misses.push(`${name}: ${before} checks pass directly, ${after} here`);
  }
  return misses;
}
