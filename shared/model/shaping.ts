import { z } from 'zod';
import { SHAPING_BUDGET } from './usual.ts';

export { GOOD_SHAPING, NO_SHAPING } from './usual.ts';

/** How answers of a tool are made smaller before an AI app reads them. Everything is off unless a person says so. */
export const shaping = z.strictObject({
  /** Members that are null, and empty ones that say nothing, go from JSON in texts. */
  nulls: z.boolean().default(false),
  /** Lists of objects with the same members become a table: the names once, then the rows. */
  tables: z.boolean().default(false),
  /** HTML becomes Markdown; what is not shown on a page goes. */
  markdown: z.boolean().default(false),
  /** Parameters that only follow people (utm_…, fbclid, …) go from links. */
  links: z.boolean().default(false),
  /** Long base64 and data: URLs in texts become one word that says what was there. */
  base64: z.boolean().default(false),
  /** A text that the AI app was given in this session already is only named. */
  repeats: z.boolean().default(false),
  /** The most that an answer has, in tokens as Doorward estimates them; the rest is there to read on. */
  budget: z.int().min(SHAPING_BUDGET.least).max(SHAPING_BUDGET.most).optional(),
});

export type Shaping = z.infer<typeof shaping>;
