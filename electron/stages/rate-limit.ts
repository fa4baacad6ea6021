import { hash } from 'node:crypto';
import type { Call, Refusal } from '../relay/call.ts';
import { bytesAt } from '../relay/framing/json-scan.ts';
import type { Message } from '../relay/message.ts';
import type { Stage } from '../relay/pipeline.ts';

/** What a call has used up of limits until it is over. */
export interface TakenOfLimits {
  /** Other arguments are sent than those that were counted: a sentence when they do not fit. */
  changed(call: Call): string | undefined;
  over(sent: boolean): void;
}

/** A call that was made often before. */
export interface RepeatedCall {
  readonly doubt?: string | undefined;
  readonly refused?: string | undefined;
  goes(): void;
  answered(digest: string): void;
  over(how: { readonly sent: boolean; readonly denied: boolean }): void;
}

/** Limits, as the road sees them. Everything is answered from memory, at once; budgets are written. */
export interface RoadLimits {
  /** Whether there is any limit. */
  readonly any: boolean;
  /** Whether calls that repeat are looked at. */
  readonly loops: boolean;
  /** Counts a call, or one sentence why it does not fit; undefined: no limit is about it. */
  take(call: Call): TakenOfLimits | string | undefined;
  /** Counts a call by a number that is the same for the same call; true: look at it with `repeated`. */
  seen(print: number): boolean;
  repeated(call: Call): RepeatedCall | undefined;
}

interface Counted {
  readonly taken: TakenOfLimits | undefined;
  readonly repeated: RepeatedCall | undefined;
  /** The arguments that were counted, where they are not the AI app's own. */
  edited: Buffer | undefined;
}

const IS_ERROR = Buffer.from('"isError"');

/**
 * Holds calls to the limits, and notices the same call again and again. What is refused here counts nothing; what is
 * not sent in the end gives back what it had taken. What a call holds is given back by `Call.onOver`, which the road
 * calls however the call ends. A call that goes on with one that is open already is no further call.
 */
export function rateLimit(limits: RoadLimits): Stage {
  const counted = new WeakMap<Call, Counted>();
  const take = (call: Call): Refusal | undefined => {
    const taken = limits.any ? limits.take(call) : undefined;
    if (typeof taken === 'string') return { kind: 'refused', sentence: taken };
    const isTool = call.message.method === 'tools/call';
    let repeated: RepeatedCall | undefined;
    try {
      repeated = isTool && limits.loops && limits.seen(printOf(call)) ? limits.repeated(call) : undefined;
    } catch (error) {
      taken?.over(false);
      throw error;
    }
    if (repeated?.refused !== undefined) {
      taken?.over(false);
      return { kind: 'refused', sentence: repeated.refused };
    }
    if (taken === undefined && repeated === undefined) return undefined;
    counted.set(call, { taken, repeated, edited: call.edited });
    call.onOver = (sent) => {
      taken?.over(sent);
      // The rules let nobody be asked about what they block; a person who was asked has said no, or nothing.
      const denied = !sent && !call.cancelled && call.ruling?.ruling.decision === 'ask';
      repeated?.over({ sent, denied });
    };
    if (repeated?.doubt !== undefined) call.doubts = [...(call.doubts ?? []), repeated.doubt];
    return undefined;
  };
  return {
    name: 'rate-limit',
    request: (call) =>
      call.direction === 'server' || call.continues !== undefined || !(limits.any || limits.loops)
        ? undefined
        : take(call),
    recheck: (call) => {
      const own = counted.get(call);
      if (own === undefined) {
        // It said that it goes on with another call, and does not.
        const isNew = call.continues !== undefined && call.resumes === undefined;
        return isNew && limits.any ? take(call) : undefined;
      }
      own.repeated?.goes();
      if (own.taken === undefined || call.edited === own.edited) return undefined;
      own.edited = call.edited;
      const sentence = own.taken.changed(call);
      return sentence === undefined ? undefined : { kind: 'refused', sentence };
    },
    result: (call, response) => {
      const repeated = counted.get(call)?.repeated;
      if (repeated !== undefined) repeated.answered(digestOf(response));
      return undefined;
    },
  };
}

/** Whatever an error says, it is an error again. */
function digestOf({ bytes, resultSpan }: Message): string {
  if (resultSpan === undefined) return 'error';
  const result = bytesAt(bytes, resultSpan);
  if (result.includes(IS_ERROR) && /"isError"\s*:\s*true/.test(result.toString('latin1'))) return 'error';
  return hash('sha256', result);
}

const MOST_CHARS = 64;
const MOST_BYTES = 256;

/**
 * A number that is the same for the same call, and seldom for others; it makes no object. Of long arguments the two ends
 * are looked at.
 */
function printOf({ client, server, name, message }: Call): number {
  let print = textPrint(0x811c9dc5, client.id);
  print = textPrint(print, server?.id ?? '');
  print = textPrint(print, name);
  const { bytes } = message;
  const span = message.params?.get('arguments');
  if (span === undefined) return print >>> 0;
  const { start, end } = span;
  print = Math.imul(print ^ (end - start), 0x01000193);
  const head = Math.min(end, start + MOST_BYTES);
  for (let i = start; i < head; i++) print = Math.imul(print ^ (bytes[i] ?? 0), 0x01000193);
  for (let i = Math.max(head, end - MOST_BYTES); i < end; i++)
    print = Math.imul(print ^ (bytes[i] ?? 0), 0x01000193);
  // The low bits choose the slot, so the high ones are mixed into them.
  return (print ^ (print >>> 15)) >>> 0;
}

function textPrint(from: number, text: string): number {
  let print = Math.imul(from ^ text.length, 0x01000193);
  const end = Math.min(text.length, MOST_CHARS);
  for (let i = 0; i < end; i++) print = Math.imul(print ^ text.charCodeAt(i), 0x01000193);
  return print;
}
