import { isDeepStrictEqual } from 'node:util';
import type { Limit, LimitMost } from '../../../shared/model/limits.ts';

const PERIOD_S = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** Whether `after` may let anything pass that `before` held back; undefined: there was none. */
export function limitLoosens(before: Limit | undefined, after: Limit): boolean {
  if (before === undefined) return false;
  // What is about other calls, or counts them together instead of apart, cannot be compared.
  if (!isDeepStrictEqual(before.about, after.about) || before.each !== after.each) return true;
  return mostLoosens(before.most, after.most);
}

function mostLoosens(was: LimitMost, is: LimitMost): boolean {
  if (was.kind === 'rate' && is.kind === 'rate')
    return (
      is.calls / PERIOD_S[is.per] > was.calls / PERIOD_S[was.per] ||
      (is.burst ?? is.calls) > (was.burst ?? was.calls)
    );
  if (was.kind === 'at-once' && is.kind === 'at-once') return is.calls > was.calls;
  if (was.kind === 'budget' && is.kind === 'budget')
    return isMore(was.calls, is.calls) || isMore(was.amount, is.amount);
  return true;
}

const isMore = (was: number | undefined, is: number | undefined): boolean =>
  was !== undefined && (is === undefined || is > was);
