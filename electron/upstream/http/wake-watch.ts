/** What noticing a sleep needs; times are milliseconds. */
export interface WakePorts {
  /** Since the epoch. */
  readonly wallNow: () => number;
  /** Calls `run` again and again until taken back; does not keep the process alive. */
  readonly every: (ms: number, run: () => void) => () => void;
}

const BEAT_MS = 15_000;
/** Far above the beat: a system that saves power lets timers of programs in the background wait as well. */
const SLEPT_MS = 120_000;

/**
 * Notices that the computer has slept: the time of day went on and nothing ran here. Monotonic clocks stand still
 * meanwhile on some systems and go on on others; the time of day tells on all of them. One that is set forth looks the
 * same, which costs some new connections and nothing else.
 */
export class WakeWatch {
  readonly #wallNow: () => number;
  readonly #woke: () => void;
  readonly #stop: () => void;
  #seen: number;

  /** `woke` is called once after each sleep of two minutes or more. */
  constructor(ports: WakePorts, woke: () => void) {
    this.#wallNow = ports.wallNow;
    this.#woke = woke;
    this.#seen = ports.wallNow();
    this.#stop = ports.every(BEAT_MS, () => this.look());
  }

  /** Also called before something is sent, which may be sooner than the next beat. */
  look(): void {
    const now = this.#wallNow();
    const slept = now - this.#seen >= SLEPT_MS;
    this.#seen = now;
    if (slept) this.#woke();
  }

  stop(): void {
    this.#stop();
  }
}
