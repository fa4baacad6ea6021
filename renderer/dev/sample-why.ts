import type { HeldCall } from '../../shared/model/approval.ts';
import type { PolicyValue } from '../../shared/model/policy-words.ts';
import { policySentence } from '../../shared/texts/policy-english.ts';
import type { PolicyTextKey } from '../../shared/texts/policy-texts.ts';

/** Why a call is asked about, as a host says it: in English, and as entries of the catalogue. `before`: said first. */
export function because(
  key: PolicyTextKey,
  params: Readonly<Record<string, PolicyValue>> = {},
  before: readonly string[] = [],
): Pick<HeldCall, 'why' | 'whyWords'> {
  const words = [{ key, params }];
  return { why: [...before, policySentence(words)], whyWords: { [before.length]: words } };
}
