import type { Call } from '../relay/call.ts';
import type { Stage } from '../relay/pipeline.ts';

/** What is known of an earlier try of the same call. */
export interface EarlierTry {
  /** Why a person has to be asked; one sentence for them. */
  readonly doubt: string;
  /** A server answered this one: how it ended is known now. */
  answered(): void;
}

/** Calls of earlier runs of which nobody knows how they ended. */
export interface EarlierTries {
  /** The one that this call would be made again of; a promise only while the log is still being read. */
  of(call: Call): EarlierTry | undefined | Promise<EarlierTry | undefined>;
}

/**
 * A call that sends or destroys, and of which an earlier try may have happened without anybody hearing of it, is put to a
 * person before it is made again: what is sent twice cannot be taken back.
 */
export function earlierTry(tries: EarlierTries): Stage {
  const found = new WeakMap<Call, EarlierTry>();
  const ask = (call: Call, earlier: EarlierTry | undefined): undefined => {
    if (earlier === undefined) return undefined;
    found.set(call, earlier);
    call.doubts = [...(call.doubts ?? []), earlier.doubt];
    return undefined;
  };
  return {
    name: 'earlier-try',
    request(call) {
      const isNew = call.direction === 'client' && call.continues === undefined;
      if (!isNew || call.message.method !== 'tools/call') return undefined;
      const earlier = tries.of(call);
      return earlier instanceof Promise ? earlier.then((late) => ask(call, late)) : ask(call, earlier);
    },
    result(call) {
      found.get(call)?.answered();
      return undefined;
    },
  };
}
