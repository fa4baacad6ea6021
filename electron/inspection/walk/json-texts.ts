// Strings of a text of JSON, found where they stand. Nothing is built for them: most messages have nothing in them, and
// those are passed over at the price of one look.

/** One string of a text of JSON. */
export interface JsonText {
  /** Behind the opening quote, and at the closing one. */
  readonly start: number;
  readonly end: number;
  /** It has escapes in it. */
  readonly escaped: boolean;
  readonly isKey: boolean;
  /** Its key says what kind of thing it belongs to; it is nothing that anybody reads. */
  readonly isFormal: boolean;
}

export interface JsonWalk {
  text(one: JsonText): void;
  /** A number with eight characters or more. */
  number?: ((start: number, end: number) => void) | undefined;
  /** How much was left out, each time. */
  bytes?: ((length: number) => void) | undefined;
  /** Leave out the bytes of pictures, sounds and files: base64 beside a media type that is no text. */
  readonly skipBytes: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
/** So deep it is known what a key stands for; deeper, everything counts as a text that somebody reads. */
const DEPTH = 64;
const MOST = 1_000_000;
const FEWEST_DIGITS = 8;

type Key = 'other' | 'formal' | 'bytes' | 'media';
const KEYS = new Map<string, Key>([
  ['type', 'formal'],
  ['role', 'formal'],
  ['data', 'bytes'],
  ['blob', 'bytes'],
  ['mimeType', 'media'],
]);
/** As long as the longest key above can be written, every letter of it as an escape. */
const LONGEST_KEY = 17 * 6;

interface Frame {
  key: Key;
  /** Every media type in this object is one of bytes, and there is one. */
  media: 'none' | 'bytes' | 'text';
  waiting: JsonText[];
}

/**
 * Tells of every string and key of a text that is JSON (which the caller knows), each once; also of keys that stand
 * twice in an object, for readers differ in which one counts. Iterative and linear, however deep. False: it has
 * more strings than are looked at; those before were told.
 */
export function walkJson(json: string, walk: JsonWalk): boolean {
  const frames: Frame[] = [];
  let depth = 0;
  let strings = 0;
  let slash = -1;
  // Structured content is data to its last byte: nothing in it is a picture.
  let structured = false;
  for (let i = 0; i < json.length; i++) {
    const c = json.charCodeAt(i);
    if (c === QUOTE) {
      const start = i + 1;
      let end = json.indexOf('"', start);
      if (slash < start && slash !== Number.POSITIVE_INFINITY) {
        slash = json.indexOf('\\', start);
        if (slash === -1) slash = Number.POSITIVE_INFINITY;
      }
      const escaped = slash < end;
      if (escaped) end = closingQuote(json, slash);
      i = end;
      if (++strings > MOST) return false;
      const frame = depth > 0 && depth <= DEPTH ? frames[depth - 1] : undefined;
      const isKey = isColon(json, end + 1);
      if (isKey) {
        if (frame !== undefined) {
          const name = end - start <= LONGEST_KEY ? textOf(json, { start, end, escaped }) : '';
          frame.key = KEYS.get(name) ?? 'other';
          if (depth === 1) structured = name === 'structuredContent';
        }
        walk.text({ start, end, escaped, isKey, isFormal: false });
        continue;
      }
      const key = frame?.key ?? 'other';
      const one = { start, end, escaped, isKey, isFormal: key === 'formal' || key === 'media' };
      if (frame !== undefined && walk.skipBytes && !structured) {
        if (key === 'media') noteMedia(frame, json.slice(start, Math.min(end, start + 100)));
        if (key === 'bytes') {
          frame.waiting.push(one);
          continue;
        }
      }
      walk.text(one);
    } else if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      depth++;
      if (depth <= DEPTH) {
        const frame = frames[depth - 1];
        if (frame === undefined) frames.push({ key: 'other', media: 'none', waiting: [] });
        else {
          frame.key = 'other';
          frame.media = 'none';
        }
      }
    } else if (c === CLOSE_OBJECT || c === CLOSE_ARRAY) {
      const frame = depth <= DEPTH ? frames[depth - 1] : undefined;
      if (frame !== undefined && frame.waiting.length > 0) {
        for (const one of frame.waiting) {
          if (frame.media !== 'bytes' || !isBase64(json, one)) walk.text(one);
          else walk.bytes?.(one.end - one.start);
        }
        frame.waiting = [];
      }
      depth--;
    } else if (walk.number !== undefined && (c === 0x2d || (c >= 0x30 && c <= 0x39))) {
      const start = i;
      while (isOfNumber(json.charCodeAt(i + 1))) i++;
      if (i + 1 - start >= FEWEST_DIGITS) walk.number(start, i + 1);
    }
  }
  return true;
}

