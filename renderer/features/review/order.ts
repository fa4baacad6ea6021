import type { Risk } from '../../../shared/model/review.ts';
import type { ItemName, WaitingItem } from '../../../shared/model/trust.ts';
import type { Saying } from '../../../shared/model/words.ts';
import type { Tone } from '../../ui/state-mark.tsx';

const WEIGHT: Readonly<Record<Risk, number>> = { alarm: 0, care: 1, routine: 2 };

/** How loudly a risk is shown. */
export const toneOf: Readonly<Record<Risk, Tone>> = { alarm: 'alarm', care: 'hold', routine: 'neutral' };

/** Compares two risks for sorting: the worst first. */
export const byRisk = (a: { readonly risk: Risk }, b: { readonly risk: Risk }): number =>
  WEIGHT[a.risk] - WEIGHT[b.risk];

type Named = Pick<WaitingItem, 'kind' | 'key'>;

/** Names a thing within its server, whatever its version. */
export const thingKey = ({ kind, key }: Named): string => `${kind} ${key}`;

/** Names exactly the version that is shown; one that nobody can name is told apart by when it was seen. */
export const versionKey = (item: Named & Pick<WaitingItem, 'digest' | 'since'>): string =>
  `${thingKey(item)} ${item.digest ?? item.since}`;

/** What a command is told: this thing, in exactly the version that was shown. */
export function shownVersion({ kind, key, digest }: WaitingItem): ItemName {
  return digest === undefined ? { kind, key } : { kind, key, digest };
}

/** What is said of an item, with its risk, worst first; what has no reason of its own weighs what the item weighs. */
export function weighed(item: WaitingItem): { readonly said: Saying; readonly risk: Risk }[] {
  return item.said
    .map((said, index) => ({ said, risk: item.reasons[index]?.risk ?? item.risk }))
    .toSorted(byRisk);
}
