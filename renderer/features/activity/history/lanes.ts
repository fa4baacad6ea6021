import type { CallSummary } from '../../../../shared/model/log.ts';

/** So many servers have a column of their own; the others share one. */
export const MOST_LANES = 6;
/** A pause that is worth a line of its own. */
export const PAUSE_MS = 60_000;

/** A column: a server, those without one (the empty name), or all that have none of their own. */
export type Lane = { readonly server: string } | 'others';

/** A line of the timeline: a call in its column, or what lies between two calls. */
export type TimelineRow =
  | { readonly kind: 'call'; readonly call: CallSummary; readonly lane: number }
  | { readonly kind: 'day'; readonly at: number }
  | { readonly kind: 'pause'; readonly ms: number };

/** The columns of some calls: servers in the order in which they were first called. */
export function lanesOf(calls: readonly CallSummary[]): readonly Lane[] {
  const servers = [...new Set(calls.map(({ server }) => server))];
  if (servers.length <= MOST_LANES) return servers.map((server) => ({ server }));
  const busy = new Map<string, number>();
  for (const { server } of calls) busy.set(server, (busy.get(server) ?? 0) + 1);
  const own = new Set(
    servers.toSorted((a, b) => (busy.get(b) ?? 0) - (busy.get(a) ?? 0)).slice(0, MOST_LANES - 1),
  );
  return [...servers.filter((server) => own.has(server)).map((server) => ({ server })), 'others'];
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The lines of calls, oldest first. A clock that was put back makes no pause. */
export function timelineOf(calls: readonly CallSummary[], lanes: readonly Lane[]): TimelineRow[] {
  const places = new Map(
    lanes.flatMap((lane, at) => (lane === 'others' ? [] : [[lane.server, at] as const])),
  );
  const rows: TimelineRow[] = [];
  let before: CallSummary | undefined;
  for (const call of calls) {
    if (before === undefined || dayOf(before.at) !== dayOf(call.at)) rows.push({ kind: 'day', at: call.at });
    else {
      const ms = call.at - before.at - (before.durationMs ?? 0);
      if (ms >= PAUSE_MS) rows.push({ kind: 'pause', ms });
    }
    rows.push({ kind: 'call', call, lane: places.get(call.server) ?? lanes.length - 1 });
    before = call;
  }
  return rows;
}
