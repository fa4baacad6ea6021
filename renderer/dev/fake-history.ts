import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import { type LogOverview, type OverviewBar, troubles } from '../../shared/model/history.ts';
import type { LiveCall } from '../../shared/model/live.ts';
import type { CallSummary } from '../../shared/model/log.ts';
import type { FakeHost } from './fake-host.ts';
import { sampleCall } from './sample-calls.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

/** Calls of the last 40 days, newest first: many at noon, none at night, fewer at weekends. */
function earlier(now: number): LiveCall[] {
  const calls: LiveCall[] = [];
  const start = new Date(now).setHours(0, 0, 0, 0);
  for (let day = 1; day <= 40; day += 1) {
    const midnight = new Date(start - day * DAY + 2 * HOUR).setHours(0, 0, 0, 0);
    const weekend = [0, 6].includes(new Date(midnight).getDay());
    const count = weekend ? day % 4 : 18 + ((day * 17) % 41);
    for (let each = count; each > 0; each -= 1) {
      const at =
        midnight + 8 * HOUR + Math.round((each / count) ** 1.3 * 9 * HOUR) + ((each * 7919) % 60_000);
      calls.push({ ...sampleCall(day * 131 + each, at), call: `earlier-${day}-${each}` });
    }
  }
  return calls.toSorted((a, b) => b.at - a.at);
}

type Asked = Parameters<Bridge['commands']['log.overview']>[0];

function fits(call: CallSummary, asked: Asked): boolean {
  const { client, server, name, outcome, since = -Infinity, until = Infinity, search = '' } = asked;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text =
    `${call.clientName} ${call.server} ${call.method} ${call.name} ${call.reason ?? ''}`.toLowerCase();
  return (
    (client === undefined || call.clientId === client) &&
    (server === undefined || call.server === server) &&
    (name === undefined || call.name === name) &&
    (outcome === undefined ||
      (outcome === 'trouble' ? troubles.some((one) => one === call.outcome) : call.outcome === outcome)) &&
    call.at >= since &&
    call.at < until &&
    words.every((word) => text.includes(word))
  );
}

function barsOf(calls: readonly CallSummary[], asked: Asked, now: number): LogOverview {
  const until = asked.until ?? now + 1;
  const since = asked.since ?? new Date(calls.at(-1)?.at ?? now).setHours(0, 0, 0, 0);
  const step = until - since <= 26 * HOUR ? 'hour' : until - since <= 100 * DAY ? 'day' : 'month';
  const bars: OverviewBar[] = [];
  for (let at = since; at < until;) {
    const date = new Date(at);
    const next =
      step === 'hour'
        ? at + HOUR
        : step === 'day'
          ? date.setHours(24, 0, 0, 0)
          : new Date(date.getFullYear(), date.getMonth() + 1).getTime();
    const mine = calls.filter((call) => call.at >= at && call.at < next);
    const outcomes = { ok: 0, 'tool-error': 0, error: 0, refused: 0, failed: 0, cancelled: 0, open: 0 };
    for (const { outcome } of mine) outcomes[outcome] += 1;
    bars.push({ at, calls: mine.length, outcomes });
    at = next;
  }
  return { step, since, until, calls: calls.length, bars };
}

type HistoryCommands = Pick<Bridge['commands'], 'log.list' | 'log.overview' | 'log.session'>;

/** The log behind the fake bridge: what the host has, and days of calls before. */
export function fakeHistory(host: FakeHost): {
  readonly commands: HistoryCommands;
  readonly call: (call: string) => LiveCall | undefined;
} {
  const old = earlier(Date.now());
  const all = (): CallSummary[] =>
    [...host.newest(10_000), ...old].map(({ n: _n, preview: _preview, ...call }) => call);
  return {
    call: (call) => old.find((one) => one.call === call),
    commands: {
      'log.list': ({ limit = 50, before, ...asked }) => {
        const calls = all();
        const from = before === undefined ? 0 : calls.findIndex(({ call }) => call === before) + 1;
        return ok(
          calls
            .slice(from)
            .filter((call) => fits(call, asked))
            .slice(0, limit),
        );
      },
      'log.overview': (asked) =>
        ok(
          barsOf(
            all().filter((call) => fits(call, asked)),
            asked,
            Date.now(),
          ),
        ),
      'log.session': ({ call }) => {
        const calls = all().toReversed();
        const at = calls.findIndex((one) => one.call === call);
        const middle = calls[at];
        if (middle === undefined) return no('unknown', `There is no call "${call}" in the log.`);
        const { clientId, clientName } = middle;
        const mine = calls
          .slice(Math.max(0, at - 30), at + 30)
          .filter((one) => one.clientId === clientId && Math.abs(one.at - middle.at) < 2 * HOUR);
        return ok({
          clientId,
          clientName,
          pauseMs: 30 * 60_000,
          calls: mine,
          before: at > 30,
          after: false,
        });
      },
    },
  };
}
