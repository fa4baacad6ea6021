// Runs a test runner and reads from its own report how many of its tests passed, failed and were skipped, and which failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultLines, playwrightFaults, soakFaults, vitestFaults } from './faults.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** Gives `run` a folder for the reports of a runner, and answers what `tell` reads from it with the exit code. */
function withReports(name, run, tell) {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-report-'));
  try {
    const status = run(folder);
    const report = read(join(folder, 'report.json'));
    return counted(name, status, report && tell(report, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that ended badly without a failed test, or without a report, counts as one failure. */
function counted(name, status, told) {
  if (told === undefined) process.stderr.write(`${name} ended without a report.\n`);
  const { passed, failed, skipped, faults } = told ?? { passed: 0, failed: 0, skipped: 0, faults: [] };
  const lame = status !== 0 && failed === 0;
  const unnamed = {
    runner: name,
    name: told === undefined ? 'ended without a report' : 'ended badly without a failed test',
    error: `exit code ${status}`,
  };
  return {
    passed,
    failed: lame ? 1 : failed,
    skipped,
    faults: lame && faults.length === 0 ? [unnamed] : faults,
  };
}

/** `launch(args, env)` runs Node 24 with these arguments and answers the exit code. */
export function countVitest(launch, args) {
  return withReports(
    'vitest',
    (folder) =>
      launch(
        [
          ...args,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${join(folder, 'report.json')}`,
          `--reporter=${join(here, 'vitest-errors.mjs')}`,
        ],
        { DOORWARD_VITEST_ERRORS: join(folder, 'errors.json') },
      ),
    (report, folder) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
      faults: vitestFaults(report, read(join(folder, 'errors.json')) ?? [], root),
    }),
  );
}

export function countPlaywright(launch, args) {
  return withReports(
    'playwright',
    (folder) =>
      launch([...args, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'report.json') }),
    (report) => ({
      passed: report.stats.expected,
      // A test that passes only at the second try has failed.
      failed: report.stats.unexpected + report.stats.flaky,
      skipped: report.stats.skipped,
      faults: playwrightFaults(report, root),
    }),
  );
}

/** The soak checks as tests are counted; what a machine does not tell is skipped. */
export function countSoak(launch, args) {
  return withReports(
    'soak',
    (folder) => launch([...args, '--report', join(folder, 'report.json')]),
    (report) => {
      const of = (ok) => report.checks.filter((check) => check.ok === ok).length;
      return { passed: of(true), failed: of(false), skipped: of(undefined), faults: soakFaults(report) };
    },
  );
}

/** What is said after all runners: what failed, and as the very last line how much of everything there was. */
export function closingLines(counts) {
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  return [
    ...faultLines(counts.flatMap(({ faults }) => faults)),
    `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
  ];
}
