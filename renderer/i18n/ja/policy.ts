import { policyAllow } from './policy-allow.ts';
import { policyAsk } from './policy-ask.ts';
import { policyBlock } from './policy-block.ts';
import { policyRulings } from './policy-rulings.ts';
import { policyTerms } from './policy-terms.ts';

/** What is said about rules and decisions, in Japanese. */
export const policy = {
  ...policyAllow,
  ...policyAsk,
  ...policyBlock,
  ...policyTerms,
  ...policyRulings,
} as const;
