import type { LiveCall } from '../../../../shared/model/live.ts';
import type { CallView } from '../../../store/call-list.ts';
import { Facets } from './facets.ts';
import type { Keep } from './filter.ts';

/**
 * The calls that pass a filter, kept up to date: a row is looked at when it is new or has changed, and never again.
 * Every array that it gives out stays as it is; an update makes new ones.
 */
export class LiveView {
  readonly facets = new Facets();
  #keep: Keep | undefined;
  #rows: LiveCall[] = [];
  /** 1 where the row at the same place passes. */
  #passes = new Uint8Array(0);
  #shown: LiveCall[] = [];
  #arrived = 0;

  /** All calls, oldest first. */
  get rows(): readonly LiveCall[] {
    return this.#rows;
  }

  /** Those that pass, oldest first. */
  get shown(): readonly LiveCall[] {
    return this.#shown;
  }

  /** How many calls ever came to be shown by an update; for "37 new calls". */
  get arrived(): number {
    return this.#arrived;
  }

  /** Takes another filter, for which every row is looked at once. */
  refilter(keep: Keep | undefined): void {
    this.#keep = keep;
    this.#passes = Uint8Array.from(this.#rows, (row) => (keep === undefined || keep(row) ? 1 : 0));
    this.#shown =
      keep === undefined ? this.#rows : this.#rows.filter((_, index) => this.#passes[index] === 1);
  }

  /** Takes the list as it is now. Both are in the order of `n`, so one walk finds what is new. */
  update(list: CallView): void {
    const keep = this.#keep;
    const old = this.#rows;
    const oldPasses = this.#passes;
    const rows: LiveCall[] = [];
    const shown: LiveCall[] = keep === undefined ? rows : [];
    const passes = new Uint8Array(list.length);
    let from = 0;
    for (let index = 0; index < list.length; index += 1) {
      const row = list.at(index);
      if (row === undefined) continue;
      let before = old[from];
      while (before !== undefined && before.n < row.n) before = old[(from += 1)];
      let pass = oldPasses[from] === 1;
      if (before !== row) {
        const shownBefore = pass && before?.call === row.call;
        this.facets.take(row);
        pass = keep === undefined || keep(row);
        if (pass && !shownBefore) this.#arrived += 1;
      }
      passes[rows.length] = pass ? 1 : 0;
      rows.push(row);
      if (pass && keep !== undefined) shown.push(row);
    }
    this.#rows = rows;
    this.#passes = passes;
    this.#shown = shown;
  }
}
