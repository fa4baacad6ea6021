import type { OpenAuditLog } from '../../audit/audit-log.ts';

const REASON =
  'The outcome is unknown: Doorward stopped before the answer came. The server may have done what was asked.';

/** Whether this is a call of which nobody will ever hear how it ended. */
export const isUnknownOutcome = ({
  outcome,
  reason,
}: Readonly<{ outcome: string; reason?: string | undefined }>): boolean =>
  outcome === 'open' && reason === REASON;

/**
 * Writes an end for every call of earlier runs that has none: of what a server was sent before Doorward or the computer
 * stopped, nobody can say whether it was done. Such a call stays `open`, with the reason why it always will. Gives how
 * many there were; the log that cannot be read is left as it is, and the next start does it.
 */
export async function endUnfinished(
  audit: Pick<OpenAuditLog, 'unfinished' | 'append'>,
  now: () => number,
): Promise<number> {
  let calls;
  try {
    calls = await audit.unfinished();
  } catch {
    return 0;
  }
  for (const { call, clientId, clientName, direction, server, method, name } of calls)
    audit.append({
      call,
      leg: 'failed',
      at: now(),
      clientId,
      clientName,
      direction,
      server,
      method,
      name,
      outcome: 'open',
      reason: REASON,
    });
  return calls.length;
}
