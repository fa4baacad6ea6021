import { z } from 'zod';
import { searchEntry, USED_LAST } from '../../shared/ipc/desktop-contract.ts';
import { keptFile } from './kept-file.ts';

const kept = z.strictObject({ version: z.literal(1), used: z.array(searchEntry).max(USED_LAST) });

/** What was used last from the window's search, newest first: names of entries, never what was typed or given. */
export interface UsedLast {
  /** Keeps `used` where it is given; answers what is kept. */
  (used: readonly string[] | undefined): readonly string[];
}

/** Remembers it in a file of the profile. */
export function usedLast(file: string): UsedLast {
  const held = keptFile(file, kept);
  let now = held.read()?.used ?? [];
  return (used) => {
    if (used !== undefined) {
      now = [...used];
      held.write({ version: 1, used: now });
    }
    return now;
  };
}
