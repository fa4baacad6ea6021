const SLACK = 1024;

/**
 * First in, first out. A Map or Set from whose front much is taken looks through what was taken before it finds the
 * first one; here every step costs the same.
 */
export class Queue<T> {
  #items: T[] = [];
  #start = 0;

  get size(): number {
    return this.#items.length - this.#start;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#start++];
    // Between two clearings what was taken is still referred to; they come often enough for that to be little.
    if (this.#start >= SLACK && this.#start * 4 >= this.#items.length) {
      this.#items = this.#items.slice(this.#start);
      this.#start = 0;
    }
    return item;
  }

  /** Leaves out those that are wanted no more. */
  keep(wanted: (item: T) => boolean): void {
    this.#items = this.#items.slice(this.#start).filter(wanted);
    this.#start = 0;
  }

  /** The last `n`, in the order in which they came. */
  last(n: number): T[] {
    return this.#items.slice(Math.max(this.#start, this.#items.length - n));
  }
}
