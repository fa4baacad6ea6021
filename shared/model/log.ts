import { z } from 'zod';
import { OUTCOMES } from './lists.ts';

/**
 * The legs of a call's road. `sent` is on disk before a byte of the call goes to the server
 * (durable before sent); every call ends with exactly one of the others.
 */
export const leg = z.enum(['sent', 'answered', 'refused', 'failed', 'cancelled']);
export type Leg = z.infer<typeof leg>;

/** `error`: the server answered with a JSON-RPC error. `tool-error`: a result with `isError: true`. */
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

/** One row of the log: what is known at one leg of one call. */
export interface LegRecord {
  /** Identifier of the call, the same on all its legs. */
  readonly call: string;
  readonly leg: Leg;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly clientId: string;
  readonly clientName: string;
  /** `client`: the AI app asked the server. `server`: the server asked the AI app (sampling, elicitation, roots). */
  readonly direction: 'client' | 'server';
  /** Empty when the call was answered or refused before a server was chosen. */
  readonly server: string;
  readonly method: string;
  /** Tool or prompt name as the server knows it, or resource URI; empty for other methods. */
  readonly name: string;
  /** HMAC-SHA-256 of the bytes under a key of the profile, as 64 hex characters; absent where there are none. */
  readonly argsDigest?: string;
  readonly argsBytes?: number;
  readonly resultDigest?: string;
  readonly resultBytes?: number;
  readonly outcome: Outcome;
  /** Milliseconds from receipt to this leg. */
  readonly durationMs?: number;
  /** One sentence: why it was refused or how it failed. */
  readonly reason?: string;
  /** What was decided about it and on which grounds: JSON of `recordedRuling`. */
  readonly ruling?: string;
  /** What was found in it until this leg: JSON of `recordedFindings`. */
  readonly found?: string;
  /** Where in its session and in the AI app's trace it belongs: JSON of `recordedContext`. */
  readonly context?: string;
  /** What is kept of the text: the arguments on the first leg, the answer on `answered`; one that was cut ends in `…`. */
  readonly text?: string;
}

/** A call as `log list` shows it: its legs folded into one row. */
export const callSummary = z.object({
  call: z.string(),
  at: z.number(),
  clientId: z.string(),
  clientName: z.string(),
  direction: z.enum(['client', 'server']),
  server: z.string(),
  method: z.string(),
  name: z.string(),
  outcome,
  durationMs: z.number().optional(),
  argsBytes: z.number().optional(),
  resultBytes: z.number().optional(),
  reason: z.string().optional(),
  /** What was found in it: JSON of `recordedFindings`. */
  found: z.string().exactOptional(),
});
export type CallSummary = z.infer<typeof callSummary>;

/** One row of the log as it is shown: `seq` is its place, `hash` chains it to the row before (64 hex characters). */
export const loggedLeg = z.object({
  seq: z.number(),
  hash: z.string(),
  call: z.string(),
  leg,
  at: z.number(),
  clientId: z.string(),
  clientName: z.string(),
  direction: z.enum(['client', 'server']),
  server: z.string(),
  method: z.string(),
  name: z.string(),
  argsDigest: z.string().exactOptional(),
  argsBytes: z.number().exactOptional(),
  resultDigest: z.string().exactOptional(),
  resultBytes: z.number().exactOptional(),
  outcome,
  durationMs: z.number().exactOptional(),
  reason: z.string().exactOptional(),
  ruling: z.string().exactOptional(),
  found: z.string().exactOptional(),
  context: z.string().exactOptional(),
  text: z.string().exactOptional(),
});

/**
 * The context of a call, as `traceparent` and `tracestate` of W3C Trace Context and the message itself tell. It is on
 * the first leg of a call; `code` and `marks` are on the leg that has the answer.
 */
export const recordedContext = z.object({
  /** The id of the JSON-RPC request, as it was written. */
  request: z.string().exactOptional(),
  /** Stands for the session: a digest of its id, which is nobody else's business. */
  session: z.string().exactOptional(),
  /** Revision of MCP that the asking side speaks. */
  protocol: z.string().exactOptional(),
  /** How the asking side is connected. */
  transport: z.enum(['tcp', 'pipe']).exactOptional(),
  traceparent: z.string().exactOptional(),
  tracestate: z.string().exactOptional(),
  /** A server asks: the call for which it does. */
  within: z.string().exactOptional(),
  /** It goes on with this earlier call, as one of 2026-07-28 does when its question is answered. */
  continues: z.string().exactOptional(),
  /** The code of a JSON-RPC error. */
  code: z.int().exactOptional(),
  /** What its answer made of the session of the AI app (see `FlowMarks`). */
  marks: z.array(z.enum(['private', 'untrusted'])).exactOptional(),
  /** Its answer was made smaller before the AI app had it: bytes of the result before and after. */
  shaped: z.object({ from: z.int(), to: z.int() }).exactOptional(),
});
export type RecordedContext = z.infer<typeof recordedContext>;
