import type { CallSummary } from '../../../../shared/model/log.ts';
import type { LiveCall } from '../../../../shared/model/live.ts';

/** A row of the list: the heading of a day, or a call. */
export type HistoryRow =
  { readonly kind: 'day'; readonly at: number } | { readonly kind: 'call'; readonly call: LiveCall };

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/**
 * The rows of calls, newest first: above the first call of each day its heading. The order is that of the log, so a
 * clock that was put back gives a day a second heading instead of moving calls. In place of the arguments, which the
 * log does not show in a list, stands the reason.
 */
export function rowsOf(calls: readonly CallSummary[]): HistoryRow[] {
  const rows: HistoryRow[] = [];
  let day: number | undefined;
  for (const [n, { reason, ...call }] of calls.entries()) {
    const own = dayOf(call.at);
    if (own !== day) rows.push({ kind: 'day', at: call.at });
    day = own;
    rows.push({
      kind: 'call',
      call: { ...call, n, ...(reason !== undefined && { reason, preview: reason }) },
    });
  }
  return rows;
}

/** The nearest place from `from` on in steps of `way` that holds a call; undefined when there is none. */
export function callFrom(rows: readonly HistoryRow[], from: number, way: 1 | -1): number | undefined {
  for (let at = from; at >= 0 && at < rows.length; at += way) if (rows[at]?.kind === 'call') return at;
  return undefined;
}
