import { type Crossing, renamed } from './crossing.ts';
import { SERVER_INFO_KEY, memberOf, withoutEnvelope, withResultMembers } from './envelope.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import { json } from './framing/splice.ts';
import type { Message } from './message.ts';
import type { ParkingLot } from './parking-lot.ts';
import type { Peer, RequestHeaders } from './peer.ts';
import { withId } from './replies.ts';
import { LOG_LEVELS } from './log-levels.ts';
import { statusOf } from './crossing.ts';
import { stringAt } from './framing/json-scan.ts';

const OURS = new Set(['inputResponses', 'requestState']);
const CACHEABLE = /^(tools|prompts|resources|resources\/templates)\/list$|^resources\/read$/;

/**
 * A 2026-07-28 client calls a session-era server. The envelope comes off; results get what the revision requires.
 * A question of the server parks the call and answers `input_required` (see `ParkingLot`).
 */
export class ToSession implements Crossing {
  readonly #lot: ParkingLot;

  constructor(lot: ParkingLot) {
    this.#lot = lot;
  }

  send(request: ForwardedRequest, peer: Peer): void {
    request.upstreamId = peer.request(withoutEnvelope(renamed(request), OURS), request);
  }

  headers(): RequestHeaders {
    return {};
  }

  answered(request: ForwardedRequest, response: Message): void {
    const bytes = withId(modernised(request, response), request.clientId);
    request.finish(response, bytes, statusOf(response));
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
    this.#lot.park(request, ask);
  }
}

/** A session-era response with the members that 2026-07-28 requires of every result. */
export function modernised(request: ForwardedRequest, response: Message): Message {
  const add = new Map<string, Buffer>([['resultType', json('complete')]]);
  if (CACHEABLE.test(request.call.message.method)) {
    add.set('ttlMs', json(0));
    add.set('cacheScope', json('private'));
  }
  const info = request.peer && memberOf(request.peer.hello, 'serverInfo');
  if (info !== undefined)
    add.set(
      '_meta',
      Buffer.concat([Buffer.from(`{${JSON.stringify(SERVER_INFO_KEY)}:`), info, Buffer.from('}')]),
    );
  return withResultMembers(response, add);
}
