import { policyAllowTexts } from './policy-allow.ts';
import { policyAskTexts } from './policy-ask.ts';
import { policyBlockTexts } from './policy-block.ts';
import { policyRulingTexts } from './policy-rulings.ts';
import { policyTermTexts } from './policy-terms.ts';

/**
 * What is said about rules and decisions, in English: whole sentences, chosen and never put together of words.
 * `{{name}}` stands for a value: often one of an AI app or a server, so it is shown as text and never read as a
 * template again. In quotation marks where it may be anything.
 */
export const policyTexts = {
  ...policyAllowTexts,
  ...policyAskTexts,
  ...policyBlockTexts,
  ...policyTermTexts,
  ...policyRulingTexts,
} as const;

type Counted<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
/** A sentence of the catalogue; of those that count, without the form. */
export type PolicyTextKey = Counted<keyof typeof policyTexts>;
