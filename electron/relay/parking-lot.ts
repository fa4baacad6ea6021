import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ForwardedRequest } from './forwarded-request.ts';
import { bytesAt, membersOf, stringAt } from './framing/json-scan.ts';
import { withoutMembers } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import { errorReply, INTERNAL_ERROR, resultReply } from './replies.ts';

interface Parked {
  readonly binding: string;
  readonly expiresAt: number;
  /** The server's question: its id as it was sent, and as the connection knows it. */
  readonly rawId: string;
  readonly askKey: string;
  request: ForwardedRequest;
  answer: Message | undefined;
  /** Retries on their way to it: while a person is asked about one, it does not expire. */
  awaited: number;
  /** Called once, with the client's answer or without. */
  readonly ended: (answer: Buffer | undefined) => void;
}

const PREFIX = 'doorward1.';
/** The key of the one question in `inputRequests` and `inputResponses`. */
const QUESTION = 'question';
const MAX_PARKED = 500;
/** One AI app that never comes back does not take every place. */
const MAX_PER_CLIENT = 64;

/**
 * Calls of 2026-07-28 clients that wait at a session-era server for an answer to its question. The client holds a
 * handle (`requestState`) that is signed, expires, works once, and is bound to client, method and arguments: with
 * another's handle, or other arguments, nothing is resumed (attack 21, state-handle hijack).
 */
export class ParkingLot {
  readonly #parked = new Map<string, Parked>();
  readonly #key = randomBytes(32);
  readonly #now: () => number;
  readonly #ttlMs: number;

  /** `now` is monotonic milliseconds. */
  constructor(now: () => number, ttlMs: number) {
    this.#now = now;
    this.#ttlMs = ttlMs;
  }

  /** True when the client comes back to a call with an answer. */
  static isResume(message: Message): boolean {
    return (message.params?.has('requestState') || message.params?.has('inputResponses')) ?? false;
  }

  /**
   * Answers the exchange with the server's question and keeps the call open at the server. `ended` hears once what came
   * of the question: the client's answer, or nothing.
   */
  park(request: ForwardedRequest, ask: Message, ended: Parked['ended']): void {
    this.#sweep();
    const askKey = ask.id?.key ?? '';
    const rawId = ask.id?.raw ?? 'null';
    const { client } = request.exchange;
    let theirs = 0;
    for (const parked of this.#parked.values()) if (parked.request.exchange.client.id === client.id) theirs++;
    if (this.#parked.size >= MAX_PARKED || theirs >= MAX_PER_CLIENT) {
      request.peer?.reply(askKey, errorReply(rawId, INTERNAL_ERROR, 'Too many calls wait for answers.'));
      return ended(undefined);
    }
    const id = randomBytes(16).toString('base64url');
    const expiresAt = this.#now() + this.#ttlMs;
    const parked: Parked = {
      binding: bindingOf(request),
      expiresAt,
      rawId,
      askKey,
      request,
      answer: undefined,
      awaited: 0,
      ended: once(ended),
    };
    this.#parked.set(id, parked);
    setTimeout(() => this.#sweep(), this.#ttlMs).unref();
    const handle = `${PREFIX}${id}.${this.#sign(id)}`;
    const method = JSON.stringify(ask.method);
    const result = Buffer.concat([
      Buffer.from(
        `{"resultType":"input_required","inputRequests":{"${QUESTION}":{"method":${method},"params":`,
      ),
      ask.paramsSpan === undefined ? Buffer.from('{}') : bytesAt(ask.bytes, ask.paramsSpan),
      Buffer.from(`}},"requestState":${JSON.stringify(handle)}}`),
    ]);
    request.suspend(rescan(resultReply(request.clientId, result)), (answer) => {
      parked.answer = answer;
    });
  }

  /**
   * The parked call that this retry continues; `unknown` when the handle is forged, foreign, used or expired,
   * `unanswered` when the answer is missing (the handle then stays good).
   */
  take(request: ForwardedRequest): ResumedCall | 'unknown' | 'unanswered' {
    this.#sweep();
    const { message } = request.call;
    const found = this.#find(request);
    if (found === undefined) return 'unknown';
    const { id, parked } = found;
    const span = message.params?.get('inputResponses');
    const response = span && membersOf(message.bytes, span)?.get(QUESTION);
    if (parked.answer === undefined && response === undefined) return 'unanswered';
    this.#parked.delete(id);
    return {
      parked: parked.request,
      giveUp: (reason) => giveUp(parked, reason),
      goOn: () => {
        if (parked.answer !== undefined) {
          parked.request.peer?.forget(parked.askKey);
          parked.ended(undefined);
          return parked.request.answer(parked.answer);
        }
        if (response === undefined) return;
        parked.ended(bytesAt(message.bytes, response));
        const bytes = resultReply(parked.rawId, bytesAt(message.bytes, response));
        parked.request.peer?.reply(parked.askKey, bytes);
      },
    };
  }

  /**
   * Keeps a parked call from expiring while this retry is on its way to it; answers the id of that call. Undefined when
   * the retry is of no call that is parked here.
   */
  await(request: ForwardedRequest): string | undefined {
    this.#sweep();
    const parked = this.#find(request)?.parked;
    if (parked === undefined) return undefined;
    parked.awaited++;
    request.untilOver(() => {
      parked.awaited--;
      this.#sweep();
    });
    return parked.request.call.id;
  }

  #find(request: ForwardedRequest): { readonly id: string; readonly parked: Parked } | undefined {
    const { message } = request.call;
    const state = stringAt(message.bytes, message.params?.get('requestState')) ?? '';
    const [id = '', signature = ''] = state.slice(PREFIX.length).split('.');
    const expected = Buffer.from(this.#sign(id));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const parked = this.#parked.get(id);
    return parked?.binding === bindingOf(request) ? { id, parked } : undefined;
  }

  /** Everything of a client whose token was revoked ends. */
  dropClient(clientId: string): void {
    for (const [id, parked] of this.#parked)
      if (parked.request.exchange.client.id === clientId) this.#expire(id, parked);
  }

  #sweep(): void {
    const now = this.#now();
    for (const [id, parked] of this.#parked)
      if (parked.expiresAt <= now && parked.awaited === 0) this.#expire(id, parked);
  }

  #expire(id: string, parked: Parked): void {
    this.#parked.delete(id);
    giveUp(parked, 'Nobody answered the question of the server in time.');
  }

  #sign(id: string): string {
    return createHmac('sha256', this.#key).update(id).digest('base64url');
  }
}

export interface ResumedCall {
  readonly parked: ForwardedRequest;
  /** Passes the client's answer on to the server, or to the client what the server has said meanwhile. */
  goOn(): void;
  /** Gives the call up at the server. */
  giveUp(reason: string): void;
}

function once(ended: Parked['ended']): Parked['ended'] {
  let over = false;
  return (answer) => {
    if (!over) ended(answer);
    over = true;
  };
}

function giveUp(parked: Parked, reason: string): void {
  parked.request.peer?.forget(parked.askKey);
  parked.ended(undefined);
  parked.request.giveUp(reason);
}

const NOT_BOUND = new Set(['_meta', 'inputResponses', 'requestState']);

/** Digest of client, endpoint, method and every parameter but those that change between the rounds. */
function bindingOf(request: ForwardedRequest): string {
  const { call, exchange } = request;
  const { message } = call;
  const params = message.params ? withoutMembers(message.bytes, message.params, NOT_BOUND) : '';
  const about = JSON.stringify([exchange.client.id, exchange.scope, message.method]);
  return createHash('sha256').update(about).update(params).digest('base64');
}
