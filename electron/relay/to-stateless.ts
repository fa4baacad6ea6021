import type { AskDesk } from './ask-desk.ts';
import { resultOf } from './ask-desk.ts';
import { type Crossing, renamed } from './crossing.ts';
import { envelopeMembers, withMeta, withoutResultMembers } from './envelope.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import { membersOf, stringAt } from './framing/json-scan.ts';
import { MAX_ROUNDS, questionsInResult, retryWith, TOO_MANY, withElicitationId } from './input-requests.ts';
import type { Message } from './message.ts';
import type { Peer, RequestHeaders } from './peer.ts';
import type { SessionRelay } from './session-relay.ts';
import { INTERNAL_ERROR, errorReply, METHOD_NOT_FOUND, withId } from './replies.ts';

const STATELESS_ONLY = new Set(['resultType', 'ttlMs', 'cacheScope']);

/**
 * A session-era client calls a 2026-07-28 server. Every request gets the envelope; `input_required` becomes real
 * requests to the client, whose answers go back with the byte-exact `requestState` under a new id (MRTR).
 */
export class ToStateless implements Crossing {
  readonly #desk: AskDesk;
  #rounds = 0;
  #sent: Message | undefined;

  constructor(desk: AskDesk) {
    this.#desk = desk;
  }

  send(request: ForwardedRequest, peer: Peer): void {
    const { session } = request;
    if (session === undefined) throw new Error('a session-era request has a session');
    if (this.#keptHere(request, session, peer)) return;
    const envelope = envelopeMembers(session.session.initializeParams, session.logLevel);
    const message = withMeta(renamed(request), envelope);
    this.#sent = message;
    request.upstreamId = peer.request(message, request, this.headers(request));
  }

  /** What 2026-07-28 has no request for: subscriptions are told by the listen stream, the level goes with each call. */
  #keptHere(request: ForwardedRequest, session: SessionRelay, peer: Peer): boolean {
    const { message, name } = request.call;
    const on = message.method === 'resources/subscribe';
    if (!on && message.method !== 'resources/unsubscribe') return false;
    const exposed = stringAt(message.bytes, message.params?.get('uri')) ?? name;
    if (on) session.subscriptions.add(peer.server.id, name, exposed);
    else session.subscriptions.delete(peer.server.id, name);
    session.listenTo(peer);
    request.finishHere('{}');
    return true;
  }

  headers(request: ForwardedRequest): RequestHeaders {
    const { name, paramHeaders } = request.call;
    return { ...(name === '' ? {} : { name }), ...(paramHeaders === undefined ? {} : { paramHeaders }) };
  }

  answered(request: ForwardedRequest, response: Message): void {
    const { bytes, resultSpan } = response;
    const type = resultSpan && stringAt(bytes, membersOf(bytes, resultSpan)?.get('resultType'));
    if (type === 'input_required') return this.#questions(request, response);
    request.finish(response, withId(withoutResultMembers(response, STATELESS_ONLY), request.clientId));
  }

  interim(request: ForwardedRequest, notification: Message): void {
    if (notification.method === 'notifications/message' && !request.session?.wantsLog(notification)) return;
    request.exchange.interim(notification.bytes);
  }

  asked(request: ForwardedRequest, ask: Message): void {
    const id = ask.id?.raw ?? 'null';
    const sentence = 'This protocol revision has no server requests.';
    request.peer?.reply(ask.id?.key ?? '', errorReply(id, METHOD_NOT_FOUND, sentence));
  }

  #questions(request: ForwardedRequest, response: Message): void {
    const { session, peer } = request;
    const sent = this.#sent;
    const result = resultOf(response);
    if (session === undefined || peer === undefined || sent === undefined || result === undefined) return;
    const questions = questionsInResult(response);
    if (++this.#rounds > MAX_ROUNDS) return this.#giveUp(request, response, TOO_MANY);
    if (typeof questions === 'string') return this.#giveUp(request, response, questions);
    const answers = new Map<string, Buffer>();
    let open = questions?.size ?? 0;
    const next = (): void => request.again(retryWith(sent, answers, result));
    if (questions === undefined) return next();
    let stopped = false;
    for (const [key, ask] of questions) {
      // One before it was refused at once: no person is asked about the rest.
      if (!request.isOpen) return;
      this.#desk.askFor(session, peer, withElicitationId(ask), request, (answer, sentence) => {
        if (stopped) return;
        const given = answer && resultOf(answer);
        if (given === undefined) {
          stopped = true;
          return this.#giveUp(
            request,
            response,
            sentence ?? 'The AI app did not answer the question of the server.',
          );
        }
        answers.set(key, given);
        if (--open === 0) next();
      });
    }
  }

  #giveUp(request: ForwardedRequest, response: Message, sentence: string): void {
    request.finish(response, errorReply(request.clientId, INTERNAL_ERROR, sentence));
  }
}
