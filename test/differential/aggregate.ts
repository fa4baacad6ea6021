import { setTimeout as pause } from 'node:timers/promises';
import { note, problem, type Tally, tally } from './compare.ts';
import { type Difference, differences } from './json/diff.ts';
import { arrayOf, at, type Json, json, member, readByteString, textOf, withMember } from './json/exact.ts';
import { itemsOf, LIST_NAMES, type ListName, type Lists, readLists, type RecordedCall } from './record.ts';
import { use } from './rewrites.ts';
import type { ScriptedCall } from './servers/real-server.ts';
import type { Channel } from './wire/channel.ts';

const KEY: Readonly<Record<ListName, string>> = {
  tools: 'name',
  prompts: 'name',
  resources: 'uri',
  templates: 'uriTemplate',
};
const SETTLE_MS = 30_000;
const LOOK_MS = 300;
const LONGEST = 48;

const keyOf = (list: ListName, item: Json | undefined): string => textOf(member(item, KEY[list])) ?? '';
const isNamed = (list: ListName): boolean => list === 'tools' || list === 'prompts';

/** The name that a client of `/mcp` uses; undefined where Doorward has to find a shorter or plainer one. */
export function exposedName(server: string, name: string): string | undefined {
  const joined = `${server}__${name}`;
  // A name that looks like a shortened one is shortened too, so that it cannot pose as another tool.
  const plain = /^[\w-]+$/.test(name) && !/_h[0-9a-f]{10}$/.test(name);
  return joined.length <= LONGEST && plain ? joined : undefined;
}

/** Whether `got` is a name that may stand for one that is too long or unusual. */
const standsFor = (server: string, got: string): boolean =>
  got.startsWith(`${server}__`) && got.length <= LONGEST && /^[\w-]+_h[0-9a-f]{10}$/.test(got);

/** The call as a client of `/mcp` makes it; `names` leads from a server's own names to those that it was given. */
export function forAggregate(
  server: string,
  call: ScriptedCall,
  names: ReadonlyMap<string, string> = new Map(),
): ScriptedCall {
  const renamed = (name: unknown): string =>
    names.get(String(name)) ?? exposedName(server, String(name)) ?? String(name);
  const { params } = call;
  // What follows from an answer is the id of a task, which has no name of ours.
  if (params === undefined || typeof params === 'function') return call;
  if (call.method === 'tools/call' || call.method === 'prompts/get') {
    use('exposed names');
    return { ...call, params: { ...params, name: renamed(params['name']) } };
  }
  const ref = params['ref'] as { type?: unknown; name?: unknown } | undefined;
  if (call.method !== 'completion/complete' || ref?.type !== 'ref/prompt') return call;
  use('exposed names');
  return { ...call, params: { ...params, ref: { ...ref, name: renamed(ref.name) } } };
}

/** What each server of an aggregate gave directly. */
export type DirectLists = ReadonlyMap<string, Lists>;

interface Expected {
  readonly server: string;
  readonly item: Json;
  readonly key: string;
}

