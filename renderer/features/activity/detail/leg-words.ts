import type { CallDetail } from '../../../../shared/model/live.ts';
import type { CallSummary, RecordedContext } from '../../../../shared/model/log.ts';
import type { activity } from '../../../i18n/en/activity.ts';
import { endingOf } from '../live/filter.ts';

export type DetailLeg = CallDetail['legs'][number];

/** One stop on the way of a call. `received` and `waiting` are not in the log: they are where it began and stands. */
export interface Stop {
  readonly kind: keyof (typeof activity)['leg'];
  readonly means: keyof (typeof activity)['legMeans'];
  /** Absent while it is waited for. */
  readonly at: number | undefined;
  /** Milliseconds since it was received. */
  readonly offset: number | undefined;
  readonly leg: DetailLeg | undefined;
}

/** More legs than a road has are another program's doing. */
const MOST = 24;

function meaning(leg: DetailLeg, sent: boolean): Stop['means'] {
  switch (leg.leg) {
    case 'sent':
      return 'sent';
    case 'answered':
      if (!sent) return 'answeredHere';
      // Only what was kept back has a reason.
      if (leg.reason !== undefined) return 'answeredKept';
      if (leg.outcome === 'tool-error') return 'answeredToolError';
      return leg.outcome === 'error' ? 'answeredError' : 'answered';
    case 'refused':
      return sent ? 'refusedAfter' : 'refusedBefore';
    case 'failed':
      return sent ? 'failedAfter' : 'failedBefore';
    case 'cancelled':
      return 'cancelled';
  }
}

/** The way of a call in plain stops: from its receipt over its legs to where it ended or still waits. */
export function stopsOf(call: CallSummary, legs: readonly DetailLeg[]): Stop[] {
  const stops: Stop[] = [
    { kind: 'received', means: 'received', at: call.at, offset: undefined, leg: undefined },
  ];
  let sent = false;
  for (const leg of legs.slice(0, MOST)) {
    stops.push({
      kind: leg.leg,
      means: meaning(leg, sent),
      at: leg.at,
      offset: leg.durationMs ?? Math.max(0, leg.at - call.at),
      leg,
    });
    sent ||= leg.leg === 'sent';
  }
  if (endingOf(call) === 'open' && sent) {
    stops.push({ kind: 'waiting', means: 'waiting', at: undefined, offset: undefined, leg: undefined });
  }
  return stops;
}

/** A hash as people compare it at a glance; the whole one can be copied. */
export const shortHash = (hash: string): string => (hash.length > 20 ? `${hash.slice(0, 12)}…` : hash);

/** How an answer was made smaller, in bytes of its result; undefined where it was not, or where nothing says so. */
export function shapedOf({ context }: DetailLeg): { readonly from: number; readonly to: number } | undefined {
  if (context === undefined) return undefined;
  try {
    const { shaped }: Partial<RecordedContext> = JSON.parse(context);
    return Number.isInteger(shaped?.from) && Number.isInteger(shaped?.to) ? shaped : undefined;
  } catch {
    return undefined;
  }
}
