import { z } from 'zod';
import { callSummary, loggedLeg } from './log.ts';

/** One call as the live list shows it. `n` counts up in the order in which calls came; a row is known by `call`. */
export const liveCall = callSummary.extend({
  n: z.number(),
  /** The beginning of its arguments, redacted and on one line; absent when it has none or they are no longer held. */
  preview: z.string().optional(),
});
export type LiveCall = z.infer<typeof liveCall>;

/**
 * A long text as the host lets it out: redacted, and when it is very long with its middle left out. `head` and `tail`
 * are shown with the gap between them; `bytes` is the length of the whole.
 */
export const cutText = z.object({
  head: z.string(),
  tail: z.string().optional(),
  bytes: z.number(),
});
export type CutText = z.infer<typeof cutText>;

/** One call with everything that can be shown of it. */
export const callDetail = z.object({
  call: callSummary,
  legs: z.array(loggedLeg.extend({ seq: z.number().optional(), hash: z.string().optional() })),
  /** JSON of the arguments (or of `params` where a method has none) and of the result or error. */
  args: cutText.optional(),
  result: cutText.optional(),
  /** Why a text is not here although the call had one; one sentence. */
  textNote: z.string().optional(),
});
export type CallDetail = z.infer<typeof callDetail>;
