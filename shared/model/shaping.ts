import { z } from 'zod';

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
  budget: z.int().min(200).max(1_000_000).optional(),
});

export type Shaping = z.infer<typeof shaping>;

export const NO_SHAPING: Shaping = {
  nulls: false,
  tables: false,
  markdown: false,
  links: false,
  base64: false,
  repeats: false,
};

/** What the one switch chooses. */
export const GOOD_SHAPING: Shaping = {
  nulls: true,
  tables: true,
  markdown: true,
  links: true,
  base64: true,
  repeats: true,
  budget: 10_000,
};
