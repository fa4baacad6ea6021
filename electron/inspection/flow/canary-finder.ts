import { unescapeJson } from '../../log/unescape.ts';
import { createMatcher, type Matcher } from '../../log/secret-matcher.ts';
import { decode } from '../decode/decode.ts';
import { stringsIn } from '../walk/strings.ts';

export interface CanaryValue {
  readonly name: string;
  readonly value: string;
}

/** What came of looking for canaries. */
export interface CanariesFound {
  readonly names: readonly string[];
  /** False: more was encoded in it than is looked into. */
  readonly complete: boolean;
}

/** Looks for the canaries in what crosses. */
export interface CanaryFinder {
  /** What is looked for from now on. */
  set(canaries: readonly CanaryValue[]): void;
  readonly empty: boolean;
  find(json: Buffer): CanariesFound;
  /** The names of those that stand in a piece of a long text, in any case or in base64, without decoding anything. */
  glance(piece: Buffer): readonly string[];
}

/**
 * So many characters of a canary in a row are the canary: no other text has them by chance (58^10), and one that was
 * cut into pieces, over two arguments or without its ends, still has them.
 */
const PIECE = 10;
/** In base64 ten characters of the text and a bit, in hex ten of them. */
const PIECE_BASE64 = 16;
const PIECE_HEX = 20;
const WHOLE = { before: false, after: false };
const MAX_DEPTH = 3;
/** Of longer texts, what is decoded costs too much for an answer that passes anyway. */
const LONG = 1024 * 1024;
const NOT_ASCII = /[^\0-\x7f]/;

/**
 * Finds canaries as they stand, in any case, backwards, with anything but letters and digits between their characters
 * (hidden ones, spaces, lines, quotation marks), in full-width letters, in JSON in JSON, percent- and HTML-escaped, in hex
 * and base64 of either alphabet, twice encoded, and as a piece of ten characters: split over arguments or elements,
 * cut, mixed up. Not found: what somebody ciphers, compresses, writes in other bases or as numbers, spells in words, or
 * takes apart into pieces of fewer than ten characters in another order. Linear in the text.
 */
export function createCanaryFinder(): CanaryFinder {
  let plain: Matcher | undefined;
  let coded: Matcher | undefined;
  const owners = new Map<string, string>();

  function look(text: string, names: Set<string>): void {
    const { plain: letters, coded: base64 } = reduced(NOT_ASCII.test(text) ? text.normalize('NFKC') : text);
    for (const [matcher, read] of [
      [plain, letters],
      [coded, base64],
    ] as const)
      for (const { start, end } of matcher?.find(read, WHOLE) ?? []) {
        const name = owners.get(read.slice(start, end));
        if (name !== undefined) names.add(name);
      }
  }

  function lookDeep(text: string, names: Set<string>): boolean {
    look(text, names);
    if (text.length > LONG) return false;
    const { parts, complete } = decode(text);
    for (const part of parts) look(part.text, names);
    // Pieces that are encoded one by one spell it together.
    if (parts.length > 1) look(parts.map((part) => part.text).join(''), names);
    return complete;
  }

  return {
    set(canaries) {
      owners.clear();
      const forms: [string[], string[]] = [[], []];
      const add = (kind: 0 | 1, form: string, piece: number, name: string): void => {
        for (let at = 0; at + piece <= form.length; at++) {
          const one = form.slice(at, at + piece);
          owners.set(one, name);
          forms[kind].push(one);
        }
      };
      for (const { name, value } of canaries) {
        const text = squeezed(value);
        add(0, text, PIECE, name);
        add(0, Array.from(text).toReversed().join(''), PIECE, name);
        add(0, Buffer.from(value).toString('hex'), PIECE_HEX, name);
        for (const before of [0, 1, 2]) add(1, insideBase64(Buffer.from(value), before), PIECE_BASE64, name);
      }
      plain = canaries.length === 0 ? undefined : createMatcher(forms[0]);
      coded = canaries.length === 0 ? undefined : createMatcher(forms[1]);
    },
    get empty() {
      return plain === undefined;
    },
    find(json) {
      const names = new Set<string>();
      if (plain === undefined) return { names: [], complete: true };
      // As it stands first: of a key that is there twice, a parser shows one value only.
      let text = json.toString('utf8');
      let complete = lookDeep(text, names);
      for (let depth = 0; depth < MAX_DEPTH && text.includes('\\'); depth++) {
        text = unescapeJson(text).text;
        look(text, names);
      }
      if (!complete) return { names: [...names], complete };
      const { strings, complete: walked } = stringsIn(parsed(json));
      const values = strings.filter(({ isKey }) => !isKey).map((one) => one.text);
      complete = lookDeep(values.join(''), names) && walked;
      look(values.toReversed().join(''), names);
      if (values.length < strings.length) look(strings.map((one) => one.text).join(''), names);
      return { names: [...names], complete };
    },
    glance(piece) {
      const names = new Set<string>();
      look(piece.toString('utf8'), names);
      return [...names];
    },
  };
}

/** What a character is in a text without all that may stand between letters and digits: 0 is nothing. */
const LETTER = new Uint8Array(128);
const CODED = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyz0123456789') {
  const code = c.charCodeAt(0);
  const capital = c.toUpperCase().charCodeAt(0);
  LETTER[code] = code;
  LETTER[capital] = code;
  CODED[code] = code;
  CODED[capital] = capital;
}
// Both alphabets of base64 are read as the usual one.
for (const [sign, usual] of Object.entries({ '+': '+', '-': '+', '/': '/', _: '/' }))
  CODED[sign.charCodeAt(0)] = usual.charCodeAt(0);

/** The text in letters and digits of one case, and in the alphabet of base64. */
function reduced(text: string): { readonly plain: string; readonly coded: string } {
  const letters = Buffer.allocUnsafe(text.length);
  const base64 = Buffer.allocUnsafe(text.length);
  let [count, coded] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) continue;
    const letter = LETTER[code] as number;
    if (letter !== 0) letters[count++] = letter;
    const digit = CODED[code] as number;
    if (digit !== 0) base64[coded++] = digit;
  }
  return { plain: letters.toString('latin1', 0, count), coded: base64.toString('latin1', 0, coded) };
}

const squeezed = (text: string): string => reduced(text).plain;

/** The characters of base64 that depend on these bytes alone, when `before` more bytes (modulo 3) come first. */
function insideBase64(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const isWhole = (before + bytes.length) % 3 === 0;
  return text.slice(before === 0 ? 0 : before + 1, isWhole ? undefined : -1);
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8')) as unknown;
  } catch {
    // What is no JSON has been looked at as it stands.
    return undefined;
  }
}
