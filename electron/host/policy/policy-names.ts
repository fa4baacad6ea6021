import { shown } from '../../../shared/texts/policy-values.ts';
import { plainNames, type PolicyNames } from '../../../shared/texts/policy.ts';
import type { ClientRepo } from '../client-repo.ts';

/** AI apps by the names that people gave them. */
export function policyNames(clients: Pick<ClientRepo, 'find'>): PolicyNames {
  return { ...plainNames, client: (id) => shown(clients.find(id)?.name ?? id) };
}
