import { formsOf } from '../../log/secret-forms.ts';
import { createMatcher, type Matcher } from '../../log/secret-matcher.ts';
import type { Hidden } from './session.ts';

/** A value that was hidden before, in one of its forms. */
export interface KnownAt {
  readonly start: number;
  readonly end: number;
  readonly hidden: Hidden;
  /** The value itself. */
  readonly value: string;
}

interface Known {
  hidden: Hidden;
  readonly value: string;
}

interface Batch {
  readonly values: Map<string, Known>;
  readonly forms: Map<string, Known[]>;
  matcher: Matcher | undefined;
}

const BATCH = 1000;
const MOST_BATCHES = 5;
const LONGEST = 16 * 1024;

/**
 * Values that were hidden, in all their forms. The newest five thousand are kept; a list that is hardly ever changed as
 * a whole, so that a new value costs no new look at the old ones.
 */
export class KnownValues {
  readonly #batches: Batch[] = [];
  /** The longest form. */
  longest = 0;

  get empty(): boolean {
    return this.#batches.length === 0;
  }

  add(value: string, hidden: Hidden): void {
    if (value.length > LONGEST) return;
    const name = `${hidden.type}\u0000${value}`;
    for (const { values } of this.#batches) {
      const before = values.get(name);
      if (before === undefined) continue;
      before.hidden = hidden;
      return;
    }
    const forms = formsOf(value);
    if (forms.length === 0) return;
    const batch = this.#open();
    const known: Known = { hidden, value };
    batch.values.set(name, known);
    batch.matcher = undefined;
    for (const form of forms) {
      this.longest = Math.max(this.longest, form.length);
      const same = batch.forms.get(form);
      if (same === undefined) batch.forms.set(form, [known]);
      else same.push(known);
    }
  }

  #open(): Batch {
    const last = this.#batches.at(-1);
    if (last !== undefined && last.values.size < BATCH) return last;
    const fresh: Batch = { values: new Map(), forms: new Map(), matcher: undefined };
    this.#batches.push(fresh);
    if (this.#batches.length > MOST_BATCHES) this.#batches.shift();
    return fresh;
  }

  find(text: string): KnownAt[] {
    const found: KnownAt[] = [];
    for (const batch of this.#batches) {
      batch.matcher ??= createMatcher([...batch.forms.keys()]);
      for (const { start, end } of batch.matcher.find(text, { before: false, after: false }))
        for (const { hidden, value } of batch.forms.get(text.slice(start, end)) ?? [])
          found.push({ start, end, hidden, value });
    }
    return found;
  }
}