function expectedItems(direct: DirectLists, list: ListName): Expected[] {
  const all = [...direct].flatMap(([server, lists]) =>
    itemsOf(lists[list], list).map((item) => ({ server, item, key: keyOf(list, item) })),
  );
  const counts = new Map<string, number>();
  for (const { key } of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  return all.map((one) => {
    if (isNamed(list)) {
      use('exposed names');
      const name = exposedName(one.server, one.key);
      return name === undefined ? one : { ...one, item: withMember(one.item, KEY[list], json(name)) };
    }
    if ((counts.get(one.key) ?? 0) < 2) return one;
    use('shared addresses');
    const uri = `doorward+${one.server}:${one.key}`;
    return { ...one, item: withMember(one.item, KEY[list], json(uri)) };
  });
}

/** How the lists of `/mcp` differ from those of its servers, by server; what belongs to none is under "". */
export function compareAggregateLists(direct: DirectLists, lists: Lists): Map<string, Tally> {
  const by = new Map([...direct.keys(), ''].map((server) => [server, tally()]));
  for (const list of LIST_NAMES) {
    use('one list');
    const got = itemsOf(lists[list], list);
    const expected = expectedItems(direct, list);
    for (const server of direct.keys()) {
      const mine = expected.filter((one) => one.server === server).map((one) => one.item);
      const keys = new Set(mine.map((item) => keyOf(list, item)));
      const theirs = got.filter((item) =>
        isNamed(list) ? keyOf(list, item).startsWith(`${server}__`) : keys.has(keyOf(list, item)),
      );
      const plain = mine.map((item, i) => {
        const given = keyOf(list, theirs[i]);
        const own = keyOf(list, item);
        // A name that had to be shortened: any that is of the form, for the same item.
        const short = isNamed(list) && exposedName(server, own.replace(`${server}__`, '')) === undefined;
        return short && standsFor(server, given) ? withMember(item, KEY[list], json(given)) : item;
      });
      const row = by.get(server);
      if (row === undefined) continue;
      note(row, differences(arrayOf(plain), arrayOf(theirs), list));
    }
    const rest = got.length - expected.length;
    const all = by.get('');
    if (all === undefined) continue;
    const distinct = new Set(got.map((item) => keyOf(list, item))).size;
    note(all, [
      ...(rest === 0 ? [] : [problem(list, `${got.length} items, ${expected.length} expected`)]),
      ...(distinct === got.length ? [] : [problem(list, 'two items have the same name or URI')]),
    ]);
  }
  return by;
}

/**
 * Reads the lists of `/mcp` until they are what they ought to be or half a minute is over: the first answer comes
 * from what Doorward has stored, before the servers have been started with the capabilities of this client.
 */
export async function settledLists(channel: Channel, direct: DirectLists): Promise<Lists> {
  const limit = Date.now() + SETTLE_MS;
  for (;;) {
    const lists = await readLists(channel);
    const compared = compareAggregateLists(direct, lists);
    const open = [...compared.values()].some((one) => one.differences.length > 0);
    if (!open || Date.now() > limit) return lists;
    await pause(LOOK_MS);
  }
}

/** Which exposed name stands for which of a server's own, where they do not follow from one another. */
export function givenNames(server: string, own: Lists, lists: Lists): Map<string, string> {
  const names = new Map<string, string>();
  for (const list of ['tools', 'prompts'] as const) {
    const theirs = itemsOf(lists[list], list).filter((item) => keyOf(list, item).startsWith(`${server}__`));
    for (const [i, item] of itemsOf(own[list], list).entries())
      names.set(keyOf(list, item), keyOf(list, theirs[i]));
  }
  return names;
}

/** Compares the handshake of `/mcp` with those of its servers: it may promise more, never less. */
export function compareAggregateHello(into: Tally, hello: Json, hellos: ReadonlyMap<string, Json>): void {
  use('own handshake');
  note(into, differences(json('doorward'), member(member(hello, 'serverInfo'), 'name'), 'serverInfo.name'));
  const offered = member(hello, 'capabilities');
  for (const [server, own] of hellos)
    for (const [key] of member(own, 'capabilities')?.members ?? []) {
      if (key === '"experimental"') continue;
      const has = offered?.members.some(([name]) => name === key) ?? false;
      note(into, has ? [] : [problem(`capabilities.${key}`, `"${server}" has it and /mcp does not say so`)]);
    }
}

const UNKNOWN: Readonly<Record<string, string>> = {
  'tools/call': '-32602',
  'prompts/get': '-32602',
  'resources/read': '-32002',
};

/** Whether a call of something that the server does not list was refused in the manner of its method. */
export function notApproved({ call, answer }: RecordedCall): Difference[] {
  use('not approved');
  if (call.method === 'prompts/get')
    return differences(readByteString('4030'), at(answer.error, 'code'), `call (${call.label}): error.code`);
  return differences(readByteString('true'), at(answer.result, 'isError'), `call (${call.label}): isError`);
}

/** Whether `/mcp` refused a call that leads nowhere with the code that it ought to have. */
export function notRoutable({ call, answer }: RecordedCall): Difference[] {
  use('not routable');
  const code = readByteString(UNKNOWN[call.method] ?? '-32601');
  return differences(code, at(answer.error, 'code'), `call (${call.label}): error.code`);
}
