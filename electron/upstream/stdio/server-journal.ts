import { StderrRing } from './stderr-ring.ts';
import type { StderrLine } from './stderr-ring.ts';

/** A line on standard output that was not a message, as it is shown to a person. */
export interface StrayLine {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: 'garbage' | 'batch';
  /** At most 200 characters. Written by the server: to be shown as text only. */
  readonly text: string;
}

const STRAY_KEPT = 20;
const STRAY_CHARS = 200;

/**
 * What one server said beside the protocol, over all its processes: its stderr and the lines on stdout that were no
 * messages. Everything is bounded and lives in memory only. It outlasts the connections, because people look at it
 * after the server has gone.
 */
export class ServerJournal {
  readonly #stderr = new StderrRing();
  #stray: StrayLine[] = [];
  #strayCount = 0;
  #batchCount = 0;
  #droppedCount = 0;

  /** Takes what a process wrote to stderr. `source` keeps the lines of several processes apart. */
  stderr(source: number, chunk: Buffer, at: number): void {
    this.#stderr.push(source, chunk, at);
  }

  /** The process `source` will write nothing more: an unfinished last line is complete now. */
  stderrEnded(source: number, at: number): void {
    this.#stderr.finish(source, at);
  }

  /** Notes a line on stdout which is not a message. */
  stray(kind: StrayLine['kind'], line: Buffer, at: number): void {
    this.#strayCount += 1;
    if (kind === 'batch') this.#batchCount += 1;
    // Four bytes are the most that one character takes.
    const text = line
      .subarray(0, STRAY_CHARS * 4)
      .toString('utf8')
      .slice(0, STRAY_CHARS);
    this.#stray.push({ at, kind, text });
    if (this.#stray.length > STRAY_KEPT) this.#stray = this.#stray.slice(-STRAY_KEPT);
  }

  /** Notes a notification or answer that the server did not take because its input was full. */
  dropped(): void {
    this.#droppedCount += 1;
  }

  /** The last lines of stderr, oldest first, at most 64 KiB. Written by the server: to be shown as text only. */
  stderrTail(): readonly StderrLine[] {
    return this.#stderr.lines();
  }

  /** The last 20 lines on stdout that were no messages, and how many there were in all. */
  strayLines(): {
    readonly last: readonly StrayLine[];
    readonly count: number;
    /** How many of them were JSON-RPC batches, which the protocol no longer has. */
    readonly batches: number;
    /** Notifications and answers to the server that were given up because it did not read its input. */
    readonly dropped: number;
  } {
    return {
      last: this.#stray,
      count: this.#strayCount,
      batches: this.#batchCount,
      dropped: this.#droppedCount,
    };
  }
}
