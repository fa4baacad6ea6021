import { ScanFailure, skipSpace, skipValue } from '../../relay/framing/json-scan.ts';

/** A string in a text of JSON: the places of its quotes, and whether it is the key of a member. */
export interface JsonString {
  /** Behind the opening quote. */
  readonly start: number;
  /** At the closing quote. */
  readonly end: number;
  readonly isKey: boolean;
  /** Whether there are escapes in it. */
  readonly escaped: boolean;
  /** The key under which it stands; of what stands in an array, the array's. For a key: itself. */
  readonly under: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** Every string of a text that is JSON (which the caller knows), keys too, in order. Iterative, one after the other. */
export function* jsonStrings(text: string): Generator<JsonString, void, void> {
  const above: string[] = [];
  let key = '';
  // The next backslash: looked for once, not once for each string.
  let slash = text.indexOf('\\');
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x7b || c === 0x5b) above.push(key);
    else if (c === 0x7d || c === 0x5d) key = above.pop() ?? '';
    if (c !== QUOTE) continue;
    const start = i + 1;
    let end = text.indexOf('"', start);
    if (end === -1) return;
    const escaped = slash !== -1 && slash < end;
    if (escaped) {
      end = closing(text, slash);
      slash = text.indexOf('\\', end);
    }
    i = end;
    const isKey = isColon(text, end + 1);
    if (isKey) key = text.slice(start, end);
    yield { start, end, isKey, escaped, under: key };
  }
}

function closing(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) return i;
    if (c === BACKSLASH) i++;
  }
  return text.length;
}

function isColon(text: string, from: number): boolean {
  let at = from;
  while (isWhite(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === COLON;
}

/** JSON's white space. */
const isWhite = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Whether a text is an object, an array or a string in JSON; other scalars are plain texts. */
export function isJson(text: string): boolean {
  let at = 0;
  while (isWhite(text.charCodeAt(at))) at++;
  let last = text.length - 1;
  while (last > at && isWhite(text.charCodeAt(last))) last--;
  if (!'{["'.includes(text[at] ?? '-') || !'}]"'.includes(text[last] as string)) return false;
  return text.length < LONG ? parses(text) : isAnyJson(Buffer.from(text, 'utf8'), text);
}

/** Building what a longer text says would hold up others. */
const LONG = 16 * 1024;

/** Whether bytes are JSON; `text` is what they say. */
export function isAnyJson(bytes: Buffer, text: string): boolean {
  try {
    return skipSpace(bytes, skipValue(bytes, skipSpace(bytes, 0))) === bytes.length;
  } catch (error) {
    if (!(error instanceof ScanFailure)) throw error;
    return error.message.startsWith('nested too deeply') && parses(text);
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text as it stands inside the quotes of JSON. */
export const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);
