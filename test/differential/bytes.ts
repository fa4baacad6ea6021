import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type ReadyChild, startChild } from '../fixtures/child.ts';
import { compareAggregateLists, exposedName, givenNames, settledLists } from './aggregate.ts';
import {
  addTally,
  compareAnswers,
  compareHeard,
  compareHellos,
  isListChange,
  note,
  problem,
} from './compare.ts';
import type { Era } from './echo/core.ts';
import { expectedAnswer, expectedHello, type Pairing } from './echo/pairing.ts';
import type { ByteCall } from './echo/script.ts';
import { begin, ODD_PERSONA, performAll, scriptFor, walk, type Walked } from './echo/walk.ts';
import { aggregate, type Gateway, type Registration, single } from './gateway.ts';
import { DIRECT_AGAIN } from './real.ts';
import { LIST_NAMES, LISTS, quiet } from './record.ts';
import { newRow, type Row } from './report.ts';
import { use } from './rewrites.ts';
import type { Answer, Channel, Heard } from './wire/channel.ts';
import { openHttp } from './wire/http.ts';
import { type Launch, openStdio } from './wire/stdio.ts';

const PROGRAM = fileURLToPath(new URL('echo-server.ts', import.meta.url));
const ERAS: readonly Era[] = ['session', 'stateless'];
const urlSchema = z.object({ url: z.url() });

/** One echo server: a generation over a transport. */
export interface Echo {
  readonly id: string;
  readonly era: Era;
  readonly registration: Registration;
  readonly open: () => Promise<Channel>;
  readonly close: () => Promise<void>;
}

/** The four echo servers; those over HTTP run until they are closed. */
export async function startEchoes(): Promise<Echo[]> {
  const echoes: Echo[] = [];
  for (const era of ERAS) {
    const launch: Launch = { command: process.execPath, args: [PROGRAM, '--over', 'stdio', '--era', era] };
    echoes.push({
      id: `stdio-${era}`,
      era,
      registration: launch,
      open: () => openStdio(launch, ODD_PERSONA, era),
      close: async () => undefined,
    });
    const child: ReadyChild = await startChild(PROGRAM, ['--over', 'http', '--era', era]);
    const { url } = urlSchema.parse(child.ready);
    echoes.push({
      id: `http-${era}`,
      era,
      registration: { url },
      open: () => openHttp({ url }, ODD_PERSONA, era),
      close: async () => {
        await child.stop();
      },
    });
  }
  return echoes;
}

async function walked(open: Promise<Channel>, client: Era, server: Era): Promise<Walked> {
  const channel = await open;
  try {
    return await walk(channel, client, server);
  } finally {
    await channel.close();
  }
}

/** What an echo server says to a client of its own generation with nothing in between. */
export const walkDirect = (echo: Echo): Promise<Walked> => walked(echo.open(), echo.era, echo.era);

const NONE: Answer = { result: undefined, error: undefined };

function compareScript(
  row: Row,
  pairing: Pairing,
  calls: readonly ByteCall[],
  expected: Walked,
  got: ReadonlyMap<ByteCall, Answer>,
): void {
  for (const call of calls) {
    const direct = expected.answers.get(call) ?? NONE;
    const answer = got.get(call) ?? NONE;
    const right = expectedAnswer(pairing, call.method, direct, answer, expected.hello);
    note(row.calls, compareAnswers(right, answer, call.label));
  }
}

/** Compares two walks byte for byte, with what a bridge between two generations changes. */
export function compareWalks(echo: Echo, way: string, client: Era, expected: Walked, got: Walked): Row {
  const row = newRow(echo.id, way);
  const pairing: Pairing = { client, server: echo.era, direct: way === DIRECT_AGAIN };
  if (client !== echo.era) use(client === 'session' ? 'questions asked' : 'questions parked');
  if (echo.id.startsWith('stdio')) use('line ends');
  compareHellos(row.handshake, expectedHello(pairing, expected.hello), got.hello);
  for (const list of LIST_NAMES) {
    const pages = Math.max(expected.lists[list].length, got.lists[list].length);
    const found = Array.from({ length: pages }, (_, i) => {
      const answer = got.lists[list][i] ?? NONE;
      const direct = expected.lists[list][i] ?? NONE;
      const right = expectedAnswer(pairing, LISTS[list][0], direct, answer, expected.hello);
      return compareAnswers(right, answer, `${list}, page ${i + 1}`);
    });
    note(row.lists, found.flat());
  }
  compareScript(row, pairing, scriptFor(client, echo.era, false), expected, got.answers);
  compareHeard(row.heard, expected.heard, got.heard, []);
  return row;
}

/** Each echo server through its own endpoint, with a client of each generation. */
export async function compareSingles(
  gateway: Gateway,
  echoes: readonly Echo[],
  direct: ReadonlyMap<Echo, Walked>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const client of ERAS) {
    const { token } = await gateway.client(`echo ${client}`);
    for (const echo of echoes) {
      const expected = direct.get(echo);
      if (expected === undefined) continue;
      const way = `/mcp/s/${echo.id}, ${client} client`;
      try {
        const open = openHttp(single(gateway, token, echo.id), ODD_PERSONA, client);
        rows.push(compareWalks(echo, way, client, expected, await walked(open, client, echo.era)));
      } catch (error) {
        const row = newRow(echo.id, way);
        note(row.calls, [problem('connection', error instanceof Error ? error.message : String(error))]);
        rows.push(row);
      }
    }
  }
  return rows;
}

/** The name or URI under which `/mcp` has what a call is about. */
function exposedTo(id: string, names: ReadonlyMap<string, string>) {
  return ({ method, name }: ByteCall): string => {
    if (method === 'resources/read') return `doorward+${id}:${name}`;
    return exposedName(id, name) ?? names.get(name) ?? name;
  };
}

/** All echo servers through `/mcp`, with a client of each generation. */
export async function compareTogether(
  gateway: Gateway,
  echoes: readonly Echo[],
  direct: ReadonlyMap<Echo, Walked>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const client of ERAS) {
    const { token } = await gateway.client(`all echoes ${client}`);
    const row = newRow('(all echoes)', `/mcp, ${client} client`);
    rows.push(row);
    const told: Heard[] = [];
    const asked: Heard[] = [];
    try {
      const channel = await openHttp(aggregate(gateway, token), ODD_PERSONA, client);
      try {
        await begin(channel, client);
        const own = new Map([...direct].map(([echo, { lists }]) => [echo.id, lists]));
        const lists = await settledLists(channel, own);
        for (const [id, one] of compareAggregateLists(own, lists))
          addTally(row.lists, one, id || 'all of them');
        for (const echo of echoes) {
          const expected = direct.get(echo);
          if (expected === undefined) continue;
          const calls = scriptFor(client, echo.era, true);
          const names = givenNames(echo.id, expected.lists, lists);
          const got = await performAll(channel, calls, client, asked, exposedTo(echo.id, names));
          compareScript(row, { client, server: echo.era }, calls, expected, got);
          told.push(...expected.heard);
        }
        await quiet(channel);
        const heard = [...channel.heard, ...asked].filter((one) => !isListChange(one));
        compareHeard(row.heard, told, heard, []);
      } finally {
        await channel.close();
      }
    } catch (error) {
      note(row.calls, [problem('connection', error instanceof Error ? error.message : String(error))]);
    }
  }
  return rows;
}
