// Runs a test runner and reads from its own report how many of its tests passed, failed and were skipped.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives `run` a file for the report of a runner, and answers the report with the exit code. */
function withReport(run) {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-report-'));
  const file = join(folder, 'report.json');
  try {
    const status = run(file);
    return { status, report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that ended badly without a failed test, or without a report, counts as one failure. */
function counted(name, status, counts) {
  if (counts === undefined) process.stderr.write(`${name} ended without a report.\n`);
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** `launch(args, env)` runs Node 24 with these arguments and answers the exit code. */
export function countVitest(launch, args) {
  const { status, report } = withReport((file) =>
    launch([...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
  );
  return counted(
    'vitest',
    status,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    },
  );
}

export function countPlaywright(launch, args) {
  const { status, report } = withReport((file) =>
    launch([...args, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  );
  return counted(
    'playwright',
    status,
    report && {
      passed: report.stats.expected,
      // A test that passes only at the second try has failed.
      failed: report.stats.unexpected + report.stats.flaky,
      skipped: report.stats.skipped,
    },
  );
}

/** The soak checks as tests are counted; what a machine does not tell is skipped. */
export function countSoak(launch, args) {
  const { status, report } = withReport((file) => launch([...args, '--report', file]));
  const of = (ok) => report.checks.filter((check) => check.ok === ok).length;
  return counted('soak', status, report && { passed: of(true), failed: of(false), skipped: of(undefined) });
}

/** The one line for all runners together. */
export function closingLine(counts) {
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}
