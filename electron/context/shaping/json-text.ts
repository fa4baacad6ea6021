import { isAnyJson } from '../../inspection/masks/json-strings.ts';
import { depthOf } from '../../relay/framing/json-scan.ts';
import { type Key, looksLikeTable, type Member, tableOf } from './json-table.ts';

/** What is to be done to a text of JSON. */
interface JsonSteps {
  readonly nulls: boolean;
  readonly tables: boolean;
}

/** A text of JSON that says the same in fewer characters. */
interface JsonShaped {
  readonly text: string;
  /** Members that were null and went. */
  readonly nulls: number;
  readonly tables: number;
  /** Rows of all the tables. */
  readonly rows: number;
  /** White space that went. */
  readonly white: number;
}

/** Deeper JSON stays as it is; bounds the stack. */
const MAX_DEPTH = 64;

/**
 * Prints an object or an array of JSON again without white space, null members and repeated names. Every other token
 * stays as it stands: numbers and strings are never read as values (a name that is spelled in two ways is spelled as first). Elements of arrays never go, and neither do the
 * members of an object in which all are null: that nothing was found is what it says. Undefined: the text is no JSON, is
 * nested deeper than 64, or says a key twice (which of the two counts is not ours to choose). Linear time.
 */
export function shapeJson(text: string, steps: JsonSteps): JsonShaped | undefined {
  if (!isContainer(text)) return undefined;
  const bytes = Buffer.from(text, 'utf8');
  if (!isAnyJson(bytes, text) || depthOf(bytes, { start: 0, end: bytes.length }) > MAX_DEPTH)
    return undefined;
  try {
    return new Printer(text, steps).print();
  } catch (error) {
    if (!(error instanceof LeftAlone)) throw error;
    return error.reason === 'like a table' ? shapeJson(text, { ...steps, tables: false }) : undefined;
  }
}

class LeftAlone extends Error {
  readonly reason: 'like a table' | 'key twice';
  constructor(reason: 'like a table' | 'key twice') {
    super(reason);
    this.reason = reason;
  }
}

function isContainer(text: string): boolean {
  let first = 0;
  while (isWhite(text.charCodeAt(first))) first++;
  let last = text.length - 1;
  while (last > first && isWhite(text.charCodeAt(last))) last--;
  const ends = `${text.charAt(first)}${text.charAt(last)}`;
  return ends === '{}' || ends === '[]';
}

const isWhite = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;

/** So many keys are compared one by one; a set is slower to make. */
const FEW = 8;

/** Reads a text that is known to be JSON and not too deep. */
class Printer {
  readonly #text: string;
  readonly #steps: JsonSteps;
  /** By token, and by name. */
  readonly #keys = new Map<string, Key>();
  readonly #names = new Map<string, Key>();
  #at = 0;
  #nulls = 0;
  #tables = 0;
  #rows = 0;
  #white = 0;

  constructor(text: string, steps: JsonSteps) {
    this.#text = text;
    this.#steps = steps;
  }

  print(): JsonShaped {
    this.#skipWhite();
    const text = this.#value();
    this.#skipWhite();
    return { text, nulls: this.#nulls, tables: this.#tables, rows: this.#rows, white: this.#white };
  }

  #skipWhite(): number {
    const from = this.#at;
    let c = this.#text.charCodeAt(this.#at);
    while (isWhite(c)) c = this.#text.charCodeAt(++this.#at);
    this.#white += this.#at - from;
    return c;
  }

  #value(): string {
    const c = this.#text.charCodeAt(this.#at);
    if (c === 0x7b) return printed(this.#object());
    if (c === 0x5b) return this.#array();
    const from = this.#at;
    if (c === 0x22) this.#at = behindString(this.#text, from);
    else this.#at = behindWord(this.#text, from);
    return this.#text.slice(from, this.#at);
  }

  /** The members that stay. */
  #object(): readonly Member[] {
    const members: Member[] = [];
    let known: Set<Key> | undefined;
    let nulls = 0;
    this.#at++;
    for (let c = this.#skipWhite(); c !== 0x7d; c = this.#skipWhite()) {
      if (c === 0x2c) {
        this.#at++;
        this.#skipWhite();
      }
      const key = this.#key();
      if (known?.has(key) ?? hasKey(members, key)) throw new LeftAlone('key twice');
      this.#skipWhite();
      this.#at++;
      this.#skipWhite();
      const value = this.#value();
      if (value === 'null') nulls++;
      members.push({ key, value });
      if (members.length === FEW) known = new Set(members.map((member) => member.key));
      else known?.add(key);
    }
    this.#at++;
    const drops = this.#steps.nulls && nulls > 0 && nulls < members.length;
    const stays = drops ? members.filter(({ value }) => value !== 'null') : members;
    if (drops) this.#nulls += nulls;
    if (this.#steps.tables && looksLikeTable(stays)) throw new LeftAlone('like a table');
    return stays;
  }

  #key(): Key {
    const from = this.#at;
    this.#at = behindString(this.#text, from);
    const token = this.#text.slice(from, this.#at);
    let key = this.#keys.get(token);
    if (key === undefined) {
      const name = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
      key = this.#names.get(name) ?? { token, name };
      this.#names.set(name, key);
      this.#keys.set(token, key);
    }
    return key;
  }

  #array(): string {
    const values: (string | readonly Member[])[] = [];
    let objects: (readonly Member[])[] | undefined = this.#steps.tables ? [] : undefined;
    this.#at++;
    for (let c = this.#skipWhite(); c !== 0x5d; c = this.#skipWhite()) {
      if (c === 0x2c) {
        this.#at++;
        c = this.#skipWhite();
      }
      if (c !== 0x7b) {
        objects = undefined;
        values.push(this.#value());
      } else {
        const members = this.#object();
        if (objects === undefined) values.push(printed(members));
        else {
          objects.push(members);
          values.push(members);
        }
      }
    }
    this.#at++;
    const table = objects && tableOf(objects, printedLength(objects));
    if (table === undefined || objects === undefined)
      return `[${values.map((value) => (typeof value === 'string' ? value : printed(value))).join(',')}]`;
    this.#tables++;
    this.#rows += objects.length;
    return table;
  }
}

function hasKey(members: readonly Member[], key: Key): boolean {
  for (const member of members) if (member.key === key) return true;
  return false;
}

function printed(members: readonly Member[]): string {
  let text = '{';
  for (const { key, value } of members) text += `${text.length === 1 ? '' : ','}${key.token}:${value}`;
  return `${text}}`;
}

/** Characters of a list of objects, printed. */
function printedLength(objects: readonly (readonly Member[])[]): number {
  let length = objects.length + 1;
  for (const members of objects) {
    length += members.length === 0 ? 2 : members.length + 1;
    for (const { key, value } of members) length += key.token.length + 1 + value.length;
  }
  return length;
}

/** `from` is at the opening quote. */
function behindString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) return i + 1;
    if (c === 0x5c) i++;
  }
  return text.length;
}

/** Behind a number, `true`, `false` or `null`. */
function behindWord(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2c || c === 0x5d || c === 0x7d || isWhite(c)) break;
  }
  return i;
}
