import type { Call, Refusal } from './call.ts';
import type { Message } from './message.ts';
import type { Peer } from './peer.ts';

/** A stage answers a request of a server itself: `result` (JSON) goes back to the server, the AI app is not asked. */
export interface Answered {
  readonly kind: 'answered';
  readonly result: Buffer;
}

/** Why a message does not go on its way: refused, or answered on the road. */
export type Stop = Refusal | Answered;

/** What a stage says of a call: nothing (pass), a refusal, an answer, or one of them later (held). */
export type Verdict = Stop | undefined | Promise<Stop | undefined>;

/** What a stage says of an answer: nothing (pass), another message in its place, a refusal, or one of them later. */
export type ResultVerdict = Message | Refusal | undefined | Promise<Message | Refusal | undefined>;

/** One concern on the road of a call. Stages know the call and their own ports, never each other. */
export interface Stage {
  readonly name: string;
  request(call: Call): Verdict;
  /** Asked once the connection that will carry the call stands, and again if the call had to wait after that. */
  connected?(call: Call, peer: Peer): Verdict;
  /** Asked once more right before the bytes go: has what this stage decided on changed meanwhile? */
  recheck?(call: Call): Refusal | undefined;
  /** Asked about what the server answered, before anybody else sees it. */
  result?(call: Call, response: Message): ResultVerdict;
  /** Asked about what an AI app or its person says to a question of a server, before the server gets it. */
  given?(call: Call, response: Message): Message | Refusal | undefined;
}

/** Tells about a stage that threw, for our own log. */
export type StageFault = (stage: string, error: unknown) => void;

type Done = (stop: Stop | undefined, by: string) => void;

/**
 * What one stage does at one point of the road, by itself: stages are objects of many shapes, and calls meet all of them
 * in turn.
 */
interface Step<Does> {
  readonly stage: string;
  readonly does: Does;
}
type Asks = (call: Call, peer: Peer | undefined) => Verdict;

function steps<Does>(
  stages: readonly Stage[],
  of: (stage: Stage) => Does | undefined,
): readonly Step<Does>[] {
  return stages.flatMap((stage) => {
    const does = of(stage);
    return does === undefined ? [] : [{ stage: stage.name, does }];
  });
}

const GIVEN_UP: Refusal = { kind: 'refused', sentence: 'The AI app gave this call up. Nothing was sent.' };

/**
 * The ordered list of stages that every message walks. It fails closed: a stage that throws or rejects refuses
 * the call. Stages that answer at once cost no promise.
 */
export class Pipeline {
  readonly #requests: readonly Step<Asks>[];
  readonly #connected: readonly Step<Asks>[];
  readonly #rechecks: readonly Step<Required<Stage>['recheck']>[];
  readonly #results: readonly Step<Required<Stage>['result']>[];
  readonly #givens: readonly Step<Required<Stage>['given']>[];
  readonly #fault: StageFault;