/** The quote that ends a string whose first escape is at `slash`. */
function closingQuote(json: string, slash: number): number {
  let i = slash;
  for (; i < json.length; i++) {
    const c = json.charCodeAt(i);
    if (c === QUOTE) break;
    if (c === BACKSLASH) i++;
  }
  return i;
}

function isColon(json: string, at: number): boolean {
  let c = json.charCodeAt(at);
  while (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) c = json.charCodeAt(++at);
  return c === 0x3a;
}

const isOfNumber = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || c === 0x2e || c === 0x2d || c === 0x2b || c === 0x45 || c === 0x65;

/** Media types of bytes that an app may well decode and give to its model as text. */
const TEXTUAL = /^text\/|json|xml|javascript|ecmascript|yaml|html|markdown|csv|x-sh|toml|sql|\\/i;

function noteMedia(frame: Frame, type: string): void {
  if (TEXTUAL.test(type)) frame.media = 'text';
  else if (frame.media === 'none') frame.media = 'bytes';
}

/** Whether a string has nothing but what base64 is written with, line ends included. */
function isBase64(json: string, { start, end }: JsonText): boolean {
  for (let i = start; i < end; i++) {
    const c = json.charCodeAt(i);
    const letter =
      (c >= 0x30 && c <= 0x39) ||
      ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a) ||
      c === 0x2b ||
      c === 0x2f ||
      c === 0x3d ||
      c === 0x2d ||
      c === 0x5f;
    if (letter) continue;
    const next = json.charCodeAt(i + 1);
    if (c !== BACKSLASH || (next !== 0x6e && next !== 0x72 && next !== 0x2f)) return false;
    i++;
  }
  return true;
}

/** JSON Pointers of strings of a text that is JSON, by where they start; those of keys name what the key names. */
export function pointersTo(json: string, starts: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  const open: { isArray: boolean; at: string }[] = [];
  const pointer = (): string =>
    open.map(({ at }) => `/${at.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  for (let i = 0; i < json.length && found.size < starts.size; i++) {
    const c = json.charCodeAt(i);
    const top = open.at(-1);
    if (c === QUOTE) {
      const start = i + 1;
      i = closingQuote(json, start);
      if (top !== undefined && !top.isArray && isColon(json, i + 1))
        top.at = textOf(json, { start, end: i, escaped: true });
      if (starts.has(start)) found.set(start, pointer());
    } else if (c === OPEN_OBJECT || c === OPEN_ARRAY)
      open.push({ isArray: c === OPEN_ARRAY, at: c === OPEN_ARRAY ? '0' : '' });
    else if (c === CLOSE_OBJECT || c === CLOSE_ARRAY) open.pop();
    else if (c === 0x2c && top?.isArray === true) top.at = String(Number(top.at) + 1);
    else if (starts.has(i)) found.set(i, pointer());
  }
  return found;
}

/** What a string says. */
export function textOf(
  json: string,
  { start, end, escaped }: Pick<JsonText, 'start' | 'end' | 'escaped'>,
): string {
  return escaped ? (JSON.parse(json.slice(start - 1, end + 1)) as string) : json.slice(start, end);
}
