import { z } from 'zod';

/**
 * The legs of a call's road. `sent` is on disk before a byte of the call goes to the server
 * (durable before sent); every call ends with exactly one of the others.
 */
export const leg = z.enum(['sent', 'answered', 'refused', 'failed', 'cancelled']);
export type Leg = z.infer<typeof leg>;

/** `error`: the server answered with a JSON-RPC error. `tool-error`: a result with `isError: true`. */
export const outcome = z.enum(['ok', 'tool-error', 'error', 'refused', 'failed', 'cancelled', 'open']);
export type Outcome = z.infer<typeof outcome>;

/** One row of the log: what is known at one leg of one call. Texts of arguments and results are not kept. */
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
  /** SHA-256 of the bytes, as 64 hex characters; absent where there are none. */
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
});
