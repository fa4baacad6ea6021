import type { Decision } from '../../shared/model/policy.ts';
import type { Policy } from './contract.ts';
import type { CallFacts } from './facts.ts';

/** A call of the log, as rules look at it. */
export interface RecordedCall extends CallFacts {
  readonly call: string;
}

/** How many of some calls were or would be asked about or blocked, and how many of a hundred that is. */
export interface Tally {
  readonly asked: number;
  readonly blocked: number;
  readonly askedPer100: number;
  readonly blockedPer100: number;
}

export interface Changed {
  readonly call: string;
  readonly from: Decision;
  readonly to: Decision;
}

export interface Simulation {
  readonly calls: number;
  readonly before: Tally;
  readonly after: Tally;
  /** Calls that would be decided otherwise; at most 200, the first of them. */
  readonly changed: readonly Changed[];
  /** Changed calls beyond those that are listed. */
  readonly more: number;
}

const MAX_CHANGED = 200;

/** Decides calls of the past under two policies. Decides nothing else: both are pure. */
export function simulate(history: readonly RecordedCall[], before: Policy, after: Policy): Simulation {
  const was: Decision[] = [];
  const would: Decision[] = [];
  const changed: Changed[] = [];
  for (const call of history) {
    const [one, two] = [before.decide(call).decision, after.decide(call).decision];
    was.push(one);
    would.push(two);
    if (one !== two) changed.push({ call: call.call, from: one, to: two });
  }
  return {
    calls: history.length,
    before: tally(was),
    after: tally(would),
    changed: changed.slice(0, MAX_CHANGED),
    more: Math.max(0, changed.length - MAX_CHANGED),
  };
}

function tally(decisions: readonly Decision[]): Tally {
  const count = (wanted: Decision): number => decisions.filter((one) => one === wanted).length;
  const per100 = (n: number): number => (decisions.length === 0 ? 0 : (n * 100) / decisions.length);
  const [asked, blocked] = [count('ask'), count('block')];
  return { asked, blocked, askedPer100: per100(asked), blockedPer100: per100(blocked) };
}
