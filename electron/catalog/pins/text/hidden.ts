import { isLookalike } from '../../shadowing/confusables.ts';

/**
 * Ways of hiding text from a person who reads it. `zero-width`, `bidi`, `tags` (the alphabet of invisible ASCII),
 * `selectors` (variation selectors that select nothing), `private-use`, `control`, `ansi` (terminal escapes),
 * `pushed` (out of sight by white space), `comment` (HTML comments, hidden styles), `encoded` (base64 or hex that
 * reads as text), `lookalike` (letters of another script within a word).
 */
export const HIDDEN_KINDS = [
  'zero-width',
  'bidi',
  'tags',
  'selectors',
  'private-use',
  'control',
  'ansi',
  'pushed',
  'comment',
  'encoded',
  'lookalike',
] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

export interface Hidden {
  readonly kind: HiddenKind;
  /** How many characters are hidden in this way. */
  readonly count: number;
  /** What the hidden part says, decoded, as far as it says something; at most 400 characters. */
  readonly says: string;
}

const SAYS = 400;
const PUSH_SPACES = 40;
const PUSH_LINES = 8;

/** Everything a text hides; one entry for each way. Linear in the text. */
export function hiddenIn(text: string): Hidden[] {
  const found = new Map<HiddenKind, { count: number; says: string }>();
  const note = (kind: HiddenKind, count: number, says = ''): void => {
    const entry = found.get(kind) ?? { count: 0, says: '' };
    entry.count += count;
    if (entry.says.length < SAYS) entry.says += says.slice(0, SAYS);
    found.set(kind, entry);
  };
  if (/[^\x20-\x7e\n\t\r]/.test(text)) characters(text, note);
  runs(text, note);
  comments(text, note);
  encoded(text, note);
  return [...found].map(([kind, { count, says }]) => ({ kind, count, says }));
}

type Note = (kind: HiddenKind, count: number, says?: string) => void;

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const JOINED =
  /[\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]/;
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[#*0-9]|\ufe0f|\u20e3/u;
/** The only flags made of tags that exist: England, Scotland, Wales. */
const TAG_FLAGS = new Set(['gbeng', 'gbsct', 'gbwls']);

function characters(text: string, note: Note): void {
  const points = Array.from(text);
  const rtl = RTL.test(text);
  let script = '';
  let mixed = 0;
  let plain = false;
  for (let i = 0; i < points.length; i++) {
    const c = points[i] as string;
    const code = c.codePointAt(0) as number;
    const before = points[i - 1] ?? '';
    const after = points[i + 1] ?? '';
    const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
    if (letter || isScriptLookalike(c, code)) {
      if (letter) plain = true;
      else mixed++;
      script += c;
    } else {
      if (plain && mixed > 0) note('lookalike', mixed, `${script.slice(0, 40)} `);
      script = '';
      mixed = 0;
      plain = false;
    }
    if (code < 0x80 && code >= 0x20 && code !== 0x7f) continue;
    if (code === 0x1b || code === 0x9b) note('ansi', 1);
    else if ((code < 0x20 && code !== 9 && code !== 10 && code !== 13) || (code >= 0x7f && code < 0xa0))
      note('control', 1);
    else if (code === 0x200d || code === 0x200c) {
      const fits =
        (JOINED.test(before) && (JOINED.test(after) || after === '' || after === ' ')) ||
        (code === 0x200d && PICTURE.test(before) && PICTURE.test(after));
      if (!fits) note('zero-width', 1);
    } else if (code === 0x200e || code === 0x200f || code === 0x61c) {
      if (!rtl) note('bidi', 1);
    } else if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) note('bidi', 1);
    else if (isZeroWidth(code)) note('zero-width', 1);
    else if (code >= 0xe0000 && code <= 0xe007f) i = tags(points, i, before, note);
    else if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) {
      const fits =
        code <= 0xfe0f
          ? /\p{Emoji}|\p{Extended_Pictographic}|\p{Script=Han}|[\u2190-\u2bff\u3000-\u303f]/u.test(before)
          : /\p{Script=Han}/u.test(before);
      if (!fits) note('selectors', 1);
    } else if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) note('private-use', 1);
    else if (code >= 0xd800 && code <= 0xdfff) note('control', 1);
    else if (code >= 0x1d400 && code <= 0x1d7ff) note('lookalike', 1);
  }
  if (plain && mixed > 0) note('lookalike', mixed, `${script.slice(0, 40)} `);
  fullWidth(text, note);
}

