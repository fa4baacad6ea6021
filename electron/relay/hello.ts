import type { Era, ServerRecord } from '../../shared/model/server.ts';
import {
  CAPABILITIES_KEY,
  CLIENT_INFO_KEY,
  memberOf,
  PROTOCOL_VERSION_KEY,
  SERVER_INFO_KEY,
} from './envelope.ts';
import type { ClientIdentity, Envelope } from './exchange.ts';
import { stringAt } from './framing/json-scan.ts';
import { json } from './framing/splice.ts';
import { type Peer, STATELESS_VERSION, whole } from './peer.ts';

/** Revisions with sessions, newest first. */
export const SESSION_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];
export const LATEST_SESSION_VERSION = '2025-11-25';

/**
 * Handshake parameters for a server on behalf of a client: a session-era client's own `initialize` byte for byte;
 * for a stateless client what its envelope says; Doorward's own where one process or stream serves many.
 */
export function helloFor(
  server: ServerRecord,
  era: Era,
  client: Buffer | Envelope | ClientIdentity,
  version: string,
): Buffer {
  const doorward = { name: 'doorward', version };
  if (era === 'stateless')
    return json({
      _meta: {
        [PROTOCOL_VERSION_KEY]: STATELESS_VERSION,
        [CLIENT_INFO_KEY]: doorward,
        [CAPABILITIES_KEY]: {},
      },
    });
  const shared = server.sharing === 'shared' && server.launch.transport === 'stdio';
  if (Buffer.isBuffer(client) && !shared) return client;
  const envelope = !shared && !Buffer.isBuffer(client) && 'clientCapabilities' in client ? client : undefined;
  return Buffer.concat([
    Buffer.from(`{"protocolVersion":"${LATEST_SESSION_VERSION}","capabilities":`),
    envelope?.clientCapabilities ?? json({}),
    Buffer.from(',"clientInfo":'),
    envelope?.clientInfo ?? json(doorward),
    Buffer.from('}'),
  ]);
}

/** The answer to a session-era client's `initialize` from what clients may see of the server's own greeting. */
export function serverHello(
  peer: Peer,
  hello: Buffer,
  server: ServerRecord,
  initializeParams: Buffer,
): { version: string; result: Buffer } {
  if (peer.server.era === 'session') {
    const version = memberOf(hello, 'protocolVersion');
    return {
      version: (version && stringAt(version, whole(version))) ?? LATEST_SESSION_VERSION,
      result: hello,
    };
  }
  const version = negotiated(initializeParams);
  const part = (name: string): Buffer[] => {
    const value = memberOf(hello, name);
    return value === undefined ? [] : [Buffer.from(`,${JSON.stringify(name)}:`), value];
  };
  const meta = memberOf(hello, '_meta');
  const info = (meta && memberOf(meta, SERVER_INFO_KEY)) ?? json({ name: server.id, version: '0' });
  const result = Buffer.concat([
    Buffer.from(`{"protocolVersion":"${version}","serverInfo":`),
    info,
    Buffer.from(',"capabilities":'),
    memberOf(hello, 'capabilities') ?? json({}),
    ...part('instructions'),
    Buffer.from('}'),
  ]);
  return { version, result };
}

/** The revision that a session-era client gets from us: the one it asked for if we know it, else the newest. */
export function negotiated(initializeParams: Buffer): string {
  const asked = memberOf(initializeParams, 'protocolVersion');
  const version = asked && stringAt(asked, whole(asked));
  return version !== undefined && SESSION_VERSIONS.includes(version) ? version : LATEST_SESSION_VERSION;
}

/** The answer to `server/discover` for a session-era server, from its `initialize` result. */
export function discoverResult(hello: Buffer): Buffer {
  const info = memberOf(hello, 'serverInfo');
  const instructions = memberOf(hello, 'instructions');
  return Buffer.concat([
    Buffer.from(`{"resultType":"complete","supportedVersions":${supported},"capabilities":`),
    memberOf(hello, 'capabilities') ?? json({}),
    ...(instructions === undefined ? [] : [Buffer.from(',"instructions":'), instructions]),
    ...(info === undefined ? [] : [Buffer.from(`,"_meta":{"${SERVER_INFO_KEY}":`), info, Buffer.from('}')]),
    Buffer.from(',"ttlMs":0,"cacheScope":"private"}'),
  ]);
}

const supported = JSON.stringify([STATELESS_VERSION, ...SESSION_VERSIONS]);

/** What `/mcp` says of itself in either era: the superset of what servers may offer. */
export function aggregateHello(
  version: string,
  protocolVersion: string | undefined,
  hellos: readonly Buffer[],
): Buffer {
  const changes = { listChanged: true };
  const capabilities = {
    tools: changes,
    prompts: changes,
    resources: { ...changes, subscribe: true },
    completions: {},
    logging: {},
    ...(protocolVersion === undefined ? {} : taskCapability(hellos)),
  };
  const serverInfo = { name: 'doorward', title: 'Doorward', version };
  if (protocolVersion !== undefined) return json({ protocolVersion, capabilities, serverInfo });
  const supportedVersions = [STATELESS_VERSION, ...SESSION_VERSIONS];
  const _meta = { [SERVER_INFO_KEY]: serverInfo };
  return json({
    resultType: 'complete',
    supportedVersions,
    capabilities,
    _meta,
    ttlMs: 0,
    cacheScope: 'private',
  });
}

/**
 * The `tasks` capability (2025-11-25) of all servers together. Without `list`: a list over servers would need one
 * cursor over several, and a client learns of its own tasks when it starts them.
 */
function taskCapability(hellos: readonly Buffer[]): { tasks?: Record<string, unknown> } {
  const requests: Record<string, Record<string, unknown>> = {};
  let cancel = false;
  for (const hello of hellos) {
    const capabilities = memberOf(hello, 'capabilities');
    const tasks = capabilities && memberOf(capabilities, 'tasks');
    if (tasks === undefined) continue;
    cancel ||= memberOf(tasks, 'cancel') !== undefined;
    const calls = memberOf(tasks, 'requests');
    const tools = calls && memberOf(calls, 'tools');
    if (tools !== undefined && memberOf(tools, 'call') !== undefined) requests['tools'] = { call: {} };
  }
  if (!cancel && Object.keys(requests).length === 0) return {};
  return { tasks: { ...(cancel ? { cancel: {} } : {}), requests } };
}
