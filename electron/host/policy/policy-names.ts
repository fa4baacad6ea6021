import type { PolicySaid, PolicyWords } from '../../../shared/model/policy-words.ts';
import { mapPolicyWords, policySentence } from '../../../shared/texts/policy-english.ts';
import { plainNames, type PolicyNames } from '../../../shared/texts/policy.ts';
import { elide } from '../../approvals/elide.ts';
import type { ClientRepo } from '../clients/client-repo.ts';

/** Of one value; longer ones are cut in their middle. */
const VALUE_CHARS = 300;

/** AI apps by the names that people gave them. */
export function policyNames(clients: Pick<ClientRepo, 'find'>): PolicyNames {
  return { ...plainNames, client: (id) => clients.find(id)?.name ?? id };
}

/**
 * Sentences about rules as they leave the host: without secrets, and with no value so long that it hides the rest.
 * What is secret is taken out before anything is cut, so that half of it cannot stay.
 */
export function saidSafely(words: readonly PolicyWords[], redact: (text: string) => string): PolicySaid {
  const safe = mapPolicyWords(words, (text) => elide(redact(text), VALUE_CHARS));
  return { sentence: policySentence(safe), words: safe };
}
