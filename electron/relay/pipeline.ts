import type { Call, Refusal } from './call.ts';
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

/** One concern on the road of a call. Stages know the call and their own ports, never each other. */
export interface Stage {
  readonly name: string;
  request(call: Call): Verdict;
  /** Asked once the connection that will carry the call stands, and again if the call had to wait after that. */
  connected?(call: Call, peer: Peer): Verdict;
  /** Asked once more right before the bytes go: has what this stage decided on changed meanwhile? */
  recheck?(call: Call): Refusal | undefined;
}

/** Tells about a stage that threw, for our own log. */
export type StageFault = (stage: string, error: unknown) => void;

type Done = (stop: Stop | undefined, by: Stage) => void;

const NONE: Stage = { name: 'none', request: () => undefined };
const GIVEN_UP: Refusal = { kind: 'refused', sentence: 'The AI app gave this call up. Nothing was sent.' };

/**
 * The ordered list of stages that every message walks. It fails closed: a stage that throws or rejects refuses
 * the call. Stages that answer at once cost no promise.
 */
export class Pipeline {
  readonly #stages: readonly Stage[];
  readonly #fault: StageFault;

  constructor(stages: readonly Stage[], fault: StageFault) {
    this.#stages = stages;
    this.#fault = fault;
  }

  /** Walks all stages; `done` is called exactly once, without a refusal if every stage passed. */
  walk(call: Call, done: (refusal: Refusal | undefined) => void): void {
    this.#walk(call, (stage) => stage.request(call), this.#refusing(done), 0);
  }

  /** The same for a request of a server, which a stage may answer in the place of the AI app. */
  walkQuestion(call: Call, done: (stop: Stop | undefined) => void): void {
    this.#walk(call, (stage) => stage.request(call), done, 0);
  }

  /** Walks the stages that look at the connection; `done` is called exactly once, at once where no stage waits. */
  connected(call: Call, peer: Peer, done: (refusal: Refusal | undefined) => void): void {
    this.#walk(call, (stage) => stage.connected?.(call, peer), this.#refusing(done), 0);
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

  #walk(call: Call, ask: (stage: Stage) => Verdict, done: Done, from: number): void {
    for (let i = from; i < this.#stages.length; i++) {
      const stage = this.#stages[i] as Stage;
      let verdict: Verdict;
      try {
        verdict = ask(stage);
      } catch (error) {
        return done(this.#failed(stage, error), stage);
      }
      if (verdict instanceof Promise) {
        verdict.then(
          (stop) => {
            // Whoever held it has heard; no later stage shall ask a person about it.
            if (call.cancelled) done(GIVEN_UP, stage);
            else if (stop === undefined) this.#walk(call, ask, done, i + 1);
            else done(stop, stage);
          },
          (error: unknown) => done(this.#failed(stage, error), stage),
        );
        return;
      }
      if (verdict !== undefined) return done(verdict, stage);
    }
    done(undefined, NONE);
  }

  /** The last look before the bytes go. */
  recheck(call: Call): Refusal | undefined {
    for (const stage of this.#stages) {
      try {
        const refusal = stage.recheck?.(call);
        if (refusal !== undefined) return refusal;
      } catch (error) {
        return this.#failed(stage, error);
      }
    }
    return undefined;
  }

  #failed(stage: Stage, error: unknown): Refusal {
    this.#fault(stage.name, error);
    return {
      kind: 'refused',
      sentence: `Doorward refused this call because its check "${stage.name}" failed. Nothing was sent.`,
    };
  }
}
