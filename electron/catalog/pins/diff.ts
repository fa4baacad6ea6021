import type { FieldChange, TextRange } from '../../../shared/model/review.ts';
import { isList, isNumber, isObject, type Json, pointerStep, printTree, sameTree } from './tree.ts';
import { wordRanges } from './word-ranges.ts';

/**
 * One difference between two values. `reordered`: a list of plain values that holds the same in another order.
 * Lists of plain values differ as a whole; other lists by position, what is longer at its end.
 */
export interface Difference {
  /** JSON pointer (RFC 6901) into both values. */
  readonly path: string;
  /** The steps of the pointer, not escaped. */
  readonly steps: readonly string[];
  readonly op: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before?: Json;
  readonly after?: Json;
}

/** Everything that differs, in the order of the canonical form. Linear in both values. */
export function diffTrees(before: Json, after: Json): Difference[] {
  const found: Difference[] = [];
  walk(before, after, [], found);
  return found;
}

function walk(before: Json, after: Json, steps: readonly string[], found: Difference[]): void {
  const at = (op: Difference['op'], values: { before?: Json; after?: Json }): void => {
    found.push({ path: pointer(steps), steps, op, ...values });
  };
  if (isObject(before) && isObject(after)) {
    for (const [key, value] of before) {
      const other = after.get(key);
      const inner = [...steps, key];
      if (other === undefined)
        found.push({ path: pointer(inner), steps: inner, op: 'removed', before: value });
      else walk(value, other, inner, found);
    }
    for (const [key, value] of after) {
      if (before.has(key)) continue;
      const inner = [...steps, key];
      found.push({ path: pointer(inner), steps: inner, op: 'added', after: value });
    }
    return;
  }
  if (isList(before) && isList(after)) {
    if (before.every(isPlain) && after.every(isPlain)) {
      if (sameTree(before, after)) return;
      at(sameMembers(before, after) ? 'reordered' : 'changed', { before, after });
      return;
    }
    const shared = Math.min(before.length, after.length);
    for (let i = 0; i < shared; i++) walk(before[i] as Json, after[i] as Json, [...steps, String(i)], found);
    for (let i = shared; i < before.length; i++) {
      const inner = [...steps, String(i)];
      found.push({ path: pointer(inner), steps: inner, op: 'removed', before: before[i] as Json });
    }
    for (let i = shared; i < after.length; i++) {
      const inner = [...steps, String(i)];
      found.push({ path: pointer(inner), steps: inner, op: 'added', after: after[i] as Json });
    }
    return;
  }
  if (!sameTree(before, after)) at('changed', { before, after });
}

function isPlain(value: Json): boolean {
  return value === null || typeof value !== 'object' || isNumber(value);
}

function sameMembers(a: readonly Json[], b: readonly Json[]): boolean {
  if (a.length !== b.length) return false;
  const sorted = (values: readonly Json[]): string[] => values.map(printTree).toSorted();
  const other = sorted(b);
  return sorted(a).every((value, i) => value === other[i]);
}

function pointer(steps: readonly string[]): string {
  return steps.map((step) => `/${pointerStep(step)}`).join('');
}

/** `before` with the differences made; the inverse of `diffTrees`, for tests and for showing. */
export function applyDiff(before: Json, differences: readonly Difference[]): Json {
  let value = before;
  // Removed list elements go last first, so that positions stay true.
  const ordered = [
    ...differences.filter((one) => one.op !== 'removed'),
    ...differences.filter((one) => one.op === 'removed').toReversed(),
  ];
  for (const one of ordered) value = place(value, one.steps, one.op === 'removed' ? undefined : one.after);
  return value;
}

function place(value: Json, steps: readonly string[], to: Json | undefined): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return to ?? null;
  if (isObject(value)) {
    const copy = new Map(value);
    if (rest.length > 0) copy.set(step, place(copy.get(step) ?? null, rest, to));
    else if (to === undefined) copy.delete(step);
    else copy.set(step, to);
    return copy;
  }
  if (isList(value)) {
    const copy = [...value];
    const index = Number(step);
    if (rest.length > 0) copy[index] = place(copy[index] ?? null, rest, to);
    else if (to === undefined) copy.splice(index, 1);
    else copy[index] = to;
    return copy;
  }
  return value;
}

const SHOWN_CHARS = 8000;
const SHOWN_CHANGES = 200;

/** The differences as a person is shown them: texts with the ranges that differ, other values as JSON; cut when huge. */
export function shownChanges(differences: readonly Difference[]): FieldChange[] {
  return differences.slice(0, SHOWN_CHANGES).map(({ path, op, before, after }) => {
    const change: FieldChange = { path, op };
    if (before !== undefined) change.before = shown(before);
    if (after !== undefined) change.after = shown(after);
    if (typeof before === 'string' && typeof after === 'string') {
      const ranges: { before: TextRange[]; after: TextRange[] } = wordRanges(shown(before), shown(after));
      change.beforeRanges = ranges.before;
      change.afterRanges = ranges.after;
    }
    return change;
  });
}

function shown(value: Json): string {
  const text = typeof value === 'string' ? value : printTree(value);
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
}
