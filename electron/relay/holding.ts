import { bytesAt } from './framing/json-scan.ts';
import type { Message } from './message.ts';

/** Calls `run` once after `ms` unless taken back. */
export type After = (ms: number, run: () => void) => () => void;

/** A wait shorter than this is none that anybody has to hear of. */
const FIRST_MS = 2000;
/** Well below the 60 s after which clients give a call up unless they hear of progress. */
const AGAIN_MS = 10_000;
const SAYS = 'Waiting for a person to answer in Doorward.';

/** A clock of this machine; it keeps no process alive. */
export const systemAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};

/**
 * Tells whoever waits for a held message that it is not forgotten: after 2 s and then every 10 s a
 * `notifications/progress` with its own token, if it sent one (approval prompts 11). Without one there is nothing to
 * say in the protocol; over HTTP the endpoint makes the wait an event stream with comments.
 *
 * Progress must rise, and what the other side says later must not seem to fall: ours stays below zero and rises
 * towards it (-1/1000, -1/2000, -1/3000 …), so that any honest first value, 0 among them, goes on from there untouched.
 */
export class Holding {
  readonly #after: After;
  /** How often was told of a message: one that is held again goes on from there. */
  readonly #told = new WeakMap<Message, number>();

  constructor(after: After) {
    this.#after = after;
  }

  /** Begins to tell; the answer ends it. `tell` gets whole messages. */
  begin(message: Message, tell: (bytes: Buffer) => void): () => void {
    const span = message.meta?.get('progressToken');
    if (span === undefined) return NOTHING;
    const token = bytesAt(message.bytes, span).toString();
    const next = (): void => {
      const told = (this.#told.get(message) ?? 0) + 1;
      this.#told.set(message, told);
      tell(
        Buffer.from(
          `{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":${token},"progress":${-1 / (1000 * told)},"message":"${SAYS}"}}`,
        ),
      );
      stop = this.#after(AGAIN_MS, next);
    };
    let stop = this.#after(FIRST_MS, next);
    return () => stop();
  }
}

const NOTHING = (): void => undefined;
