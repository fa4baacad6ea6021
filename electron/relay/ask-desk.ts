import type { Ledger } from './ledger.ts';
import type { Call, Refusal } from './call.ts';
import type { Exchange } from './exchange.ts';
import { applySplices } from './framing/splice.ts';
import { bytesAt } from './framing/json-scan.ts';
import { type Message, readId } from './message.ts';
import type { Peer } from './peer.ts';
import type { Pipeline } from './pipeline.ts';
import { errorReply, INTERNAL_ERROR, notification, REFUSED, withId } from './replies.ts';
import type { SessionRelay } from './session-relay.ts';

interface OpenAsk {
  readonly session: SessionRelay;
  /** The server that asked over its own connection; undefined when the relay asks for a stateless server. */
  readonly peer: Peer | undefined;
  readonly askKey: string;
  readonly rawId: string;
  readonly call: Call;
  readonly answered: (response: Message | undefined) => void;
}

const MAX_OPEN = 30;

/**
 * Requests of servers to session-era clients (sampling, elicitation, roots): each walks the same road as a call of
 * a client, goes out under an id of ours, and its answer finds the way back to the server that asked and no other.
 */
export class AskDesk {
  readonly #pipeline: Pipeline;
  readonly #ledger: Ledger;
  readonly #open = new Map<string, OpenAsk>();
  #nextId = 1;

  constructor(pipeline: Pipeline, ledger: Ledger) {
    this.#pipeline = pipeline;
    this.#ledger = ledger;
  }

  /** A server's request over its own connection; on `exchange`'s stream when it belongs to that call. */
  ask(session: SessionRelay, peer: Peer, request: Message, exchange: Exchange | undefined): void {
    const rawId = request.id?.raw ?? 'null';
    const askKey = request.id?.key ?? '';
    const refuse = (code: number, sentence: string): void =>
      peer.reply(askKey, errorReply(rawId, code, sentence));
    this.#deliver(session, peer, request, exchange, { askKey, rawId }, refuse, (response) => {
      if (response === undefined) refuse(INTERNAL_ERROR, 'The AI app went away before it answered.');
      else peer.reply(askKey, withId(response, rawId));
    });
  }

  /** A request that the relay puts to the client for a stateless server; `answered(undefined)` when nobody will. */
  askFor(
    session: SessionRelay,
    peer: Peer,
    request: Message,
    exchange: Exchange,
    answered: (response: Message | undefined, sentence?: string) => void,
  ): void {
    const none = { askKey: '', rawId: 'null' };
    const refuse = (_code: number, sentence: string): void => answered(undefined, sentence);
    this.#deliver(session, undefined, request, exchange, none, refuse, answered, peer);
  }

  /** The client's answer. Answers to questions that are not open, or not this session's, are dropped. */
  response(session: SessionRelay, response: Message): void {
    const key = `${session.session.id} ${response.id?.key ?? ''}`;
    const ask = this.#open.get(key);
    if (ask === undefined) return;
    this.#open.delete(key);
    this.#ledger.answered(ask.call, response);
    ask.answered(response);
  }

  /** Progress and cancellation that the client sends about a server's request. */
  askOf(session: SessionRelay, idKey: string): { peer: Peer; rawId: string } | undefined {
    const ask = this.#open.get(`${session.session.id} ${idKey}`);
    return ask?.peer === undefined ? undefined : { peer: ask.peer, rawId: ask.rawId };
  }

  cancelledByServer(peer: Peer, message: Message): void {
    const span = message.params?.get('requestId');
    const id = span && readId(message.bytes, span);
    if (span === undefined || id === undefined) return;
    for (const [key, ask] of this.#open) {
      if (ask.peer !== peer || ask.askKey !== id.key) continue;
      this.#open.delete(key);
      this.#ledger.cancelled(ask.call);
      const ours = key.slice(key.indexOf(' ') + 1);
      ask.session.session.send(applySplices(message.bytes, [{ span, bytes: Buffer.from(ours) }]));
      return;
    }
  }

  peerClosed(peer: Peer): void {
    for (const [key, ask] of this.#open) {
      if (ask.peer !== peer) continue;
      this.#open.delete(key);
      this.#ledger.cancelled(ask.call);
      const requestId = Number(key.slice(key.indexOf(' ') + 1));
      const reason = 'The server stopped.';
      ask.session.session.send(notification('notifications/cancelled', { requestId, reason }));
    }
  }

  sessionEnded(session: SessionRelay): void {
    for (const [key, ask] of this.#open) {
      if (ask.session !== session) continue;
      this.#open.delete(key);
      this.#ledger.cancelled(ask.call);
      ask.answered(undefined);
    }
  }

  #deliver(
    session: SessionRelay,
    peer: Peer | undefined,
    request: Message,
    exchange: Exchange | undefined,
    ids: { askKey: string; rawId: string },
    refuse: (code: number, sentence: string) => void,
    answered: (response: Message | undefined) => void,
    from: Peer | undefined = peer,
  ): void {
    if ([...this.#open.values()].filter((ask) => ask.session === session).length >= MAX_OPEN)
      return refuse(REFUSED, 'Too many questions of servers are waiting in this AI app already.');
    const call = this.#ledger.open({
      direction: 'server',
      client: session.session.client,
      scope: session.session.scope,
      envelope: undefined,
      message: request,
      capabilities: session.capabilities,
      clientHeaders: {},
    });
    call.name = from?.server.id ?? '';
    const stop = (refusal: Refusal): void => {
      this.#ledger.refused(call, refusal.sentence);
      refuse(REFUSED, refusal.sentence);
    };
    this.#pipeline.walk(call, (refusal) => {
      if (refusal !== undefined) return stop(refusal);
      this.#ledger.sent(call, from?.server.id ?? '', (error) => {
        if (error !== undefined) return stop({ kind: 'refused', sentence: error.message });
        const again = this.#pipeline.recheck(call);
        if (again !== undefined) return stop(again);
        const ours = String(this.#nextId++);
        this.#open.set(`${session.session.id} ${ours}`, { session, peer, ...ids, call, answered });
        const span = request.idSpan;
        const bytes =
          span === undefined
            ? request.bytes
            : applySplices(request.bytes, [{ span, bytes: Buffer.from(ours) }]);
        if (exchange !== undefined) exchange.interim(bytes);
        else session.session.send(bytes);
      });
    });
  }
}

/** The `result` of a client's answer, raw; undefined when it answered with an error. */
export function resultOf(response: Message): Buffer | undefined {
  return response.resultSpan === undefined ? undefined : bytesAt(response.bytes, response.resultSpan);
}
