import { type AskDesk, resultOf } from './ask-desk.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import { mostVerbose } from './log-levels.ts';
import { MAX_ROUNDS, retryWith, TOO_MANY } from './input-requests.ts';
import { type Message, rescan } from './message.ts';
import { encodeHeaderValue } from '../upstream/http/address.ts';
import { applySplices } from './framing/splice.ts';
import { membersOf } from './framing/json-scan.ts';
import { withoutSmuggled } from './plain-notices.ts';
import type { Peer, RequestHeaders } from './peer.ts';
import { type QuestionGate, stopped } from './question-gate.ts';
import { errorReply, METHOD_NOT_FOUND, withId } from './replies.ts';
import { heldByOthers } from './subscriptions.ts';

/** How one request crosses between a client and a server of two protocol generations, or of the same. */
export interface Crossing {
  /** Sends the call's message to the server, in the form its generation expects. */
  send(request: ForwardedRequest, peer: Peer): void;
  headers(request: ForwardedRequest, message: Message): RequestHeaders;
  /** The server answered: finish the request, or go on with it. */
  answered(request: ForwardedRequest, response: Message): void;
  interim(request: ForwardedRequest, notification: Message): void;
  /** The server asks the client something about this call. */
  asked(request: ForwardedRequest, ask: Message): void;
}

/** The call's message with the server's own names in it. */
export function renamed(request: ForwardedRequest): Message {
  const { message, rewrites } = request.call;
  return rewrites.length === 0 ? message : rescan(applySplices(message.bytes, rewrites));
}

/** The HTTP status that 2026-07-28 wants for an error; other errors travel with 200. */
export function statusOf(response: Message): number | undefined {
  if (response.errorSpan === undefined) return undefined;
  const span = membersOf(response.bytes, response.errorSpan)?.get('code');
  const code = span === undefined ? 0 : Number(response.bytes.toString('latin1', span.start, span.end));
  if (code === METHOD_NOT_FOUND) return 404;
  return code === -32020 || code === -32021 || code === -32022 ? 400 : undefined;
}

function encoded(headers: Readonly<Record<string, string>>): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) sent[name] = encodeHeaderValue(value);
  return sent;
}

/** Both sides speak the same generation: nothing changes but ids, tokens and names. */
export class SameEra implements Crossing {
  readonly #desk: AskDesk;
  readonly #gate: QuestionGate;
  #sent: Message | undefined;
  #rounds = 0;

  constructor(desk: AskDesk, gate: QuestionGate) {
    this.#desk = desk;
    this.#gate = gate;
  }

  send(request: ForwardedRequest, peer: Peer): void {
    const { call, session } = request;
    // Another session on this connection still wants to hear of the resource, or of less severe messages.
    const { method } = call.message;
    if (method === 'resources/unsubscribe' && session && heldByOthers(peer, call.name, session))
      return request.finishHere('{}');
    const level = method === 'logging/setLevel' ? session?.logLevel : undefined;
    if (level !== undefined && mostVerbose(peer, level) !== level) return request.finishHere('{}');
    if (level !== undefined) peer.toldLevel = level;
    const message = renamed(request);
    if (request.exchange.envelope !== undefined) this.#sent = message;
    request.upstreamId = peer.request(message, request, this.headers(request));
  }

  headers(request: ForwardedRequest): RequestHeaders {
    const { exchange, call } = request;
    if (exchange.envelope === undefined) return {};
    return {
      protocolVersion: exchange.envelope.protocolVersion,
      ...(call.name === '' ? {} : { name: call.name }),
      paramHeaders: call.paramHeaders ?? encoded(exchange.paramHeaders ?? {}),
    };
  }

  answered(request: ForwardedRequest, response: Message): void {
    if (request.exchange.envelope === undefined)
      return request.finish(response, withId(response, request.clientId));
    this.#gate.inResult(request, response, (passage) => {
      if (passage.kind === 'stop') return stopped(request, response, passage.sentence);
      if (passage.kind === 'again') return this.#again(request, response, passage.answers);
      request.finish(response, withId(response, request.clientId), statusOf(response));
    });
  }

  /** Doorward has answered what the server asked: the call goes on without its client hearing of it. */
  #again(request: ForwardedRequest, response: Message, answers: ReadonlyMap<string, Buffer>): void {
    const result = resultOf(response);
    const { method } = request.call.message;
    // What a task asks is answered by another request than the one that told of it.
    if (this.#sent === undefined || result === undefined || method.startsWith('tasks/'))
      return stopped(request, response, 'Doorward cannot answer what a task asks.');
    if (++this.#rounds > MAX_ROUNDS) return stopped(request, response, TOO_MANY);
    request.again(retryWith(this.#sent, answers, result));
  }

  interim(request: ForwardedRequest, notification: Message): void {
    const { session, exchange } = request;
    if (
      session !== undefined &&
      notification.method === 'notifications/message' &&
      !session.wantsLog(notification)
    )
      return;
    exchange.interim(withoutSmuggled(notification, true).bytes);
  }

  asked(request: ForwardedRequest, ask: Message): void {
    const { session, peer } = request;
    if (session !== undefined && peer !== undefined) return this.#desk.ask(session, peer, ask, request);
    // 2026-07-28 servers have no requests to clients; whoever sends one hears so.
    const id = ask.id?.raw ?? 'null';
    peer?.reply(
      ask.id?.key ?? '',
      errorReply(id, METHOD_NOT_FOUND, 'This protocol revision has no server requests.'),
    );
  }
}
