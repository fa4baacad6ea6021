import type { LiveCall } from '../../shared/model/live.ts';

/** The live calls as a screen reads them: oldest first. Nothing is copied, and it may change after its `version`. */
export interface CallView {
  readonly length: number;
  /** The call at a place; 0 is the oldest that is held. */
  readonly at: (index: number) => LiveCall | undefined;
  readonly get: (call: string) => LiveCall | undefined;
  /** Its place now, or -1. */
  readonly indexOf: (call: string) => number;
  /** All that pass, oldest first: one new array of the same row objects. */
  readonly filter: (keep: (row: LiveCall) => boolean) => LiveCall[];
}

function same(a: LiveCall, b: LiveCall): boolean {
  const keys = Object.keys(b) as (keyof LiveCall)[];
  return keys.length === Object.keys(a).length && keys.every((key) => a[key] === b[key]);
}

/**
 * The newest calls in the order of their `n`, at most `bound` of them. A change of a held row or a new row at the end
 * costs the same however many there are; a row object stays the same object until something in it changes.
 */
export class CallList implements CallView {
  readonly #bound: number;
  #rows: LiveCall[] = [];
  /** Rows before it were let go; they are cut off when there are as many as are held. */
  #head = 0;
  /** How many rows were cut off so far: place in `#rows` plus this is what `#places` holds. */
  #cut = 0;
  #places = new Map<string, number>();

  constructor(bound: number) {
    this.#bound = bound;
  }

  get length(): number {
    return this.#rows.length - this.#head;
  }

  at(index: number): LiveCall | undefined {
    return index < 0 ? undefined : this.#rows[this.#head + index];
  }

  get(call: string): LiveCall | undefined {
    const place = this.#places.get(call);
    return place === undefined ? undefined : this.#rows[place - this.#cut];
  }

  indexOf(call: string): number {
    const place = this.#places.get(call);
    return place === undefined ? -1 : place - this.#cut - this.#head;
  }

  filter(keep: (row: LiveCall) => boolean): LiveCall[] {
    const kept: LiveCall[] = [];
    for (let index = this.#head; index < this.#rows.length; index += 1) {
      const row = this.#rows[index];
      if (row !== undefined && keep(row)) kept.push(row);
    }
    return kept;
  }

  /** Takes new and changed rows. */
  apply(rows: readonly LiveCall[]): void {
    let late: LiveCall[] | undefined;
    for (const row of rows) {
      const place = this.#places.get(row.call);
      if (place !== undefined) this.#change(place - this.#cut, row);
      else if (row.n >= (this.#rows.at(-1)?.n ?? -Infinity)) this.#append(row);
      else (late ??= []).push(row);
    }
    if (late !== undefined) this.#insert(late);
  }

  /** Takes a whole list instead of its own; a row that is equal keeps its object. */
  replace(rows: readonly LiveCall[]): void {
    const before = this.#places;
    const old = this.#rows;
    const cut = this.#cut;
    this.#rows = [];
    this.#places = new Map();
    this.#head = 0;
    this.#cut = 0;
    this.apply(
      rows.map((row) => {
        const place = before.get(row.call);
        const held = place === undefined ? undefined : old[place - cut];
        return held !== undefined && same(held, row) ? held : row;
      }),
    );
  }

  #change(index: number, row: LiveCall): void {
    const held = this.#rows[index];
    if (held === undefined || same(held, row)) return;
    // Its place is where it came in, whatever a later row says.
    this.#rows[index] = held.n === row.n ? row : { ...row, n: held.n };
  }

  #append(row: LiveCall): void {
    this.#places.set(row.call, this.#rows.length + this.#cut);
    this.#rows.push(row);
    this.#shrink();
  }

  /** Rows that belong between others: those of a burst that was too long for a patch and that ended later. */
  #insert(late: readonly LiveCall[]): void {
    const fresh = new Map(late.map((row) => [row.call, row]));
    const sorted = [...fresh.values()].toSorted((a, b) => a.n - b.n);
    const first = sorted[0];
    if (first === undefined) return;
    let from = this.#rows.length;
    while (from > this.#head && (this.#rows[from - 1]?.n ?? 0) > first.n) from -= 1;
    const tail = this.#rows.splice(from);
    let next = 0;
    for (const row of sorted) {
      for (let moved = tail[next]; moved !== undefined && moved.n <= row.n; moved = tail[next]) {
        this.#rows.push(moved);
        next += 1;
      }
      this.#rows.push(row);
    }
    for (const row of tail.slice(next)) this.#rows.push(row);
    for (let index = from; index < this.#rows.length; index += 1) {
      const row = this.#rows[index];
      if (row !== undefined) this.#places.set(row.call, index + this.#cut);
    }
    this.#shrink();
  }

  #shrink(): void {
    while (this.length > this.#bound) {
      const gone = this.#rows[this.#head];
      if (gone !== undefined) this.#places.delete(gone.call);
      this.#head += 1;
    }
    if (this.#head <= this.#bound) return;
    this.#rows = this.#rows.slice(this.#head);
    this.#cut += this.#head;
    this.#head = 0;
  }
}
