// The benchmark. Prints tables for people and, as the last line of standard output, one JSON summary.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLoadClient, type LoadClient } from './load/driver.ts';
import { CELLS } from './measure/cells.ts';
import { measureGrowth, type Growth } from './measure/growth.ts';
import { measureListCost, type ListCost } from './measure/list-cost.ts';
import { measureMatrix } from './measure/matrix.ts';
import {
  canReadProcesses,
  cpuMicroseconds,
  machineCpuSeconds,
  processTree,
  residentMiB,
  systemProcesses,
} from './measure/process-table.ts';
import { measurePinCost, type PinCost } from './pins/pin-cost.ts';
import { PEER_NAMES, readOptions, USAGE, type Options } from './options.ts';
import { type Budget, measureBudget } from './policy/budget.ts';
import { LINE_CELLS, lineAddedMicros, type RuleShare, ruleShare } from './policy/rule-share.ts';
import { measureRuleCost } from './policy/rules-cost.ts';
import { measureStart, type StartCost } from './start/start-cost.ts';
import { barsOf } from './report/bars.ts';
import { figuresOf } from './report/figures.ts';
import { ratiosOf, type Matrix } from './report/ratios.ts';
import { reportText, summaryText } from './report/text.ts';
import { startSystems } from './systems/all.ts';
import { HTTP_UPSTREAM } from './systems/paths.ts';
import type { DoorwardHost } from './systems/doorward-host.ts';
import type { System } from './systems/system.ts';
import { endAll, firstJson, startNode } from './systems/processes.ts';

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs a part whose failure must not take the other figures away. */
async function attempt<T>(problems: string[], name: string, part: () => Promise<T>): Promise<T | undefined> {
  try {
    return await part();
  } catch (error) {
    problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

interface Load {
  readonly matrix: Matrix;
  /** Share of the machine's processors that other programs used meanwhile. NaN where it cannot be told. */
  readonly elsewhere: number;
}

/** The calls themselves, and how much else went on while they were made. */
async function load(options: Options, systems: readonly System[], client: LoadClient): Promise<Load> {
  const cells = CELLS.filter(({ id }) => options.wanted(id));
  if (cells.length === 0) return { matrix: new Map(), elsewhere: Number.NaN };
  const ownSeconds = () => cpuMicroseconds(processTree(process.pid)) / 1e6;
  const machineBefore = machineCpuSeconds();
  const ownBefore = ownSeconds();
  const began = performance.now();
  const matrix = await measureMatrix({
    cells,
    systems,
    rounds: options.rounds,
    seed: options.seed,
    client,
    onRound: (round) => say(round === 0 ? 'Warming up…' : `Round ${round} of ${options.rounds}…`),
  });
  const seconds = (performance.now() - began) / 1000;
  const others = machineCpuSeconds() - machineBefore - (ownSeconds() - ownBefore);
  return { matrix, elsewhere: others / (seconds * availableParallelism()) };
}

/** What Doorward adds to a call: from the cells of this run, or measured now where they are not among them. */
async function addedMicros(
  matrix: Matrix,
  options: Options,
  systems: readonly System[],
  client: LoadClient,
): Promise<readonly [number | undefined, RuleShare['measuredIn']]> {
  const known = lineAddedMicros(matrix);
  const pair = systems.filter(({ name }) => name === 'direct' || name === 'doorward');
  if (known !== undefined || pair.length < 2) return [known, 'this run'];
  say('What Doorward adds to a call, for the cost of rules…');
  const own = await measureMatrix({
    cells: CELLS.filter(({ id }) => LINE_CELLS.some((line) => line === id)),
    systems: pair,
    rounds: 5,
    seed: options.seed,
    client,
    onRound: () => undefined,
  });
  return [lineAddedMicros(own), 'a short run'];
}

/** Resident memory of the host, alone and with its helpers but without the servers behind it. */
function residentAfterLoad({ pid }: DoorwardHost): { readonly mainMiB: number; readonly allMiB: number } {
  const all = systemProcesses(pid).map(residentMiB);
  return { mainMiB: residentMiB(pid), allMiB: all.reduce((sum, each) => sum + each, 0) };
}

/** The weeks are the same in every run, so that their figures can be compared. */
const BUDGET_SEED = 5;

/** Measures what is wanted and prints it. Resolves with the process's exit code: 1 when a part could not be run. */
async function bench(options: Options, folder: string): Promise<number> {
  const problems: string[] = [];
  const upstream = await startNode({ args: [HTTP_UPSTREAM] });
  const upstreamPort = Number((await firstJson(upstream))['port']);
  const client = startLoadClient();
  const names = options.systems;
  const { systems, doorward } = await startSystems({ names, upstreamPort, folder, problems });
  const { matrix, elsewhere } = await load(options, systems, client);
  const loaded = doorward !== undefined && matrix.size > 0 && canReadProcesses;
  const rss = loaded ? residentAfterLoad(doorward) : undefined;
  let added: Awaited<ReturnType<typeof addedMicros>> | undefined;
  if (doorward !== undefined && options.wanted('rules'))
    added = await attempt(problems, 'rules', () => addedMicros(matrix, options, systems, client));
  await Promise.all(systems.map((system) => system.close()));

  let list: ListCost | undefined;
  let growth: Growth | undefined;
  if (doorward !== undefined && options.wanted('list')) {
    say('tools/list of 20 stopped servers…');
    list = await attempt(problems, 'list', () => measureListCost(folder, client, options.quick ? 3 : 7));
  }
  if (doorward !== undefined && options.wanted('growth')) {
    const calls = options.quick ? 20_000 : 100_000;
    const onSample = (done: number) => say(`${done} of ${calls} calls…`);
    growth = await attempt(problems, 'growth', () =>
      measureGrowth({ folder, upstreamPort, client, calls, onSample }),
    );
  }
  await client.end();
  await upstream.end();
  let pins: PinCost | undefined;
  if (doorward !== undefined && options.wanted('pins')) {
    say('Approved versions of 1,000 tools…');
    pins = await attempt(problems, 'pins', async () => measurePinCost(options.quick ? 11 : 41));
  }

  let rules: RuleShare | undefined;
  if (added !== undefined) {
    say('Decisions with 1,000 rules…');
    const [micros, measuredIn] = added;
    rules = await attempt(problems, 'rules', async () =>
      ruleShare(measureRuleCost(options.quick ? 11 : 31), micros, measuredIn),
    );
  }
  let budget: Budget | undefined;
  if (doorward !== undefined && options.wanted('budget')) {
    say('Questions in a week, twice over…');
    budget = await attempt(problems, 'budget', () => measureBudget(folder, BUDGET_SEED));
  }

  let start: StartCost | undefined;
  if (doorward !== undefined && canReadProcesses && options.wanted('start')) {
    say('Starts of a host, alone and with 200 servers…');
    start = await attempt(problems, 'start', () => measureStart(folder, options.quick ? 5 : 11));
  }

  const ratios = ratiosOf(matrix, PEER_NAMES);
  const outcome = {
    rounds: options.rounds,
    seed: options.seed,
    node: process.version,
    processors: availableParallelism(),
    elsewhere,
    cells: [...matrix].map(([cell, rows]) => ({ cell, systems: figuresOf(rows) })),
    ratios,
    list,
    growth,
    pins,
    rules,
    budget,
    start,
    rss,
    bars:
      doorward === undefined
        ? []
        : barsOf({ ratios, list, resident: rss?.mainMiB, growth, pins, rules, budget, start }),
    problems,
  };
  const summary = summaryText(outcome);
  if (options.json !== undefined) writeFileSync(options.json, `${summary}\n`);
  print(reportText(outcome, systems));
  print(summary);
  return problems.length > 0 ? 1 : 0;
}

/** Runs the benchmark in a temporary folder that is gone afterwards, and no process of it is left. */
async function benchInFolder(options: Options): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-bench-'));
  const cleanUp = async (): Promise<void> => {
    await endAll();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanUp().then(() => process.exit(1)));
  }
  try {
    return await bench(options, folder);
  } finally {
    await cleanUp();
  }
}

const options = readOptions(process.argv.slice(2));
if (!options.ok) {
  say(`${options.message}\n${USAGE}`);
  process.exitCode = 2;
} else if (options.value === 'help') {
  print(USAGE);
} else {
  process.exitCode = await benchInFolder(options.value);
}
