import type { HeldCall } from '../../../shared/model/approval.ts';
import type { Effect } from '../../../shared/model/review.ts';

/**
 * Everything of a call that a person reads before they answer, as one text: two calls with the same text are the same
 * question. The clock and the group are not in it: they change beside the question.
 */
export function contentOf(call: HeldCall): string {
  const { endsAt: _clock, group: _group, ...content } = call;
  return JSON.stringify(content);
}

/** The calls of a newer list; what says the same stays the same object, so that it is not drawn again. */
export function keepSame(before: readonly HeldCall[], now: readonly HeldCall[]): readonly HeldCall[] {
  const held = new Map(before.map((call) => [call.id, call]));
  return now.map((call) => {
    const old = held.get(call.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(call) ? old : call;
  });
}

/** How a question ended without an answer of this window. */
export type Ending = 'unanswered' | 'gone' | 'elsewhere';

/** A clock of the host and one of the page are the same one, but a message between them takes a moment. */
const SLACK_MS = 1500;

/** Why a question is no longer there, as far as the page can know. */
export function endingOf(call: HeldCall, now: number): Ending {
  if (call.endsAt !== undefined && now >= call.endsAt - SLACK_MS) return 'unanswered';
  return call.appGone ? 'gone' : 'elsewhere';
}

const TOGETHER: readonly Effect[] = ['read', 'write'];

/** The calls that are like this one and can be allowed together with it, itself among them; reads and writes only. */
export function alikeOf(calls: readonly HeldCall[], call: HeldCall): readonly HeldCall[] {
  const { group, effect, about, found, flow } = call;
  if (about !== undefined || found !== undefined || flow !== undefined) return [];
  if (group === undefined || !TOGETHER.includes(effect)) return [];
  return calls.filter((each) => each.group === group && TOGETHER.includes(each.effect));
}

/** Which call takes the place of the one at `index`: the next one, or the last. */
export function successor(calls: readonly HeldCall[], index: number): HeldCall | undefined {
  return calls[Math.min(Math.max(0, index), calls.length - 1)];
}
