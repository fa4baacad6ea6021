// What failed, in lines short enough to be read at the end of a long run, from the reports of the runners themselves.
import { isAbsolute, join, relative } from 'node:path';

/** Lines at most, and UTF-16 units of a name and of an error in one of them. */
const MOST = 30;
const NAME = 160;
const ERROR = 200;

// oxlint-disable-next-line no-control-regex -- the colours of a terminal begin with one.
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;
// oxlint-disable-next-line no-control-regex -- what a test says of hostile texts must not draw in a terminal.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const plain = (text, most) => cut(text.replaceAll(COLOURS, '').replaceAll(UNSEEN, ' ').trim(), most);

/** The first line of an error that says something. */
const firstLine = (error, most = ERROR) => {
  const lines = String(error ?? '')
    .replaceAll(COLOURS, '')
    .split(/\r?\n/);
  return plain(lines.find((line) => line.trim() !== '') ?? 'no error was given', most);
};

/** A path as it stands in the repository, with slashes on every system. */
const inRepository = (root, file) => (isAbsolute(file) ? relative(root, file) : file).replaceAll('\\', '/');

/**
 * The failed tests of vitest, its files that failed as a whole, and errors that nobody caught: `unhandled` is what
 * `vitest-errors.mjs` wrote. A test that passed only at a second try is told, too.
 */
export function vitestFaults(report, unhandled, root) {
  const runner = 'vitest';
  const tests = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = inRepository(root, name);
    const failed = assertionResults
      .filter((one) => one.status === 'failed' || (one.status === 'passed' && one.failureMessages.length > 0))
      .map((one) => ({
        runner,
        file,
        name: one.fullName,
        error: one.failureMessages[0],
        flaky: one.status === 'passed',
      }));
    if (message !== '' || (status === 'failed' && failed.length === 0))
      failed.push({ runner, file, name: 'the file as a whole', error: message || 'it did not end' });
    return failed;
  });
  const loose = unhandled.map(({ file, test, error }) => ({
    runner,
    file: file === undefined ? undefined : inRepository(root, file),
    name: `an error that nobody caught${test === undefined ? '' : `, during or after "${test}"`}`,
    error,
  }));
  return [...tests, ...loose];
}

/** The failed and the flaky tests of Playwright, and the errors outside of its tests. */
export function playwrightFaults(report, root) {
  const runner = 'playwright';
  const fileOf = (file) => inRepository(root, isAbsolute(file) ? file : join(report.config.rootDir, file));
  const of = (suite, above) => {
    // The outermost suite is the file.
    const titles = suite.title === suite.file ? above : [...above, suite.title];
    const failed = (suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ status, results }) => ({
          runner,
          file: fileOf(spec.file),
          name: [...titles, spec.title].join(' '),
          error: results.find(({ error }) => error !== undefined)?.error.message ?? results.at(-1)?.status,
          flaky: status === 'flaky',
        })),
    );
    return [...failed, ...(suite.suites ?? []).flatMap((inner) => of(inner, titles))];
  };
  const loose = (report.errors ?? []).map(({ message, location }) => ({
    runner,
    file: location === undefined ? undefined : fileOf(location.file),
    name: 'outside of a test',
    error: message,
  }));
  return [...report.suites.flatMap((suite) => of(suite, [])), ...loose];
}

/** The checks of the soak that do not hold. */
export function soakFaults(report) {
  return report.checks
    .filter(({ ok }) => ok === false)
    .map(({ name, told }) => ({ runner: 'soak', name, error: told }));
}

/** One line for each fault, at most 30, and how many there are besides; none when nothing failed. */
export function faultLines(faults) {
  if (faults.length === 0) return [];
  const lines = faults.slice(0, MOST).map(({ runner, file, name, error, flaky }) => {
    const where = file === undefined ? '' : ` ${plain(file, NAME)}`;
    return `  ${runner}${where} > ${plain(name, NAME)}${flaky ? ' (flaky)' : ''}: ${firstLine(error)}`;
  });
  const rest = faults.length - lines.length;
  return ['What failed:', ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
