import type { AskDesk } from './ask-desk.ts';
import { resultOf } from './ask-desk.ts';
import { type Crossing, renamed } from './crossing.ts';
import { envelopeMembers, memberOf, withMeta, withoutResultMembers } from './envelope.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import { bytesAt, membersOf, stringAt } from './framing/json-scan.ts';
import { applySplices, setMember } from './framing/splice.ts';
import { type Message, rescan, scanMessage } from './message.ts';
import type { Peer, RequestHeaders } from './peer.ts';
import type { SessionRelay } from './session-relay.ts';
import { INTERNAL_ERROR, errorReply, METHOD_NOT_FOUND, withId } from './replies.ts';

/** More rounds than any honest form needs; ends a server that asks for ever. */
const MAX_ROUNDS = 16;
const MAX_QUESTIONS = 16;
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
    const { session, peer, exchange } = request;
    const sent = this.#sent;
    const result = resultOf(response);
    if (session === undefined || peer === undefined || sent === undefined || result === undefined) return;
    const questions = memberOf(result, 'inputRequests');
    const members = questions && membersOf(questions, { start: 0, end: questions.length });
    if (++this.#rounds > MAX_ROUNDS || (members?.size ?? 0) > MAX_QUESTIONS)
      return this.#giveUp(request, response, 'The server asked too many questions for one call.');
    const answers = new Map<string, Buffer>();
    let open = members?.size ?? 0;
    const next = (): void => request.again(retry(sent, answers, memberOf(result, 'requestState')));
    if (questions === undefined || members === undefined || open === 0) return next();
    let stopped = false;
    for (const [key, span] of members) {
      const ask = askMessage(bytesAt(questions, span));
      if (ask === undefined)
        return this.#giveUp(request, response, 'The server asked a question that Doorward cannot read.');
      this.#desk.askFor(session, peer, ask, exchange, (answer, sentence) => {
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

/** The original request once more, with the client's answers and the server's state byte for byte. */
function retry(sent: Message, answers: ReadonlyMap<string, Buffer>, state: Buffer | undefined): Message {
  const pairs = [...answers].map(([key, value]) =>
    Buffer.concat([Buffer.from(`${JSON.stringify(key)}:`), value]),
  );
  const object = Buffer.concat([
    Buffer.from('{'),
    ...pairs.flatMap((pair, i) => (i === 0 ? [pair] : [Buffer.from(','), pair])),
    Buffer.from('}'),
  ]);
  let message = sent;
  const set = (key: string, value: Buffer): void => {
    if (message.paramsSpan === undefined || message.params === undefined) return;
    message = rescan(
      applySplices(message.bytes, [setMember(message.paramsSpan, message.params, key, value)]),
    );
  };
  if (answers.size > 0) set('inputResponses', object);
  if (state !== undefined) set('requestState', state);
  return message;
}

/** An input request (`{method, params}`) as a JSON-RPC request to the client; url elicitation gets its id. */
function askMessage(question: Buffer): Message | undefined {
  const members = membersOf(question, { start: 0, end: question.length });
  const method = members && stringAt(question, members.get('method'));
  if (members === undefined || method === undefined) return undefined;
  const span = members.get('params');
  const params = span === undefined ? Buffer.from('{}') : bytesAt(question, span);
  const head = Buffer.from(`{"jsonrpc":"2.0","id":0,"method":${JSON.stringify(method)},"params":`);
  // The server wrote what stands in it: it may be no request at all.
  const scanned = scanMessage(Buffer.concat([head, params, Buffer.from('}')]));
  if (!scanned.ok) return undefined;
  const message = scanned.value;
  const isUrl = stringAt(message.bytes, message.params?.get('mode')) === 'url';
  if (!isUrl || message.params?.has('elicitationId') || message.paramsSpan === undefined || !message.params)
    return message;
  const id = Buffer.from(JSON.stringify(`doorward-${crypto.randomUUID()}`));
  return rescan(
    applySplices(message.bytes, [setMember(message.paramsSpan, message.params, 'elicitationId', id)]),
  );
}
