import type { Role } from '../../shared/model/policy.ts';

/**
 * The roles that come with Doorward. `default`: nothing is held back by the role. A role's preset stands in place of
 * the person's; what IT sets holds all the same.
 */
export const BUILT_IN_ROLES: readonly Role[] = [
  { id: 'default', name: 'Default', rules: [], builtIn: true },
  { id: 'research-read-only', name: 'Research: read only', effects: ['read'], rules: [], builtIn: true },
  {
    id: 'coding',
    name: 'Coding',
    effects: ['read', 'write', 'run', 'destroy', 'unknown'],
    rules: [],
    builtIn: true,
  },
  { id: 'everything-ask', name: 'Everything, ask', preset: 'strict', rules: [], builtIn: true },
];
