import type { Directory } from '../catalog/catalog.ts';
import type { Call, Refusal } from './call.ts';
import type { Exchange } from './exchange.ts';
import { bytesAt } from './framing/json-scan.ts';
import { applySplices, type Splice } from './framing/splice.ts';
import type { Ledger } from './ledger.ts';
import { type Message, readId } from './message.ts';
import type { Peer } from './peer.ts';
import type { Pipeline } from './pipeline.ts';
import { errorReply, INTERNAL_ERROR, notification, REFUSED, withId } from './replies.ts';
import type { SessionRelay } from './session-relay.ts';

interface OpenAsk {
  readonly session: SessionRelay;
  /** The server that asked. */
  readonly from: Peer;
  /** The server's own id of the question; undefined when the relay asks for a stateless server. */
  readonly askKey: string | undefined;
  /** The server's own progress token, raw. */
  readonly token: Buffer | undefined;
  readonly call: Call;
  readonly answered: (response: Message | undefined) => void;
  /** The client has been asked. */
  sent: boolean;
}

/** Where a question goes, and who hears the answer (or undefined when there will be none). */
interface Delivery {
  readonly session: SessionRelay;
  readonly from: Peer;
  readonly askKey: string | undefined;
  readonly request: Message;
  readonly exchange: Exchange | undefined;
  readonly refuse: (code: number, sentence: string) => void;
  readonly answered: (response: Message | undefined) => void;
}

/** Questions of one server that may wait in one session: a server that only asks takes no place from its siblings. */
const MAX_OPEN = 30;

/**
 * Requests of servers to session-era clients (sampling, elicitation, roots): each walks the same road as a call of
 * a client, goes out under an id and progress token of ours, and its answer finds the way back to the server that
 * asked and no other.
 */
export class AskDesk {
  readonly #pipeline: Pipeline;
  readonly #ledger: Ledger;
  readonly #directory: Directory;
  /** By session and the id of ours; from the moment that the question came in. */
  readonly #open = new Map<string, OpenAsk>();
  #nextId = 1;

  constructor(pipeline: Pipeline, ledger: Ledger, directory: Directory) {
    this.#pipeline = pipeline;
    this.#ledger = ledger;
    this.#directory = directory;
  }

  /** A server's request over its own connection; on `exchange`'s stream when it belongs to that call. */
  ask(session: SessionRelay, peer: Peer, request: Message, exchange: Exchange | undefined): void {
    const rawId = request.id?.raw ?? 'null';
    const askKey = request.id?.key ?? '';
    const refuse = (code: number, sentence: string): void =>
      peer.reply(askKey, errorReply(rawId, code, sentence));
    const answered = (response: Message | undefined): void => {
      if (response === undefined) refuse(INTERNAL_ERROR, 'The AI app went away before it answered.');
      else peer.reply(askKey, withId(response, rawId));
    };
    this.#deliver({ session, from: peer, askKey, request, exchange, refuse, answered });
  }

  /** A request that the relay puts to the client for a stateless server; `answered(undefined)` when nobody will. */
  askFor(
    session: SessionRelay,
    peer: Peer,
    request: Message,
    exchange: Exchange,
    answered: (response: Message | undefined, sentence?: string) => void,
  ): void {
    const refuse = (_code: number, sentence: string): void => answered(undefined, sentence);
    this.#deliver({ session, from: peer, askKey: undefined, request, exchange, refuse, answered });
  }

  /** The client's answer. Answers to questions that are not open, or not this session's, are dropped. */
  response(session: SessionRelay, response: Message): void {
    const key = keyOf(session, response.id?.key ?? '');
    const ask = this.#open.get(key);
    if (ask?.sent !== true) return;
    this.#open.delete(key);
    this.#ledger.answered(ask.call, response);
    ask.answered(response);
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
    ask.call.cancelled = true;
    this.#ledger.cancelled(ask.call);
  }

  #deliver(delivery: Delivery): void {
    const { session, from, askKey, request, exchange, refuse, answered } = delivery;
    let waiting = 0;
    for (const ask of this.#open.values()) if (ask.session === session && ask.from === from) waiting++;
    if (session.over) return refuse(REFUSED, 'The AI app is gone.');
    if (waiting >= MAX_OPEN)
      return refuse(REFUSED, 'Too many questions of this server are waiting in this AI app already.');
    const call = this.#ledger.open({
      direction: 'server',
      client: session.session.client,
      scope: session.session.scope,
      envelope: undefined,
      message: request,
      capabilities: session.capabilities,
      clientHeaders: undefined,
    });
    call.server = this.#directory.get(from.server.id);
    const ours = String(this.#nextId++);
    const key = keyOf(session, ours);
    const tokenSpan = request.meta?.get('progressToken');
    const token = tokenSpan && Buffer.from(bytesAt(request.bytes, tokenSpan));
    const ask: OpenAsk = { session, from, askKey, token, call, answered, sent: false };
    this.#open.set(key, ask);
    const stop = (refusal: Refusal): void => {
      this.#open.delete(key);
      this.#ledger.refused(call, refusal.sentence);
      refuse(REFUSED, refusal.sentence);
    };
    this.#pipeline.walk(call, (refusal) => {
      // Taken back, or its session or server has gone, while the stages held it.
      if (!this.#open.has(key)) return;
      if (refusal !== undefined) return stop(refusal);
      this.#ledger.sent(call, from.server.id, (error) => {
        if (!this.#open.has(key)) return;
        if (error !== undefined) return stop({ kind: 'refused', sentence: error.message });
        const again = this.#pipeline.recheck(call);
        if (again !== undefined) return stop(again);
        ask.sent = true;
        const splices: Splice[] = [];
        if (request.idSpan !== undefined) splices.push({ span: request.idSpan, bytes: Buffer.from(ours) });
        if (tokenSpan !== undefined) splices.push({ span: tokenSpan, bytes: Buffer.from(ours) });
        const bytes = applySplices(request.bytes, splices);
        if (exchange !== undefined) exchange.interim(bytes);
        else session.session.send(bytes);
      });
    });
  }
}

const keyOf = (session: SessionRelay, ours: string): string => `${session.session.id} ${ours}`;
const oursIn = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);

/** The `result` of a client's answer, raw; undefined when it answered with an error. */
export function resultOf(response: Message): Buffer | undefined {
  return response.resultSpan === undefined ? undefined : bytesAt(response.bytes, response.resultSpan);
}
