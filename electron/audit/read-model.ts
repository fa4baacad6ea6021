import { z } from 'zod';
import { callSummary, leg, outcome, type CallSummary } from '../../shared/model/log.ts';
import type { LoggedLeg } from './log.ts';
import type { StoredRow } from './worker-messages.ts';

const loggedLeg = z.object({
  seq: z.number(),
  hash: z.string(),
  call: z.string(),
  leg,
  at: z.number(),
  clientId: z.string(),
  clientName: z.string(),
  direction: z.enum(['client', 'server']),
  server: z.string(),
  method: z.string(),
  name: z.string(),
  argsDigest: z.string().exactOptional(),
  argsBytes: z.number().exactOptional(),
  resultDigest: z.string().exactOptional(),
  resultBytes: z.number().exactOptional(),
  outcome,
  durationMs: z.number().exactOptional(),
  reason: z.string().exactOptional(),
});

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

/** The rows of a list as calls. A row that Doorward would never write is left out; `verify` tells where it is. */
export const parseCalls = (rows: readonly StoredRow[]): CallSummary[] => parseAll(callSummary, rows);

/** The rows of one call as its legs, with the same rule. */
export const parseLegs = (rows: readonly StoredRow[]): LoggedLeg[] => parseAll(loggedLeg, rows);
