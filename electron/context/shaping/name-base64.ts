import type { Replaced } from './clean-links.ts';

/** So many characters in a row make a text of base64. */
const SHORTEST = 200;
/** Base64 of no known kind may be a page's cursor or a key that is to be handed on; those are shorter. */
const SHORTEST_UNKNOWN = 1_000;
/** Lines as mail wraps them. */
const SHORTEST_LINE = 60;

const UPPER = 1;
const LOWER = 2;
const DIGIT = 4;
const OTHER = 8;
const SLASH = 16;

/** What a character of base64 (also of base64url) is; 0: none. */
const KINDS = Uint8Array.from({ length: 128 }, (_, c) => {
  const char = String.fromCharCode(c);
  if (char >= 'A' && char <= 'Z') return UPPER;
  if (char >= 'a' && char <= 'z') return LOWER;
  if (char >= '0' && char <= '9') return DIGIT;
  if (char === '/') return SLASH;
  return '+-_'.includes(char) ? OTHER : 0;
});

/** How the base64 of files begins that no program takes for a cursor. */
const STARTS: readonly (readonly [string, string])[] = [
  ['iVBORw0KG', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGODdh', 'image/gif'],
  ['R0lGODlh', 'image/gif'],
  ['JVBERi0', 'application/pdf'],
  ['UEsDB', 'application/zip'],
  ['d09GM', 'font/woff2'],
  ['d09GR', 'font/woff'],
  ['T2dnU', 'audio/ogg'],
  ['SUQz', 'audio/mpeg'],
];

/** In keys of values that are to be handed on as they are. */
const HANDED_ON =
  'bearer,token,cursor,page,next,previous,after,before,continu,state,signature,key,secret,jwt,session,auth,credential,etag,hash,digest,nonce,checkpoint,watermark,delta,cert,pem,challenge,ticket,handle,resume,sync'.split(
    ',',
  );

/**
 * Puts one word in the place of long base64 and of `data:` URLs in a text: how large it was and, where that is known, of
 * which kind. What may be a key, a cursor, a token (also in links and headers) or a digest stays. Linear time.
 */
export function nameBase64(text: string): Replaced {
  const parts: string[] = [];
  let copied = 0;
  let count = 0;
  const put = (from: number, to: number, characters: number, kind: string | undefined): void => {
    parts.push(
      text.slice(copied, from),
      `[base64, ${size(characters)}${kind === undefined ? '' : `, ${kind}`}]`,
    );
    copied = to;
    count++;
  };
  for (let at = 0; at < text.length;) {
    if (kindAt(text, at) === 0) {
      at++;
      continue;
    }
    const run = readRun(text, at);
    at = run.end;
    if (run.characters < SHORTEST) continue;
    const data = dataUrlBefore(text, run.start, copied);
    if (data !== undefined) put(data.start, run.end, run.characters, data.kind);
    else if (isAlone(text, run)) {
      const kind = kindOf(text, run.start);
      if (kind !== undefined || isUnknownBase64(text, run)) put(run.start, run.end, run.characters, kind);
    }
  }
  return count === 0 ? { text, count } : { text: parts.join('') + text.slice(copied), count };
}

interface Run {
  readonly start: number;
  /** Behind the padding. */
  readonly end: number;
  /** Without line breaks and padding. */
  readonly characters: number;
  readonly kinds: Readonly<Record<'upper' | 'lower' | 'digit' | 'slash', number>>;
}

function kindAt(text: string, at: number): number {
  const c = text.charCodeAt(at);
  return c < 128 ? (KINDS[c] as number) : 0;
}

/** `start` is at a character of base64. Goes on over line breaks between lines of one length, as mail wraps them. */
function readRun(text: string, start: number): Run {
  const kinds = { upper: 0, lower: 0, digit: 0, slash: 0 };
  let characters = 0;
  let end = start;
  let width = 0;
  for (let line = start; ;) {
    end = line;
    for (let kind = kindAt(text, end); kind !== 0; kind = kindAt(text, ++end)) {
      if (kind === UPPER) kinds.upper++;
      else if (kind === LOWER) kinds.lower++;
      else if (kind === DIGIT) kinds.digit++;
      else if (kind === SLASH) kinds.slash++;
    }
    characters += end - line;
    if (line === start) width = end - line;
    const next = text.startsWith('\r\n', end) ? end + 2 : text.charCodeAt(end) === 0x0a ? end + 1 : -1;
    if (end - line !== width || width < SHORTEST_LINE || width > SHORTEST || next === -1) break;
    if (kindAt(text, next) === 0 || !isLineOf(text, next, width)) break;
    line = next;
  }
  for (let padding = 0; padding < 2 && text.charCodeAt(end) === 0x3d; padding++) end++;
  return { start, end, characters, kinds };
}

/** Whether a line of base64 that is no longer than the others stands there, and not the end of a part of a mail. */
function isLineOf(text: string, from: number, width: number): boolean {
  if (text.startsWith('--', from)) return false;
  let end = from;
  while (end - from < width && kindAt(text, end) !== 0) end++;
  if (kindAt(text, end) !== 0) return false;
  if (end - from === width) return true;
  for (let padding = 0; padding < 2 && text.charCodeAt(end) === 0x3d; padding++) end++;
  if ((end - from) % 4 !== 0) return false;
  return end === text.length || isSpace(text.charCodeAt(end)) || text.charCodeAt(end) === 0x22;
}

const isSpace = (c: number): boolean => c === 0x20 || (c >= 0x09 && c <= 0x0d);

/** More is no media type. */
const LONGEST_HEAD = 120;

/** The `data:…;base64,` that ends at `end`; not before `from`. */
function dataUrlBefore(
  text: string,
  end: number,
  from: number,
): { readonly start: number; readonly kind: string | undefined } | undefined {
  if (!text.startsWith(';base64,', end - 8)) return undefined;
  const head = text.slice(Math.max(from, end - LONGEST_HEAD), end - 8);
  const at = head.toLowerCase().lastIndexOf('data:');
  if (at === -1) return undefined;
  const kind = head.slice(at + 5).split(';', 1)[0] ?? '';
  for (const char of head.slice(at))
    if (isSpace(char.charCodeAt(0)) || `"'<>()`.includes(char)) return undefined;
  return { start: end - 8 - head.length + at, kind: isMediaType(kind) ? kind : undefined };
}

/** No other text of the server's gets into our words. */
const isMediaType = (kind: string): boolean =>
  kind.length <= 40 && /^(?:image|audio|video|font|application|text)\/[a-z0-9.+-]+$/.test(kind);

/** Whether it stands for itself, and not in a link, an assignment, a JWT or a PEM. */
function isAlone(text: string, { start, end }: Run): boolean {
  if (start > 0 && !isSpace(text.charCodeAt(start - 1)) && !`"'\`(>,[`.includes(text.charAt(start - 1)))
    return false;
  if (end < text.length && !isSpace(text.charCodeAt(end)) && !`"'\`)<,]`.includes(text.charAt(end)))
    return false;
  return !text
    .slice(Math.max(0, start - 8), start)
    .trimEnd()
    .endsWith('---');
}

function kindOf(text: string, start: number): string | undefined {
  for (const [head, kind] of STARTS) if (text.startsWith(head, start)) return kind;
  // RIFF is a box of several kinds.
  return text.startsWith('UklGR', start) && text.startsWith('RUJQ', start + 12) ? 'image/webp' : undefined;
}

/** Whether it has the mixture of characters that bytes have in base64, and no name that says that it is to be handed on. */
function isUnknownBase64(text: string, { start, characters, kinds }: Run): boolean {
  if (characters < SHORTEST_UNKNOWN) return false;
  const part = (n: number): number => n / characters;
  if (
    part(kinds.upper) < 0.1 ||
    part(kinds.lower) < 0.1 ||
    part(kinds.digit) < 0.02 ||
    part(kinds.slash) > 0.05
  )
    return false;
  const head = text.slice(Math.max(0, start - 80), start);
  return head.endsWith('"') ? isUnderKey(head) : !saysHandedOn(head.slice(head.lastIndexOf('\n') + 1));
}

/** Whether a quote that ends `head` opens the value of a key, and of one that may be left out. */
function isUnderKey(head: string): boolean {
  const named = head.slice(0, -1).trimEnd();
  if (!named.endsWith(':')) return false;
  const key = named.slice(0, -1).trimEnd();
  const open = key.lastIndexOf('"', key.length - 2);
  return key.endsWith('"') && open !== -1 && !saysHandedOn(key.slice(open));
}

function saysHandedOn(words: string): boolean {
  const lower = words.toLowerCase();
  return HANDED_ON.some((word) => lower.includes(word));
}

function size(characters: number): string {
  const bytes = Math.floor((characters * 3) / 4);
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
