import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeLaunch } from '../../../../electron/catalog/identity/judge-launch.ts';
import type { StdioLaunch } from '../../../../shared/model/server.ts';
import { ATTACKS_ON_PACKAGES } from './launches/attacks-on-packages.ts';
import { ATTACKS_ON_PROGRAMS } from './launches/attacks-on-programs.ts';
import { ATTACKS_ON_SETTINGS } from './launches/attacks-on-settings.ts';
import { MORE_ATTACKS } from './launches/more-attacks.ts';
import { MORE_ORDINARY } from './launches/more-ordinary.ts';
import { ORDINARY_PACKAGES } from './launches/ordinary-packages.ts';
import { ORDINARY_PROGRAMS } from './launches/ordinary-programs.ts';
import { type Kind, launchOf, words } from './launches/table.ts';

const options = {
  platform: 'linux' as const,
  trustedRegistries: ['npm.corp.example', 'https://pypi.corp.example/simple'],
};
const judge = (launch: StdioLaunch) => judgeLaunch(launch, options);
const heldCodes = (launch: StdioLaunch): string[] =>
  judge(launch)
    .reasons.filter(({ weight }) => weight === 'held')
    .map(({ code }) => code);

const ATTACKS = [...ATTACKS_ON_PACKAGES, ...ATTACKS_ON_PROGRAMS, ...ATTACKS_ON_SETTINGS, ...MORE_ATTACKS];
const HARMLESS = [...ORDINARY_PACKAGES, ...ORDINARY_PROGRAMS, ...MORE_ORDINARY];
const cases = (kinds: readonly Kind[]) =>
  kinds.flatMap(({ kind, code, rows }) =>
    rows.map(
      (row) => [`${kind}: ${typeof row === 'string' ? row : JSON.stringify(row)}`, row, code] as const,
    ),
  );

describe('is held', () => {
  test.each(cases(ATTACKS))('%s', (_name, row, code) => {
    const codes = heldCodes(launchOf(row));
    expect(codes).not.toEqual([]);
    if (code !== undefined) expect(codes).toContain(code);
  });
});

describe('is ordinary', () => {
  test.each(cases(HARMLESS))('%s', (_name, row) => {
    expect(heldCodes(launchOf(row))).toEqual([]);
  });
});

test('there are enough of both', () => {
  const rows = (kinds: readonly Kind[]) =>
    kinds.flatMap((kind) => kind.rows).map((row) => JSON.stringify(row));
  expect(new Set(rows(ATTACKS)).size).toBeGreaterThanOrEqual(150);
  expect(new Set(rows(HARMLESS)).size).toBeGreaterThanOrEqual(150);
});

/** Start commands that run what is behind them and change nothing of it. */
const WRAPS = [
  'env',
  'env A=b',
  '/usr/bin/env -u X',
  'nohup',
  'nice -n 5',
  'timeout 60',
  'timeout -- 60',
  'stdbuf -oL',
  'setsid',
  'op run --',
  'mise exec node@22 --',
  'poetry run',
  'doppler run --',
  'uv run --',
  'python -m uv run',
  'npx -p @acme/tools --',
  'npm exec --package=@acme/tools --',
  'pnpm exec',
  'uvx --from acme-tools',
];
const wrapped = (launch: StdioLaunch, by: readonly string[]): StdioLaunch =>
  by.reduce((inner, line) => {
    const [command = '', ...args] = words(line);
    return { ...inner, command, args: [...args, inner.command, ...inner.args] };
  }, launch);

describe('whoever starts it', () => {
  const wraps = fc.array(fc.constantFrom(...WRAPS), { minLength: 1, maxLength: 3 });
  // What names the program itself, by its place or its letters, and what a container runs has other words behind wraps.
  const attacks = [...ATTACKS_ON_PACKAGES, ...ATTACKS_ON_PROGRAMS].flatMap(({ rows }) => rows);

  test('an attack stays one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...attacks), wraps, (row, by) => {
        expect(judge(wrapped(launchOf(row), by)).verdict).toBe('held');
      }),
      { numRuns: 600 },
    );
  });

  test('what is ordinary stays so', () => {
    const plain = HARMLESS.flatMap(({ rows }) => rows).filter(
      (row) => !/^(?:cmd|wsl|powershell|npm|pnpm|yarn|"|C:)/i.test(typeof row === 'string' ? row : row[0]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...plain), wraps, (row, by) => {
        expect(heldCodes(wrapped(launchOf(row), by))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('wherever it stands', () => {
  const quiet = fc.array(fc.constantFrom('-y', '--yes', '--quiet', '--loglevel=error', '--prefer-offline'), {
    maxLength: 3,
  });
  const foreign = fc.constantFrom(
    ['--registry=https://evil.example'],
    ['--registry', 'https://evil.example'],
    ['-registry=https://evil.example'],
    ['--@acme:registry=https://evil.example'],
    ['--call=id'],
    ['-c', 'id'],
    ['--script-shell=/home/jane/x'],
    ['--node-options=--require=/home/jane/x.js'],
    ['-p', 'evil/x'],
  );

  test('a flag of npx before the program is seen, and none behind it is', () => {
    fc.assert(
      fc.property(quiet, quiet, foreign, (before, after, flags) => {
        const own = ['-p', '@acme/notes'];
        const launch = (args: readonly string[]): StdioLaunch => ({
          transport: 'stdio',
          command: 'npx',
          args: [...args],
          env: {},
        });
        expect(judge(launch([...before, ...own, ...flags, ...after, 'notes'])).verdict).toBe('held');
        expect(judge(launch([...flags, ...before, ...own, ...after, 'notes'])).verdict).toBe('held');
        expect(judge(launch([...before, ...own, ...after, 'notes', ...flags])).verdict).toBe('ordinary');
      }),
    );
  });

  test('a mount, an option of Node and a variable is seen among others', () => {
    const some = (words_: readonly string[]) => fc.subarray([...words_]);
    fc.assert(
      fc.property(
        some(['-i', '--rm', '-t', '--init', '--pull=always']),
        some(['--read-only', '-e', '-q']),
        fc.constantFrom('-v/:/x', '-v=/:/x', '--volume=/:/x', '-iv/:/x', '--privileged', '--pid=host'),
        (before, after, flag) => {
          const args = ['run', ...before, flag, ...after.filter((one) => one !== '-e'), 'acme/notes'];
          expect(judge({ transport: 'stdio', command: 'docker', args, env: {} }).verdict).toBe('held');
        },
      ),
    );
  });
});

test('nothing that is judged breaks it', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      ...ATTACKS.flatMap(({ rows }) => rows).flatMap((row) => words(typeof row === 'string' ? row : row[0])),
    ),
  );
  fc.assert(
    fc.property(
      word,
      fc.array(word, { maxLength: 12 }),
      fc.dictionary(word, word, { maxKeys: 4 }),
      (command, args, env) => {
        const { verdict, reasons } = judge({ transport: 'stdio', command, args, env });
        expect(reasons.length).toBeLessThanOrEqual(20);
        expect(verdict === 'held').toBe(reasons.some(({ weight }) => weight === 'held'));
      },
    ),
    { numRuns: 300 },
  );
});
