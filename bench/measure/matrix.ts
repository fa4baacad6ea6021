import type { Burst } from '../load/orders.ts';
import type { LoadClient } from '../load/driver.ts';
import type { System, Target, Upstream } from '../systems/system.ts';
import type { Cell } from './cells.ts';
import { canReadProcesses, cpuMicroseconds, systemProcesses } from './process-table.ts';
import { createRandom, shuffled } from './statistics.ts';

/** One burst of one system in one cell, with what the system's own processes spent on it. */
export interface Sample extends Burst {
  /** CPU microseconds for each call, all threads, without upstream and client. NaN where it cannot be read. */
  readonly cpu: number;
}

/** What one system did in one cell: a sample for each round, or why there is none. */
export type Row =
  | { readonly system: string; readonly samples: readonly Sample[] }
  | { readonly system: string; readonly reason: string };

interface Reached {
  readonly connection: string;
  readonly tools: readonly string[];
  /** First process of the system, unless nothing lies between client and upstream. */
  readonly root: number | undefined;
}

interface Plan {
  readonly cells: readonly Cell[];
  readonly systems: readonly System[];
  readonly rounds: number;
  readonly seed: number;
  readonly client: LoadClient;
  /** Called as each round begins; round 0 warms everything up and is not counted. */
  readonly onRound: (round: number) => void;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function reach(client: LoadClient, system: System, upstream: Upstream): Promise<Reached | string> {
  try {
    const target = await system.target(upstream);
    if (!target.ok) return target.message;
    const connection = `${system.name} ${upstream}`;
    const opened = await client.open(connection, target.value.connect);
    const { tools } = await client.list(connection);
    return { connection, tools, root: rootOf(target.value, opened.pid) };
  } catch (error) {
    return `it did not start: ${reasonOf(error)}`;
  }
}

function rootOf(target: Target, started: number | undefined): number | undefined {
  if (target.process === 'none') return undefined;
  return target.process === 'client' ? started : target.process;
}

async function measure(
  client: LoadClient,
  cell: Cell,
  { connection, tools, root }: Reached,
): Promise<Sample> {
  const tool = tools.find((name) => name === cell.tool || name.endsWith(`__${cell.tool}`));
  if (tool === undefined) throw new Error(`it does not offer the tool "${cell.tool}"`);
  const { atLeastBytes, calls, atOnce } = cell;
  const warm = Math.ceil(calls / 10);
  const pids = root === undefined || !canReadProcesses ? [] : systemProcesses(root);
  const before = cpuMicroseconds(pids);
  const burst = await client.run({ name: connection, tool, atLeastBytes, calls, atOnce, warm });
  const cpu = pids.length === 0 ? Number.NaN : (cpuMicroseconds(pids) - before) / (calls + warm);
  return { ...burst, cpu };
}

/**
 * Measures every system in every cell, `rounds` times. In each round the cells come in a new random order, and
 * within a cell the systems come in a new random order right after each other, so that what disturbs the machine for
 * a while disturbs them alike. A system that fails in a cell is out of that cell, with the reason.
 */
export async function measureMatrix(plan: Plan): Promise<Map<string, readonly Row[]>> {
  const { cells, systems, client } = plan;
  const random = createRandom(plan.seed);
  const reached = new Map<string, Reached | string>();
  for (const upstream of new Set(cells.map((cell) => cell.upstream))) {
    for (const system of systems) {
      reached.set(`${system.name} ${upstream}`, await reach(client, system, upstream));
    }
  }
  const key = (cell: Cell, system: System) => `${cell.id} ${system.name}`;
  const takesPart = (cell: Cell, system: System) => system.sizes?.includes(cell.size) ?? true;
  const samples = new Map<string, Sample[]>();
  const reasons = new Map<string, string>();
  for (let round = 0; round <= plan.rounds; round += 1) {
    plan.onRound(round);
    for (const cell of shuffled(cells, random)) {
      for (const system of shuffled(systems, random)) {
        const target = reached.get(`${system.name} ${cell.upstream}`) ?? 'not reached';
        if (!takesPart(cell, system) || reasons.has(key(cell, system))) continue;
        try {
          if (typeof target === 'string') throw new Error(target);
          const sample = await measure(client, cell, target);
          if (round > 0) samples.set(key(cell, system), [...(samples.get(key(cell, system)) ?? []), sample]);
        } catch (error) {
          reasons.set(key(cell, system), reasonOf(error));
        }
      }
    }
  }
  const rowOf = (cell: Cell, system: System): Row => {
    const reason = reasons.get(key(cell, system));
    if (reason !== undefined) return { system: system.name, reason };
    return { system: system.name, samples: samples.get(key(cell, system)) ?? [] };
  };
  return new Map(
    cells.map((cell) => [
      cell.id,
      systems.filter((system) => takesPart(cell, system)).map((system) => rowOf(cell, system)),
    ]),
  );
}
