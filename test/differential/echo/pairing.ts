import { arrayOf, at, type Json, json, member, withMember } from '../json/exact.ts';
import { use } from '../rewrites.ts';
import type { Answer } from '../wire/channel.ts';
import type { Era } from './core.ts';

/** The protocol generations on both sides of the gateway. */
export interface Pairing {
  readonly client: Era;
  readonly server: Era;
  /** Nothing stands between them. */
  readonly direct?: boolean;
}

const SERVER_INFO = 'io.modelcontextprotocol/serverInfo';
const CACHED = new Set([
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
  'resources/read',
]);

const APPROVED = new Set(['tools/list', 'prompts/list', 'resources/templates/list']);
const BESIDE = ['nextCursor', 'resultType', 'ttlMs', 'cacheScope', '_meta'];
const IN_LISTS = new Set(['tools', 'prompts', 'resourceTemplates', ...BESIDE]);
const IN_HANDSHAKES = new Set([
  'protocolVersion',
  'supportedVersions',
  'capabilities',
  'serverInfo',
  'instructions',
  ...BESIDE,
]);

/** Without what stands beside the things that a person approves. */
function withOnly(value: Json, known: ReadonlySet<string>): Json {
  const plain = keeping(value, known);
  const meta = member(plain, '_meta');
  const kept = meta && keeping(meta, new Set([SERVER_INFO]));
  if (kept === meta) return plain;
  return withMember(plain, '_meta', kept?.members.length === 0 ? undefined : kept);
}

function keeping(value: Json, known: ReadonlySet<string>): Json {
  const members = value.members.filter(([key]) => known.has(JSON.parse(key) as string));
  if (members.length === value.members.length) return value;
  use('beside what is approved');
  return { ...value, raw: undefined, members };
}

/** The same value, to be compared member by member: a rewrite may have moved its members. */
const loose = (value: Json): Json => ({ ...value, raw: undefined });

/** What the server saw, with the progress token that it was given instead of the client's. */
function withToken(result: Json, got: Json | undefined): Json {
  const seen = member(result, 'got');
  const meta = member(seen, '_meta');
  const token = at(got, 'got', '_meta', 'progressToken');
  if (seen === undefined || meta === undefined || token === undefined || !at(meta, 'progressToken'))
    return result;
  use('progress token');
  return withMember(result, 'got', withMember(seen, '_meta', withMember(meta, 'progressToken', token)));
}

/** What the server saw, with its `_meta` to be compared member by member. */
function withLooseMeta(result: Json): Json {
  const seen = member(result, 'got');
  if (seen === undefined) return result;
  const meta = member(seen, '_meta');
  return withMember(result, 'got', meta === undefined ? loose(seen) : withMember(seen, '_meta', loose(meta)));
}

/** The page of tools without what they say of session-era tasks. */
function withoutExecution(page: Json): Json {
  const tools = member(page, 'tools');
  if (tools === undefined || !tools.items.some((tool) => member(tool, 'execution') !== undefined))
    return page;
  use('session tasks left out');
  return withMember(
    page,
    'tools',
    arrayOf(tools.items.map((tool) => withMember(tool, 'execution', undefined))),
  );
}

/**
 * What a client has to get where the server gave `direct` to a client of its own generation. `got` is what came,
 * for the one thing that cannot be foretold: the progress token that the server saw.
 */
export function expectedAnswer(
  { client, server, direct: alone }: Pairing,
  method: string,
  direct: Answer,
  got: Answer,
  hello: Json,
): Answer {
  if (direct.result === undefined) return direct;
  const screened = alone !== true && APPROVED.has(method);
  const result = screened ? withOnly(direct.result, IN_LISTS) : direct.result;
  const tokened = withToken(result, got.result);
  if (client === server) return { result: tokened, error: undefined };
  let expected = withLooseMeta(tokened);
  if (client === 'session') {
    use('stateless members');
    if (member(result, 'got') !== undefined) use('envelope added');
    for (const key of ['resultType', 'ttlMs', 'cacheScope']) expected = withMember(expected, key, undefined);
    return { result: expected, error: undefined };
  }
  use('stateless members added');
  if (member(result, 'got') !== undefined) use('envelope removed');
  if (method === 'tools/list') expected = withoutExecution(expected);
  expected = withMember(expected, 'resultType', json('complete'));
  const info = member(hello, 'serverInfo');
  if (info !== undefined && member(result, '_meta') === undefined)
    expected = withMember(expected, '_meta', withMember(json({}), SERVER_INFO, info));
  if (CACHED.has(method)) {
    expected = withMember(expected, 'ttlMs', json(0));
    expected = withMember(expected, 'cacheScope', json('private'));
  }
  return { result: expected, error: undefined };
}

/** The handshake that a client has to get where the server's own was `direct`. */
export function expectedHello({ client, server, direct: alone }: Pairing, direct: Json): Json {
  if (alone === true) return direct;
  if (client === server) return withOnly(direct, IN_HANDSHAKES);
  const part = (value: Json | undefined): Json => value ?? json(null);
  if (client === 'session') {
    use('handshake bridged');
    const made: Json = withMember(
      json({ protocolVersion: '2025-11-25' }),
      'instructions',
      member(direct, 'instructions'),
    );
    const named = withMember(made, 'serverInfo', part(at(direct, '_meta', SERVER_INFO)));
    return withMember(named, 'capabilities', part(member(direct, 'capabilities')));
  }
  use('discovery bridged');
  const versions = ['2026-07-28', '2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];
  let made: Json = json({ resultType: 'complete', ttlMs: 0, cacheScope: 'private' });
  made = withMember(made, 'supportedVersions', json(versions));
  made = withMember(made, 'capabilities', part(member(direct, 'capabilities')));
  made = withMember(made, 'instructions', member(direct, 'instructions'));
  return withMember(made, '_meta', withMember(json({}), SERVER_INFO, part(member(direct, 'serverInfo'))));
}
