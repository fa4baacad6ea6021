// Sets real servers, an echo server and real clients on both sides of a headless Doorward and compares every byte
// with direct access. Prints tables, the list of what may differ, and a JSON summary as the last line; ends with 1
// on any difference.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  compareSingles,
  compareTogether,
  compareWalks,
  type Echo,
  startEchoes,
  walkDirect,
} from './bytes.ts';
import { runClients } from './clients/run-clients.ts';
import type { Walked } from './echo/walk.ts';
import { aggregate, single, startGateway } from './gateway.ts';
import { installPackage } from './install.ts';
import { HERE } from './paths.ts';
import {
  brokenRow,
  compareAggregate,
  compareRecordings,
  DIRECT_AGAIN,
  recordDirect,
  recordSingle,
  workshop,
} from './real.ts';
import type { Recording } from './record.ts';
import {
  allDifferences,
  type ClientRow,
  clientTable,
  rewriteList,
  type Row,
  serverTable,
  type Skipped,
} from './report.ts';
import { REAL_SERVERS } from './servers/all.ts';
import type { RealServer } from './servers/real-server.ts';

const PARTS = ['servers', 'echo', 'clients', 'apps'];
const ENOUGH = 6;
const usage = `npm run differential -- [--direct-only] [--skip PART,…] [--only ID,…]
  --direct-only  every server twice without a gateway, to find what differs by itself
  --skip         leaves parts out: ${PARTS.join(', ')} (apps are the large ones among the clients)
  --only         only these real servers
`;

const { values } = parseArgs({
  options: {
    'direct-only': { type: 'boolean', default: false },
    skip: { type: 'string', default: '' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const without = new Set(values.skip.split(',').filter((part) => part !== ''));
const unknown = [...without].filter((part) => !PARTS.includes(part));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) process.stderr.write(`There is no part "${unknown[0]}".\n`);
  process.stdout.write(usage);
  process.exit(values.help ? 0 : 2);
}

const rows: Row[] = [];
const clients: ClientRow[] = [];
const skipped: Skipped[] = [];
const shop = workshop(mkdtempSync(join(realpathSync(tmpdir()), 'doorward-differential-')));
process.once('exit', () => {
  rmSync(shop.root, { recursive: true, force: true, maxRetries: 3 });
});

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Every real server that can be had here, recorded twice. */
async function directly(): Promise<Map<RealServer, Recording>> {
  const direct = new Map<RealServer, Recording>();
  for (const [server, prepare] of REAL_SERVERS) {
    if (values.only !== undefined && !values.only.split(',').includes(server.id)) continue;
    const there = prepare();
    if (!there.ok) {
      skipped.push({ what: server.about, why: there.message });
      continue;
    }
    say(`${server.about}: directly …`);
    try {
      const first = await recordDirect(shop, server);
      rows.push(compareRecordings(server, DIRECT_AGAIN, first, await recordDirect(shop, server)));
      direct.set(server, first);
    } catch (error) {
      rows.push(brokenRow(server.id, 'direct', error));
    }
  }
  return direct;
}

async function realServers(): Promise<void> {
  const direct = await directly();
  if (values['direct-only']) return;
  const gateway = await startGateway();
  try {
    const one = await gateway.client('one server');
    const all = await gateway.client('all servers');
    const added = new Map<string, Recording>();
    for (const [server, first] of direct) {
      const way = `/mcp/s/${server.id}`;
      say(`${server.about}: through ${way} …`);
      try {
        shop.prepare(server);
        await gateway.add(server.id, server.launch(shop.folder(server)));
        added.set(server.id, first);
        const got = await recordSingle(shop, server, single(gateway, one.token, server.id));
        rows.push(compareRecordings(server, way, first, got));
      } catch (error) {
        rows.push(brokenRow(server.id, way, error));
      }
    }
    say('All of them: through /mcp …');
    const servers = [...direct.keys()].filter(({ id }) => added.has(id));
    rows.push(...(await compareAggregate(shop, servers, added, aggregate(gateway, all.token))));
  } finally {
    await gateway.close();
  }
}

async function echoServers(): Promise<void> {
  const echoes = await startEchoes();
  try {
    const direct = new Map<Echo, Walked>();
    for (const echo of echoes) {
      say(`echo server ${echo.id}: directly …`);
      const first = await walkDirect(echo);
      direct.set(echo, first);
      rows.push(compareWalks(echo, DIRECT_AGAIN, echo.era, first, await walkDirect(echo)));
    }
    if (values['direct-only']) return;
    const gateway = await startGateway();
    try {
      for (const echo of echoes) await gateway.add(echo.id, echo.registration);
      say('echo servers: through their endpoints and through /mcp …');
      rows.push(...(await compareSingles(gateway, echoes, direct)));
      rows.push(...(await compareTogether(gateway, echoes, direct)));
    } finally {
      await gateway.close();
    }
  } finally {
    for (const echo of echoes) await echo.close();
  }
}

async function realClients(): Promise<void> {
  const results = await runClients(shop.root, !without.has('apps'), say);
  clients.push(...results.rows);
  skipped.push(...results.skipped);
}

const there = installPackage(HERE, 'servers and clients');
if (!there.ok) {
  say(there.message);
  process.exit(1);
}

/** One part; what ends it early is a difference, and the others go on. */
async function part(name: string, run: () => Promise<void>): Promise<void> {
  if (without.has(name)) return;
  try {
    await run();
  } catch (error) {
    rows.push(brokenRow(`(${name})`, 'everything', error));
  }
}

await part('servers', realServers);
await part('echo', echoServers);
if (!values['direct-only']) await part('clients', realClients);

const compared = new Set(rows.filter(({ way }) => way.startsWith('/mcp/s/')).map(({ server }) => server));
const real = REAL_SERVERS.map(([{ id }]) => id).filter((id) => compared.has(id));
const all = values.only === undefined && !values['direct-only'] && !without.has('servers');
const has = (kind: string): boolean => real.some((id) => id.endsWith(kind));
const tooFew = all && (real.length < ENOUGH || !has('git') || !has('sqlite'));
const different = rows.filter((row) => allDifferences(row).length > 0);
const failed = clients.filter(({ problems }) => problems.length > 0);
const good = different.length === 0 && failed.length === 0 && !tooFew;

process.stdout.write(`${serverTable(rows)}\n\n`);
if (clients.length > 0) process.stdout.write(`${clientTable(clients)}\n\n`);
process.stdout.write(`${rewriteList()}\n\n`);
for (const { what, why } of skipped) process.stdout.write(`Skipped: ${what}: ${why}\n`);
if (tooFew) {
  process.stdout.write(
    `Only these could be compared: ${real.join(', ')}; ${ENOUGH} are needed, git and SQLite among them.\n`,
  );
}
const summary = {
  ok: good,
  servers: rows.map((row) => ({ server: row.server, way: row.way, differences: allDifferences(row).length })),
  clients: clients.map(({ client, checks, problems }) => ({ client, ok: problems.length === 0, checks })),
  skipped,
};
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exitCode = good ? 0 : 1;
