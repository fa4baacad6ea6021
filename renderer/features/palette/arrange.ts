import { groups, type Entry, type Group } from './entry.ts';
import { fold, rankOf, type Findable, type Query } from './rank.ts';

/** More of a kind than a person reads; whoever looks for another one types more of its name. */
export const MOST_SHOWN = 8;
export const MOST_RECENT = 5;

/** One group of the list. */
export interface Shown {
  /** `recent`: what was used last, of any kind. */
  readonly group: Group | 'recent';
  readonly items: readonly Entry[];
  /** How many there are, those included that are not shown. */
  readonly count: number;
}

/** An entry is folded once: a list of thousands is searched at each letter. */
const folded = new WeakMap<Entry, Findable>();

function findable(entry: Entry): Findable {
  const known = folded.get(entry);
  if (known !== undefined) return known;
  const also = [entry.detail, ...(entry.also ?? [])].flatMap((text) =>
    text === undefined ? [] : [fold(text)],
  );
  const made = { title: fold(entry.title), also };
  folded.set(entry, made);
  return made;
}

/** What is shown before anything is typed: what was used last, newest first, then commands and screens. */
export function suggested(entries: readonly Entry[], recent: readonly string[]): readonly Shown[] {
  const used = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []).slice(0, MOST_RECENT);
  const rest = (group: Group): Shown => {
    const items = entries.filter((entry) => entry.group === group && !used.includes(entry));
    return { group, items: items.slice(0, MOST_SHOWN), count: items.length };
  };
  const all: readonly Shown[] = [
    { group: 'recent', items: used, count: used.length },
    rest('command'),
    rest('screen'),
  ];
  return all.filter(({ count }) => count > 0);
}

/**
 * What fits a query, kind by kind, the kind with the best fit first, in each the best first; of equal ones the shorter
 * title, which the query says more of. `calls` were found by the log and come last, in its order, newest first.
 */
export function found(entries: readonly Entry[], query: Query, calls: readonly Entry[]): readonly Shown[] {
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(query, findable(entry));
    return rank === undefined ? [] : [{ entry, rank }];
  });
  const kinds = groups.flatMap((group) => {
    const of = ranked
      .filter(({ entry }) => entry.group === group)
      .toSorted((a, b) => a.rank - b.rank || a.entry.title.length - b.entry.title.length);
    const best = of[0]?.rank;
    const items = of.slice(0, MOST_SHOWN).map(({ entry }) => entry);
    return best === undefined ? [] : [{ best, shown: { group, items, count: of.length } }];
  });
  return [
    ...kinds.toSorted((a, b) => a.best - b.best).map(({ shown }) => shown),
    ...(calls.length > 0 ? [{ group: 'call' as const, items: calls, count: calls.length }] : []),
  ];
}
