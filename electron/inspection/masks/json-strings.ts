/** A string in a text of JSON: the places of its quotes, and whether it is the key of a member. */
export interface JsonString {
  /** Behind the opening quote. */
  readonly start: number;
  /** At the closing quote. */
  readonly end: number;
  readonly isKey: boolean;
  /** The key under which it stands; of what stands in an array, the array's. For a key: itself. */
  readonly under: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Every string of a text that is JSON (which the caller knows), keys too, in order. Iterative. */
export function jsonStrings(text: string): JsonString[] {
  const found: JsonString[] = [];
  const above: string[] = [];
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x7b || c === 0x5b) above.push(key);
    else if (c === 0x7d || c === 0x5d) key = above.pop() ?? '';
    if (c !== QUOTE) continue;
    const start = i + 1;
    for (i = start; i < text.length; i++) {
      const d = text.charCodeAt(i);
      if (d === QUOTE) break;
      if (d === BACKSLASH) i++;
    }
    const isKey = isColon(text, i + 1);
    if (isKey) key = text.slice(start, i);
    found.push({ start, end: i, isKey, under: key });
  }
  return found;
}

function isColon(text: string, at: number): boolean {
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++;
  return text[at] === ':';
}

/** Whether a text is an object or an array in JSON; scalars are plain texts. */
export function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text as it stands inside the quotes of JSON. */
export const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);