function isScriptLookalike(c: string, code: number): boolean {
  return code > 0x24f && /\p{L}/u.test(c) && isLookalike(c);
}

function isZeroWidth(code: number): boolean {
  return (
    code === 0x200b ||
    code === 0xfeff ||
    code === 0xad ||
    code === 0x34f ||
    code === 0x180e ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x3164 ||
    code === 0xffa0 ||
    code === 0x2800 ||
    (code >= 0x2028 && code <= 0x2029) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x206a && code <= 0x206f) ||
    (code >= 0xfff0 && code <= 0xfffb)
  );
}

/** A run of tags: a flag, or text nobody sees. Returns the index of its last character. */
function tags(points: readonly string[], start: number, before: string, note: Note): number {
  let says = '';
  let i = start;
  for (; i < points.length; i++) {
    const code = (points[i] as string).codePointAt(0) as number;
    if (code < 0xe0000 || code > 0xe007f) break;
    if (code >= 0xe0020 && code < 0xe007f) says += String.fromCharCode(code - 0xe0000);
  }
  const ended = points[i - 1]?.codePointAt(0) === 0xe007f;
  if (!(before === '\u{1f3f4}' && ended && TAG_FLAGS.has(says))) note('tags', i - start, says);
  return i - 1;
}

/** Whole sentences in full-width letters, in a text that is not Chinese, Japanese or Korean. */
function fullWidth(text: string, note: Note): void {
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)) return;
  const letters = text.match(/[\uff21-\uff3a\uff41-\uff5a]/g)?.length ?? 0;
  if (letters >= 8) note('lookalike', letters, text.normalize('NFKC'));
}

function runs(text: string, note: Note): void {
  let spaces = 0;
  let lines = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) {
      lines++;
      spaces = 0;
    } else if (c === 32 || c === 9 || c === 0xa0 || c === 13 || c === 0x3000 || (c >= 0x2000 && c <= 0x200a))
      spaces++;
    else {
      if (spaces >= PUSH_SPACES || lines >= PUSH_LINES)
        note('pushed', text.length - i, text.slice(i, i + SAYS));
      spaces = 0;
      lines = 0;
    }
  }
}

function comments(text: string, note: Note): void {
  for (let from = text.indexOf('<!--'); from >= 0; from = text.indexOf('<!--', from + 4)) {
    const end = text.indexOf('-->', from + 4);
    const stop = end < 0 ? text.length : end;
    note('comment', stop - from, text.slice(from + 4, Math.min(stop, from + SAYS)).trim());
    if (end < 0) break;
    from = end;
  }
  const style =
    /(?:display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0|opacity\s?:\s?0(?![.\d])|color\s?:\s?(?:white|transparent))/i;
  if (style.test(text)) note('comment', 1);
}

const BLOB_CHARS = 24;
const MAX_BLOBS = 20;

function encoded(text: string, note: Note): void {
  let blobs = 0;
  for (const [blob] of text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)) {
    if (++blobs > MAX_BLOBS) return;
    const says = decodedText(blob);
    if (says !== undefined) note('encoded', blob.length, `${says} `);
  }
  const escapes = text.match(/(?:\\x[0-9a-f]{2}|%[0-9a-f]{2}){8}/i)?.[0];
  if (escapes !== undefined) note('encoded', escapes.length);
}

/** What base64 or hex says when it reads as text: nearly all printable, with letters and a gap or a path in it. */
export function decodedText(blob: string): string | undefined {
  if (blob.length < BLOB_CHARS) return undefined;
  const sample = blob.slice(0, 4096);
  const hex = /^[0-9a-fA-F]+$/.test(sample) && sample.length % 2 === 0;
  const bytes = hex
    ? Buffer.from(sample, 'hex')
    : Buffer.from(sample.replaceAll('-', '+').replaceAll('_', '/'), 'base64');
  if (!hex && !/[A-Z]/.test(blob)) return undefined;
  const says = bytes.toString('utf8');
  let odd = 0;
  let letters = 0;
  for (let i = 0; i < says.length; i++) {
    const c = says.charCodeAt(i);
    if ((c < 0x20 && c !== 10 && c !== 13 && c !== 9) || c === 0xfffd || c === 0x7f) odd++;
    else if ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a) letters++;
  }
  if (says.length < 12 || odd > 0 || letters * 4 < says.length) return undefined;
  return /[\s/:.{]/.test(says) ? says.slice(0, SAYS) : undefined;
}
