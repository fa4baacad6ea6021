import type { Report, ReportTotals } from '../../../shared/model/report.ts';
import type { TokenReport } from '../../../shared/model/tokens.ts';
import type { HistoryEntry } from '../../../shared/model/trust.ts';
import { ok } from '../../../shared/result.ts';
import type { AuditLog } from '../../audit/log.ts';
import type { LogReport } from '../../audit/report.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { Handlers } from '../commands.ts';
import { shortText } from '../live/held-text.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportSpans } from './report-span.ts';

/** The longest name in a report; the log keeps more of it. */
const MAX_NAME = 200;
/** What the log keeps of a name at most: one of this length was cut, perhaps in the middle of a secret. */
const LOGGED_NAME = 512;
const MAX_CHANGES = 50;
const MAX_NAMES = 5;

export interface ReportPorts {
  readonly audit: Pick<AuditLog, 'report'>;
  readonly secrets: Pick<KnownSecrets, 'cut'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ids of the servers that there are. */
  readonly servers: () => readonly string[];
  /** What was decided about a server, oldest first. */
  readonly history: (server: string) => readonly HistoryEntry[];
  /** What AI apps were given in a span, in tokens. */
  readonly tokens: (span: { readonly since: number; readonly until: number }) => TokenReport;
}

/** The command that sums up the log. Names of AI apps and servers leave the host redacted and bounded. */
export function reportCommands(ports: ReportPorts): Pick<Handlers, 'log.report'> {
  const name = (text: string): string =>
    shortText(text, MAX_NAME, ports.secrets, text.length === LOGGED_NAME && text.endsWith('…'));
  return {
    async 'log.report'({ weeks, since, until, format }) {
      const query = reportSpans({ weeks, since, until }, ports.now());
      if (!query.ok) return query;
      const logged = withChanges(safe(await ports.audit.report(query.value), name), ports, name);
      const report = { ...logged, tokens: safeTokens(ports.tokens(logged), name) };
      if (format === undefined) return ok(report);
      return ok({ ...report, text: format === 'html' ? reportHtml(report) : reportCsv(report) });
    },
  };
}

const safe = (report: LogReport, name: (text: string) => string): LogReport => ({
  ...report,
  servers: report.servers.map((one) => ({ ...one, server: name(one.server) })),
  apps: report.apps.map((one) => ({ ...one, id: name(one.id), name: name(one.name) })),
  tools: report.tools.map((one) => ({ ...one, server: name(one.server), name: name(one.name) })),
  findings: report.findings.map((one) => ({ ...one, type: name(one.type) })),
});

const safeTokens = (tokens: TokenReport, name: (text: string) => string): TokenReport => ({
  ...tokens,
  apps: tokens.apps.map((one) => ({ ...one, id: name(one.id), name: name(one.name) })),
});

/** The report with what was decided about tools meanwhile. Of a server that was removed nothing is known any more. */
function withChanges(
  report: LogReport,
  { servers, history }: ReportPorts,
  name: (text: string) => string,
): Omit<Report, 'tokens'> {
  const all = servers().flatMap((server) => history(server).map((entry) => ({ server, entry })));
  const within = ({ since, until }: { since: number; until: number }) =>
    all.filter(({ entry }) => entry.at >= since && entry.at < until);
  const now = within(report).toSorted((a, b) => b.entry.at - a.entry.at);
  const accepted = (entries: typeof all): Pick<ReportTotals, 'changesAccepted'> => ({
    changesAccepted: entries.reduce(
      (sum, { entry: { act, items } }) =>
        sum + (act === 'accepted' ? Math.max(items.length, 1) : act === 'upgraded' ? 1 : 0),
      0,
    ),
  });
  return {
    ...report,
    now: { ...report.now, ...accepted(now) },
    past: { ...report.past, ...accepted(within(report.before)) },
    changes: now.slice(0, MAX_CHANGES).map(({ server, entry: { at, act, who, items } }) => ({
      at,
      server: name(server),
      act,
      who,
      items: items.length,
      names: items.flatMap(({ key }) => (key === '' ? [] : [name(key)])).slice(0, MAX_NAMES),
    })),
    changesBeyond: Math.max(now.length - MAX_CHANGES, 0),
  };
}
