import type { Call, Refusal } from './call.ts';
import type { Peer } from './peer.ts';

/** What a stage says of a call: nothing (pass), a refusal, or either of them later (held). */
export type Verdict = Refusal | undefined | Promise<Refusal | undefined>;

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
    this.#walk((stage) => stage.request(call), done, 0);
  }

  /** Walks the stages that look at the connection; `done` is called exactly once, at once where no stage waits. */
  connected(call: Call, peer: Peer, done: (refusal: Refusal | undefined) => void): void {
    this.#walk((stage) => stage.connected?.(call, peer), done, 0);
  }

  #walk(ask: (stage: Stage) => Verdict, done: (refusal: Refusal | undefined) => void, from: number): void {
    for (let i = from; i < this.#stages.length; i++) {
      const stage = this.#stages[i] as Stage;
      let verdict: Verdict;
      try {
        verdict = ask(stage);
      } catch (error) {
        return done(this.#failed(stage, error));
      }
      if (verdict instanceof Promise) {
        verdict.then(
          (refusal) => (refusal === undefined ? this.#walk(ask, done, i + 1) : done(refusal)),
          (error: unknown) => done(this.#failed(stage, error)),
        );
        return;
      }
      if (verdict !== undefined) return done(verdict);
    }
    done(undefined);
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
