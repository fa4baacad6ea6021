import type { SendFailure } from '../upstream/connection.ts';
import type { Call, Refusal } from './call.ts';
import type { Crossing } from './crossing.ts';
import type { Exchange } from './exchange.ts';
import type { Holding } from './holding.ts';
import type { Ledger } from './ledger.ts';
import { type Message, rescan } from './message.ts';
import type { Peer, PeerOwner, PendingRequest } from './peer.ts';
import { isRefusal, type Pipeline } from './pipeline.ts';
import type { QuestionGate } from './question-gate.ts';
import { errorReply, failureReply, INVALID_PARAMS, REFUSED, resultReply, toolErrorReply } from './replies.ts';
import type { Cancellable, SessionRelay } from './session-relay.ts';

export interface ForwardPorts {
  readonly pipeline: Pipeline;
  readonly ledger: Ledger;
  readonly holding: Holding;
  /** Looks at questions of the server that stand in what it answers; `pass` when the client may have it. */
  readonly questions: Pick<QuestionGate, 'inError'>;
  /** The connection that this call goes to, and how the eras of the two sides meet. Called after the stages passed. */
  readonly route: (request: ForwardedRequest) => { peer: Peer; crossing: Crossing };
  /** True when the call goes on in another way than to its server. Called after the stages passed. */
  readonly diverted: (request: ForwardedRequest) => boolean;
  /** What a client may see of a server's greeting. */
  readonly hello: (peer: Peer) => Buffer;
  /** What a client may see of what the server answered. */
  readonly screen: (call: Call, peer: Peer, response: Message) => Message;
  /** The request is over, one way or another; called once. `response` is the server's, when there was one. */
  readonly done: (request: ForwardedRequest, response: Message | undefined) => void;
}

/** Answers a refusal in the manner that its kind and the method ask for. */
export function answerRefusal(exchange: Exchange, refusal: Refusal): void {
  const bytes = refusalReply(exchange, refusal);
  exchange.answer(bytes, refusal.kind === 'protocol' ? refusal.httpStatus : undefined);
}

function refusalReply(exchange: Exchange, refusal: Refusal): Buffer {
  const id = exchange.message.id?.raw ?? 'null';
  if (refusal.kind === 'hidden') return errorReply(id, INVALID_PARAMS, refusal.sentence);
  if (refusal.kind === 'protocol') return errorReply(id, refusal.code, refusal.sentence);
  return exchange.message.method === 'tools/call'
    ? toolErrorReply(id, refusal.sentence, exchange.envelope !== undefined)
    : errorReply(id, REFUSED, refusal.sentence);
}

/** One request of a client on its way to a server and back: stages, connection, log, bytes, answer, in this order. */
export class ForwardedRequest implements PendingRequest, Cancellable {
  call: Call;
  exchange: Exchange;
  readonly session: SessionRelay | undefined;
  peer: Peer | undefined;
  upstreamId = 0;
  /** Holds the connection for a stateless exchange. */
  owner: PeerOwner | undefined;
  readonly #ports: ForwardPorts;
  #crossing: Crossing | undefined;
  /** The call that came in with it; it may go on as that of a retry. */
  readonly #first: Call;
  readonly #ends = new Set<() => void>();
  #over = false;
  /** Nothing of it has gone to a server: it is with the stages, or waits for a connection, the log or its place. */
  #unsent = true;
  /** The server has told of progress. */
  #progressed = false;
  #late: ((answer: Message) => void) | undefined;
  /** Whose answer is with the stages: a parked call goes on as its retry's, and its answer may have come before that. */
  #read: Call | undefined;
  /** Ends what the client hears while its answer is held. */
  #told: (() => void) | undefined;

  constructor(ports: ForwardPorts, call: Call, exchange: Exchange, session: SessionRelay | undefined) {
    this.#ports = ports;
    this.call = call;
    this.#first = call;
    this.exchange = exchange;
    this.session = session;
  }

  get clientId(): string {
    return this.exchange.message.id?.raw ?? 'null';
  }

  /** What the client may see of the server's greeting; undefined while there is no connection. */
  get hello(): Buffer | undefined {
    return this.peer && this.#ports.hello(this.peer);
  }

  /** Can be asked something: it waits for an answer of its server, and its client for one of ours. */
  get isOpen(): boolean {
    return !this.#over && this.#late === undefined;
  }

  /** Calls `run` when the request is over, however that comes about; the answer takes it back. */
  untilOver(run: () => void): () => void {
    this.#ends.add(run);
    return () => this.#ends.delete(run);
  }

