import { z } from 'zod';
import { missedCall } from '../../shared/model/approval.ts';
import { argCondition, callKind } from '../../shared/model/policy.ts';
import { decider } from '../../shared/model/trust.ts';
import type { DecisionStore } from './contract.ts';

const bond = z.strictObject({
  client: z.string(),
  server: z.string(),
  identity: z.string(),
  kind: callKind,
  name: z.string(),
  pin: z.string(),
  args: z.string(),
});

/** A decision on disk. It counts in the run that made it only, and once. */
const decisionRecord = z.strictObject({
  v: z.literal(1),
  is: z.literal('decision'),
  run: z.string(),
  nonce: z.string(),
  bond,
  policy: z.number(),
  decidedAt: z.number(),
  expiresAt: z.number(),
  /** Who decided; `late`: an earlier answer served a retry. `policy`: the rules let it pass while it waited. */
  by: z.enum([...decider.options, 'late', 'policy']),
  used: z.boolean(),
});
export type DecisionRecord = z.infer<typeof decisionRecord>;

/** A missed call on disk; outlives the run, with the answer that was given to it. */
const missedRecord = z.strictObject({
  v: z.literal(1),
  is: z.literal('missed'),
  bond,
  call: missedCall,
  like: z.array(argCondition).max(32).optional(),
  /** When it was allowed, ms since the epoch. */
  allowedAt: z.number().optional(),
  by: decider.optional(),
});
export type MissedRecord = z.infer<typeof missedRecord>;

const record = z.discriminatedUnion('is', [decisionRecord, missedRecord]);

/** Where the record of a decision lies. */
export const decisionKey = (nonce: string): string => `decision:${nonce}`;
/** Where the record of a missed call lies. */
export const missedKey = (id: string): string => `missed:${id}`;

/** What was on disk at the start. What cannot be read, or lies under another name than its own, is not there. */
export interface KeptRecords {
  /** Keys of decisions of earlier runs. */
  readonly decisions: readonly string[];
  readonly missed: readonly MissedRecord[];
  /** The latest time that any of them names, ms since the epoch. */
  readonly newest: number;
}

/**
 * Reads everything that the store has. Attack: copy a decision or the record of a missed call to another key, so that it
 * counts again; what does not lie under its own key is left out, like what has another form.
 */
export function readRecords(store: DecisionStore): KeptRecords {
  const decisions: string[] = [];
  const missed: MissedRecord[] = [];
  let newest = 0;
  for (const [key, text] of store.load()) {
    const parsed = record.safeParse(jsonOf(text));
    if (!parsed.success) continue;
    const kept = parsed.data;
    if (kept.is === 'decision' && key === decisionKey(kept.nonce)) {
      decisions.push(key);
      newest = Math.max(newest, kept.decidedAt);
    } else if (kept.is === 'missed' && key === missedKey(kept.call.id)) {
      missed.push(kept);
      newest = Math.max(newest, kept.call.at, kept.allowedAt ?? 0);
    }
  }
  return { decisions, missed, newest };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
