/**
 * A JSON value that remembers how it was written. Texts are byte strings (latin1: one character, one byte), so
 * that comparing them compares bytes: `1e400`, `9007199254740993` and `"\u00e9"` stay what they are.
 */
export interface Json {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'literal';
  /** The bytes as they came; undefined for a value that a rewrite put together. */
  readonly raw: string | undefined;
  /** Of an object: keys with their quotes, in the order in which they came. */
  readonly members: readonly (readonly [key: string, value: Json])[];
  /** Of an array. */
  readonly items: readonly Json[];
}

const SPACE = new Set([' ', '\t', '\n', '\r']);
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;

class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  space(): void {
    while (SPACE.has(this.text[this.at] ?? '')) this.at += 1;
  }

  eats(char: string): boolean {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  need(char: string): void {
    if (!this.eats(char)) throw new Error(`Not JSON: ${char} expected at byte ${this.at}.`);
  }

  token(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  value(): Json {
    this.space();
    const start = this.at;
    const first = this.text[start];
    if (first === '{') return this.#object(start);
    if (first === '[') return this.#array(start);
    const scalar = (kind: Json['kind'], raw: string): Json => ({ kind, raw, members: [], items: [] });
    if (first === '"') return scalar('string', this.key());
    const number = this.token(NUMBER);
    if (number !== undefined) return scalar('number', number);
    const literal = this.token(LITERAL);
    if (literal !== undefined) return scalar('literal', literal);
    throw new Error(`Not JSON: a value expected at byte ${start}.`);
  }

  key(): string {
    this.space();
    const key = this.token(STRING);
    if (key === undefined) throw new Error(`Not JSON: a string expected at byte ${this.at}.`);
    return key;
  }

  #object(start: number): Json {
    this.need('{');
    const members: [string, Json][] = [];
    if (!this.eats('}')) {
      do {
        const key = this.key();
        this.need(':');
        members.push([key, this.value()]);
      } while (this.eats(','));
      this.need('}');
    }
    return { kind: 'object', raw: this.text.slice(start, this.at), members, items: [] };
  }

  #array(start: number): Json {
    this.need('[');
    const items: Json[] = [];
    if (!this.eats(']')) {
      do items.push(this.value());
      while (this.eats(','));
      this.need(']');
    }
    return { kind: 'array', raw: this.text.slice(start, this.at), members: [], items };
  }
}

/** Reads one JSON value from its bytes; throws on anything else. */
export function readJson(bytes: Buffer): Json {
  return readByteString(bytes.toString('latin1'));
}

/** Reads one JSON value from a byte string. */
export function readByteString(text: string): Json {
  const reader = new Reader(text);
  const value = reader.value();
  reader.space();
  if (reader.at !== text.length) throw new Error(`Not JSON: more follows at byte ${reader.at}.`);
  return value;
}

/** A value of our own, written as `JSON.stringify` writes it. */
export function json(value: unknown): Json {
  return readJson(Buffer.from(JSON.stringify(value)));
}

/** A byte string as people read it. */
export const readable = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

const decoded = (raw: string): unknown => JSON.parse(readable(raw)) as unknown;

/** What a string says; undefined for any other kind of value. */
export function textOf(value: Json | undefined): string | undefined {
  return value?.kind === 'string' && value.raw !== undefined ? String(decoded(value.raw)) : undefined;
}

/** A member of an object by its decoded key. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return value?.members.find(([raw]) => decoded(raw) === key)?.[1];
}

/** A member further down. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found = value;
  for (const key of path) found = member(found, key);
  return found;
}

/** The object with one member changed, added at the end or, with undefined, taken away. */
export function withMember(object: Json, key: string, value: Json | undefined): Json {
  const raw = Buffer.from(JSON.stringify(key)).toString('latin1');
  const known = object.members.some(([name]) => decoded(name) === key);
  if (!known && value === undefined) return object;
  const members: (readonly [string, Json])[] = known ? [] : [...object.members];
  if (!known && value !== undefined) members.push([raw, value]);
  if (known)
    for (const pair of object.members) {
      if (decoded(pair[0]) !== key) members.push(pair);
      else if (value !== undefined) members.push([pair[0], value]);
    }
  return { kind: 'object', raw: undefined, members, items: [] };
}

/** An array of our own around values. */
export const arrayOf = (items: readonly Json[]): Json => ({
  kind: 'array',
  raw: undefined,
  members: [],
  items,
});

/** The bytes of a value. */
export function written(value: Json): string {
  if (value.raw !== undefined) return value.raw;
  if (value.kind === 'array') return `[${value.items.map(written).join(',')}]`;
  return `{${value.members.map(([key, item]) => `${key}:${written(item)}`).join(',')}}`;
}
