import type { DeskPorts } from './contract.ts';

/** What a clock that was stopped has left at least when it runs on, ms. */
const LEFT_AT_LEAST = 10_000;
/** How long somebody may look without touching it again, ms: a window that crashed must not hold calls for ever. */
const LOOK_AT_MOST = 10 * 60_000;

/**
 * How long one question waits. It ends by the time that has gone by, whatever happens to the computer's clock; times
 * of day are for showing, and to tell how much is left: a clock set back never gives more than there was.
 */
export class AnswerClock {
  readonly #ports: Pick<DeskPorts, 'now' | 'after'>;
  readonly #ended: () => void;
  readonly #moved: () => void;
  /** How long it runs when nobody stops it, ms. */
  readonly ms: number;
  #left: number;
  #cancel: () => void = () => {};
  /** Milliseconds since the epoch at which it ends; undefined while it is stopped. */
  endsAt: number | undefined;
  /** Whether it was ever stopped. */
  stopped = false;

  /** Starts to run. `moved`: it ran on by itself after somebody had looked for too long. */
  constructor(ports: Pick<DeskPorts, 'now' | 'after'>, ms: number, ended: () => void, moved: () => void) {
    this.#ports = ports;
    this.#ended = ended;
    this.#moved = moved;
    this.ms = ms;
    this.#left = ms;
    this.#run(ms);
  }

  /** Whether its time has passed by the time of day, as after a sleep of the computer. */
  get lapsed(): boolean {
    return this.endsAt !== undefined && this.#ports.now() >= this.endsAt;
  }

  /** Stops it; a second time: somebody still looks. */
  stop(): void {
    this.#cancel();
    if (this.endsAt !== undefined)
      this.#left = Math.min(this.#left, Math.max(0, this.endsAt - this.#ports.now()));
    this.endsAt = undefined;
    this.stopped = true;
    this.#cancel = this.#ports.after(LOOK_AT_MOST, () => {
      this.resume();
      this.#moved();
    });
  }

  /** Lets it run on with what was left, and at least ten seconds. */
  resume(): void {
    if (this.endsAt !== undefined) return;
    this.#cancel();
    this.#left = Math.max(this.#left, LEFT_AT_LEAST);
    this.#run(this.#left);
  }

  /** Ends it silently. */
  cancel(): void {
    this.#cancel();
    this.#cancel = () => {};
  }

  #run(ms: number): void {
    this.endsAt = this.#ports.now() + ms;
    this.#cancel = this.#ports.after(ms, this.#ended);
  }
}
