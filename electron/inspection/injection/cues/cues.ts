import { work } from '../../decode/work.ts';
import { type Choice, neededBy } from './needed.ts';

const WIDTH = 38;
/** Classes of characters: letters of either case are one, and so is everything that belongs to no word. */
const EDGE = 0;
const CLASSES = new Uint8Array(128);
Array.from('abcdefghijklmnopqrstuvwxyz0123456789_').forEach((c, i) => {
  CLASSES[c.charCodeAt(0)] = i + 1;
  CLASSES[c.toUpperCase().charCodeAt(0)] = i + 1;
});
const classOf = (code: number): number => (code < 128 ? (CLASSES[code] as number) : EDGE);

/** A pattern behind its cues. */
export interface Cued {
  test(text: string): boolean;
  /** Where the pattern matches first, or -1. */
  search(text: string): number;
}

/**
 * Says which of many patterns could match a text, after one look at each of its characters (Aho and Corasick, 1975): for
 * each pattern the literal texts are known that it cannot do without. A pattern that cannot match is never tried; one
 * that could is tried by its owner. Without memory between texts but for the last one.
 */
export class Cues {
  /** For each entry which choices it needs, and whether it says something by itself; read when the first text comes. */
  readonly #entries: { readonly needed: () => readonly Choice[]; readonly tells: boolean }[] = [];
  #table: Table | undefined;
  #text: string | undefined;

  /** The pattern, tried only on texts that it could match. */
  shape(pattern: RegExp): Cued {
    return this.#cued(pattern, true);
  }

  /** A pattern that only matters beside others: `tells` does not speak of it. */
  support(pattern: RegExp): Cued {
    return this.#cued(pattern, false);
  }

  #cued(pattern: RegExp, tells: boolean): Cued {
    const entry = this.#enter(() => neededBy(pattern), tells);
    return {
      test: (text) => this.could(entry, text) && pattern.test(text),
      search: (text) => (this.could(entry, text) ? text.search(pattern) : -1),
    };
  }

  /** Enters lists of texts (see `Choice`), of each of which one must be there; what is returned is asked for with `could`. */
  texts(tells: boolean, ...choices: readonly Choice[]): number {
    return this.#enter(() => choices, tells);
  }

  #enter(needed: () => readonly Choice[], tells: boolean): number {
    this.#table = undefined;
    this.#text = undefined;
    return this.#entries.push({ needed, tells }) - 1;
  }

  /** Whether anything that says something by itself could match the text or a part of it between ends of words. */
  tells(text: string): boolean {
    return this.#look(text).telling > 0;
  }

  /** Lets go of the last text, which may be somebody's. */
  forget(): void {
    this.#text = undefined;
  }

  /** Whether the entry could match the text; each new text is looked at once. */
  could(entry: number, text: string): boolean {
    return (this.#look(text).missing[entry] as number) <= 0;
  }

  #look(text: string): Table {
    const table = (this.#table ??= tableOf(this.#entries));
    if (text !== this.#text) {
      this.#text = text;
      table.look(text);
    }
    return table;
  }
}

function tableOf(
  entries: readonly { readonly needed: () => readonly Choice[]; readonly tells: boolean }[],
): Table {
  const choices: Choice[] = [];
  const known = new Map<string, number>();
  const idOf = (choice: Choice): number => {
    const key = choice.join('\0');
    const id = known.get(key) ?? choices.push(choice) - 1;
    known.set(key, id);
    return id;
  };
  return new Table(
    choices,
    entries.map(({ needed, tells }) => ({ needs: [...new Set(needed().map(idOf))], tells })),
  );
}

/** The table of states by which a text is read, and what it has shown. */
class Table {
  /** For each entry how many of its choices were not seen. */
  readonly missing: Int32Array;
  /** How many entries that say something by themselves could match. */
  telling = 0;
  readonly #tells: Uint8Array;
  readonly #always: number;
  readonly #needs: Int32Array;
  /** Entries that wait for each choice. */
  readonly #waiting: readonly Int32Array[];
  readonly #seen: Uint8Array;
  readonly #noted: number[] = [];
  readonly #next: Uint16Array;
  /** For each state, where its list of choices begins in `lists`; 0: none. */
  readonly #outputs: Int32Array;
  readonly #lists: readonly number[];

