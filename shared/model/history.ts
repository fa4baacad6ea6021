import { z } from 'zod';
import { ENDINGS } from './lists.ts';
import { callSummary, outcome } from './log.ts';

const count = z.int().min(0);

/** How a call ended; `trouble`: refused, failed, or answered with an error. */
export const endedAs = z.enum(ENDINGS);
export type EndedAs = z.infer<typeof endedAs>;
/** The outcomes that are trouble. */
export const troubles = ['refused', 'failed', 'error', 'tool-error'] as const;

/** Calls of one hour, day or month. The outcomes add up to `calls`. */
export const overviewBar = z.object({
  /** Its beginning; it ends where the next one begins. Milliseconds since the epoch. */
  at: z.number(),
  calls: count,
  outcomes: z.record(outcome, count),
});
export type OverviewBar = z.infer<typeof overviewBar>;

/** How many calls there were, hour by hour, day by day or month by month of the local calendar. */
export const logOverview = z.object({
  step: z.enum(['hour', 'day', 'month']),
  since: z.number(),
  /** Exclusive. */
  until: z.number(),
  /** All calls that match, also those outside the bars: a clock that was wrong puts calls anywhere. */
  calls: count,
  /** Oldest first, without gaps; the first begins at `since`. */
  bars: z.array(overviewBar),
});
export type LogOverview = z.infer<typeof logOverview>;

/** Calls of one AI app that belong together, whatever servers they went to. */
export const logSession = z.object({
  clientId: z.string(),
  clientName: z.string(),
  /** A longer time without a call ended it; absent when the app itself says which calls belong together. */
  pauseMs: z.number().exactOptional(),
  /** Oldest first. */
  calls: z.array(callSummary),
  /** It goes on beyond what is listed. */
  before: z.boolean(),
  after: z.boolean(),
});
