// What a text must hold for a pattern to match it: several groups of literal texts, of each of which one must be there.
// Derived from the pattern itself, so that a prefilter can never disagree with the patterns that it stands before. Reads
// the patterns of this program, and nobody else's.

/**
 * Literal texts in small letters, of which one must be there. What is no letter, digit or underscore of ASCII is written
 * as a space, whatever it is, and so are the two ends of a text: `\bsend` needs ` send`.
 */
export type Choice = readonly string[];

/** What is known about a part of a pattern. */
interface Known {
  /** Everything that it can match, when that is little; undefined: too much. An edge of a word is an `EDGE`. */
  readonly exact: readonly string[] | undefined;
  /** Of each of these one must be there. */
  readonly needed: readonly Choice[];
}

/** Stands where a word must begin or end. */
const EDGE = '\0';
/** So many texts a part may match before they are no longer told apart. */
const MOST_EXACT = 96;
/** So many texts are looked for in place of one part. */
const MOST_CHOICES = 240;
/** Shorter texts are in everything. */
const SHORTEST = 3;
const LONGEST = 14;

const NOTHING: Known = { exact: [''], needed: [] };
const ANYTHING: Known = { exact: undefined, needed: [] };

/** Every choice that the pattern cannot do without; none: nothing is known, and it must be tried. Throws on what it cannot read. */
export function neededBy(pattern: RegExp): Choice[] {
  const known = new PatternReader(pattern.source).read();
  return [...known.needed, ...choiceOf(known)];
}

/** What must be there because everything that can match is known. */
function choiceOf({ exact }: Known): Choice[] {
  if (exact === undefined || exact.length === 0 || exact.length > MOST_CHOICES) return [];
  const texts = exact.map((text) => plainEdges(text).slice(0, LONGEST));
  return Math.min(...texts.map((text) => text.length)) < SHORTEST ? [] : [[...new Set(texts)]];
}

/** Edges as the spaces that must be there. */
function plainEdges(text: string): string {
  return text
    .replace(/^\0+(?=[a-z0-9_])/, ' ')
    .replace(/(?<=[a-z0-9_])\0+$/, ' ')
    .replaceAll('\0', '')
    .replaceAll(/[^a-z0-9_]/g, ' ');
}

/** How much a choice rules out: what is long and has few others beside it. */
const worth = (choice: Choice): number =>
  Math.min(...choice.map((text) => text.length)) - choice.length / 100;

function both(left: Known, right: Known): Known {
  const needed = [...left.needed, ...right.needed];
  if (left.exact !== undefined && right.exact !== undefined) {
    if (left.exact.length * right.exact.length <= MOST_EXACT)
      return { exact: left.exact.flatMap((a) => (right.exact ?? []).map((b) => a + b)), needed };
    // What is too much to join is needed apart; the longer half is kept for what follows.
    return { exact: undefined, needed: [...needed, ...choiceOf(left), ...choiceOf(right)] };
  }
  return { exact: undefined, needed: [...needed, ...choiceOf(left), ...choiceOf(right)] };
}

function either(all: readonly Known[]): Known {
  const exact = all.flatMap((one) => one.exact ?? []);
  if (all.every((one) => one.exact !== undefined) && exact.length <= MOST_CHOICES)
    return { exact: [...new Set(exact)], needed: [] };
  const choice: string[] = [];
  for (const one of all) {
    const best = [...one.needed, ...choiceOf(one)].toSorted((a, b) => worth(b) - worth(a))[0];
    if (best === undefined) return ANYTHING;
    choice.push(...best);
  }
  return choice.length > MOST_CHOICES ? ANYTHING : { exact: undefined, needed: [[...new Set(choice)]] };
}

/** Reads a pattern of this program: literals, classes, groups, alternatives, assertions and quantities. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Known {
    const known = this.#alternatives();
    if (this.#at < this.#source.length) throw new Error(`cannot read ${this.#source} at ${this.#at}`);
    return known;
  }

  #alternatives(): Known {
    const all = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      all.push(this.#sequence());
    }
    return all.length === 1 ? (all[0] as Known) : either(all);
  }

  #sequence(): Known {
    let whole = NOTHING;
    let run = NOTHING;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] as string)) {
      const next = this.#quantified();
      const joined = both(run, next);
      if (joined.exact !== undefined) {
        run = joined;
        continue;
      }
      // The run ends here; what follows begins another.
      whole = both(whole, { exact: undefined, needed: [...run.needed, ...choiceOf(run)] });
      run = next.exact === undefined ? { exact: undefined, needed: next.needed } : next;
      if (run.exact === undefined) {
        whole = both(whole, run);
        run = NOTHING;
      }
    }
    return whole === NOTHING
      ? run
      : { exact: undefined, needed: [...whole.needed, ...run.needed, ...choiceOf(run)] };
  }

  #quantified(): Known {
    const one = this.#atom();
    const quantity = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 16));
    if (quantity === null) return one;
    this.#at += quantity[0].length;
    const sign = quantity[0][0];
    const least = sign === '+' ? 1 : sign === '{' ? Number(quantity[1]) : 0;
    const most =
      sign === '?'
        ? 1
        : sign === '{'
          ? quantity[2] === ''
            ? least
            : Number(quantity[3] === '' ? 1e9 : quantity[3])
          : 1e9;
    if (least === 1 && most === 1) return one;
    if (least === 0 && most === 1 && one.exact !== undefined && one.exact.length < MOST_EXACT)
      return { exact: [...new Set([...one.exact, ''])], needed: [] };
    return least === 0 ? ANYTHING : { exact: undefined, needed: [...one.needed, ...choiceOf(one)] };
  }

  #atom(): Known {
    const c = this.#source[this.#at++] as string;
    if (c === '^' || c === '$') return NOTHING;
    if (c === '.') return ANYTHING;
    if (c === '[') return this.#set();
    if (c === '\\') return this.#escape();
    if (c !== '(') return { exact: [c.toLowerCase()], needed: [] };
    const kind = /^\?(?::|[=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at, this.#at + 24))?.[0] ?? '';
    this.#at += kind.length;
    const inner = this.#alternatives();
    if (this.#source[this.#at] !== ')') throw new Error(`no end of a group in ${this.#source}`);
    this.#at++;
    return /[=!]/.test(kind) ? NOTHING : inner;
  }

  #escape(): Known {
    const c = this.#source[this.#at++] as string;
    if (c === 'b') return { exact: [EDGE], needed: [] };
    if (c === 'B') return NOTHING;
    if (/[wWdDsS]/.test(c)) return ANYTHING;
    if (/[pP]/.test(c)) {
      this.#at = this.#source.indexOf('}', this.#at) + 1;
      return ANYTHING;
    }
    if (c === 'u' || c === 'x') {
      this.#at += c === 'u' ? 4 : 2;
      return ANYTHING;
    }
    if (/[a-z0-9]/i.test(c)) return ANYTHING;
    return { exact: [c], needed: [] };
  }

  /** A few characters are alternatives; more are anything. */
  #set(): Known {
    const start = this.#at;
    while (this.#source[this.#at] !== ']' || this.#at === start)
      this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    const inside = this.#source.slice(start, this.#at);
    this.#at++;
    if (!/^[a-z' _-]{1,5}$/.test(inside) || /[a-z]-[a-z]/.test(inside)) return ANYTHING;
    return { exact: Array.from(inside), needed: [] };
  }
}
