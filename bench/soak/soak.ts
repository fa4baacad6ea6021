import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuMicroseconds } from '../measure/process-table.ts';
import type { SoakApp } from './app.ts';
import { type Calm, flat, soakChecks } from './checks.ts';
import type { SoakOptions } from './options.ts';
import { pace } from './pace.ts';
import { type HalfReport, quantile, type SoakReport } from './report.ts';
import { openSoak, type SoakScene } from './scene.ts';
import { SICK_HTTP, SICK_STDIO, sickId } from './sick-kinds.ts';
import { callSick, GoodTally, type SickTally } from './tally.ts';
import { look, type Seen, watch } from './watch.ts';

export interface SoakPorts {
  /** An empty folder for profile and files; removed by whoever made it. */
  readonly folder: string;
  readonly machine: { readonly cores: number; readonly load: () => number };
  readonly progress: (sentence: string) => void;
}

/** Between two calls of one sick server. */
const SICK_PAUSE_MS = 800;
/** Between the first calls of two of them. */
const SICK_STEP_MS = 300;
/** Calls of sick servers begin no later than this before the end of a half, so that all end soon after it. */
const SICK_TAIL_S = 10;
/** Sockets that nobody uses are closed within some seconds; then everything has been given back that will be. */
const SETTLE_MS = 7000;
const SETTLE_STEP_MS = 1000;
const SETTLE_MOST_MS = 60_000;

interface Half {
  readonly told: HalfReport;
  readonly seen: readonly Seen[];
}

/** One half of the run: calls at the rate, and calls of the sick servers beside them. */
async function half(
  scene: SoakScene,
  good: GoodTally,
  sick: readonly SickTally[],
  rate: number,
  seconds: number,
): Promise<Half> {
  const begun = performance.now();
  const cpu = cpuMicroseconds([scene.host.pid]);
  const before = good.latencies.length;
  const watching = watch(scene.host.pid, begun);
  const over = (): boolean => performance.now() - begun > Math.max(seconds / 3, seconds - SICK_TAIL_S) * 1000;
  // Two of the apps call them as well, so that what sick calls hold counts against an app that has good ones.
  const callers = sick.map(async (tally, i) => {
    // One after the other: a dozen programs that start at one moment would measure the machine.
    await pause(i * Math.min(SICK_STEP_MS, (seconds * 1000) / 4 / sick.length));
    const app = scene.apps[i % 2] as SoakApp;
    await callSick(tally, app, sickId(tally.kind), over, () => pause(SICK_PAUSE_MS));
  });
  // As many open as come due in 0.4 s: beyond that the machine is behind, and more calls would only wait longer.
  const room = Math.max(32, Math.ceil(rate * 0.4));
  const paced = await pace(rate, seconds, room, () => good.call());
  const seen = watching.stop();
  const cpuSeconds = (cpuMicroseconds([scene.host.pid]) - cpu) / 1e6;
  const sorted = good.latencies.slice(before).toSorted((a, b) => a - b);
  await Promise.all(callers);
  return {
    seen,
    told: {
      ...paced,
      cpuSeconds,
      p50: quantile(sorted, 0.5),
      p99: quantile(sorted, 0.99),
      max: sorted.at(-1) ?? Number.NaN,
    },
  };
}

/** Stops what is sick, lets sockets close, and counts what is left. With `before`, until there is no more than then. */
async function calm(scene: SoakScene, before?: Calm): Promise<Calm> {
  await scene.sick(false);
  for (const app of scene.apps) await app.rest();
  const begun = performance.now();
  let last: Calm | undefined;
  for (;;) {
    await pause(last === undefined ? SETTLE_MS : SETTLE_STEP_MS);
    const { heapMiB, timers, handles } = await scene.held();
    const { fds, sockets, children, rssMiB } = look(scene.host.pid, 0);
    const open = Object.values(handles).reduce((sum, count) => sum + count, 0);
    const now: Calm = { fds, sockets, children, timers, handles: open, heapMiB, rssMiB };
    const settled = before === undefined ? last !== undefined && flat(now, last) : flat(before, now);
    if (settled || performance.now() - begun > SETTLE_MOST_MS) return now;
    last = now;
  }
}

/** Runs a soak in two halves with a rest after each, and says what it found. Throws when it cannot be set up. */
export async function soak(options: SoakOptions, ports: SoakPorts): Promise<SoakReport> {
  const { machine, progress } = ports;
  const loadBefore = machine.load();
  const scene = await openSoak({ ...ports, stdio: options.stdio, sources: options.sources });
  let exitCode: number | null | undefined;
  try {
    const good = new GoodTally(scene.apps, scene.good);
    const sick = Object.entries({ ...SICK_STDIO, ...SICK_HTTP }).map(([kind, ending]): SickTally => ({
      kind,
      ending,
      calls: 0,
      well: 0,
      slowestMs: 0,
      last: '',
      wrong: [],
    }));
    const seconds = (options.minutes * 60) / 2;
    progress('First half…');
    const first = await half(scene, good, sick, options.rate, seconds);
    const early = await calm(scene);
    await scene.sick(true);
    await scene.lag();
    progress('Second half…');
    const second = await half(scene, good, sick, options.rate, seconds);
    const lag = await scene.lag();
    const late = await calm(scene, early);
    const loadAfter = machine.load();
    progress('Ending…');
    const pids = scene.pids();
    exitCode = await scene.end();
    const leftOver = await left(pids);

    const { answered, lost, crossed, wrong } = good;
    const figures = { lost, crossed, answered, sick, early, late, seen: second.seen, exitCode, leftOver };
    return {
      minutes: options.minutes,
      rate: options.rate,
      machine: { cores: machine.cores, loadBefore, loadAfter },
      halves: [first.told, second.told],
      answered,
      lost,
      crossed,
      lag,
      early,
      late,
      seen: second.seen,
      sick,
      wrong,
      checks: soakChecks(figures, options),
    };
  } finally {
    if (exitCode === undefined) await scene.end();
  }
}

/** Those of these processes that are still there after some time; not others that got their numbers since. */
async function left(pids: readonly number[]): Promise<number[]> {
  const runs = (pid: number): boolean => {
    try {
      return /-stdio\.ts|600000/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  };
  for (let waited = 0; waited < SETTLE_MOST_MS && pids.some(runs); waited += SETTLE_STEP_MS)
    await pause(SETTLE_STEP_MS);
  return pids.filter(runs);
}
