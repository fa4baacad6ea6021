import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareAggregateHello,
  compareAggregateLists,
  forAggregate,
  givenNames,
  notApproved,
  notRoutable,
  settledLists,
} from './aggregate.ts';
import {
  addTally,
  compareCalls,
  compareHeard,
  compareHellos,
  compareLists,
  isListChange,
  note,
  problem,
} from './compare.ts';
import { member, textOf } from './json/exact.ts';
import { persona } from './persona.ts';
import { perform, quiet, type RecordedCall, type Recording, record } from './record.ts';
import { newRow, type Row } from './report.ts';
import { use } from './rewrites.ts';
import { filesystem } from './servers/filesystem.ts';
import type { RealServer } from './servers/real-server.ts';
import type { Heard } from './wire/channel.ts';
import type { Endpoint } from './wire/http.ts';
import { openHttp } from './wire/http.ts';
import { openStdio } from './wire/stdio.ts';

/** Where the servers of one run work. */
export interface Workshop {
  readonly root: string;
  /** Makes the folder of one server anew. */
  readonly prepare: (server: RealServer) => void;
  readonly folder: (server: RealServer) => string;
}

/** Lays the folders of servers out under one that the caller removes. */
export function workshop(root: string): Workshop {
  const folder = (server: RealServer): string => join(root, server.id);
  return {
    root,
    folder,
    prepare(server) {
      mkdirSync(folder(server), { recursive: true });
      server.prepare(folder(server));
    },
  };
}

const clientOf = (shop: Workshop) => persona(shop.folder(filesystem));

/** What a server gives without anything in between. */
export async function recordDirect(shop: Workshop, server: RealServer): Promise<Recording> {
  shop.prepare(server);
  const folder = shop.folder(server);
  const channel = await openStdio(server.launch(folder), clientOf(shop));
  try {
    return await record(channel, server.calls(folder));
  } finally {
    await channel.close();
  }
}

/** What a server gives through its own endpoint. */
export async function recordSingle(
  shop: Workshop,
  server: RealServer,
  endpoint: Endpoint,
): Promise<Recording> {
  shop.prepare(server);
  const channel = await openHttp(endpoint, clientOf(shop));
  try {
    return await record(channel, server.calls(shop.folder(server)));
  } finally {
    await channel.close();
  }
}

/** The way of a second recording without a gateway. */
export const DIRECT_AGAIN = 'direct again';

/** Leaves out what a server told of resources that the script did not subscribe to. */
function askedFor({ calls }: Recording): (heard: Heard) => boolean {
  const subscribed = new Set(
    calls.flatMap(({ call: { method, params } }) =>
      method === 'resources/subscribe' && typeof params === 'object' ? [params['uri']] : [],
    ),
  );
  return ({ method, params }) => {
    if (method !== 'notifications/resources/updated') return true;
    if (subscribed.has(textOf(member(params, 'uri')))) return true;
    use('unasked updates');
    return false;
  };
}

/** Compares two recordings of one server, everything byte for byte. */
export function compareRecordings(server: RealServer, way: string, expected: Recording, got: Recording): Row {
  const row = newRow(server.id, way);
  compareHellos(row.handshake, expected.hello, got.hello);
  compareLists(row.lists, expected.before, got.before, 'at first');
  const unlisted = ({ call }: RecordedCall): boolean =>
    way !== DIRECT_AGAIN &&
    call.single === true &&
    (call.method === 'tools/call' || call.method === 'prompts/get');
  const asked = (calls: readonly RecordedCall[]): RecordedCall[] => calls.filter((one) => !unlisted(one));
  compareCalls(row.calls, asked(expected.calls), asked(got.calls), server.normalise);
  for (const one of got.calls) if (unlisted(one)) note(row.calls, notApproved(one));
  compareLists(row.lists, expected.after, got.after, 'afterwards');
  const heard = way === DIRECT_AGAIN ? expected.heard : expected.heard.filter(askedFor(expected));
  compareHeard(row.heard, heard, got.heard, server.normalise);
  return row;
}

/** A row that says why there is nothing to compare. */
export function brokenRow(server: string, way: string, error: unknown): Row {
  const row = newRow(server, way);
  row.calls.compared += 1;
  row.calls.differences.push(problem('connection', error instanceof Error ? error.message : String(error)));
  return row;
}

/**
 * Goes through every server in one session on `/mcp`: the lists as soon as they have settled, every script, and
 * the lists again. One row for each server, and one for what concerns them all.
 */
export async function compareAggregate(
  shop: Workshop,
  servers: readonly RealServer[],
  direct: ReadonlyMap<string, Recording>,
  endpoint: Endpoint,
): Promise<Row[]> {
  const rows = new Map(['', ...servers.map(({ id }) => id)].map((id) => [id, newRow(id || '(all)', '/mcp')]));
  const rowOf = (id: string): Row => rows.get(id) ?? newRow(id, '/mcp');
  const lists = (which: 'before' | 'after') =>
    new Map(
      servers.flatMap(({ id }) => {
        const recording = direct.get(id);
        return recording === undefined ? [] : [[id, recording[which]] as const];
      }),
    );

  for (const server of servers) shop.prepare(server);
  const channel = await openHttp(endpoint, clientOf(shop));
  try {
    const hellos = [...direct].map(([id, { hello }]) => [id, hello] as const);
    compareAggregateHello(rowOf('').handshake, channel.hello, new Map(hellos));

    const settle = async (which: 'before' | 'after') => {
      const got = await settledLists(channel, lists(which));
      for (const [id, one] of compareAggregateLists(lists(which), got))
        addTally(rowOf(id).lists, one, `${which} the calls`);
      return got;
    };

    const listed = await settle('before');
    for (const server of servers) {
      const recording = direct.get(server.id);
      if (recording === undefined) continue;
      const names = givenNames(server.id, recording.before, listed);
      const leads = ({ call }: RecordedCall): boolean => call.single !== true;
      const got = await perform(
        channel,
        recording.calls.map(({ call }) => call),
        (call) => forAggregate(server.id, call, names),
      );
      const row = rowOf(server.id).calls;
      compareCalls(row, recording.calls.filter(leads), got.filter(leads), server.normalise);
      for (const one of got) if (!leads(one)) note(row, notRoutable(one));
    }
    await quiet(channel);
    await settle('after');

    use('own list changes');
    const told = [...direct.values()].flatMap((one) =>
      one.heard.filter(askedFor(one)).filter((heard) => !isListChange(heard)),
    );
    const names = servers.flatMap(({ normalise }) => normalise);
    compareHeard(
      rowOf('').heard,
      told,
      channel.heard.filter((one) => !isListChange(one)),
      names,
    );
  } catch (error) {
    rowOf('').calls.differences.push(
      problem('session', error instanceof Error ? error.message : String(error)),
    );
  } finally {
    await channel.close();
  }
  return [...rows.values()];
}