  constructor(
    choices: readonly Choice[],
    entries: readonly { readonly needs: readonly number[]; readonly tells: boolean }[],
  ) {
    this.#needs = Int32Array.from(entries, ({ needs }) => needs.length);
    this.#tells = Uint8Array.from(entries, ({ tells }) => (tells ? 1 : 0));
    this.#always = entries.filter(({ needs, tells }) => tells && needs.length === 0).length;
    this.missing = Int32Array.from(this.#needs);
    const waiting = choices.map((): number[] => []);
    entries.forEach(({ needs }, entry) => needs.forEach((choice) => waiting[choice]?.push(entry)));
    this.#waiting = waiting.map((one) => Int32Array.from(one));
    this.#seen = new Uint8Array(choices.length);
    const { children, ends } = trieOf(choices);
    if (children.length > 0xffff) throw new Error('too many cues for one table');
    this.#next = new Uint16Array(children.length * WIDTH);
    const fails = new Int32Array(children.length);
    const queue = [0];
    for (let n = 0; n < queue.length; n++) {
      const state = queue[n] as number;
      const fail = fails[state] as number;
      if (state !== 0) for (const id of ends[fail] as Set<number>) ends[state]?.add(id);
      for (let c = 0; c < WIDTH; c++) {
        const child = children[state]?.get(c);
        const over = state === 0 ? 0 : (this.#next[fail * WIDTH + c] as number);
        this.#next[state * WIDTH + c] = child ?? over;
        if (child === undefined) continue;
        fails[child] = over;
        queue.push(child);
      }
    }
    this.#outputs = new Int32Array(children.length);
    const lists = [-1];
    ends.forEach((ids, state) => {
      if (ids.size === 0) return;
      this.#outputs[state] = lists.length;
      lists.push(...ids, -1);
    });
    this.#lists = lists;
  }

  look(text: string): void {
    work.steps += text.length;
    this.missing.set(this.#needs);
    for (const choice of this.#noted) this.#seen[choice] = 0;
    this.#noted.length = 0;
    this.telling = this.#always;
    const next = this.#next;
    const outputs = this.#outputs;
    const classes = CLASSES;
    let state = next[EDGE] as number;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      state = next[state * WIDTH + (code < 128 ? (classes[code] as number) : EDGE)] as number;
      const list = outputs[state] as number;
      if (list !== 0) this.#note(list);
    }
    const list = outputs[next[state * WIDTH + EDGE] as number] as number;
    if (list !== 0) this.#note(list);
  }

  #note(list: number): void {
    for (let at = list; ; at++) {
      const choice = this.#lists[at] as number;
      if (choice === -1) return;
      if (this.#seen[choice] === 1) continue;
      this.#seen[choice] = 1;
      this.#noted.push(choice);
      for (const entry of this.#waiting[choice] as Int32Array) {
        const left = (this.missing[entry] as number) - 1;
        this.missing[entry] = left;
        if (left === 0 && this.#tells[entry] === 1) this.telling++;
      }
    }
  }
}

function trieOf(choices: readonly Choice[]): { children: Map<number, number>[]; ends: Set<number>[] } {
  const children: Map<number, number>[] = [new Map()];
  const ends: Set<number>[] = [new Set()];
  choices.forEach((choice, id) => {
    for (const text of choice) {
      let state = 0;
      for (let i = 0; i < text.length; i++) {
        const c = classOf(text.charCodeAt(i));
        let child = children[state]?.get(c);
        if (child === undefined) {
          child = children.push(new Map()) - 1;
          ends.push(new Set());
          children[state]?.set(c, child);
        }
        state = child;
      }
      ends[state]?.add(id);
    }
  });
  return { children, ends };
}