  /** What is held here has no connection and no place at its server yet: a person may take minutes. */
  start(): void {
    let walked = false;
    let held = (): void => undefined;
    this.#ports.pipeline.walk(this.call, (refusal) => {
      walked = true;
      held();
      // What a stage had it count after its end is over as well.
      if (this.#over) return this.#uncount();
      if (refusal !== undefined) return this.refuse(refusal);
      if (this.#ports.diverted(this)) return;
      const { peer, crossing } = this.#ports.route(this);
      this.peer = peer;
      this.#crossing = crossing;
      peer.whenReady((failure) => {
        if (this.#over) return;
        if (failure !== undefined) return this.failed(failure);
        this.#ports.pipeline.connected(this.call, peer, (refused) => {
          if (this.#over) return;
          if (refused !== undefined) this.refuse(refused);
          else this.#send(peer, crossing);
        });
      });
    });
    if (walked) return;
    held = this.waits();
    this.untilOver(held);
  }

  /**
   * A person is waited for, about this call or about what its server asks meanwhile: its client hears so until the
   * answer is called. Not after the server has told of progress itself, for that must not seem to fall.
   */
  waits(): () => void {
    return this.#ports.holding.begin(this.call.message, (bytes) => {
      if (this.isOpen && !this.#progressed) this.exchange.interim(bytes);
    });
  }

  /** Durable before sent: the row is on disk, a place is free, the stages look once more, then the bytes go. */
  #send(peer: Peer, crossing: Crossing): void {
    if (this.#over) return;
    this.#ports.ledger.sent(this.call, peer.server.id, (error) => {
      if (this.#over) return;
      if (error !== undefined) return this.refuse({ kind: 'refused', sentence: error.message });
      this.#go(peer, crossing);
    });
  }

  #go(peer: Peer, crossing: Crossing): void {
    peer.whenFree(() => {
      if (this.#over) return;
      if (peer.state === 'closed') return this.failed(peer.failure as SendFailure);
      let atOnce = true;
      this.#ports.pipeline.connected(this.call, peer, (refused) => {
        if (this.#over) return;
        if (refused !== undefined) return this.refuse(refused);
        // It waited so long for the log or its place that a stage had to look anew: it queues again.
        if (!atOnce) return this.#go(peer, crossing);
        const refusal = this.#ports.pipeline.recheck(this.call);
        if (refusal !== undefined) return this.refuse(refusal);
        this.sending();
        crossing.send(this, peer);
      });
      atOnce = false;
    });
  }

  /** The bytes go: from now on what becomes of it is no concern of the stages. */
  sending(): void {
    this.#unsent = false;
    this.call.onAbandoned = undefined;
  }

  /** A further round with the same server for the same call (the crossing asked for it). */
  again(message: Message): void {
    const { peer } = this;
    if (this.#over || peer === undefined) return;
    if (peer.state === 'closed') return this.failed(peer.failure as SendFailure);
    this.upstreamId = peer.request(message, this, this.#crossing?.headers(this, message) ?? {});
  }

  refuse(refusal: Refusal): void {
    if (this.#finish(undefined)) {
      this.#ports.ledger.refused(this.call, refusal.sentence);
      answerRefusal(this.exchange, refusal);
    }
  }

  answer(response: Message): void {
    if (this.#over) return;
    const { peer } = this;
    const seen = peer === undefined ? response : this.#ports.screen(this.call, peer, response);
    this.#read = this.call;
    this.#ports.pipeline.returned(this.call, seen, (read) => {
      this.#read = undefined;
      this.#tellNoMore();
      if (this.#over) return;
      if (isRefusal(read)) return this.#withhold(seen, read.sentence);
      this.#ports.questions.inError(this, read, () => {
        if (this.#late !== undefined) return this.#late(read);
        this.#crossing?.answered(this, read);
      });
    });
    if (this.#read !== undefined && this.#told === undefined) this.#tell();
  }

  /** A person looks at the answer: the client hears so. */
  #tell(): void {
    const end = this.waits();
    const forget = this.untilOver(end);
    this.#told = () => {
      end();
      forget();
    };
  }

  #tellNoMore(): void {
    this.#told?.();
    this.#told = undefined;
  }

  /** The server has answered, and its answer goes nowhere. */
  #withhold(response: Message, sentence: string): void {
    const bytes = refusalReply(this.exchange, { kind: 'refused', sentence });
    if (this.#late !== undefined) this.#late(rescan(bytes));
    else this.finish(response, bytes, undefined, sentence);
  }

  /** Answers without the server; for what only its own connection needs to know. */
  finishHere(result: string): void {
    const bytes = resultReply(this.clientId, result);
    this.finish(rescan(bytes), bytes);
  }

  /** The final answer, with the client's id in `bytes`; `response` and why it was `kept` back are for the log. */
  finish(response: Message, bytes: Buffer, httpStatus?: number, kept?: string): void {
    if (!this.#finish(response)) return;
    this.#ports.ledger.answered(this.call, response, kept);
    this.exchange.answer(bytes, httpStatus);
  }

  failed(failure: SendFailure): void {
    if (this.#over) return;
    if (this.#late !== undefined) return this.#late(rescan(failureReply('0', failure)));
    if (!this.#finish(undefined)) return;
    this.#ports.ledger.failed(this.call, failure.message);
    this.exchange.answer(failureReply(this.clientId, failure));
  }

  interim(message: Message): void {
    if (!this.isOpen) return;
    if (message.method === 'notifications/progress') this.#progressed = true;
    this.#crossing?.interim(this, message);
  }

  ask(request: Message): void {
    if (this.#over || this.#late !== undefined) {
      const sentence = 'This call already waits for an answer.';
      this.peer?.reply(request.id?.key ?? '', errorReply(request.id?.raw ?? 'null', REFUSED, sentence));
      return;
    }
    this.#crossing?.asked(this, request);
  }

  detached(retryMs: number | undefined): void {
    if (!this.#over) this.exchange.detach(retryMs);
  }

  /**
   * Answers the client for now and leaves the call open at the server. A final answer that comes before the
   * client is back goes to `late`; after `adopt` everything goes on with the new exchange.
   */
  suspend(response: Message, late: (answer: Message) => void): void {
    if (this.#over || this.#late !== undefined) return;
    this.#late = late;
    this.#ports.ledger.answered(this.call, response);
    this.exchange.answer(response.bytes);
  }

  /** The suspended call goes on as `retry`'s: its exchange gets the answer, its call the legs. */
  adopt(retry: ForwardedRequest): void {
    this.call = retry.call;
    this.exchange = retry.exchange;
    this.#late = undefined;
    if (this.#told === undefined) return;
    this.#tellNoMore();
    this.#tell();
  }

  /** Ends a suspended call that nobody came back for. */
  giveUp(reason: string): void {
    this.#late = undefined;
    if (!this.#finish(undefined)) return;
    if (this.upstreamId !== 0) this.peer?.cancel(this.upstreamId, reason);
    this.#givenUp();
  }

  /**
   * Nobody reads the answer any more, though the client did not take the request back. What its server has goes on, for
   * the client may come back; what no server has seen ends, for nothing shall be done for somebody who is gone. An
   * answer that is held is kept back, and that is what the client finds if it comes back: no person is asked for nobody.
   */
  lost(): void {
    if (this.#unsent) this.cancel(undefined);
    else this.#abandoned();
  }

  /** The client gave up. Nothing more goes to it, and the server hears of it if it had the call. */
  cancel(reason: string | undefined): void {
    if (this.#late !== undefined) return;
    this.call.cancelled = true;
    if (!this.#finish(undefined)) return;
    if (this.upstreamId !== 0) this.peer?.cancel(this.upstreamId, reason);
    this.#givenUp();
    this.#ports.ledger.cancelled(this.call);
    this.exchange.abandon();
  }

  #givenUp(): void {
    this.call.cancelled = true;
    if (this.#read !== undefined) this.#read.cancelled = true;
    this.#abandoned();
  }

  #abandoned(): void {
    const { pipeline } = this.#ports;
    if (this.#read !== undefined && this.#read !== this.call) pipeline.abandoned(this.#read);
    pipeline.abandoned(this.call);
  }

  #finish(response: Message | undefined): boolean {
    if (this.#over) return false;
    this.#over = true;
    for (const end of this.#ends) end();
    this.#ends.clear();
    this.#uncount();
    this.#ports.done(this, response);
    return true;
  }

  #uncount(): void {
    this.#tellOver(this.#first);
    if (this.call !== this.#first) this.#tellOver(this.call);
  }

  #tellOver(call: Call): void {
    const { onOver } = call;
    call.onOver = undefined;
    onOver?.(!this.#unsent);
  }
}
