import type { Risk } from '../../../shared/model/review.ts';
import type { ItemName, WaitingItem } from '../../../shared/model/trust.ts';
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

/** The sentences with their risks, worst first; sentences without a reason of their own weigh what the item weighs. */
export function weighedSentences(item: WaitingItem): { readonly sentence: string; readonly risk: Risk }[] {
  return item.sentences
    .map((sentence, index) => ({ sentence, risk: item.reasons[index]?.risk ?? item.risk }))
    .toSorted(byRisk);
}
