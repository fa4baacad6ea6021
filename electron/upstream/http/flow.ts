const BYTES_PER_TURN = 1024 * 1024;
/** Below this nothing is scheduled: quiet traffic pays only an addition. */
const WATCH_FROM = 128 * 1024;
/** What handling one message costs beside its bytes: at most 256 of them in one turn. */
const MESSAGE_COST = 4096;

/**
 * Shares the event loop between servers: what one server may have processed in one turn. Who has used it up waits
 * (its sockets paused) until the next turn, so that a flood from one server leaves time for the others.
 */
export class Flow {
  #spent = 0;
  #scheduled = false;
  #waiting: (() => void)[] = [];

  /** Accounts for bytes read. True when the turn is used up: stop reading and `wait`. */
  read(bytes: number): boolean {
    return this.#spend(bytes);
  }

  /** Accounts for one message handed on. True when the turn is used up. */
  message(): boolean {
    return this.#spend(MESSAGE_COST);
  }

  /** Calls `resume` in a later turn, in the order of asking. */
  wait(resume: () => void): void {
    this.#waiting.push(resume);
    this.#schedule();
  }

  #spend(cost: number): boolean {
    this.#spent += cost;
    if (this.#spent < WATCH_FROM) return false;
    this.#schedule();
    return this.#spent >= BYTES_PER_TURN;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#spent = 0;
      const waiting = this.#waiting;
      this.#waiting = [];
      let next = 0;
      while (next < waiting.length && this.#spent < BYTES_PER_TURN) waiting[next++]?.();
      if (next < waiting.length) {
        this.#waiting = [...waiting.slice(next), ...this.#waiting];
        this.#schedule();
      }
    });
  }
}
