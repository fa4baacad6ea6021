import type { CommandName } from '../../../shared/ipc/contract.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { AuditLog } from '../../audit/log.ts';
import type { OverviewQuery } from '../../audit/overview.ts';
import { askedWords, hasWords } from '../../audit/search-words.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { Handlers, HostInput } from '../commands.ts';
import { safeRow } from '../live/call-row.ts';

type LogCommands = Pick<
  Handlers,
  Exclude<Extract<CommandName, `log.${string}`>, 'log.report' | 'log.session'>
>;

/** Which calls are asked about, without what is not given. */
export const callsAsked = ({
  client,
  server,
  name,
  outcome,
  effect,
  found,
  since,
  until,
  search,
}: HostInput<'log.overview'>): OverviewQuery => ({
  ...(client === undefined ? {} : { client }),
  ...(server === undefined ? {} : { server }),
  ...(name === undefined ? {} : { name }),
  ...(outcome === undefined ? {} : { outcome }),
  ...(effect === undefined ? {} : { effect }),
  ...(found === undefined ? {} : { found }),
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
  ...(search === undefined ? {} : { search }),
});

/** The commands about the log of calls. Texts of apps and servers leave the host redacted. */
export function logCommands(audit: AuditLog, secrets: KnownSecrets): LogCommands {
  return {
    async 'log.list'({ limit, before, ...asked }) {
      const query = { limit, ...callsAsked(asked), ...(before === undefined ? {} : { before }) };
      const calls = await audit.list(query);
      const words = askedWords(asked.search ?? '');
      // Judged again on what is shown, or a hidden value could be found out letter by letter.
      return ok(calls.map((call) => safeRow(call, secrets)).filter((call) => hasWords(call, words)));
    },
    async 'log.show'({ call }) {
      const legs = await audit.show(call);
      return legs.length > 0
        ? ok(legs.map((leg) => safeRow(leg, secrets)))
        : fail('unknown', `There is no call "${call}" in the log.`);
    },
    async 'log.verify'() {
      return ok(await audit.verify());
    },
    async 'log.export'({ format, next, since, until, client, server }) {
      if (next !== undefined) return ok(await piece({ next }));
      if (format === undefined) return fail('usage', 'Give "format" or "next".');
      return ok(
        await piece({
          format,
          ...(since === undefined ? {} : { since }),
          ...(until === undefined ? {} : { until }),
          ...(client === undefined ? {} : { client }),
          ...(server === undefined ? {} : { server }),
        }),
      );
    },
  };

  async function piece(what: Parameters<AuditLog['export']>[0]) {
    const { text, next } = await audit.export(what);
    // Rows of JSON lines are hashed as they lie in the log; a hidden one would no longer prove itself.
    const safe = text.startsWith('{') ? text : secrets.redact(text);
    return { text: safe, ...(next === undefined ? {} : { next }) };
  }
}
