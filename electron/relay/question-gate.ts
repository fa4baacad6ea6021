import type { Call, ClientLack } from './call.ts';
import { lackOf } from './client-lacks.ts';
import { resultOf } from './ask-desk.ts';
import { memberOf } from './envelope.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import { type Questions, questionsInError, questionsInResult } from './input-requests.ts';
import { type Message, readId, rescan } from './message.ts';
import type { ParkingLot } from './parking-lot.ts';
import type { Peer } from './peer.ts';
import type { QuestionRoad, Way } from './question-road.ts';
import { errorReply, REFUSED, resultReply, toolErrorReply, withId } from './replies.ts';

/** What becomes of an answer that has questions in it. `again`: Doorward has the answers, and the call goes on. */
export type Passage =
  | { readonly kind: 'pass' }
  | { readonly kind: 'stop'; readonly sentence: string }
  | { readonly kind: 'again'; readonly answers: ReadonlyMap<string, Buffer> };

/** A question that is with the stages. */
interface Held {
  readonly peer: Peer;
  readonly askKey: string;
  readonly drop: () => void;
}

const PASS: Passage = { kind: 'pass' };
const PARTLY = 'The AI app cannot answer all that the server asked.';
const ELSEWHERE = 'Doorward has dealt with what the server asked for. Call again.';
const WAITS = 'This call already waits for an answer.';

/**
 * Questions of servers to clients that have no requests of servers, and those that stand in answers: each of them walks
 * the road of questions before anybody sees it (attack 29, also inside `InputRequiredResult`).
 */
export class QuestionGate {
  readonly #road: QuestionRoad;
  readonly #lot: ParkingLot;
  readonly #held = new Set<Held>();

  constructor(road: QuestionRoad, lot: ParkingLot) {
    this.#road = road;
    this.#lot = lot;
  }

