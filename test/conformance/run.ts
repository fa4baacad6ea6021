// Runs the official conformance suites against the fixture, directly and through a headless Doorward, and
// prints both side by side. Ends with 1 when a bar is missed.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { startChild } from '../fixtures/child.ts';
import type { Eras } from '../fixtures/everything/http.ts';
import { runAuth } from './auth.ts';
import { differences, missedBars, tally } from './compare.ts';
import { startSuiteGateway } from './gateway.ts';
import type { Upstream } from './gateway.ts';
import { runSuite, suites } from './suites.ts';
import type { Suite, SuiteRun } from './suites.ts';

const usage = `npm run conformance -- [--direct-only] [--bridges] [--auth] [--suite all|2025-11-25|2026-07-28]
  --direct-only  only against the fixture, without a gateway
  --bridges      also with fixtures that serve one era only, so that the gateway translates (for information)
  --auth         only the clients' scenarios about signing in, with a Doorward as the client
  --suite        only this suite
`;

const { values } = parseArgs({
  options: {
    'direct-only': { type: 'boolean', default: false },
    bridges: { type: 'boolean', default: false },
    auth: { type: 'boolean', default: false },
    suite: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

if (values.auth) {
  const missed = await runAuth((text) => process.stdout.write(text));
  process.stdout.write(missed === 0 ? '\nEvery bar is met.\n' : `\n${missed} scenarios are missed.\n`);
  process.exit(missed === 0 ? 0 : 1);
}

const chosen = suites().filter((suite) => values.suite === undefined || suite.id === values.suite);
if (chosen.length === 0) {
  process.stderr.write(`There is no suite "${values.suite}".\n${usage}`);
  process.exit(2);
}

/** A way to reach the fixture, with what the suites gave over it. */
interface Way {
  readonly label: string;
  readonly counts: boolean;
  readonly runs: Map<Suite, SuiteRun>;
  /** Why the suites could not be run to their end this way. */
  trouble?: string;
}

const everything = (file: string) =>
  fileURLToPath(new URL(`../fixtures/everything/${file}`, import.meta.url));
const urlSchema = z.object({ url: z.url() });

async function withFixture<T>(eras: Eras, use: (url: string) => Promise<T>): Promise<T> {
  const fixture = await startChild(everything('start.ts'), ['--eras', eras]);
  try {
    return await use(urlSchema.parse(fixture.ready).url);
  } finally {
    await fixture.stop();
  }
}

async function runAll(way: Way, url: string, which: readonly Suite[]): Promise<void> {
  for (const suite of which) {
    process.stderr.write(`${way.label}: ${suite.label} …\n`);
    way.runs.set(suite, await runSuite(suite, url));
  }
}

async function throughGateway(way: Way, upstream: Upstream, which: readonly Suite[]): Promise<void> {
  try {
    const gateway = await startSuiteGateway(upstream);
    try {
      await runAll(way, gateway.url, which);
    } finally {
      await gateway.stop();
    }
  } catch (error) {
    // What the other ways gave is still worth printing.
    way.trouble = error instanceof Error ? error.message : String(error);
  }
}

function cell(suite: Suite, run: SuiteRun | undefined): string {
  if (!run) return '-';
  const numbers = tally(suite, run);
  const warned = numbers.warned > 0 ? ` +${numbers.warned} warnings` : '';
  const required = suite.required ? `, required ${numbers.requiredPassed}/${numbers.required}` : '';
  return `${numbers.passed}/${numbers.failed}${warned} [${numbers.scenariosPassed}/${numbers.scenarios}${required}] rc ${run.exit ?? 'cut off'}`;
}

function print(ways: readonly Way[]): void {
  const header = ['checks passed/failed [scenarios passed/run] exit code', ...ways.map((way) => way.label)];
  const rows = chosen.map((suite) => [suite.label, ...ways.map((way) => cell(suite, way.runs.get(suite)))]);
  const widths = header.map((_, i) => Math.max(...[header, ...rows].map((row) => row[i]?.length ?? 0)));
  for (const row of [header, ...rows]) {
    process.stdout.write(
      `${row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}

function listFailures(suite: Suite, run: SuiteRun): void {
  for (const [name, checks] of run.scenarios) {
    if (suite.required && !suite.required.includes(name)) continue;
    for (const check of checks) {
      if (check.status !== 'FAILURE') continue;
      process.stdout.write(`  failed: ${name} / ${check.id}: ${check.errorMessage ?? 'no reason given'}\n`);
    }
  }
}

const way = (label: string, counts = true): Way => ({ label, counts, runs: new Map() });
const direct = way('direct');
const ways = [direct];
const sessions = chosen.filter((suite) => suite.era === 'legacy');

await withFixture('both', (url) => runAll(direct, url, chosen));
if (!values['direct-only']) {
  const http = way('/mcp/s/fixture, over HTTP');
  const stdio = way('/mcp/s/fixture, over stdio');
  ways.push(http, stdio);
  // A fixture of its own: the run before has left lists changed.
  await withFixture('both', (url) => throughGateway(http, { url }, chosen));
  await throughGateway(stdio, { command: [process.execPath, everything('stdio.ts')] }, sessions);
  if (values.bridges) {
    for (const eras of ['legacy', 'modern'] as const) {
      const bridged = way(`${eras} server, over HTTP`, false);
      ways.push(bridged);
      await withFixture(eras, (url) => throughGateway(bridged, { url }, chosen));
    }
  }
}

print(ways);
let missed = 0;
for (const { label, counts, runs, trouble } of ways) {
  if (trouble !== undefined) {
    process.stdout.write(`\n${label}\n  MISSED: ${trouble.trim()}\n`);
    missed += 1;
  }
  for (const [suite, run] of runs) {
    const base = direct.runs.get(suite) ?? run;
    const changes = run === base ? [] : differences(base, run);
    const misses = counts ? missedBars(suite, run, base) : [];
    if (changes.length === 0 && misses.length === 0) continue;
    process.stdout.write(`\n${label}: ${suite.label}\n`);
    for (const line of changes) process.stdout.write(`  differs: ${line}\n`);
    for (const line of misses) process.stdout.write(`  MISSED: ${line}\n`);
    if (misses.length > 0 && run === base) listFailures(suite, run);
    missed += misses.length;
  }
}
process.stdout.write(missed === 0 ? '\nEvery bar is met.\n' : `\n${missed} bars are missed.\n`);
process.exitCode = missed === 0 ? 0 : 1;
