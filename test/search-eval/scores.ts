const CUTS = [1, 5, 10] as const;

/** Sums up how well lists of names answer what was wanted. */
export class Scores {
  #tasks = 0;
  readonly #recall = new Map<number, number>(CUTS.map((cut) => [cut, 0]));
  #gain = 0;

  /** `found` in order, without repetitions. */
  add(found: readonly string[], wanted: readonly string[]): void {
    const right = new Set(wanted);
    this.#tasks++;
    for (const cut of CUTS) {
      const hits = found.slice(0, cut).filter((name) => right.has(name)).length;
      this.#recall.set(cut, (this.#recall.get(cut) ?? 0) + hits / right.size);
    }
    const worth = (place: number): number => 1 / Math.log2(place + 2);
    const gain = found.reduce((sum, name, place) => sum + (right.has(name) ? worth(place) : 0), 0);
    const best = [...right].reduce((sum, _, place) => sum + worth(place), 0);
    this.#gain += gain / best;
  }

  /** Means over the tasks: recall at 1, 5 and 10, and nDCG at as many as were found. */
  summary(): Record<string, number> {
    const mean = (sum: number): number => Math.round((1000 * sum) / Math.max(1, this.#tasks)) / 1000;
    return {
      tasks: this.#tasks,
      ...Object.fromEntries([...this.#recall].map(([cut, sum]) => [`recall@${cut}`, mean(sum)])),
      nDCG: mean(this.#gain),
    };
  }
}
