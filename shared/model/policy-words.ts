import { z } from 'zod';

const text = z.union([z.string(), z.array(z.string()), z.number()]);

/** A part of a sentence that stands in a list: its key in `policyTexts` and what goes into it. */
const clause = z.object({ key: z.string(), params: z.record(z.string(), text) });
export type PolicyClause = z.infer<typeof clause>;

/**
 * What goes into a sentence about rules. Texts and lists of texts come from outside: shown as text, never read as a
 * template. `said`: words of Doorward's own, in English. `at`: milliseconds since the epoch. `days`: 0 is Sunday.
 */
const value = z.union([
  text,
  z.object({ all: z.array(clause) }),
  z.object({ any: z.array(clause) }),
  z.object({ days: z.array(z.number()) }),
  z.object({ at: z.number() }),
  z.object({ said: z.string() }),
]);
export type PolicyValue = z.infer<typeof value>;

/** A whole sentence about a rule or a decision: its key in `policyTexts` and what goes into it. */
export const policyWords = z.object({ key: z.string(), params: z.record(z.string(), value) });
export type PolicyWords = z.infer<typeof policyWords>;

/** A text for people: in English, and as the sentences of the catalogue that it is made of. */
export const policySaid = z.object({ sentence: z.string(), words: z.array(policyWords) });
export type PolicySaid = z.infer<typeof policySaid>;
