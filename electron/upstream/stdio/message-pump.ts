import type { Readable } from 'node:stream';
import { lineKind } from './line-kind.ts';
import { LineSplitter } from '../../relay/framing/line-splitter.ts';

/** What the pump finds on a server's standard output. */
export interface PumpSink {
  /** A line that begins like a JSON object. The buffer stays valid and is not changed afterwards. */
  message(line: Buffer): void;
  stray(kind: 'garbage' | 'batch', line: Buffer): void;
  /** A line exceeded the cap; nothing more will come. */
  overflow(): void;
  /** The stream is over; `partial` is the number of bytes of a last line that was never finished. */
  ended(partial: number): void;
}

/** How much one server may have handled in one turn of the event loop. */
export interface TurnBudget {
  readonly lines: number;
  readonly bytes: number;
}

export interface Pump {
  /** Ends the delivery for good; what still comes is thrown away, so that the server can end. */
  stop(): void;
  /** Grows with everything that is read or handled; a number that stands still means that nothing comes. */
  progress(): number;
}

const defaultTurnBudget: TurnBudget = { lines: 128, bytes: 1024 * 1024 };

/**
 * Reads one server's standard output in bounded slices. When a slice is used up the stream is paused until the next
 * turn of the event loop, so a server that floods fills its own pipe and waits, while the others are served.
 */
export function pumpMessages(
  stream: Readable,
  cap: number,
  sink: PumpSink,
  budget: TurnBudget = defaultTurnBudget,
): Pump {
  const splitter = new LineSplitter(cap);
  let lines = 0;
  let bytes = 0;
  let waiting = false;
  let stopped = false;
  let over = false;
  let progress = 0;

  const stop = () => {
    stopped = true;
    stream.resume();
  };

  const deliver = (line: Buffer) => {
    const { kind, body } = lineKind(line);
    if (kind === 'message') sink.message(body);
    else if (kind !== 'empty') sink.stray(kind, body);
  };

  const turn = () => {
    while (!stopped) {
      if (lines >= budget.lines || bytes >= budget.bytes) {
        waiting = true;
        stream.pause();
        setImmediate(() => {
          waiting = false;
          lines = 0;
          bytes = 0;
          turn();
          if (!waiting) stream.resume();
        });
        return;
      }
      const line = splitter.next();
      if (line === undefined) break;
      lines += 1;
      progress += 1;
      bytes += line.length;
      deliver(line);
    }
    if (stopped) return;
    if (splitter.overflow) {
      stop();
      sink.overflow();
    } else if (over) {
      stop();
      sink.ended(splitter.partial);
    }
  };

  const end = () => {
    over = true;
    // The stream may end while lines of it still wait for their turn.
    if (!waiting) turn();
  };

  stream.on('data', (chunk: Buffer) => {
    if (stopped) return;
    progress += 1;
    splitter.push(chunk);
    if (!waiting) turn();
  });
  stream.on('end', end);
  stream.on('close', end);
  stream.on('error', end);
  return { stop, progress: () => progress };
}
