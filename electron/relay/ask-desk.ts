import type { Call } from './call.ts';
import { lackOf } from './client-lacks.ts';
import { memberOf } from './envelope.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import { bytesAt } from './framing/json-scan.ts';
import { applySplices, type Splice } from './framing/splice.ts';
import { type Message, readId } from './message.ts';
import type { Peer } from './peer.ts';
import type { QuestionRoad, Way } from './question-road.ts';
import { errorReply, INTERNAL_ERROR, notification, REFUSED, withId } from './replies.ts';
import type { SessionRelay } from './session-relay.ts';

/** Where a question goes, and who hears the answer (or undefined when there will be none). */
interface Delivery {
  readonly session: SessionRelay;
  /** The server that asked. */
  readonly from: Peer;
  /** The server's own id of the question; undefined when the relay asks for a stateless server. */
  readonly askKey: string | undefined;
  readonly request: Message;
  /** The call that it belongs to. */
  readonly about: ForwardedRequest | undefined;
  readonly refuse: (code: number, sentence: string) => void;
  readonly answered: (response: Message | undefined) => void;
}

interface OpenAsk extends Delivery {
  /** The server's own progress token, raw. */
  readonly token: Buffer | undefined;
  readonly call: Call;
  /** The client has been asked. */
  sent: boolean;
}

/** Questions of one server that may wait in one session: a server that only asks takes no place from its siblings. */
const MAX_OPEN = 30;

/**
 * Requests of servers to session-era clients (sampling, elicitation, roots): each walks the road of questions, goes
 * out under an id and progress token of ours, and its answer finds the way back to the server that asked and no other.
 */
export class AskDesk {
  readonly #road: QuestionRoad;
  /** By session and the id of ours; from the moment that the question came in. */
  readonly #open = new Map<string, OpenAsk>();
  #nextId = 1;

  constructor(road: QuestionRoad) {
    this.#road = road;
  }

  /** A server's request over its own connection; on the stream of the call that it belongs to, if it is about one. */
  ask(session: SessionRelay, peer: Peer, request: Message, about: ForwardedRequest | undefined): void {
    const rawId = request.id?.raw ?? 'null';
    const askKey = request.id?.key ?? '';
    const refuse = (code: number, sentence: string): void =>
      peer.reply(askKey, errorReply(rawId, code, sentence));
    const answered = (response: Message | undefined): void => {
      if (response === undefined) refuse(INTERNAL_ERROR, 'The AI app went away before it answered.');
      else peer.reply(askKey, withId(response, rawId));
    };
    this.#deliver({ session, from: peer, askKey, request, about, refuse, answered });
  }

  /** A request that the relay puts to the client for a stateless server; `answered(undefined)` when nobody will. */
  askFor(
    session: SessionRelay,
    peer: Peer,
    request: Message,
    about: ForwardedRequest,
    answered: (response: Message | undefined, sentence?: string) => void,
  ): void {
    const refuse = (_code: number, sentence: string): void => answered(undefined, sentence);
    this.#deliver({ session, from: peer, askKey: undefined, request, about, refuse, answered });
  }

  /** The client's answer. Answers to questions that are not open, or not this session's, are dropped. */
  response(session: SessionRelay, response: Message): void {
    const key = keyOf(session, response.id?.key ?? '');
    const ask = this.#open.get(key);
    if (ask?.sent !== true) return;
    this.#open.delete(key);
    const given = this.#road.given(ask.call, response);
    this.#road.answered(ask.call, given);
    ask.answered(given);
  }

  /** Progress that the client reports about a question: to the server that asked, with the server's own token. */
  progress(session: SessionRelay, message: Message): void {
    const span = message.params?.get('progressToken');
    if (span === undefined) return;
    const ask = this.#open.get(keyOf(session, bytesAt(message.bytes, span).toString()));
    if (ask?.sent !== true || ask.token === undefined || ask.askKey === undefined) return;
    ask.from.notify(applySplices(message.bytes, [{ span, bytes: ask.token }]));
  }

