import type { Writable } from 'node:stream';

const NEWLINE = Buffer.from('\n');
const SPACE = 0x20;
/** Lines that together stay below this go out as one piece; larger ones are not worth the copy. */
const GATHER = 64 * 1024;

/**
 * The way to a server's standard input: one message for each line, in order, with a bound on what waits.
 *
 * The first message of a turn of the event loop is written at once; those that follow in the same turn go out
 * together, because each write is a system call. Messages before `attach` wait and count like any other.
 */
export class StdinWriter {
  readonly #limit: number;
  #stream: Writable | undefined;
  #waiting: Buffer[] = [];
  #backlog = 0;
  #gathering = false;
  #ended = false;

  /** `limit`: the most bytes that may wait for a server that does not read. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes accepted by `send` that the operating system has not taken yet. */
  get backlog(): number {
    return this.#backlog;
  }

  /** Accepts a message, or answers false when too much is waiting already. A first message always fits. */
  send(bytes: Buffer): boolean {
    const size = bytes.length + 1;
    if (this.#ended || (this.#backlog > 0 && this.#backlog + size > this.#limit)) return false;
    this.#backlog += size;
    this.#waiting.push(onOneLine(bytes));
    if (this.#stream === undefined || this.#gathering) return true;
    this.#gathering = true;
    setImmediate(() => {
      this.#gathering = false;
      this.#flush();
    });
    this.#flush();
    return true;
  }

  /** Everything that waits goes to `stream`, and so does what comes later. Its errors are the caller's to hear. */
  attach(stream: Writable): void {
    if (this.#ended) return;
    this.#stream = stream;
    this.#flush();
  }

  /** No more messages; what the stream has not been given yet is forgotten. */
  end(): void {
    this.#ended = true;
    this.#waiting = [];
    this.#backlog = 0;
    this.#stream = undefined;
  }

  #flush(): void {
    const stream = this.#stream;
    const lines = this.#waiting;
    if (stream === undefined || lines.length === 0) return;
    this.#waiting = [];
    let total = 0;
    for (const line of lines) total += line.length + 1;
    const flushed = () => {
      if (!this.#ended) this.#backlog -= total;
    };
    if (total <= GATHER) {
      stream.write(gathered(lines, total), flushed);
      return;
    }
    stream.cork();
    for (const [index, line] of lines.entries()) {
      stream.write(line);
      stream.write(NEWLINE, index === lines.length - 1 ? flushed : undefined);
    }
    stream.uncork();
  }
}

function gathered(lines: readonly Buffer[], total: number): Buffer {
  const all = Buffer.allocUnsafe(total);
  let at = 0;
  for (const line of lines) {
    at += line.copy(all, at);
    all[at] = 0x0a;
    at += 1;
  }
  return all;
}

/**
 * The same JSON on one line. A client may send its JSON in several lines; passed on like that, the second line would
 * be a message of its own, which nobody has judged. Raw line breaks are legal in JSON only as white space, so each
 * becomes a space; `\r` as well, because some runtimes end a line there.
 */
export function onOneLine(bytes: Buffer): Buffer {
  if (!bytes.includes(0x0a) && !bytes.includes(0x0d)) return bytes;
  const copy = Buffer.from(bytes);
  for (const breaker of [0x0a, 0x0d]) {
    for (let at = copy.indexOf(breaker); at !== -1; at = copy.indexOf(breaker, at + 1)) copy[at] = SPACE;
  }
  return copy;
}