  /** A session-era server asks over its connection about a call of a 2026-07-28 client, which is parked for it. */
  overConnection(request: ForwardedRequest, peer: Peer, ask: Message): void {
    const askKey = ask.id?.key ?? '';
    const rawId = ask.id?.raw ?? 'null';
    const refuse = (code: number, sentence: string): void =>
      peer.reply(askKey, errorReply(rawId, code, sentence));
    const call = this.#open(request, peer, ask, lackOf(ask, capabilitiesOf(request)));
    const held: Held = { peer, askKey, drop: () => this.#road.drop(call) };
    this.#held.add(held);
    const forget = request.untilOver(() => {
      if (!this.#held.delete(held)) return;
      held.drop();
      refuse(REFUSED, 'The call that this question is about is over.');
    });
    this.#road.walk(
      call,
      peer,
      request,
      () => this.#held.has(held),
      (way) => {
        this.#held.delete(held);
        forget();
        if (way.kind === 'refused') return refuse(way.code, way.sentence);
        if (way.kind === 'answered') return peer.reply(askKey, withId(way.response, rawId));
        if (request.isOpen) return this.#lot.park(request, ask, (answer) => this.#ended(call, answer));
        this.#road.drop(call);
        refuse(REFUSED, WAITS);
      },
    );
  }

  /** The server takes a question back that nobody was asked yet. */
  cancelledByServer(peer: Peer, message: Message): void {
    const span = message.params?.get('requestId');
    const id = span && readId(message.bytes, span);
    for (const held of this.#held) {
      if (held.peer !== peer || held.askKey !== id?.key) continue;
      this.#held.delete(held);
      held.drop();
      peer.forget(held.askKey);
    }
  }

  /** Questions in what a 2026-07-28 server answers a client of its own generation. */
  inResult(request: ForwardedRequest, response: Message, then: (passage: Passage) => void): void {
    const questions = questionsInResult(response);
    if (questions === undefined) return then(PASS);
    if (typeof questions === 'string') return then({ kind: 'stop', sentence: questions });
    const lack = (ask: Message): ClientLack | undefined => lackOf(ask, capabilitiesOf(request));
    const settled = (ways: ReadonlyMap<string, Way>): Passage => {
      const answers = new Map<string, Buffer>();
      for (const [key, way] of ways) {
        const result = way.kind === 'answered' ? resultOf(way.response) : undefined;
        if (result !== undefined) answers.set(key, result);
      }
      if (answers.size === 0) return PASS;
      return answers.size === ways.size ? { kind: 'again', answers } : { kind: 'stop', sentence: PARTLY };
    };
    this.#all(request, questions, lack, response, settled, then);
  }

  /**
   * Pages that an error wants opened (-32042, 2025-11-25): the error passes untouched when every page may be, or is
   * replaced by a sentence. `pass` is called at once for every other answer.
   */
  inError(request: ForwardedRequest, response: Message, pass: () => void): void {
    const questions = response.errorSpan && questionsInError(response);
    if (questions === undefined) return pass();
    if (typeof questions === 'string') return stopped(request, response, questions);
    // Not a question that has to be declared: to a client that cannot open pages it is an error like any other.
    const lack = (): undefined => undefined;
    const settled = (ways: ReadonlyMap<string, Way>): Passage =>
      [...ways.values()].every(({ kind }) => kind === 'ask') ? PASS : { kind: 'stop', sentence: ELSEWHERE };
    this.#all(request, questions, lack, response, settled, (passage) => {
      if (passage.kind === 'stop') stopped(request, response, passage.sentence);
      else pass();
    });
  }

  /** Walks them all at the same time: until each has passed or been answered (`settled` says what of), or one is refused. */
  #all(
    request: ForwardedRequest,
    questions: Questions,
    lack: (ask: Message) => ClientLack | undefined,
    response: Message,
    settled: (ways: ReadonlyMap<string, Way>) => Passage,
    then: (passage: Passage) => void,
  ): void {
    const { peer } = request;
    if (peer === undefined) return;
    const ways = new Map<string, Way>();
    const open = new Map(
      [...questions].map(([key, ask]) => [key, this.#open(request, peer, ask, lack(ask))]),
    );
    const asked: Call[] = [];
    const dropAll = (): void => {
      for (const call of [...open.values(), ...asked]) this.#road.drop(call);
      open.clear();
      asked.length = 0;
    };
    const forget = request.untilOver(dropAll);
    // Where one is refused at once the rest is dropped, and no person is asked about it.
    for (const [key, call] of open) {
      this.#road.walk(
        call,
        peer,
        request,
        () => open.get(key) === call,
        (way) => {
          open.delete(key);
          ways.set(key, way);
          if (way.kind === 'ask') asked.push(call);
          if (way.kind !== 'refused' && open.size > 0) return;
          forget();
          const passage: Passage =
            way.kind === 'refused' ? { kind: 'stop', sentence: way.sentence } : settled(ways);
          // The app sees them all in the answer of the server; what it says to them comes with a call of its own.
          if (passage.kind === 'pass') for (const each of asked) this.#road.answered(each, response);
          else dropAll();
          then(passage);
        },
      );
    }
  }

  #open(request: ForwardedRequest, peer: Peer, ask: Message, clientLacks: ClientLack | undefined): Call {
    const { client, scope, envelope } = request.exchange;
    const { capabilities } = request.call;
    return this.#road.open(
      { client, scope, envelope, capabilities, clientLacks, within: request.call },
      peer,
      ask,
    );
  }

  #ended(call: Call, answer: Buffer | undefined): void {
    if (answer === undefined) this.#road.drop(call);
    else this.#road.answered(call, rescan(resultReply('0', answer)));
  }
}

/** Ends a call whose questions may not be asked: the client hears why, in the manner of refusals. */
export function stopped(request: ForwardedRequest, response: Message, sentence: string): void {
  const { exchange, clientId } = request;
  const bytes =
    exchange.message.method === 'tools/call'
      ? toolErrorReply(clientId, sentence, exchange.envelope !== undefined)
      : errorReply(clientId, REFUSED, sentence);
  request.finish(response, bytes);
}

function capabilitiesOf({ exchange }: ForwardedRequest): Buffer | undefined {
  if (exchange.session === undefined) return exchange.envelope?.clientCapabilities;
  return memberOf(exchange.session.initializeParams, 'capabilities');
}
