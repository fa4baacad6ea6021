import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadClient } from '../load/driver.ts';
import { setUpDoorward, type DoorwardSetup } from '../systems/doorward.ts';
import { MEMORY_PROBE } from '../systems/paths.ts';
import { slope, spread, type Spread } from './statistics.ts';

const MIB = 1024 * 1024;

/**
 * The young generation is pinned to a small size: V8 otherwise doubles it now and then under load, by tens of MiB
 * that nothing holds, and a leak of a few MiB could not be told from it. What is held shows all the same.
 */
const WATCHED = [
  '--expose-gc',
  '--min-semi-space-size=4',
  '--max-semi-space-size=4',
  '--import',
  MEMORY_PROBE,
];

/** Memory of a host over many calls. */
export interface Growth {
  readonly calls: number;
  /** Bytes held more after each call, by heap (garbage collected before each sample) and by resident memory. */
  readonly heapSlope: Spread;
  readonly residentSlope: Spread;
  /** MiB in the samples of the first and of the last quarter of those that count. */
  readonly heapMiB: { readonly early: Spread; readonly late: Spread };
  readonly residentMiB: { readonly early: Spread; readonly late: Spread };
  /** Every sample: MiB after so many calls. */
  readonly samples: readonly {
    readonly calls: number;
    readonly heapMiB: number;
    readonly residentMiB: number;
  }[];
}

interface GrowthPlan {
  /** Folder for the host's profile. */
  readonly folder: string;
  readonly upstreamPort: number;
  readonly client: LoadClient;
  readonly calls: number;
  /** Called after each sample with the calls done so far. */
  readonly onSample: (done: number) => void;
}

interface Memory {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

async function probe({ host }: DoorwardSetup): Promise<Memory> {
  const answer = once(host.child, 'message', { signal: AbortSignal.timeout(10_000) });
  host.child.send({});
  const [memory] = (await answer) as [Memory];
  return memory;
}

/**
 * Makes `calls` calls of one line, 32 at once, half of them to each upstream, through a host of its own, and samples
 * its memory 20 times. The first fifth fills caches and is not counted.
 */
export async function measureGrowth({
  folder,
  upstreamPort,
  client,
  calls,
  onSample,
}: GrowthPlan): Promise<Growth> {
  const home = join(folder, 'growth-home');
  mkdirSync(home, { mode: 0o700 });
  const setup = await setUpDoorward(home, upstreamPort, WATCHED);
  const { headers } = setup;
  const samples: { readonly x: number; readonly memory: Memory }[] = [];
  try {
    for (const upstream of ['http', 'stdio'] as const) {
      await client.open(`growth ${upstream}`, {
        kind: 'streamable',
        url: setup.serverUrl(upstream),
        headers,
      });
    }
    const step = Math.round(calls / 20);
    for (let done = step; done <= calls; done += step) {
      for (const upstream of ['http', 'stdio'] as const) {
        const run = { name: `growth ${upstream}`, tool: 'echo', atLeastBytes: 0, atOnce: 32, warm: 0 };
        await client.run({ ...run, calls: step / 2 });
      }
      samples.push({ x: done, memory: await probe(setup) });
      onSample(done);
    }
    await client.close('growth http');
    await client.close('growth stdio');
  } finally {
    await setup.host.end();
  }
  const counted = samples.filter(({ x }) => x > calls / 5);
  const quarter = Math.ceil(counted.length / 4);
  const summarise = (pick: (memory: Memory) => number) => {
    const values = counted.map(({ memory }) => pick(memory) / MIB);
    return {
      slope: slope(counted.map(({ x, memory }) => ({ x, y: pick(memory) }))),
      early: spread(values.slice(0, quarter)),
      late: spread(values.slice(-quarter)),
    };
  };
  const heap = summarise(({ heapUsed, external }) => heapUsed + external);
  const resident = summarise(({ rss }) => rss);
  return {
    calls,
    heapSlope: heap.slope,
    residentSlope: resident.slope,
    heapMiB: { early: heap.early, late: heap.late },
    residentMiB: { early: resident.early, late: resident.late },
    samples: samples.map(({ x, memory }) => ({
      calls: x,
      heapMiB: (memory.heapUsed + memory.external) / MIB,
      residentMiB: memory.rss / MIB,
    })),
  };
}
