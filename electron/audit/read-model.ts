import { z } from 'zod';
import { callSummary, loggedLeg } from '../../shared/model/log.ts';
import type { LoggedLeg, RecordedCall } from './log.ts';
import type { StoredRow } from './worker-messages.ts';

/** SQLite's NULL is the model's absent. */
const present = (row: StoredRow): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

function parseAll<T>(schema: z.ZodType<T>, rows: readonly StoredRow[]): T[] {
  const parsed: T[] = [];
  for (const row of rows) {
    const result = schema.safeParse(present(row));
    if (result.success) parsed.push(result.data);
  }
  return parsed;
}

const recordedCall = callSummary.extend({ ruling: z.string().exactOptional() });

/** The rows of a list as calls. A row that Doorward would never write is left out; `verify` tells where it is. */
export const parseCalls = (rows: readonly StoredRow[]): RecordedCall[] => parseAll(recordedCall, rows);

/** The rows of one call as its legs, with the same rule. */
export const parseLegs = (rows: readonly StoredRow[]): LoggedLeg[] => parseAll(loggedLeg, rows);
