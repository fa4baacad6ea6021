import type { KnownAt, KnownValues } from './known-values.ts';
import type { Looked } from './mask-json.ts';
import type { Hidden } from './session.ts';
import type { Steps } from '../steps.ts';
import { knownIn } from './find-known.ts';

/**
 * A value that is cut in two stands in neither string: the strings are read one after the other, all of them, with keys
 * and without, and those under the same key. Each piece is hidden for itself, so that each is put back for itself.
 */
export function* joinedStretches(
  looked: readonly Looked[],
  known: KnownValues,
  stays: (hidden: Hidden, value: string) => boolean,
): Steps<void> {
  const plain = looked.filter(({ whole }) => whole === undefined);
  const values = plain.filter(({ leaf }) => leaf.kind !== 'key');
  const groups: Looked[][] = [values];
  if (values.length < plain.length) groups.push(plain);
  const byKey = new Map<string, Looked[]>();
  for (const one of values) {
    const same = byKey.get(one.leaf.under);
    if (same === undefined) byKey.set(one.leaf.under, [one]);
    else same.push(one);
  }
  if (byKey.size > 1) for (const group of byKey.values()) groups.push(group);
  for (const group of groups) {
    if (group.length < 2) continue;
    const found = yield* knownIn(group.map(({ leaf }) => leaf.text).join(''), known);
    const crossing = found.filter(({ hidden, value }) => !stays(hidden, value));
    place(
      group,
      crossing.toSorted((a, b) => a.start - b.start),
    );
  }
}

/** Gives each string its piece of what lies across. */
function place(group: readonly Looked[], found: readonly KnownAt[]): void {
  let at = 0;
  let first = 0;
  let longest = 0;
  for (const { end, start } of found) longest = Math.max(longest, end - start);
  for (const { leaf, wanted } of group) {
    const stop = at + leaf.text.length;
    while (first < found.length && (found[first] as KnownAt).start + longest <= at) first++;
    for (let k = first; k < found.length && (found[k] as KnownAt).start < stop; k++) {
      const { start, end, hidden } = found[k] as KnownAt;
      if ((start >= at && end <= stop) || end <= at) continue;
      wanted.push({ start: Math.max(start, at) - at, end: Math.min(end, stop) - at, hidden });
    }
    at = stop;
  }
}
