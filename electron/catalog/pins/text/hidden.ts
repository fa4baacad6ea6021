import { type CharacterKind, oddCharacters } from '../../../inspection/hidden/characters.ts';

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

/** Characters that a text as a whole may have and a definition has no use for: marks of byte order, form feeds, next lines. */
const NO_USE = /^\ufeff|[\f\x85]/g;

function characters(text: string, note: Note): void {
  for (const { kind, start, end } of oddCharacters(text)) {
    const odd = text.slice(start, end);
    const count = Array.from(odd).filter((c) => COUNTED[kind].test(c)).length;
    if (count > 0)
      note(kind, count, kind === 'tags' ? fromTags(odd) : kind === 'lookalike' ? `${odd.slice(0, 40)} ` : '');
  }
  for (const [one] of text.matchAll(NO_USE)) note(one === '\ufeff' ? 'zero-width' : 'control', 1);
  fullWidth(text, note);
}

const NOT_PLAIN = /[^\t\n\r\x20-\x7e]/u;
/** What is counted of a run, which plain letters may stand in. Full width is ordinary until there is much of it. */
const COUNTED: Readonly<Record<CharacterKind, RegExp>> = {
  'zero-width': NOT_PLAIN,
  bidi: NOT_PLAIN,
  tags: /[\u{e0000}-\u{e007f}]/u,
  selectors: NOT_PLAIN,
  'private-use': NOT_PLAIN,
  control: NOT_PLAIN,
  ansi: NOT_PLAIN,
  lookalike: /[^\0-\u024f\uff21-\uff3a\uff41-\uff5a]/u,
};

/** The ASCII that a run of tags spells. */
function fromTags(run: string): string {
  return Array.from(run, (tag) => (tag.codePointAt(0) as number) - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code))
    .join('');
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
