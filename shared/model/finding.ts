import { z } from 'zod';
import { FINDING_ACTS, FINDING_PLACES, FINDING_SOURCES } from './lists.ts';

/** What looked. `vault`: a value of the vault where it does not belong. `flow`: data that would leave. */
export const findingSource = z.enum(FINDING_SOURCES);

/** What was done about a finding, from nothing to everything. */
export const findingAct = z.enum(FINDING_ACTS);

/** What the log keeps of what was found in a call: never a piece of the text. */
export const recordedFinding = z.object({
  source: findingSource,
  /** In the words of what looked: `zero-width`, `github-token`, a mask's name. */
  type: z.string().max(60),
  /** `arguments` on the way to the server (for a server's own request: what it asks), `answer` on the way back. */
  where: z.enum(FINDING_PLACES),
  act: findingAct,
  /** How many alike. */
  count: z.int().min(1),
});
export type RecordedFinding = z.infer<typeof recordedFinding>;

/** More of them say nothing more. */
export const MAX_FINDINGS = 24;
export const recordedFindings = z.array(recordedFinding).max(MAX_FINDINGS);
