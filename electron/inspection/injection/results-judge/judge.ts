import type { Cluster } from '../clusters.ts';
import type { SignalName } from '../signal.ts';
import { bitOf } from './concepts.ts';
import { BUILD } from './build.ts';
import type { Window } from './features.ts';
import { type WindowModel, oddsOf } from './window-model.ts';
import { type Spot, type Whole, eachWindow } from './windows.ts';

/** From these odds on a window is an order. Chosen on rows left out of training, as are the next two. */
const ORDER_FROM = 1;
/** A text that speaks of attacks cites orders: it takes so much more, and is never sure. */
const SPOKEN_MORE = 1;
/** What letters between people come near to: it is honest below these odds, the plainer the lower; else below `HONEST`. */
const NEAR: ReadonlySet<SignalName> = new Set<SignalName>(['override', 'concealment', 'sending', 'veiled']);
const NEAR_HONEST: readonly (readonly [number, number])[] = [
  [4.9, 0.3],
  [5.7, -0.3],
];
const HONEST = -2;
const SPOKEN_HONEST = 0.5;
/** Signals that weigh more together are never honest. */
const PLAIN = 8.5;
/** What the grammar found is never sure below. */
const UNSURE_BELOW = 1;

/** An order has this sum (find-injection.ts); each unit of odds above it adds so much, and each below takes it away. */
const ORDER = 4.5;
const STEP = 1.2;
const MOST = 9;
const NEVER_SURE = 7.4;
/** Less is not spoken of, not even where nobody looks. */
const LEAST = 2;

/**
 * Judges what the grammar found in a result and what it did not (attacks 10–14): stretches of one to three sentences that
 * name whoever reads, are marked, or have signals. What the grammar found counts less where the whole stretch sounds
 * honest; what it missed is added, with the traits that made it as signals. Linear; `complete: false` past the budget.
 */
export function judgeSpots(
  text: string,
  found: readonly Cluster[],
  spots: readonly Spot[],
  whole: Whole,
  model: WindowModel,
): { clusters: readonly Cluster[]; complete: boolean } {
  if (spots.length === 0) return { clusters: found, complete: true };
  const odds = found.map(() => Number.NEGATIVE_INFINITY);
  const spoken = found.map(() => false);
  const quoted = found.map(() => false);
  const added: Cluster[] = [];
  let at = 0;
  const complete = eachWindow(text, spots, whole, (window, { start, end }) => {
    const value = oddsOf(window, model);
    const isSpoken = isSpokenOf(window);
    while (at < found.length - 1 && (found[at] as Cluster).end <= start - FAR) at++;
    for (let i = at; i < found.length && (found[i] as Cluster).start < end; i++) {
      if ((found[i] as Cluster).end <= start) continue;
      odds[i] = Math.max(odds[i] as number, value);
      spoken[i] ||= isSpoken;
      quoted[i] ||= window.facts.some(({ build }) => (build & BUILD.quoted) !== 0);
    }
    const above = value - ORDER_FROM - (isSpoken ? SPOKEN_MORE : 0);
    const sum = Math.min(isSpoken ? NEVER_SURE : MOST, ORDER + above * STEP);
    if (sum < LEAST) return;
    const last = added.at(-1);
    if (last === undefined || start >= last.end)
      added.push({ start, end, sum, signals: signalsOf(window, sum) });
    else if (last.sum < sum) added[added.length - 1] = { start, end, sum, signals: signalsOf(window, sum) };
  });
  const weighed = found.map((one, i) => {
    const weight = weigh(one, odds[i] as number, spoken[i] as boolean);
    return quoted[i] === true ? { ...weight, sum: Math.min(weight.sum, NEVER_SURE) } : weight;
  });
  return { clusters: merge(weighed, added), complete };
}

/** Windows go back by sentences: so far, in characters, at most. */
const FAR = 8000;

