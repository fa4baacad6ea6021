import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ForwardedRequest } from './forwarded-request.ts';
import { bytesAt, membersOf, stringAt } from './framing/json-scan.ts';
import { withoutMembers } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import { errorReply, INTERNAL_ERROR, resultReply } from './replies.ts';

interface Question {
  readonly rawId: string;
  readonly askKey: string;
  /** `{method, params}` as JSON, for `inputRequests`. */
  readonly body: Buffer;
}

interface Parked {
  readonly binding: string;
  readonly expiresAt: number;
  readonly questions: Map<string, Question>;
  request: ForwardedRequest;
  answer: Message | undefined;
}

const PREFIX = 'doorward1.';
const MAX_PARKED = 500;

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

  /** True when the client's request carries a handle of ours. */
  static isResume(message: Message): boolean {
    return stringAt(message.bytes, message.params?.get('requestState'))?.startsWith(PREFIX) ?? false;
  }

  /** Answers the exchange with the server's question and keeps the call open at the server. */
  park(request: ForwardedRequest, ask: Message): void {
    this.#sweep();
    const askKey = ask.id?.key ?? '';
    const rawId = ask.id?.raw ?? 'null';
    if (this.#parked.size >= MAX_PARKED) {
      request.peer?.reply(askKey, errorReply(rawId, INTERNAL_ERROR, 'Too many calls wait for answers.'));
      return;
    }
    const id = randomBytes(16).toString('base64url');
    const params = ask.paramsSpan === undefined ? Buffer.from('{}') : bytesAt(ask.bytes, ask.paramsSpan);
    const head = Buffer.from(`{"method":${JSON.stringify(ask.method)},"params":`);
    const question = { rawId, askKey, body: Buffer.concat([head, params, Buffer.from('}')]) };
    const expiresAt = this.#now() + this.#ttlMs;
    const parked: Parked = {
      binding: bindingOf(request),
      expiresAt,
      questions: new Map([['question', question]]),
      request,
      answer: undefined,
    };
    this.#parked.set(id, parked);
    const handle = `${PREFIX}${id}.${this.#sign(id)}`;
    const result = Buffer.concat([
      Buffer.from('{"resultType":"input_required","inputRequests":{"question":'),
      question.body,
      Buffer.from(`},"requestState":${JSON.stringify(handle)}}`),
    ]);
    request.suspend(rescan(resultReply(request.clientId, result)), (answer) => {
      parked.answer = answer;
    });
  }

  /** The parked call that this retry continues; undefined when the handle is forged, foreign, used or expired. */
  take(request: ForwardedRequest): ResumedCall | undefined {
    this.#sweep();
    const { message } = request.call;
    const state = stringAt(message.bytes, message.params?.get('requestState')) ?? '';
    const [id = '', signature = ''] = state.slice(PREFIX.length).split('.');
    const expected = Buffer.from(this.#sign(id));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const parked = this.#parked.get(id);
    if (parked === undefined || parked.binding !== bindingOf(request)) return undefined;
    this.#parked.delete(id);
    return { parked: parked.request, answer: parked.answer, reply: (answers) => reply(parked, answers) };
  }

  /** Everything of a client whose token was revoked ends. */
  dropClient(clientId: string): void {
    for (const [id, parked] of this.#parked)
      if (parked.request.exchange.client.id === clientId) this.#expire(id, parked);
  }

  #sweep(): void {
    const now = this.#now();
    for (const [id, parked] of this.#parked) if (parked.expiresAt <= now) this.#expire(id, parked);
  }

  #expire(id: string, parked: Parked): void {
    this.#parked.delete(id);
    parked.request.giveUp('Nobody answered the question of the server in time.');
  }

  #sign(id: string): string {
    return createHmac('sha256', this.#key).update(id).digest('base64url');
  }
}

export interface ResumedCall {
  readonly parked: ForwardedRequest;
  /** The server's final answer, when it came while nobody was listening. */
  readonly answer: Message | undefined;
  /** Passes the client's answers on to the server; false when one is missing. */
  reply(inputResponses: Message): boolean;
}

function reply(parked: Parked, retry: Message): boolean {
  const span = retry.params?.get('inputResponses');
  const responses = span && membersOf(retry.bytes, span);
  const { peer } = parked.request;
  for (const [key, question] of parked.questions) {
    const given = responses?.get(key);
    if (given === undefined) return false;
    peer?.reply(question.askKey, resultReply(question.rawId, bytesAt(retry.bytes, given)));
  }
  return true;
}

const NOT_BOUND = new Set(['_meta', 'inputResponses', 'requestState']);

/** Client, endpoint, method and every parameter but those that change between the rounds. */
function bindingOf(request: ForwardedRequest): string {
  const { message, exchange } = { message: request.call.message, exchange: request.exchange };
  const params = message.params
    ? withoutMembers(message.bytes, message.params, NOT_BOUND).toString('base64')
    : '';
  return JSON.stringify([exchange.client.id, exchange.scope, message.method, params]);
}
