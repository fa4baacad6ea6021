import type { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { parseRecord, type SealedRows, sealedTable } from './sealed-rows.ts';

export interface SealedChoicePorts {
  readonly rows: SealedRows;
  /** The key of the seals is not at hand: nothing counts, and nothing of it may be thrown away. */
  readonly locked: boolean;
}

/** What there is to know of something that a person chooses. */
export interface ChoiceForm<T extends object> {
  /** The key of its row among the choices. */
  readonly name: string;
  readonly shape: z.ZodType<T>;
  /** What counts until somebody chooses. */
  readonly usual: T;
  /** What counts once it is lost: the stricter thing, since what it was cannot be known any more. */
  readonly lost: () => T;
  /** Said once when it was lost: what counts now, and what to do. */
  readonly notice: string;
  /** Answered to a change while what is kept cannot be read. */
  readonly lockedSentence: string;
}

/** Something that a person chose. Reads come from memory; a change is on disk when it returns. */
export interface SealedChoice<T extends object> {
  /** The same object until it changes. */
  readonly current: () => T;
  readonly set: (next: T) => Result<void, 'locked'>;
  /** It was found changed, removed or unreadable. */
  readonly lost: boolean;
  /** It is lost only because the key is not at hand: no change is taken. */
  readonly shut: boolean;
  /** What a person should know about how it was found, one sentence each. */
  readonly notices: readonly string[];
}

/**
 * Opens one choice of the sealed state. Attack: change its row or remove it, so that what a person chose does not
 * count. What does not count is replaced by `lost` at once, since its absence would look as if it were meant after the
 * next thing that is written; unless the key is not at hand, when the row may be good and is never written over.
 */
export function openSealedChoice<T extends object>(
  { rows, locked }: SealedChoicePorts,
  form: ChoiceForm<T>,
): SealedChoice<T> {
  const found = readChoice(rows, form.name, form.shape);
  const lost = found === 'lost';
  const shut = lost && locked;
  let current = found === undefined ? form.usual : lost ? form.lost() : found;
  if (lost && !locked) keepChoice(rows, form.name, current);
  return {
    current: () => current,
    set(next) {
      if (shut) return fail('locked', form.lockedSentence);
      keepChoice(rows, form.name, next);
      current = next;
      return ok(undefined);
    },
    lost,
    shut,
    notices: lost && !locked ? [form.notice] : [],
  };
}

/** What is kept under a name: `lost` when it was changed, removed or is of no known form; undefined when nothing is. */
export function readChoice<T extends object>(
  rows: SealedRows,
  name: string,
  shape: z.ZodType<T>,
): T | 'lost' | undefined {
  const table = sealedTable('choices');
  const row = rows.load(table, name).find(({ keys }) => keys[0] === name);
  if (row === undefined) return rows.missing(table, [name]) ? 'lost' : undefined;
  return (row.counts ? parseRecord(shape, row.values[0]) : undefined) ?? 'lost';
}

/** Keeps it under a name; on disk when it returns. */
export const keepChoice = (rows: SealedRows, name: string, value: object): void =>
  rows.put(sealedTable('choices'), [name], [JSON.stringify(value)]);
