import { z } from 'zod';
import { LIMIT_EACH, LIMIT_PERIODS } from './lists.ts';
import { effect } from './review.ts';
import { LIMIT_BOUNDS } from './rule-bounds.ts';
import { serverId } from './server.ts';

/** What a limit is about; everything that it does not name. `tool` is a glob over names of tools. */
export const limitAbout = z.strictObject({
  /** Id of an AI app. */
  client: z.string().min(1).max(80).optional(),
  role: z.string().min(1).max(64).optional(),
  server: serverId.optional(),
  tool: z.string().min(1).max(LIMIT_BOUNDS.tool).optional(),
  /** What a tool does, as Doorward takes it or a person corrected it. */
  effects: z.array(effect).min(1).max(7).optional(),
});
export type LimitAbout = z.infer<typeof limitAbout>;

export const limitPeriod = z.enum(LIMIT_PERIODS);
export type LimitPeriod = z.infer<typeof limitPeriod>;

const count = z.int().min(1).max(LIMIT_BOUNDS.calls);

/**
 * How much at most. `rate` is a token bucket: `calls` come back in each period, and up to `burst` can be used at a
 * stretch (as many as `calls` when left out). `at-once` counts calls that have not ended. `budget` counts calls, or what
 * the arguments say that they cost, from midnight to midnight of this computer.
 */
export const limitMost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rate'), calls: count, per: limitPeriod, burst: count.optional() }),
  z.strictObject({ kind: z.literal('at-once'), calls: z.int().min(1).max(LIMIT_BOUNDS.atOnce) }),
  z
    .strictObject({
      kind: z.literal('budget'),
      calls: count.optional(),
      /** As the tool counts it: Doorward knows no currencies. */
      amount: z.number().positive().max(LIMIT_BOUNDS.amount).optional(),
    })
    .refine(
      ({ calls, amount }) => calls !== undefined || amount !== undefined,
      'Say how many calls a day, or what amount.',
    ),
]);
export type LimitMost = z.infer<typeof limitMost>;

/** Counted for each AI app, server or tool of its own; together when left out. */
export const limitEach = z.enum(LIMIT_EACH);
export type LimitEach = z.infer<typeof limitEach>;

export const limitId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'This is no id of a limit.');
export const limit = z.strictObject({
  id: limitId,
  about: limitAbout,
  each: limitEach.optional(),
  most: limitMost,
});
export type Limit = z.infer<typeof limit>;
export const MAX_LIMITS = 100;

/** Whether the same call again and again is asked about. */
export const loopChoice = z.enum(['ask', 'off']);
export type LoopChoice = z.infer<typeof loopChoice>;

/** How much of a limit is used up now. */
export const limitUse = z.object({
  /** Which AI app, server or tool (`server tool`) is counted; empty: all together. */
  of: z.string(),
  used: z.number(),
  most: z.number(),
  /** What `used` and `most` are: calls, or the amount of a budget. */
  what: z.enum(['calls', 'amount']),
  /** Milliseconds until one more call fits; 0: it does now. Absent: nobody knows, for a call has to end first. */
  freeInMs: z.number().optional(),
});
export type LimitUse = z.infer<typeof limitUse>;

export const limitView = z.object({
  limit,
  /** Most used first; only those of which something is used. */
  use: z.array(limitUse),
  /** It is an organisation's: nobody can change or remove it here. */
  managed: z.boolean().optional(),
});
export type LimitView = z.infer<typeof limitView>;

/** All limits, and what is used up of them. */
export const limitsView = z.object({ limits: z.array(limitView), loops: loopChoice });
export type LimitsView = z.infer<typeof limitsView>;