  constructor(stages: readonly Stage[], fault: StageFault) {
    this.#requests = steps(stages, (stage) => (call) => stage.request(call));
    this.#connected = steps<Asks>(
      stages,
      (stage) =>
        stage.connected &&
        ((call, peer) => {
          if (peer === undefined) throw new Error('a connection is looked at before there is one');
          return stage.connected?.(call, peer);
        }),
    );
    this.#rechecks = steps<Required<Stage>['recheck']>(
      stages,
      (stage) => stage.recheck && ((call) => stage.recheck?.(call)),
    );
    this.#results = steps<Required<Stage>['result']>(
      stages,
      (stage) => stage.result && ((call, response) => stage.result?.(call, response)),
    );
    this.#givens = steps<Required<Stage>['given']>(
      stages,
      (stage) => stage.given && ((call, response) => stage.given?.(call, response)),
    );
    this.#fault = fault;
  }

  /** Walks all stages; `done` is called exactly once, without a refusal if every stage passed. */
  walk(call: Call, done: (refusal: Refusal | undefined) => void): void {
    this.#walk(this.#requests, call, undefined, this.#refusing(done), 0);
  }

  /** The same for a request of a server, which a stage may answer in the place of the AI app. */
  walkQuestion(call: Call, done: (stop: Stop | undefined) => void): void {
    this.#walk(this.#requests, call, undefined, done, 0);
  }

  /** Walks the stages that look at the connection; `done` is called exactly once, at once where no stage waits. */
  connected(call: Call, peer: Peer, done: (refusal: Refusal | undefined) => void): void {
    this.#walk(this.#connected, call, peer, this.#refusing(done), 0);
  }

  /** Tells the stage that holds a call that nobody awaits it any more; once. */
  abandoned(call: Call): void {
    const { onAbandoned } = call;
    call.onAbandoned = undefined;
    try {
      onAbandoned?.();
    } catch (error) {
      this.#fault('abandoned call', error);
    }
  }

  /** Nothing but a question of a server has an answer that a stage could give. */
  #refusing(done: (refusal: Refusal | undefined) => void): Done {
    return (stop, by) =>
      done(
        stop?.kind === 'answered'
          ? this.#failed(by, new Error('only a request of a server can be answered'))
          : stop,
      );
  }

  #walk(road: readonly Step<Asks>[], call: Call, peer: Peer | undefined, done: Done, from: number): void {
    for (let i = from; i < road.length; i++) {
      const { stage, does } = road[i] as Step<Asks>;
      let verdict: Verdict;
      try {
        verdict = does(call, peer);
      } catch (error) {
        return done(this.#failed(stage, error), stage);
      }
      if (verdict === undefined) continue;
      if (!(verdict instanceof Promise)) return done(verdict, stage);
      verdict.then(
        (stop) => {
          // Whoever held it has heard; no later stage shall ask a person about it.
          if (call.cancelled) done(GIVEN_UP, stage);
          else if (stop === undefined) this.#walk(road, call, peer, done, i + 1);
          else done(stop, stage);
        },
        (error: unknown) => done(this.#failed(stage, error), stage),
      );
      return;
    }
    done(undefined, 'none');
  }

  /**
   * Walks the stages that look at answers; `done` is called exactly once with what goes on, or with why nothing does.
   * An answer that could not be looked at does not go on.
   */
  returned(call: Call, response: Message, done: (answer: Message | Refusal) => void): void {
    this.#read(call, response, done, 0);
  }

  #read(call: Call, response: Message, done: (answer: Message | Refusal) => void, from: number): void {
    let answer = response;
    for (let i = from; i < this.#results.length; i++) {
      const { stage, does } = this.#results[i] as Step<Required<Stage>['result']>;
      let verdict: ResultVerdict;
      try {
        verdict = does(call, answer);
      } catch (error) {
        return done(this.#unread(stage, error));
      }
      if (verdict === undefined) continue;
      if (verdict instanceof Promise) {
        const before = answer;
        verdict.then(
          (later) => {
            if (later !== undefined && isRefusal(later)) done(later);
            else this.#read(call, later ?? before, done, i + 1);
          },
          (error: unknown) => done(this.#unread(stage, error)),
        );
        return;
      }
      if (isRefusal(verdict)) return done(verdict);
      answer = verdict;
    }
    done(answer);
  }

  /** What a server may hear as the answer to its question, or why it hears none. */
  given(call: Call, response: Message): Message | Refusal {
    let answer = response;
    for (const { stage, does } of this.#givens) {
      try {
        const verdict = does(call, answer);
        if (verdict === undefined) continue;
        if (isRefusal(verdict)) return verdict;
        answer = verdict;
      } catch (error) {
        return this.#failed(stage, error);
      }
    }
    return answer;
  }

  #unread(stage: string, error: unknown): Refusal {
    this.#fault(stage, error);
    return {
      kind: 'refused',
      sentence: `Doorward kept the answer back because its check "${stage}" failed. The server has done what it was asked.`,
    };
  }

  /** The last look before the bytes go. */
  recheck(call: Call): Refusal | undefined {
    for (const { stage, does } of this.#rechecks) {
      try {
        const refusal = does(call);
        if (refusal !== undefined) return refusal;
      } catch (error) {
        return this.#failed(stage, error);
      }
    }
    return undefined;
  }

  #failed(stage: string, error: unknown): Refusal {
    this.#fault(stage, error);
    return {
      kind: 'refused',
      sentence: `Doorward refused this call because its check "${stage}" failed. Nothing was sent.`,
    };
  }
}

/** Whether an answer may not go on. */
export function isRefusal(answer: Message | Refusal): answer is Refusal {
  return answer.kind === 'refused' || answer.kind === 'hidden' || answer.kind === 'protocol';
}
