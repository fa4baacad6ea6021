import { z } from 'zod';
import { type Limit, limit, type LoopChoice, loopChoice, MAX_LIMITS } from '../../../shared/model/limits.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { type Spent, spentShape, type SpentStore } from '../../policy/limits/spent.ts';
import { keepChoice, openSealedChoice, readChoice, type SealedChoicePorts } from '../sealed/sealed-choice.ts';

export interface LimitBookPorts extends SealedChoicePorts {
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
/** The row of what was used up. */
const USED = 'limits-used';

/**
 * Opens the limits of the sealed state. Attack: take them out of the state, so that an AI app may spend without end. What
 * they were cannot be known any more, so whoever opens this asks about everything (`distrusted`). Attack: set back what
 * was used up of a budget; then nothing is left of any budget until the next midnight.
 */
export function openLimitBook({ rows, locked, today }: LimitBookPorts): LimitBook {
  const choice = openSealedChoice(
    { rows, locked },
    {
      name: 'limits',
      shape,
      usual: NOTHING,
      lost: () => NOTHING,
      notice:
        'Your limits were changed or removed outside Doorward and are lost. Add them again in Permissions.',
      lockedSentence: 'Your limits cannot be read while the keychain is locked.',
    },
  );
  const listeners: (() => void)[] = [];
  const change = (next: Partial<Kept>): Result<void, Refusal> => {
    const set = choice.set({ ...choice.current(), ...next });
    if (set.ok) for (const listener of listeners) listener();
    return set;
  };

  return {
    limits: () => choice.current().limits,
    loops: () => choice.current().loops,
    put(one) {
      const { limits } = choice.current();
      const at = limits.findIndex(({ id }) => id === one.id);
      if (at !== -1) return change({ limits: limits.with(at, one) });
      return limits.length >= MAX_LIMITS
        ? fail('full', `There are ${MAX_LIMITS} limits already. Remove some first.`)
        : change({ limits: [...limits, one] });
    },
    remove(id) {
      const { limits } = choice.current();
      const left = limits.filter((one) => one.id !== id);
      return left.length === limits.length
        ? fail('unknown', `There is no limit "${id}".`)
        : change({ limits: left });
    },
    setLoops: (loops) => change({ loops }),
    spent: {
      load() {
        const spent = readChoice(rows, USED, spentShape);
        if (spent !== 'lost') return spent;
        const lost: Spent = { day: today(), lost: true, used: {} };
        if (!locked) keepChoice(rows, USED, lost);
        return lost;
      },
      save: (spent) => keepChoice(rows, USED, spent),
    },
    distrusted: choice.lost,
    notices: choice.notices,
    onChange: (listener) => void listeners.push(listener),
  };
}
