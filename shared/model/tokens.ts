import { z } from 'zod';

const about = z.int().min(0);

/** About how many tokens an AI app was given; estimates. */
export const tokenCounts = z.object({
  /** Of its lists of tools, each time that it was given one. */
  lists: about,
  /** Of what tools answered. */
  answers: about,
  /** Tools that were left out of lists because they are found on demand. */
  savedLists: about,
  /** What was taken out of answers. */
  savedAnswers: about,
});
export type TokenCounts = z.infer<typeof tokenCounts>;

export const NO_TOKENS: TokenCounts = { lists: 0, answers: 0, savedLists: 0, savedAnswers: 0 };

/** What lists and answers cost in a span, in whole days of local time. */
export const tokenReport = z.object({
  now: tokenCounts,
  past: tokenCounts,
  /** The dearest first; `before`: lists and answers of the span before. Without a name: an app that is not there any more. */
  apps: z.array(tokenCounts.extend({ id: z.string(), name: z.string(), before: about })),
  /** Oldest first, without gaps; `at` lies on the day. */
  days: z.array(tokenCounts.extend({ at: z.number(), before: about })),
});
export type TokenReport = z.infer<typeof tokenReport>;
