import { type Crossing, renamed } from './crossing.ts';
import { SERVER_INFO_KEY, memberOf, withoutEnvelope, withResultMembers } from './envelope.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import { applySplices, json, type Splice, withoutMembers } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import type { Peer, RequestHeaders } from './peer.ts';
import type { QuestionGate } from './question-gate.ts';
import { INVALID_PARAMS, withId } from './replies.ts';
import { LOG_LEVELS, tellLevel } from './log-levels.ts';
import { statusOf } from './crossing.ts';
import { elementsOf, membersOf, stringAt } from './framing/json-scan.ts';

const OURS = new Set(['inputResponses', 'requestState']);
const CACHEABLE = /^(tools|prompts|resources|resources\/templates)\/list$|^resources\/read$/;

/**
 * A 2026-07-28 client calls a session-era server. The envelope comes off; results get what the revision requires.
 * A question of the server parks the call and answers `input_required` (see `ParkingLot`).
 */
export class ToSession implements Crossing {
  readonly #gate: QuestionGate;

  constructor(gate: QuestionGate) {
    this.#gate = gate;
  }

  send(request: ForwardedRequest, peer: Peer): void {
    const { logLevel } = request.owner ?? {};
    if (logLevel !== undefined) tellLevel(peer, logLevel);
    request.upstreamId = peer.request(withoutEnvelope(renamed(request), OURS), request);
  }

  headers(): RequestHeaders {
    return {};
  }

  answered(request: ForwardedRequest, response: Message): void {
    const modern = modernised(request, response);
    request.finish(response, withId(modern, request.clientId), statusOf(modern));
  }

  interim(request: ForwardedRequest, notification: Message): void {
    if (notification.method === 'notifications/message') {
      const wanted = request.exchange.envelope?.logLevel;
      const level = stringAt(notification.bytes, notification.params?.get('level')) ?? 'info';
      if (wanted === undefined || LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(wanted)) return;
    }
    request.exchange.interim(notification.bytes);
  }

  asked(request: ForwardedRequest, ask: Message): void {
    if (request.peer !== undefined) this.#gate.overConnection(request, request.peer, ask);
  }
}

/**
 * A session-era response as 2026-07-28 has it: with the members that it requires of every result, without the tasks
 * of tools (they work in another way now), and with its own code for a resource that is not there.
 */
export function modernised(request: ForwardedRequest, response: Message): Message {
  const { method } = request.call.message;
  if (response.errorSpan !== undefined)
    return method === 'resources/read' ? withModernCode(response) : response;
  const add = new Map<string, Buffer>([['resultType', json('complete')]]);
  if (CACHEABLE.test(method)) {
    add.set('ttlMs', json(0));
    add.set('cacheScope', json('private'));
  }
  const { hello } = request;
  const info = hello && memberOf(hello, 'serverInfo');
  if (info !== undefined)
    add.set(
      '_meta',
      Buffer.concat([Buffer.from(`{${JSON.stringify(SERVER_INFO_KEY)}:`), info, Buffer.from('}')]),
    );
  return withResultMembers(method === 'tools/list' ? withoutExecution(response) : response, add);
}

/** -32002 (resource not found) must not be sent in 2026-07-28, which says -32602; message and data stay. */
function withModernCode(response: Message): Message {
  const { bytes, errorSpan } = response;
  const span = errorSpan && membersOf(bytes, errorSpan)?.get('code');
  if (span === undefined || bytes.toString('latin1', span.start, span.end) !== '-32002') return response;
  return rescan(applySplices(bytes, [{ span, bytes: Buffer.from(String(INVALID_PARAMS)) }]));
}

function withoutExecution(response: Message): Message {
  const { bytes, resultSpan } = response;
  if (resultSpan === undefined || !bytes.includes('"execution"')) return response;
  const list = membersOf(bytes, resultSpan)?.get('tools');
  const splices: Splice[] = [];
  for (const span of (list && elementsOf(bytes, list)) ?? []) {
    const tool = membersOf(bytes, span);
    if (tool?.has('execution'))
      splices.push({ span, bytes: withoutMembers(bytes, tool, new Set(['execution'])) });
  }
  return splices.length === 0 ? response : rescan(applySplices(bytes, splices));
}
