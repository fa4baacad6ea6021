import type { Rule, RuleView } from '../../../shared/model/policy.ts';
import { type PolicyNames, ruleWords } from '../../../shared/texts/policy.ts';
import type { RuleBook } from '../../policy/contract.ts';
import { saidSafely } from './policy-names.ts';

/** A rule as windows and the command line show it: its sentence without secrets, and how often it was used. */
export function ruleView(
  rule: Rule,
  book: Pick<RuleBook, 'usage'>,
  names: PolicyNames,
  redact: (text: string) => string,
): RuleView {
  const { uses, lastUsedAt } = book.usage(rule.id);
  return {
    ...rule,
    ...saidSafely(ruleWords(rule, names), redact),
    uses,
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
  };
}
