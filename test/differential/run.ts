// Sets real servers, an echo server and real clients on both sides of a headless Doorward and compares every byte
// with direct access. Prints tables, the list of what may differ, and a JSON summary as the last line; ends with 1
// on any difference.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { aggregate, type Gateway, single, startGateway } from './gateway.ts';
import { installPackage } from './install.ts';
import { HERE } from './paths.ts';
import {
  brokenRow,
  compareAggregate,
  compareRecordings,
  recordDirect,
  recordSingle,
  workshop,
} from './real.ts';
import type { Recording } from './record.ts';
import { allDifferences, rewriteList, type Row, serverTable, type Skipped } from './report.ts';
import { REAL_SERVERS } from './servers/all.ts';
import type { RealServer } from './servers/real-server.ts';

const usage = `npm run differential -- [--direct-only] [--only ID,ID] [--skip PART,PART]
  --direct-only  every server twice without a gateway, to find what differs by itself
  --only         only these servers
`;

const { values } = parseArgs({
  options: {
    'direct-only': { type: 'boolean', default: false },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const rows: Row[] = [];
const skipped: Skipped[] = [];
const direct = new Map<string, Recording>();
const working: RealServer[] = [];
const shop = workshop(mkdtempSync(join(realpathSync(tmpdir()), 'doorward-differential-')));
process.once('exit', () => rmSync(shop.root, { recursive: true, force: true }));

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

async function directly(): Promise<void> {
  for (const [server, prepare] of REAL_SERVERS) {
    if (values.only !== undefined && !values.only.split(',').includes(server.id)) continue;
    const there = prepare();
    if (!there.ok) {
      skipped.push({ what: server.about, why: there.message });
      continue;
    }
    say(`${server.id}: directly …`);
    try {
      const first = await recordDirect(shop, server);
      rows.push(compareRecordings(server, 'direct again', first, await recordDirect(shop, server)));
      direct.set(server.id, first);
      working.push(server);
    } catch (error) {
      rows.push(brokenRow(server.id, 'direct', error));
    }
  }
}

async function through(gateway: Gateway): Promise<void> {
  const one = await gateway.client('one server');
  const all = await gateway.client('all servers');
  const added: RealServer[] = [];
  for (const server of working) {
    say(`${server.id}: through /mcp/s/${server.id} …`);
    const way = `/mcp/s/${server.id}`;
    const first = direct.get(server.id);
    if (first === undefined) continue;
    try {
      shop.prepare(server);
      await gateway.add(server.id, server.launch(shop.folder(server)));
      added.push(server);
      const got = await recordSingle(shop, server, single(gateway, one.token, server.id));
      rows.push(compareRecordings(server, way, first, got));
    } catch (error) {
      rows.push(brokenRow(server.id, way, error));
    }
  }
  say('all of them: through /mcp …');
  rows.push(...(await compareAggregate(shop, added, direct, aggregate(gateway, all.token))));
}

const there = installPackage(HERE, 'servers and clients');
if (!there.ok) {
  say(there.message);
  process.exit(1);
}
await directly();
if (!values['direct-only']) {
  const gateway = await startGateway();
  try {
    await through(gateway);
  } finally {
    if (process.env['SHOW']) say(gateway.host.stderr());
    await gateway.close();
  }
}
process.stdout.write(`${serverTable(rows)}\n\n${rewriteList()}\n`);
process.exitCode = rows.some((row) => allDifferences(row).length > 0) ? 1 : 0;
