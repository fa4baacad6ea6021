import { z } from 'zod';
import { type Limit, limit, type LoopChoice, loopChoice, MAX_LIMITS } from '../../../shared/model/limits.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type Spent, spentShape, type SpentStore } from '../../policy/limits/spent.ts';
import { type SealedRows, sealedTable } from '../sealed-rows.ts';

export interface LimitBookPorts {
  readonly rows: SealedRows;
  /** The key of the seals is not at hand: nothing counts, and nothing of it may be thrown away. */
  readonly locked: boolean;
  /** `YYYY-MM-DD`, now. */
  readonly today: () => string;
}

/** `full`: there are as many as there may be. `unknown`: there is none. `locked`: what is kept cannot be read now. */
type Refusal = 'full' | 'unknown' | 'locked';

/** The limits that a person chose. Reads come from memory; a change is on disk when it returns. */
export interface LimitBook {
  /** The same array until it changes. */
  limits(): readonly Limit[];
  loops(): LoopChoice;
  put(limit: Limit): Result<void, Refusal>;
  remove(id: string): Result<void, Refusal>;
  setLoops(loops: LoopChoice): Result<void, Refusal>;
  /** Where what was used up of budgets is kept. */
  readonly spent: SpentStore;
  /** Limits were changed or removed outside Doorward, and are lost. */
  readonly distrusted: boolean;
  /** What a person should know about how it was found, one sentence each. */
  readonly notices: readonly string[];
  onChange(listener: () => void): void;
}

const shape = z.strictObject({ limits: z.array(limit).max(MAX_LIMITS), loops: loopChoice });
type Kept = z.infer<typeof shape>;
const NOTHING: Kept = { limits: [], loops: 'ask' };

/**
 * Opens the limits of the sealed state. Attack: take them out of the state, so that an AI app may spend without end. What
 * they were cannot be known any more, so whoever opens this asks about everything (`distrusted`). Attack: set back what
 * was used up of a budget; then nothing is left of any budget until the next midnight.
 */
export function openLimitBook({ rows, locked, today }: LimitBookPorts): LimitBook {
  const table = sealedTable('choices');
  const found = new Map(rows.load(table).map((row) => [row.keys[0], row]));
  const listeners: (() => void)[] = [];
  const notices: string[] = [];
  const keep = (name: string, value: unknown): void => rows.put(table, [name], [JSON.stringify(value)]);
  const read = <T>(name: string, form: z.ZodType<T>): T | 'lost' | undefined => {
    const row = found.get(name);
    if (row === undefined) return rows.missing(table, [name]) ? 'lost' : undefined;
    return row.counts ? parsed(form, row.values[0]) : 'lost';
  };

  const kept = read('limits', shape);
  const distrusted = kept === 'lost';
  let current: Kept = kept === undefined || kept === 'lost' ? NOTHING : kept;
  if (distrusted && !locked) {
    notices.push(
      'Your limits were changed or removed outside Doorward and are lost. Add them again in Permissions.',
    );
    keep('limits', current);
  }

  const change = (next: Kept): Result<void, Refusal> => {
    if (locked && distrusted)
      return fail('locked', 'Your limits cannot be read while the keychain is locked.');
    keep('limits', next);
    current = next;
    for (const listener of listeners) listener();
    return ok(undefined);
  };

  return {
    limits: () => current.limits,
    loops: () => current.loops,
    put(one) {
      const at = current.limits.findIndex(({ id }) => id === one.id);
      if (at !== -1) return change({ ...current, limits: current.limits.with(at, one) });
      return current.limits.length >= MAX_LIMITS
        ? fail('full', `There are ${MAX_LIMITS} limits already. Remove some first.`)
        : change({ ...current, limits: [...current.limits, one] });
    },
    remove(id) {
      const limits = current.limits.filter((one) => one.id !== id);
      return limits.length === current.limits.length
        ? fail('unknown', `There is no limit "${id}".`)
        : change({ ...current, limits });
    },
    setLoops: (loops) => change({ ...current, loops }),
    spent: {
      load() {
        const spent = read('limits-used', spentShape);
        if (spent !== 'lost') return spent;
        const lost: Spent = { day: today(), lost: true, used: {} };
        if (!locked) keep('limits-used', lost);
        return lost;
      },
      save: (spent) => keep('limits-used', spent),
    },
    distrusted,
    notices,
    onChange: (listener) => void listeners.push(listener),
  };
}

function parsed<T>(form: z.ZodType<T>, text: unknown): T | 'lost' {
  try {
    const found = form.safeParse(JSON.parse(String(text)));
    return found.success ? found.data : 'lost';
  } catch {
    return 'lost';
  }
}
