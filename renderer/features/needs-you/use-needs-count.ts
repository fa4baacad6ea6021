import { useNeeds } from './use-needs.ts';

/** How many things wait for the person. */
export function useNeedsCount(): number {
  return useNeeds().length;
}
