import { z } from 'zod';
import { appId } from './ai-app.ts';

/** A limit of an AI app that what it is given passes, or nearly does. */
export const limitWarning = z.object({
  /** How many tools, or how long their names are. */
  kind: z.enum(['tools', 'names']),
  most: z.int(),
  given: z.int(),
  /** What that means; names of tools are in it as their servers chose them. */
  sentence: z.string(),
});
export type LimitWarning = z.infer<typeof limitWarning>;

/** What an AI app is listed now. */
export const listedTools = z.object({
  client: z.string(),
  name: z.string(),
  /** The app that it is, where that is known. */
  app: appId.optional(),
  /** Tools that it is listed, and those that it may call. */
  listed: z.int(),
  callable: z.int(),
  /** About how many tokens its list is. */
  tokens: z.int(),
  warnings: z.array(limitWarning),
});
export type ListedTools = z.infer<typeof listedTools>;
