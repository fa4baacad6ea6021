import { SNAPSHOT_CALLS } from '../../../shared/model/live-bounds.ts';
import type { CallSummary } from '../../../shared/model/log.ts';
import type { AuditLog } from '../../audit/log.ts';

const PAGE = 1000;

/** The newest calls in the log, newest first, as many as a snapshot holds; none while the log cannot be read. */
export async function newestCalls(audit: Pick<AuditLog, 'list'>): Promise<CallSummary[]> {
  const found: CallSummary[] = [];
  try {
    while (found.length < SNAPSHOT_CALLS) {
      const limit = Math.min(PAGE, SNAPSHOT_CALLS - found.length);
      const before = found.at(-1)?.call;
      const page = await audit.list({ limit, ...(before === undefined ? {} : { before }) });
      found.push(...page);
      if (page.length < limit) break;
    }
  } catch {
    // The list then begins with the first call of this run.
  }
  return found;
}
