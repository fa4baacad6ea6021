import { LINGER_MS } from './limits.ts';

interface Cuttable {
  abort(): void;
}

/**
 * Streams that have said all they had to say but stay open. Each is cut after one to two periods: the server should
 * close it, and an open one would occupy a socket for ever. One timer for all of them, none while there are none.
 */
export class Lingering {
  #young = new Set<Cuttable>();
  #old = new Set<Cuttable>();
  #timer: NodeJS.Timeout | undefined;

  add(stream: Cuttable): void {
    this.#young.add(stream);
    this.#timer ??= setInterval(() => this.#sweep(), LINGER_MS).unref();
  }

  remove(stream: Cuttable): void {
    if (!this.#young.delete(stream)) this.#old.delete(stream);
  }

  /** Cuts all of them now. */
  clear(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const stream of [...this.#young, ...this.#old]) stream.abort();
    this.#young.clear();
    this.#old.clear();
  }

  #sweep(): void {
    for (const stream of this.#old) stream.abort();
    this.#old = this.#young;
    this.#young = new Set();
    if (this.#old.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