  cancelledByServer(peer: Peer, message: Message): void {
    const span = message.params?.get('requestId');
    const id = span && readId(message.bytes, span);
    if (span === undefined || id === undefined) return;
    for (const [key, ask] of this.#open) {
      if (ask.from !== peer || ask.askKey !== id.key) continue;
      this.#drop(key, ask);
      peer.forget(id.key);
      const ours = Buffer.from(oursIn(key));
      if (ask.sent) ask.session.session.send(applySplices(message.bytes, [{ span, bytes: ours }]));
      return;
    }
  }

  peerClosed(peer: Peer): void {
    for (const [key, ask] of this.#open) {
      if (ask.from !== peer) continue;
      this.#drop(key, ask);
      const params = { requestId: Number(oursIn(key)), reason: 'The server stopped.' };
      if (ask.sent) ask.session.session.send(notification('notifications/cancelled', params));
      // A call that waits for the answer ends with it.
      ask.refuse(INTERNAL_ERROR, 'The server stopped.');
    }
  }

  sessionEnded(session: SessionRelay): void {
    for (const [key, ask] of this.#open) {
      if (ask.session !== session) continue;
      this.#drop(key, ask);
      ask.answered(undefined);
    }
  }

  #drop(key: string, ask: OpenAsk): void {
    this.#open.delete(key);
    this.#road.drop(ask.call);
  }

  #deliver(delivery: Delivery): void {
    const { session, from, request, about, refuse } = delivery;
    let waiting = 0;
    for (const ask of this.#open.values()) if (ask.session === session && ask.from === from) waiting++;
    if (session.over) return refuse(REFUSED, 'The AI app is gone.');
    if (waiting >= MAX_OPEN)
      return refuse(REFUSED, 'Too many questions of this server are waiting in this AI app already.');
    const { client, scope, initializeParams } = session.session;
    const call = this.#road.open(
      {
        client,
        scope,
        envelope: undefined,
        capabilities: session.capabilities,
        clientLacks: lackOf(request, memberOf(initializeParams, 'capabilities')),
        within: about?.call,
      },
      from,
      request,
    );
    const key = keyOf(session, String(this.#nextId++));
    const tokenSpan = request.meta?.get('progressToken');
    const token = tokenSpan && Buffer.from(bytesAt(request.bytes, tokenSpan));
    const ask: OpenAsk = { ...delivery, token, call, sent: false };
    this.#open.set(key, ask);
    // A question that is still held when its call is over is nobody's; one that was put is answered as ever.
    const forget = about?.untilOver(() => {
      if (ask.sent || !this.#open.has(key)) return;
      this.#drop(key, ask);
      refuse(REFUSED, 'The call that this question is about is over.');
    });
    // Taken back, or its session, call or server has gone, while the stages held it: nothing of it is open.
    this.#road.walk(
      call,
      from,
      about,
      () => this.#open.has(key),
      (way) => {
        forget?.();
        this.#goes(key, ask, way);
      },
    );
  }

  #goes(key: string, ask: OpenAsk, way: Way): void {
    if (way.kind === 'ask') return this.#put(key, ask);
    this.#open.delete(key);
    if (way.kind === 'answered') ask.answered(way.response);
    else ask.refuse(way.code, way.sentence);
  }

  #put(key: string, ask: OpenAsk): void {
    const { request, about, session } = ask;
    ask.sent = true;
    const ours = Buffer.from(oursIn(key));
    const splices: Splice[] = [];
    if (request.idSpan !== undefined) splices.push({ span: request.idSpan, bytes: ours });
    const tokenSpan = request.meta?.get('progressToken');
    if (tokenSpan !== undefined) splices.push({ span: tokenSpan, bytes: ours });
    const bytes = applySplices(request.bytes, splices);
    if (about !== undefined) about.exchange.interim(bytes);
    else session.session.send(bytes);
  }
}

const keyOf = (session: SessionRelay, ours: string): string => `${session.session.id} ${ours}`;
const oursIn = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);

/** The `result` of a client's answer, raw; undefined when it answered with an error. */
export function resultOf(response: Message): Buffer | undefined {
  return response.resultSpan === undefined ? undefined : bytesAt(response.bytes, response.resultSpan);
}
