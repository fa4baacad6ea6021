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
  while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at++;
  return text.charCodeAt(at) === COLON;
}

/** Whether a text is an object, an array or a string in JSON; other scalars are plain texts. */
export function isJson(text: string): boolean {
  if (!/^\s*[{["]/.test(text) || !/[}\]"]\s*$/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text as it stands inside the quotes of JSON. */
export const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);