/** What the grammar found, in the light of the whole stretch. */
function weigh(cluster: Cluster, odds: number, isSpoken: boolean): Cluster {
  if (cluster.sum < ORDER || odds === Number.NEGATIVE_INFINITY) return cluster;
  if (odds < honestBelow(cluster, isSpoken)) return { ...cluster, sum: Math.min(cluster.sum, ORDER - 0.1) };
  return isSpoken || odds < UNSURE_BELOW ? { ...cluster, sum: Math.min(cluster.sum, NEVER_SURE) } : cluster;
}

function honestBelow({ sum, signals }: Cluster, isSpoken: boolean): number {
  const plain = sum - (signals.get('model') ?? 0);
  if (plain >= PLAIN) return Number.NEGATIVE_INFINITY;
  let strongest: SignalName = 'model';
  let most = 0;
  for (const [name, weight] of signals)
    if (name !== 'model' && weight > most) [strongest, most] = [name, weight];
  const below = NEAR.has(strongest) ? (NEAR_HONEST.find(([least]) => plain < least)?.[1] ?? HONEST) : HONEST;
  return isSpoken ? Math.max(below, SPOKEN_HONEST) : below;
}

const CITED = 1 << (bitOf('cited') - 32);

/** Whether the text around speaks of attacks: what it cites is no order, or not a sure one. */
function isSpokenOf({ facts, around }: Window): boolean {
  if ((around & BUILD.aboutAround) !== 0) return true;
  return (
    (around & BUILD.aboutSome) !== 0 &&
    facts.some(({ high, build }) => (high & CITED) !== 0 || (build & BUILD.quoted) !== 0)
  );
}

/** Overlapping ones are one order: the surer sum, and the signals of both. */
function merge(found: readonly Cluster[], added: readonly Cluster[]): Cluster[] {
  const all: Cluster[] = [];
  for (const one of [...found, ...added].toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || one.start >= last.end) {
      all.push(one);
      continue;
    }
    const surer = one.sum > last.sum ? one : last;
    const signals = new Map(last.signals);
    for (const [name, weight] of one.signals) signals.set(name, Math.max(weight, signals.get(name) ?? 0));
    all[all.length - 1] = { start: surer.start, end: surer.end, sum: surer.sum, signals };
  }
  return all;
}

/** The traits that a person understands, in the words of the grammar: these concepts together, or so built. */
const TOLD: readonly (readonly [SignalName, readonly number[], number])[] = [
  ['override', [bitOf('override'), bitOf('rule')], 0],
  ['new-task', [bitOf('task'), bitOf('fresh')], 0],
  ['theft', [bitOf('secret'), bitOf('take')], 0],
  ['sending', [bitOf('send'), bitOf('sink')], 0],
  ['concealment', [bitOf('hush')], 0],
  ['concealment', [], BUILD.kept],
  ['impersonation', [bitOf('authority')], 0],
  ['command', [], BUILD.command],
  ['tampering', [bitOf('destroy')], 0],
  ['tampering', [bitOf('money'), bitOf('change')], 0],
  ['coercion', [bitOf('say'), bitOf('must')], 0],
  ['voice', [], BUILD.turn],
  ['address', [], BUILD.vocative],
  ['address', [], BUILD.toModel],
  ['address', [], BUILD.ifModel],
];

function signalsOf({ facts, signals }: Window, sum: number): Map<SignalName, number> {
  const told = new Map<SignalName, number>(signals);
  told.set('model', Math.min(4, sum / 2));
  for (const [name, bits, build] of TOLD) {
    const isThere =
      bits.every((bit) => facts.some((one) => hasBit(one.low, one.high, bit))) &&
      (build === 0 || facts.some((one) => (one.build & build) !== 0));
    if (isThere) told.set(name, Math.max(1, told.get(name) ?? 0));
  }
  return told;
}

const hasBit = (low: number, high: number, bit: number): boolean =>
  bit < 32 ? ((low >>> bit) & 1) === 1 : ((high >>> (bit - 32)) & 1) === 1;
