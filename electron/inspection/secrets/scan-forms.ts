import { type CharSet, charSet, isIn, runEnd, runStart, withoutTail } from './char-set.ts';
import { type Form, type Piece, readForms } from './form.ts';
import { isCutOff, isStandIn } from './plausible.ts';
import type { TokenRule } from './rule.ts';

/** A credential in a text, and why it is one. */
export interface Hit {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly signals: readonly string[];
}

/** How far around a value the words that name it may stand; further off they speak of something else. */
export const WINDOW = 200;
const AFTER = 60;
const DOTS = charSet('.');
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/** A form ready to be looked for. */
interface Sought {
  readonly rule: TokenRule;
  readonly form: Form;
  readonly lead: { readonly set: Uint8Array; readonly min: number; readonly max: number } | undefined;
  /** Where its pieces stand in the table of runs that were read. */
  readonly slot: number;
}

const KEY = 4;
/** The last four characters, in which small letters and capitals are the same: it only rules places out. */
export const nextKey = (key: number, unit: number): number => (key << 8) | ((unit | 0x20) & 0xff);
/** A table of bits, one for each mark of a key. */
export const markTable = (): Uint8Array => new Uint8Array(1 << 17);
/** The bit of a key, which some others share. */
export const markOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 12;

export function setMark(marks: Uint8Array, key: number): void {
  const mark = markOf(key);
  marks[mark >>> 3] = (marks[mark >>> 3] as number) | (1 << (mark & 7));
}

/** The number of characters read so far, for tests of linear time. */
export const work = { steps: 0 };

/**
 * Looks for all forms of a table in one pass: `at` is called where a mark of the last four characters says that one may
 * begin. What it reads is read once for each form, whatever the text (the end of a run is kept until the text leaves it).
 */
export class FormScanner {
  private readonly byKey = new Map<number, Sought[]>();
  private slots = 0;
  private used = true;
  /** For each piece of each form: the run that was read last, and up to where a form was looked at in vain. */
  private readonly runs: Int32Array;
  private readonly done: Int32Array;

  constructor(rules: readonly TokenRule[]) {
    for (const rule of rules)
      for (const source of rule.forms) for (const form of readForms(source)) this.add(rule, form);
    this.runs = new Int32Array(this.slots * 2);
    this.done = new Int32Array(this.slots);
  }

  private add(rule: TokenRule, form: Form): void {
    const leadForm = rule.lead === undefined ? undefined : (readForms(rule.lead)[0]?.[0] as Piece);
    const lead = leadForm !== undefined && 'set' in leadForm ? leadForm : undefined;
    const sought: Sought = { rule, form, lead, slot: this.slots };
    this.slots += form.length;
    for (const key of beginnings(form)) {
      const same = this.byKey.get(key);
      if (same === undefined) this.byKey.set(key, [sought]);
      else same.push(sought);
    }
  }

  /** The keys with which forms begin. */
  keys(): Iterable<number> {
    return this.byKey.keys();
  }

  /** To be called before each text. */
  begin(): void {
    if (!this.used) return;
    this.used = false;
    this.runs.fill(-1);
    this.done.fill(0);
  }

  /** What begins at `start` with the four characters of `key`; the longest, if several do. */
  at(text: string, start: number, key: number): Hit | undefined {
    const all = this.byKey.get(key);
    if (all === undefined) return undefined;
    this.used = true;
    let best: Hit | undefined;
    const begins = beginsHere(text, start);
    for (const sought of all) {
      const hit = this.read(text, start, sought, begins);
      if (hit !== undefined && (best === undefined || hit.end - hit.start > best.end - best.start))
        best = hit;
    }
    return best;
  }

  private read(text: string, start: number, sought: Sought, begins: boolean): Hit | undefined {
    const { rule, form, lead, slot } = sought;
    if (start < (this.done[slot] as number)) return undefined;
    if (!begins && lead === undefined && rule.anywhere === undefined) return undefined;
    const first = form[0] as Piece;
    if ('literal' in first && !text.startsWith(first.literal, start)) return undefined;
    let from = start;
    if (lead !== undefined) {
      from = runStart(lead.set, text, start, Math.max(0, start - lead.max));
      work.steps += start - from;
      if (isEscapeLetter(text, from)) from++;
      if (start - from < lead.min || !beginsHere(text, from) || goesOnBefore(lead.set, text, from))
        return undefined;
    }
    const end = this.readPieces(text, start, form, slot);
    // What goes on with a letter or digit is another word.
    if (end === -1 || (rule.anywhere === undefined && isAlphanumeric(text.charCodeAt(end)))) return undefined;
    const value = text.slice(from, end);
    work.steps += value.length;
    const hit = this.judge(text, from, end, value, rule);
    if (hit === undefined) this.done[slot] = end;
    return hit;
  }

