import type { Outbound } from '../connection.ts';
import { INITIALIZED_WAIT_MS, MAX_WAITING, MAX_WAITING_BYTES } from './limits.ts';

const METHOD = 'notifications/initialized';
const QUOTED = `"${METHOD}"`;
const MAX_GREETING_BYTES = 4096;

/**
 * Every message is a request of its own, and two of them can overtake each other: servers refuse a call that comes
 * before `notifications/initialized` has. What follows that message waits here until it is accepted, refused, or
 * ten seconds have passed.
 */
export class InitializedGate {
  readonly #pass: (out: Outbound) => void;
  readonly #opened: () => void;
  #greeting: Outbound | undefined;
  #open = false;
  #waiting: Outbound[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `pass` sends what has waited; `opened` is called once, when the message has been delivered. */
  constructor(pass: (out: Outbound) => void, opened: () => void) {
    this.#pass = pass;
    this.#opened = opened;
  }

  get open(): boolean {
    return this.#open;
  }

  /** `now`: send it. `held`: it will be passed later. `full`: too much waits already. */
  enter(out: Outbound): 'now' | 'held' | 'full' {
    if (this.#open) return 'now';
    if (this.#greeting === undefined) {
      if (!isGreeting(out)) return 'now';
      this.#greeting = out;
      this.#timer = setTimeout(() => this.#release(), INITIALIZED_WAIT_MS);
      return 'now';
    }
    if (this.#waiting.length >= MAX_WAITING || this.#bytes + out.bytes.length > MAX_WAITING_BYTES)
      return 'full';
    this.#waiting.push(out);
    this.#bytes += out.bytes.length;
    return 'held';
  }

  /** Something has been accepted or refused by the server. */
  delivered(out: Outbound): void {
    if (out === this.#greeting && !this.#open) this.#release();
  }

  /** Forgets a waiting request. */
  drop(id: number): Outbound | undefined {
    const at = this.#waiting.findIndex((out) => out.id === id);
    const [dropped] = at === -1 ? [] : this.#waiting.splice(at, 1);
    this.#bytes -= dropped?.bytes.length ?? 0;
    return dropped;
  }

  /** Stops, and gives back what still waits. */
  clear(): Outbound[] {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  #release(): void {
    this.#open = true;
    const waiting = this.clear();
    this.#opened();
    for (const out of waiting) this.#pass(out);
  }
}

function isGreeting(out: Outbound): boolean {
  if (out.id !== undefined) return false;
  if (out.method !== undefined) return out.method === METHOD;
  return out.bytes.length <= MAX_GREETING_BYTES && out.bytes.includes(QUOTED);
}
