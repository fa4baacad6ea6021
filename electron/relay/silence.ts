import type { SendFailure } from '../upstream/connection.ts';
import { countsAsCall, type Waiting } from './waiting.ts';

/** What watching one connection needs. */
export interface SilencePorts {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly caps: { readonly silentSeconds: number };
}

const SHORTEST_BEAT_MS = 250;
const LONGEST_BEAT_MS = 15_000;

/**
 * Gives up calls of one connection of which nothing has been heard for too long: a server that hangs, sends its answer
 * byte by byte, or is gone without a word (a half-open socket) would otherwise hold its callers, and its places, for
 * ever (attack 33). Progress, log lines and questions of the call are signs of life; while a question of the server is
 * open nothing counts, for then it waits for us. A beat that comes late (the computer slept, the loop was busy) counts
 * as little more than one that does not.
 */
export class Silence {
  readonly #now: () => number;
  readonly #server: string;
  readonly #limitMs: number;
  readonly #beatMs: number;
  readonly #calls: ReadonlyMap<number, Waiting>;
  readonly #giveUp: (id: number, waiting: Waiting, failure: SendFailure) => void;
  #timer: NodeJS.Timeout | undefined;
  #beatAt = 0;

  /** `calls` are the open requests of the connection, which belong to whoever made this. */
  constructor(
    ports: SilencePorts,
    server: string,
    calls: ReadonlyMap<number, Waiting>,
    giveUp: (id: number, waiting: Waiting, failure: SendFailure) => void,
  ) {
    this.#now = ports.now;
    this.#server = server;
    this.#limitMs = ports.caps.silentSeconds * 1000;
    this.#beatMs = Math.min(Math.max(this.#limitMs / 8, SHORTEST_BEAT_MS), LONGEST_BEAT_MS);
    this.#calls = calls;
    this.#giveUp = giveUp;
  }

  /** There is a request. `asked`: whether the server waits for an answer of ours. */
  watch(asked: () => boolean): void {
    if (this.#timer !== undefined) return;
    this.#beatAt = this.#now();
    this.#timer = setInterval(() => this.#beat(asked()), this.#beatMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat(asked: boolean): void {
    const now = this.#now();
    const passed = Math.min(now - this.#beatAt, 2 * this.#beatMs);
    this.#beatAt = now;
    if (this.#calls.size === 0) return this.stop();
    for (const [id, waiting] of this.#calls) {
      if (!countsAsCall(waiting)) continue;
      waiting.silentMs = asked ? 0 : waiting.silentMs + passed;
      if (waiting.silentMs >= this.#limitMs) this.#giveUp(id, waiting, this.#failure());
    }
  }

  /** It may have been carried out all the same, and whoever asks again should know that. */
  #failure(): SendFailure {
    const seconds = Math.round(this.#limitMs / 1000);
    const time = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`;
    const message = `"${this.#server}" gave no sign of life for ${time}, so the call was given up. It may have been carried out all the same. Check before you repeat it.`;
    return { code: 'timeout', message };
  }
}