  private readPieces(text: string, start: number, form: Form, slot: number): number {
    let at = start;
    let torn = false;
    for (let n = 0; n < form.length; n++) {
      const piece = form[n] as Piece;
      if ('literal' in piece) {
        if (!text.startsWith(piece.literal, at)) return -1;
        at += piece.literal.length;
        continue;
      }
      const end = this.endOfRun(piece.set, text, at, slot + n);
      let taken = Math.min(end - at, piece.max);
      // A value that a line end cuts in two goes on in the next line, when it is too short without.
      if (taken < piece.min && !torn && end - at >= 8 && text[end] === '\n') {
        const rest = runEnd(piece.set, text, end + 1, Math.min(text.length, end + 1 + piece.min));
        work.steps += rest - end;
        torn = true;
        if (rest - at - 1 < piece.min || (rest - at - 1 === piece.min && isIn(piece.set, text, rest)))
          return -1;
        at = rest;
        continue;
      }
      if (taken < piece.min) return -1;
      const last = n === form.length - 1;
      if (last && taken < end - at && piece.max !== Infinity) return -1;
      if (last && piece.max === Infinity) taken = end - at;
      at += taken;
    }
    return at;
  }

  private endOfRun(set: Uint8Array, text: string, at: number, slot: number): number {
    const begun = this.runs[slot * 2] as number;
    const known = this.runs[slot * 2 + 1] as number;
    if (begun !== -1 && at >= begun && at < known) return known;
    const end = runEnd(set, text, at, text.length);
    work.steps += end - at;
    this.runs[slot * 2] = at;
    this.runs[slot * 2 + 1] = end;
    return end;
  }

  private judge(text: string, start: number, end: number, whole: string, rule: TokenRule): Hit | undefined {
    const value = withoutTail(whole, DOTS);
    if (isStandIn(value) || isCutOff(text, end)) return undefined;
    const verdict = rule.check?.(value) ?? 'unknown';
    if (verdict === 'refuted') return undefined;
    const near = rule.near === undefined ? [] : nearWords(text, start, end, rule.near);
    if (near === undefined) return undefined;
    const signals = ['form', ...(verdict === 'proved' ? ['checksum'] : []), ...near];
    const score = verdict === 'proved' ? 1 : near.length > 0 ? 0.8 : 0.95;
    return { type: rule.type, start, end: start + value.length, score, signals };
  }
}

/** Which of the words stand in the window; undefined: none. */
export function nearWords(
  text: string,
  start: number,
  end: number,
  words: readonly string[],
): readonly string[] | undefined {
  const around = (
    text.slice(Math.max(0, start - WINDOW), start) +
    ' ' +
    text.slice(end, end + AFTER)
  ).toLowerCase();
  work.steps += around.length;
  const word = words.find((one) => around.includes(one));
  return word === undefined ? undefined : [`near ${word}`];
}

/** Whether a word may begin here: no letter or digit stands before, or one that ends an escape (`\n`, `\u0022`, `%3D`). */
export function beginsHere(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at === 0 || !isAlphanumeric(before)) return true;
  if (text.charCodeAt(at - 2) === BACKSLASH && 'nrtbf'.includes(text[at - 1] as string)) return true;
  if (text.charCodeAt(at - 3) === PERCENT) return isHex(text, at - 2, at);
  return text.charCodeAt(at - 6) === BACKSLASH && text[at - 5] === 'u' && isHex(text, at - 4, at);
}

const goesOnBefore = (set: CharSet, text: string, at: number): boolean =>
  isIn(set, text, at - 1) && !isEscapeLetter(text, at - 1);

/** The letter of an escape such as `\n`, which belongs to no word. */
export const isEscapeLetter = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) === 0x5c && 'nrtbf'.includes(text[at] as string);

const isAlphanumeric = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a);

function isHex(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/[0-9a-fA-F]/.test(text[i] ?? '')) return false;
  return true;
}

/** The keys of all ways in which a form's first four characters may be written. */
function beginnings(form: Form): Set<number> {
  let keys = new Set([0]);
  let length = 0;
  for (const piece of form) {
    const literal = 'literal' in piece ? piece.literal : undefined;
    const count = literal?.length ?? ('set' in piece ? piece.min : 0);
    for (let n = 0; n < count && length < KEY; n++, length++) {
      const units =
        literal !== undefined ? [literal.charCodeAt(n)] : unitsOf((piece as { set: Uint8Array }).set);
      const next = new Set<number>();
      for (const key of keys) for (const unit of units) next.add(nextKey(key, unit));
      keys = next;
    }
    if (length === KEY) break;
  }
  return keys;
}

const unitsOf = (set: Uint8Array): number[] => Array.from(set.keys()).filter((code) => set[code] === 1);
