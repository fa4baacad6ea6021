import type { Call, Refusal } from './call.ts';

/** What a stage says of a call: nothing (pass), a refusal, or either of them later (held). */
export type Verdict = Refusal | undefined | Promise<Refusal | undefined>;

/** One concern on the road of a call. Stages know the call and their own ports, never each other. */
export interface Stage {
  readonly name: string;
  request(call: Call): Verdict;
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
  walk(call: Call, done: (refusal: Refusal | undefined) => void, from = 0): void {
    for (let i = from; i < this.#stages.length; i++) {
      const stage = this.#stages[i] as Stage;
      let verdict: Verdict;
      try {
        verdict = stage.request(call);
      } catch (error) {
        return done(this.#failed(stage, error));
      }
      if (verdict instanceof Promise) {
        verdict.then(
          (refusal) => (refusal === undefined ? this.walk(call, done, i + 1) : done(refusal)),
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
