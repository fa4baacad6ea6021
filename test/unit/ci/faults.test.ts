import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// On a machine of which only the last lines are seen, these lines are all that is known of a failure.

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly faults: readonly Fault[];
}
interface Fault {
  readonly runner: string;
  readonly file?: string;
  readonly name: string;
  readonly error?: string;
  readonly flaky?: boolean;
}
type Launch = (args: readonly string[], env?: Readonly<Record<string, string>>) => number;

const root = join(import.meta.dirname, '../../..');
/** The programs of `.ci` are plain JavaScript: this says what they export. */
const { faultLines, playwrightFaults } = (await import(join(root, '.ci/faults.mjs'))) as {
  faultLines: (faults: readonly Fault[]) => string[];
  playwrightFaults: (report: object, root: string) => Fault[];
};
const { closingLines, countPlaywright, countSoak, countVitest } = (await import(
  join(root, '.ci/counts.mjs')
)) as {
  closingLines: (counts: readonly Counts[]) => string[];
  countVitest: (launch: Launch, args: readonly string[]) => Counts;
  countPlaywright: (launch: Launch, args: readonly string[]) => Counts;
  countSoak: (launch: Launch, args: readonly string[]) => Counts;
};

/** A runner that leaves this report where it is told to, and ends with this code. */
const leaving =
  (report: object | undefined, status: number): Launch =>
  (args, env = {}) => {
    const named = args.findIndex((arg) => arg === '--report');
    const file = env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? args[named + 1] ?? '';
    if (report !== undefined) writeFileSync(file, JSON.stringify(report));
    return status;
  };
/** Runs the real runner and keeps its output to itself. */
const really: Launch = (args, env) =>
  spawnSync(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...env, VITEST: undefined, FORCE_COLOR: '1' },
    stdio: 'ignore',
  }).status ?? 1;

let folder = '';
beforeAll(() => {
  // Below the repository, where the libraries of the files in it are found.
  folder = mkdtempSync(join(root, 'node_modules', '.doorward-faults-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what failed', () => {
  test('of vitest: tests, a file as a whole and an error that nobody caught, each with its file', () => {
    const sources = {
      'well.test.mjs': `test('is well', () => {}); test.skip('waits', () => {});`,
      'bad.test.mjs': `describe('outer', () => { test('is bad', () => { expect(1, 'one\\nor two').toBe(2); }); });
        test('comes right', { retry: 1 }, ({ task }) => { expect(task.result.retryCount ?? 0).toBe(1); });`,
      'broken.test.mjs': `import './not-there.mjs';`,
      'loose.test.mjs': `test('leaves something behind', () => { void Promise.reject(new Error('nobody caught me')); });`,
    };
    for (const [name, text] of Object.entries(sources)) {
      writeFileSync(
        join(folder, name),
        `import { describe, expect, test } from 'vitest'; void describe; void expect; void test;\n${text}\n`,
      );
    }
    const config = join(folder, 'vitest.config.mjs');
    writeFileSync(
      config,
      `export default { root: ${JSON.stringify(folder)}, test: { include: ['**/*.test.mjs'] } };`,
    );
    const counts = countVitest(really, [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      config,
    ]);
    expect(counts).toMatchObject({ passed: 3, failed: 1, skipped: 1 });
    const lines = closingLines([counts]);
    const said = (part: RegExp): string[] => lines.filter((line) => part.test(line));
    expect(said(/^ {2}vitest .*\/bad\.test\.mjs > outer is bad: AssertionError: one$/)).toHaveLength(1);
    expect(said(/^ {2}vitest .*\/bad\.test\.mjs > comes right \(flaky\): /)).toHaveLength(1);
    expect(said(/^ {2}vitest .*\/broken\.test\.mjs > the file as a whole: .*not-there/)).toHaveLength(1);
    expect(
      said(/^ {2}vitest .*\/loose\.test\.mjs > an error that nobody caught.*: Error: nobody caught me$/),
    ).toHaveLength(1);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('3 passed, 1 failed, 1 skipped');
  });

  test('of Playwright: failed and flaky tests, and what failed outside of them', () => {
    const spec = (title: string, status: string, ...errors: string[]) => ({
      title,
      file: 'a.spec.ts',
      tests: [
        {
          status,
          results: errors.map((message) => (message === '' ? { status: 'passed' } : { error: { message } })),
        },
      ],
    });
    const report = {
      config: { rootDir: join(root, 'test/e2e') },
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [
        { message: 'Error: no such module\n  at …', location: { file: join(root, 'test/e2e/b.spec.ts') } },
      ],
      suites: [
        {
          title: 'a.spec.ts',
          file: 'a.spec.ts',
          specs: [
            spec('works', 'expected', ''),
            spec('sometimes', 'flaky', '\u001b[31mError: late\u001b[39m', ''),
          ],
          suites: [
            {
              title: 'inside',
              file: 'a.spec.ts',
              specs: [spec('fails', 'unexpected', '\n\nError: timed out\nmore')],
            },
          ],
        },
      ],
    };
    const counts = countPlaywright(leaving(report, 1), []);
    expect(counts).toMatchObject({ passed: 1, failed: 2, skipped: 2 });
    expect(closingLines([counts])).toEqual([
      'What failed:',
      '  playwright test/e2e/a.spec.ts > sometimes (flaky): Error: late',
      '  playwright test/e2e/a.spec.ts > inside fails: Error: timed out',
      '  playwright test/e2e/b.spec.ts > outside of a test: Error: no such module',
      '1 passed, 2 failed, 2 skipped',
    ]);
  });

  test('of the soak: the checks that do not hold', () => {
    const check = (name: string, ok?: boolean) => ({ name, ok, told: `${name} told` });
    const counts = countSoak(leaving({ checks: [check('a', true), check('b', false), check('c')] }, 1), []);
    expect(closingLines([counts])).toEqual([
      'What failed:',
      '  soak > b: b told',
      '1 passed, 1 failed, 1 skipped',
    ]);
  });

  test('of a runner that ended badly and says nothing', () => {
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
    const quiet = { config: { rootDir: root }, stats, errors: [], suites: [] };
    expect(
      closingLines([countPlaywright(leaving(quiet, 1), []), countSoak(leaving(undefined, 137), [])]),
    ).toEqual([
      'What failed:',
      '  playwright > ended badly without a failed test: exit code 1',
      '  soak > ended without a report: exit code 137',
      '3 passed, 2 failed, 0 skipped',
    ]);
    expect(playwrightFaults(quiet, root)).toEqual([]);
  });
});

describe('the lines', () => {
  test('are only the closing one when nothing failed', () => {
    const well = { passed: 2, failed: 0, skipped: 1, faults: [] };
    expect(closingLines([well, well])).toEqual(['4 passed, 0 failed, 2 skipped']);
  });

  test('are at most 30, and say how many there are besides', () => {
    const faults = Array.from({ length: 33 }, (_, at) => ({
      runner: 'vitest',
      name: `test ${at}`,
      error: 'no',
    }));
    const lines = faultLines(faults);
    expect(lines).toHaveLength(32);
    expect(lines[30]).toBe('  vitest > test 29: no');
    expect(lines[31]).toBe('  and 3 more');
  });

  test('are one line each, short, and do not draw in a terminal', () => {
    const [, line = ''] = faultLines([
      {
        runner: 'vitest',
        file: 'a.test.ts',
        name: `\u001b]0;x\u0007\u202ename\n${'n'.repeat(900)}`,
        error: 'e'.repeat(900),
      },
    ]);
    expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(line.length).toBeLessThan(400);
    expect(line).toContain(']0;x name');
  });
});
