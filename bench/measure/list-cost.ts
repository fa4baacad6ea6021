import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoadClient } from '../load/driver.ts';
import type { Listed } from '../load/orders.ts';
import { startHttpRelay } from '../systems/bare.ts';
import { addClient, addServer, startDoorward } from '../systems/doorward-host.ts';
import { HTTP_UPSTREAM, STDIO_UPSTREAM } from '../systems/paths.ts';
import { firstJson, startNode, type Running } from '../systems/processes.ts';
import { processTree, systemProcesses } from './process-table.ts';
import { median, spread, type Spread } from './statistics.ts';

const SERVERS = 20;
const TOOLS_EACH = 8;
/** Further lists on a host that is up, after what the first list started has come to rest. */
const LATER_LISTS = 30;
const REST_MS = 3000;

/** What `tools/list` of 20 stopped servers costs beside a bare relay that carries the same bytes. Milliseconds. */
export interface ListCost {
  readonly servers: number;
  readonly tools: number;
  readonly bytes: number;
  /** The first list right after the start, servers stopped. */
  readonly first: { readonly doorward: Spread; readonly bare: Spread; readonly ratio: number };
  /** Later lists, everything warm. */
  readonly later: { readonly doorward: Spread; readonly bare: Spread; readonly ratio: number };
  /** Most upstream processes that were found running just before a first list; 0 means that all were stopped. */
  readonly startedBefore: number;
}

interface Timed {
  readonly first: Listed;
  readonly later: number;
}

async function time(
  client: LoadClient,
  url: string,
  headers: Record<string, string>,
  before: () => void,
): Promise<Timed> {
  await client.open('list', { kind: 'streamable', url, headers });
  try {
    before();
    const first = await client.list('list');
    await pause(REST_MS);
    const later: number[] = [];
    for (let index = 0; index < LATER_LISTS; index += 1) later.push((await client.list('list')).ms);
    return { first, later: median(later) };
  } finally {
    await client.close('list');
  }
}

/** Registers the servers on the profile `home` and ends that host, so that the next one finds them all stopped. */
async function prepare(home: string): Promise<Record<string, string>> {
  const host = await startDoorward(home);
  try {
    const how = ['--', process.execPath, STDIO_UPSTREAM, '--tools', String(TOOLS_EACH)];
    for (let index = 1; index <= SERVERS; index += 1) await addServer(host, `s${index}`, how);
    return await addClient(host);
  } finally {
    await host.end();
  }
}

/** Measures on a fresh host and a fresh relay each time, in turn; the first turn warms the client and is dropped. */
export async function measureListCost(folder: string, client: LoadClient, turns: number): Promise<ListCost> {
  const home = join(folder, 'list-home');
  const file = join(folder, 'list-result.json');
  mkdirSync(home, { mode: 0o700 });
  const headers = await prepare(home);
  const doorward: Timed[] = [];
  const bare: Timed[] = [];
  let startedBefore = 0;

  async function timeDoorward(): Promise<Timed> {
    const host = await startDoorward(home);
    try {
      return await time(client, host.url, headers, () => {
        const upstreams = processTree(host.pid).length - systemProcesses(host.pid).length;
        startedBefore = Math.max(startedBefore, upstreams);
      });
    } finally {
      await host.end();
    }
  }
  async function timeBare(): Promise<Timed> {
    const started: Running[] = [];
    try {
      const upstream = await startNode({ args: [HTTP_UPSTREAM, '--list-result', file] });
      started.push(upstream);
      const relay = await startHttpRelay(Number((await firstJson(upstream))['port']));
      started.push(relay);
      return await time(client, relay.url, {}, () => undefined);
    } finally {
      await Promise.all(started.map((running) => running.end()));
    }
  }
  for (let turn = 0; turn <= turns; turn += 1) {
    const ours = await timeDoorward();
    writeFileSync(file, ours.first.result);
    const floor = await timeBare();
    if (turn > 0) {
      doorward.push(ours);
      bare.push(floor);
    }
  }
  const sample = doorward[0]?.first;
  const compare = (pick: (timed: Timed) => number) => {
    const ours = spread(doorward.map(pick));
    const floor = spread(bare.map(pick));
    return { doorward: ours, bare: floor, ratio: ours.median / floor.median };
  };
  return {
    servers: SERVERS,
    tools: sample?.tools.length ?? 0,
    bytes: Buffer.byteLength(sample?.result ?? ''),
    first: compare(({ first }) => first.ms),
    later: compare(({ later }) => later),
    startedBefore,
  };
}
