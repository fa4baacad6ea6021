import { isUtf8 } from 'node:buffer';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { MAX_PLIST_DEPTH, MAX_PLIST_VALUES, PlistRefused, type PlistValue } from './plist-value.ts';

/**
 * Reads an XML property list: just as much XML as Apple's tools write. No entities but the five of XML and character
 * references, no subset in the document type, no CDATA, no attributes but the version: nothing can grow or reach out
 * while it is read (entity bombs, external entities). Linear in the text.
 */
export function readXmlPlist(bytes: Buffer): Result<PlistValue, 'malformed'> {
  if (!isUtf8(bytes)) return fail('malformed', 'its property list is not UTF-8');
  try {
    return ok(new Reader(bytes.toString('utf8').replace(/^\ufeff/, '')).document());
  } catch (error) {
    if (error instanceof PlistRefused) return fail('malformed', error.message);
    throw error;
  }
}

function refuse(what: string): never {
  throw new PlistRefused(`its property list cannot be read (${what})`);
}

const DECLARATION =
  /<\?xml\s+version=(["'])1\.0\1(?:\s+encoding=(["'])utf-8\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*\?>/iy;
const DOCTYPE = /<!DOCTYPE\s+plist(?:\s+PUBLIC\s+"[^"<>]*"\s+"[^"<>]*"|\s+SYSTEM\s+"[^"<>]*")?\s*>/y;
const PLIST = /<plist(?:\s+version=(["'])1\.0\1)?\s*>/y;
const TAG = /<([a-z]{1,8})\s*(\/?)>/y;
const INTEGER = /^[+-]?\d{1,17}$/;
const REAL = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

class Reader {
  readonly #text: string;
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): PlistValue {
    this.#take(DECLARATION);
    this.#space();
    this.#take(DOCTYPE);
    this.#space();
    if (this.#take(PLIST) === undefined) refuse('no plist element');
    this.#space();
    const value = this.#value(this.#tag(), 0);
    this.#space();
    this.#close('plist');
    this.#space();
    if (this.#at !== this.#text.length) refuse('more follows');
    return value;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at += found[0].length;
    return found;
  }

  /** White space and comments. */
  #space(): void {
    for (;;) {
      this.#take(/[ \t\r\n]+/y);
      if (!this.#text.startsWith('<!--', this.#at)) return;
      const end = this.#text.indexOf('--', this.#at + 4);
      if (end < 0 || this.#text[end + 2] !== '>') refuse('a comment');
      this.#at = end + 3;
    }
  }

  #tag(): { readonly name: string; readonly empty: boolean } {
    const found = this.#take(TAG);
    if (found === undefined) refuse('an element expected');
    return { name: found[1] as string, empty: found[2] === '/' };
  }

  #closes(name: string): boolean {
    return this.#text.startsWith(`</${name}>`, this.#at);
  }

  #close(name: string): void {
    if (!this.#closes(name)) refuse(`the end of "${name}" expected`);
    this.#at += name.length + 3;
  }

  #value({ name, empty }: { readonly name: string; readonly empty: boolean }, depth: number): PlistValue {
    if (++this.#values > MAX_PLIST_VALUES) refuse('too many values');
    if (depth > MAX_PLIST_DEPTH) refuse('nested too deep');
    switch (name) {
      case 'true':
      case 'false':
        if (!empty) {
          this.#space();
          this.#close(name);
        }
        return name === 'true';
      case 'string':
        return empty ? '' : this.#chars(name);
      case 'integer':
        return this.#number(empty ? '' : this.#chars(name), INTEGER, Number.isSafeInteger);
      case 'real':
        return this.#number(empty ? '' : this.#chars(name), REAL, Number.isFinite);
      case 'array':
        return empty ? [] : this.#array(depth + 1);
      case 'dict':
        return empty ? {} : this.#dictionary(depth + 1);
      case 'data':
      case 'date':
        throw new PlistRefused('its property list holds a value of a kind that no policy has');
      default:
        return refuse('an unknown element');
    }
  }

  #number(text: string, form: RegExp, good: (value: number) => boolean): number {
    const trimmed = text.trim();
    const value = Number(trimmed);
    if (!form.test(trimmed) || !good(value)) refuse('a number');
    return value;
  }

  #array(depth: number): PlistValue[] {
    const values: PlistValue[] = [];
    for (;;) {
      this.#space();
      if (this.#closes('array')) {
        this.#close('array');
        return values;
      }
      values.push(this.#value(this.#tag(), depth));
    }
  }

  #dictionary(depth: number): PlistValue {
    const members = new Map<string, PlistValue>();
    for (;;) {
      this.#space();
      if (this.#closes('dict')) {
        this.#close('dict');
        return Object.fromEntries(members);
      }
      const { name, empty } = this.#tag();
      if (name !== 'key') refuse('a key expected');
      const key = empty ? '' : this.#chars('key');
      if (members.has(key)) throw new PlistRefused('it names a member twice');
      if (key === '__proto__') refuse('a key');
      this.#space();
      members.set(key, this.#value(this.#tag(), depth));
    }
  }

  /** The text up to the end of an element, with references replaced. */
  #chars(name: string): string {
    const end = this.#text.indexOf('<', this.#at);
    if (end < 0) refuse('the end of a text');
    const raw = this.#text.slice(this.#at, end);
    this.#at = end;
    this.#close(name);
    // eslint-disable-next-line no-control-regex -- XML has none of these.
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(raw)) refuse('a character that XML does not have');
    return raw.replace(/\r\n?/g, '\n').replace(/&(?:([a-z]{1,6}|#x?[0-9a-fA-F]{1,8});)?/g, reference);
  }
}

function reference(_whole: string, name: string | undefined): string {
  const known = name === undefined ? undefined : NAMED.get(name);
  if (known !== undefined) return known;
  const digits = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name ?? '');
  if (digits === null) refuse('an unknown entity');
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const good =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  if (!good) refuse('a character that XML does not have');
  return String.fromCodePoint(code);
}
