import { z } from 'zod';
import { endedAs, logOverview, logSession } from '../model/history.ts';
import { effect } from '../model/review.ts';
import { command } from './command-spec.ts';

/** Which calls of the log are meant; all that is given has to fit. */
export const callFields = {
  client: z.string().max(80).optional(),
  server: z.string().max(80).optional(),
  name: z.string().max(2048).optional(),
  outcome: endedAs.optional(),
  /** What the tool does, as it was judged when it was called. */
  effect: effect.optional(),
  /** Only calls in which something was found. */
  found: z.literal(true).optional(),
  since: z.number().optional(),
  until: z.number().optional(),
  /** Words, each of which begins a word in what is shown of the call. */
  search: z.string().max(200).optional(),
} as const;

/** The commands about what happened earlier. */
export const historyContract = {
  'log.session': command({
    does: 'Lists the calls of the session of a call, oldest first. Without one, those of its AI app up to a pause of half an hour.',
    input: z.strictObject({ call: z.string().min(1).max(64) }),
    output: logSession,
    needsOperator: false,
    progress: false,
  }),
} as const;

/**
 * For the window alone: how many calls have some word in them tells whether a text that is hidden has it, and by asking
 * again and again all of it.
 */
export const historyWindowContract = {
  'log.overview': command({
    does: 'Counts the calls that match, by hour, day or month.',
    input: z.strictObject(callFields),
    output: logOverview,
    needsOperator: true,
    progress: false,
  }),
} as const;
