import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { tail } from '../fixtures/child.ts';

const SUITE_MS = 5 * 60_000;
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const released = join(modules, '@modelcontextprotocol/conformance/dist/index.js');
const prerelease = join(modules, 'conformance-next/dist/index.js');

/** One of the official suites of server scenarios. */
export interface Suite {
  readonly id: string;
  readonly label: string;
  readonly file: string;
  readonly args: readonly string[];
  /** The era that its client speaks. */
  readonly era: 'legacy' | 'modern';
  /** Whether every check has to pass, or only those of the required scenarios. */
  readonly bar: 'every-check' | 'required';
  /** The scenarios that the revision requires; undefined: all that run. */
  readonly required: readonly string[] | undefined;
}

/** One check of a scenario as the suite judged it. */
export interface Check {
  readonly id: string;
  readonly status: string;
  readonly errorMessage?: string | undefined;
}

/** What one run of a suite against one URL gave. */
export interface SuiteRun {
  /** Undefined when the run was cut off after five minutes. */
  readonly exit: number | null;
  readonly scenarios: ReadonlyMap<string, readonly Check[]>;
  /** The end of what the suite printed, for a run that gave nothing. */
  readonly output: string;
}

const checksSchema = z.array(
  z.object({ id: z.string(), status: z.string(), errorMessage: z.string().optional() }),
);

const brokenOff: Check[] = [
  { id: 'scenario', status: 'FAILURE', errorMessage: 'the scenario broke off without a verdict' },
];

/** The scenarios of the servers' section of a frozen list of requirements. */
export function requiredScenarios(yaml: string): string[] {
  const section = /^server:\n((?: {2}- .*\n)+)/m.exec(yaml)?.[1] ?? '';
  return section
    .split('\n')
    .map((line) => line.replace(/^ {2}- /, '').trim())
    .filter((name) => name !== '');
}

function requirements(revision: string): Pick<Suite, 'id' | 'label' | 'file' | 'args' | 'required'> {
  const list = readFileSync(join(modules, 'conformance-next/requirements', `${revision}.yaml`), 'utf8');
  return {
    id: revision,
    label: `next --requirements ${revision}`,
    file: prerelease,
    args: ['--requirements', revision],
    required: requiredScenarios(list),
  };
}

/** The suites that count, in the order in which they are printed. */
export function suites(): Suite[] {
  return [
    {
      id: 'all',
      label: '0.1.16 --suite all',
      file: released,
      args: ['--suite', 'all'],
      era: 'legacy',
      bar: 'every-check',
      required: undefined,
    },
    { ...requirements('2025-11-25'), era: 'legacy', bar: 'every-check' },
    { ...requirements('2026-07-28'), era: 'modern', bar: 'required' },
  ];
}

function collect(folder: string): Map<string, Check[]> {
  const scenarios = new Map<string, Check[]>();
  for (const entry of readdirSync(folder)) {
    const name = /^server-(.+)-\d{4}-\d{2}-\d{2}T[\d-]+Z$/.exec(entry)?.[1];
    if (name === undefined) continue;
    const file = join(folder, entry, 'checks.json');
    // A scenario that throws leaves an empty folder; the suite counts it as one failure, and so do we.
    scenarios.set(
      name,
      existsSync(file) ? checksSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : brokenOff,
    );
  }
  return scenarios;
}

/** Runs one suite against one URL and reads the verdicts that it writes; kills it after five minutes. */
export async function runSuite(suite: Suite, url: string): Promise<SuiteRun> {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-conformance-'));
  try {
    const args = [suite.file, 'server', '--url', url, ...suite.args, '-o', folder];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: SUITE_MS,
      killSignal: 'SIGKILL',
    });
    const stdout = tail(child.stdout);
    const stderr = tail(child.stderr);
    await once(child, 'close');
    return {
      exit: child.exitCode,
      scenarios: collect(folder),
      output: `${stdout()}${stderr()}`.slice(-2_000),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
