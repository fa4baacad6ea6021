import type { CallSummary } from '../../../shared/model/log.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AuditLog } from '../../audit/log.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { Handlers } from '../commands.ts';
import { safeRow } from '../live/call-row.ts';
import { callsAsked } from './log-commands.ts';
import { barsOf } from './overview-bars.ts';

export interface HistoryPorts {
  readonly audit: Pick<AuditLog, 'overview' | 'session'>;
  readonly secrets: Pick<KnownSecrets, 'cut'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Why a span is none; undefined for one that is. */
function wrongSpan(since: number | undefined, until: number | undefined): Result<never> | undefined {
  for (const at of [since, until])
    if (at !== undefined && Number.isNaN(new Date(at).getTime()))
      return fail('usage', 'This time does not exist. Give a date.');
  return since !== undefined && until !== undefined && since >= until
    ? fail('usage', 'The span ends before it begins. Give an earlier beginning or a later end.')
    : undefined;
}

/** The commands about what happened earlier. Texts of apps and servers leave the host redacted. */
export function historyCommands(ports: HistoryPorts): Pick<Handlers, 'log.overview' | 'log.session'> {
  const { audit, secrets, now } = ports;
  return {
    async 'log.overview'(asked) {
      const { since, until } = asked;
      const wrong = wrongSpan(since, until);
      if (wrong !== undefined) return wrong;
      return ok(barsOf(await audit.overview(callsAsked(asked)), { since, until }, now()));
    },
    async 'log.session'({ call }) {
      const session = await audit.session(call);
      const first = session?.calls[0];
      if (session === undefined || first === undefined)
        return fail('unknown', `There is no call "${call}" in the log.`);
      const { pauseMs, before, after } = session;
      const calls: CallSummary[] = session.calls.map((one) => safeRow(one, secrets));
      const { clientId, clientName } = calls.at(-1) ?? first;
      return ok({
        clientId,
        clientName,
        ...(pauseMs === undefined ? {} : { pauseMs }),
        calls,
        before,
        after,
      });
    },
  };
}
