import { z } from 'zod';

/** A sentence of `shared/texts`: its key and what goes into it. Values may come from a server or an app: show as text. */
export const words = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
export type Words = z.infer<typeof words>;

/** What is said in one or more whole sentences, in this order. */
export const saying = z.array(words);
export type Saying = z.infer<typeof saying>;
