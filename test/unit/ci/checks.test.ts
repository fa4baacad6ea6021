import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { LONG, LongestFirst } from '../../fixtures/longest-first.ts';

const root = join(import.meta.dirname, '../../..');
/** The programs of `.ci` are plain JavaScript: this says what they export. */
const { runChecks } = (await import(join(root, '.ci/checks.mjs'))) as {
  runChecks: (
    program: string,
    commands: readonly (readonly string[])[],
    options: object,
    print: (output: Buffer) => void,
  ) => Promise<number>;
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-checks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the checks', () => {
  const run = async (...programs: string[]): Promise<{ status: number; said: string[] }> => {
    const said: string[] = [];
    const commands = programs.map((text) => ['-e', text]);
    const status = await runChecks(process.execPath, commands, { cwd: folder }, (output) =>
      said.push(output.toString()),
    );
    return { status, said };
  };

  test('all run, each says what it has to say in one piece, and the first that failed is the answer', async () => {
    const { status, said } = await run(
      `console.log('a'); console.error('b'); console.log('c'); process.exitCode = 3`,
      `process.exitCode = 4`,
      `console.log('third')`,
    );
    expect(status).toBe(3);
    expect(said).toHaveLength(3);
    expect(
      said
        .find((text) => text.includes('a'))
        ?.split('\n')
        .toSorted()
        .join(''),
    ).toBe('abc');
    expect(said).toContain('third\n');
    expect((await run(`console.log(1)`, `console.log(2)`)).status).toBe(0);
  });

  test('fail when a program cannot be started or is killed', async () => {
    const said: string[] = [];
    const print = (output: Buffer): void => void said.push(output.toString());
    expect(await runChecks(join(folder, 'nothing'), [['x']], {}, print)).not.toBe(0);
    expect(said.join('')).toContain('ENOENT');
    expect((await run(`process.kill(process.pid, 'SIGKILL')`)).status).not.toBe(0);
  });

  test('are two at a time', async () => {
    // Each of the first two ends only when the other one has begun.
    const meet = (own: string, other: string): string => `const fs = require('node:fs');
      fs.writeFileSync(${JSON.stringify(own)}, '');
      const ask = () => fs.existsSync(${JSON.stringify(other)}) || setTimeout(ask, 20);
      ask();`;
    const log = join(folder, 'log');
    writeFileSync(log, '');
    const { status } = await run(
      meet('one', 'two'),
      meet('two', 'one'),
      `require('node:fs').appendFileSync(${JSON.stringify(log)}, 'third')`,
    );
    expect([status, readFileSync(log, 'utf8')]).toEqual([0, 'third']);
  });
});

describe('the files of tests', () => {
  test('that are run first are there', () => {
    expect(LONG.filter((name) => !existsSync(join(root, `test/${name}.test.ts`)))).toEqual([]);
  });

  test('are run in that order, and the others after them as vitest would', async () => {
    const files = ['unit/x', LONG[2], 'unit/y', LONG[0]].map((name, at) => ({
      moduleId: join(root, `test/${name}.test.ts`),
      project: { name: 'apart', config: { isolate: true, sequence: { groupOrder: 0 } } },
      seconds: at,
    }));
    const cache = {
      getTestSpecificationResult: ({ seconds }: { seconds: number }) => ({
        failed: false,
        duration: seconds,
      }),
    };
    const sorted = await new LongestFirst({ cache } as unknown as Vitest).sort(
      files as unknown as TestSpecification[],
    );
    expect(sorted.map(({ moduleId }) => moduleId)).toEqual(
      [LONG[0], LONG[2], 'unit/y', 'unit/x'].map((name) => join(root, `test/${name}.test.ts`)),
    );
  });
});
