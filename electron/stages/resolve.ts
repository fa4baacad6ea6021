import { type Aggregates } from '../catalog/aggregate.ts';
import type { Directory } from '../catalog/catalog.ts';
import type { Viewer } from '../catalog/role-view.ts';
import type { Item } from '../catalog/snapshot.ts';
import { resolveUri } from '../catalog/uris.ts';
import { withheld } from '../catalog/withheld.ts';
import type { Call, Refusal } from '../relay/call.ts';
import { membersOf, type Span, stringAt } from '../relay/framing/json-scan.ts';
import { json } from '../relay/framing/splice.ts';
import type { Stage } from '../relay/pipeline.ts';
import { INVALID_PARAMS, METHOD_NOT_FOUND } from '../relay/replies.ts';

export interface ResolvePorts {
  readonly directory: Directory;
  readonly aggregates: Aggregates;
  /** The server that first spoke of a URI in a result to this client. */
  readonly uriServer: (clientId: string, uri: string) => string | undefined;
  /** The set of capabilities whose lists this call's client was given. */
  readonly capabilities: (call: Call) => string;
  /** The server that runs a task of this client. */
  readonly taskServer: (clientId: string, taskId: string) => string | undefined;
  /** Whether a person left this tool of a server to this client; without it, all. */
  readonly chosen?: ((client: Viewer, server: string, tool: string) => boolean) | undefined;
  /** Why something that a server offers is in no list. */
  readonly hold: (server: string, kind: 'tool' | 'prompt', item: Item) => Refusal;
}

const protocol = (code: number, sentence: string): Refusal => ({ kind: 'protocol', code, sentence });

/**
 * Which server a call is for, and what it calls there. On `/mcp/s/<server>` that is the endpoint's server and the
 * names stay as they are, known or not; on `/mcp` it follows from the exposed name, the URI or the task.
 */
export function resolve(ports: ResolvePorts): Stage {
  return {
    name: 'resolve',
    request: (call) => {
      if (call.direction === 'server') return undefined;
      if (call.scope.kind === 'aggregate') return resolveAggregate(call, ports);
      call.server = ports.directory.get(call.scope.server);
      if (call.server === undefined) return protocol(INVALID_PARAMS, 'There is no such server.');
      return leftOut(call, ports);
    },
    // A person may have taken the tool away while the call waited.
    recheck: (call) => (call.direction === 'server' ? undefined : leftOut(call, ports)),
  };
}

/** The refusal of a call of a tool that a person did not leave to this client. */
function leftOut({ message, client, server, name }: Call, { chosen }: ResolvePorts): Refusal | undefined {
  const isOut =
    chosen !== undefined &&
    server !== undefined &&
    message.method === 'tools/call' &&
    !chosen(client, server.id, name);
  return isOut ? { kind: 'hidden', sentence: `Unknown tool: ${name.slice(0, 200)}` } : undefined;
}

function resolveAggregate(call: Call, ports: ResolvePorts): Refusal | undefined {
  const { message } = call;
  switch (message.method) {
    case 'tools/call':
      return byName(call, ports, 'tools', message.params?.get('name'), 'tool');
    case 'prompts/get':
      return byName(call, ports, 'prompts', message.params?.get('name'), 'prompt');
    case 'resources/read':
    case 'resources/subscribe':
    case 'resources/unsubscribe':
      return byUri(call, ports, message.params?.get('uri'));
    case 'completion/complete':
      return byReference(call, ports);
    case 'tasks/get':
    case 'tasks/result':
    case 'tasks/cancel':
    case 'tasks/update':
      return byTask(call, ports);
    default:
      return { kind: 'protocol', code: METHOD_NOT_FOUND, sentence: 'Method not found', httpStatus: 404 };
  }
}

function byName(
  call: Call,
  ports: ResolvePorts,
  list: 'tools' | 'prompts',
  span: Span | undefined,
  what: string,
): Refusal | undefined {
  const name = stringAt(call.message.bytes, span);
  if (span === undefined || name === undefined)
    return protocol(INVALID_PARAMS, `The ${what} name is missing.`);
  const servers = ports.directory.visible(call.client);
  const { targets, held } = ports.aggregates.for(servers, ports.capabilities(call), call.client);
  const target = targets[list].get(name);
  const waiting = held[list].get(name);
  if (target === undefined && waiting !== undefined) {
    // Refused here and not later: what has no name of the server's own may not go on.
    call.server = ports.directory.get(waiting.server);
    call.name = waiting.item.key;
    return ports.hold(waiting.server, what === 'tool' ? 'tool' : 'prompt', waiting.item);
  }
  if (target === undefined) {
    // A name of a server that a person has blocked or switched off. It is refused here and not left to `decide`: what
    // has no name of the server's own may not go on, for an approval could come while a stage holds the call.
    const server = ports.directory.get(name.split('__', 1)[0] ?? '');
    if (server === undefined || servers.includes(server) || (server.state === 'approved' && server.enabled))
      return { kind: 'hidden', sentence: `Unknown ${what}: ${name.slice(0, 200)}` };
    call.server = server;
    return withheld(server);
  }
  call.server = ports.directory.get(target.server);
  call.name = target.item.key;
  call.rewrites.push({ span, bytes: json(target.item.key) });
  return undefined;
}

function byUri(call: Call, ports: ResolvePorts, span: Span | undefined): Refusal | undefined {
  const uri = stringAt(call.message.bytes, span);
  if (span === undefined || uri === undefined)
    return protocol(INVALID_PARAMS, 'The resource URI is missing.');
  const servers = ports.directory.visible(call.client);
  const aggregate = ports.aggregates.for(servers, ports.capabilities(call), call.client);
  const target = resolveUri(uri, aggregate, servers, ports.uriServer(call.client.id, uri));
  if (target === undefined) {
    const code = call.envelope === undefined ? -32002 : INVALID_PARAMS;
    return protocol(code, `Resource not found: ${uri.slice(0, 500)}`);
  }
  call.server = ports.directory.get(target.server);
  call.name = target.uri;
  if (target.uri !== uri) call.rewrites.push({ span, bytes: json(target.uri) });
  return undefined;
}

function byReference(call: Call, ports: ResolvePorts): Refusal | undefined {
  const span = call.message.params?.get('ref');
  const ref = span && membersOf(call.message.bytes, span);
  if (ref?.has('uri')) return byUri(call, ports, ref.get('uri'));
  return byName(call, ports, 'prompts', ref?.get('name'), 'prompt');
}

function byTask(call: Call, ports: ResolvePorts): Refusal | undefined {
  const taskId = stringAt(call.message.bytes, call.message.params?.get('taskId')) ?? '';
  const server = ports.taskServer(call.client.id, taskId);
  if (server === undefined) return protocol(INVALID_PARAMS, 'There is no such task.');
  call.server = ports.directory.get(server);
  call.name = taskId;
  return undefined;
}
