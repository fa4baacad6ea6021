import { after, codeName, DANGERS, flagTags, harmless } from './characters.ts';
import { splitPlain } from './words.ts';

/**
 * A piece of a text. `raw` is the piece itself; joined, the pieces are the text again.
 * `plain`: may be drawn as it is. `mixed`: a word of several alphabets that look alike. The others hold something
 * that would be invisible or would deceive, and are drawn as `label`.
 */
export type Segment =
  | { readonly kind: 'plain'; readonly raw: string }
  | { readonly kind: 'mixed'; readonly raw: string; readonly scripts: readonly string[] }
  | {
      readonly kind: 'char';
      readonly raw: string;
      readonly label: string;
      readonly code: string;
      readonly count: number;
    }
  | { readonly kind: 'tags'; readonly raw: string; readonly label: string; readonly hidden: string }
  | { readonly kind: 'escape'; readonly raw: string; readonly label: string }
  | { readonly kind: 'marks'; readonly raw: string; readonly label: string; readonly count: number };

export interface SegmentOptions {
  /** Line breaks and tabs are drawn as such instead of as boxes. */
  readonly multiline?: boolean;
}

const PRINTABLE = /^[ -~]*$/;
const PRINTABLE_LINES = /^[ -~\n\t]*$/;
/** A control sequence of a terminal, such as a colour. */
// oxlint-disable-next-line no-control-regex -- It is what is looked for.
const ESCAPE = /\u001B\[[0-9;:<=>?]{0,32}[ -/]{0,4}[@-~]/y;
const isTag = (code: number): boolean => code >= 0xe0000 && code <= 0xe007f;
/** Words of one hidden message that a label shows; the title has more. */
const SHOWN_TAGS = 24;

function tagsAt(text: string, index: number): Segment | undefined {
  let end = index;
  let hidden = '';
  while (isTag(text.codePointAt(end) ?? 0)) {
    const code = (text.codePointAt(end) ?? 0) - 0xe0000;
    if (code >= 0x20 && code < 0x7f) hidden += String.fromCharCode(code);
    end += 2;
  }
  if (end === index) return undefined;
  const raw = text.slice(index, end);
  const first = codeName(after(text, index));
  if (hidden === '') {
    const count = raw.length / 2;
    return {
      kind: 'char',
      raw,
      code: first,
      count,
      label: count > 1 ? `⟦${first} ×${count}⟧` : `⟦${first}⟧`,
    };
  }
  const shown = hidden.length > SHOWN_TAGS ? `${hidden.slice(0, SHOWN_TAGS)}…` : hidden;
  return { kind: 'tags', raw, hidden, label: `⟦${first} “${shown}”⟧` };
}

function escapeAt(text: string, index: number): Segment | undefined {
  ESCAPE.lastIndex = index;
  const raw = ESCAPE.exec(text)?.[0];
  return raw === undefined ? undefined : { kind: 'escape', raw, label: `⟦U+001B ${raw.slice(1)}⟧` };
}

/** One or more of the same character; a long run is one box, so that nobody can flood the page with boxes. */
function charAt(text: string, index: number, char: string, multiline: boolean): Segment {
  let end = index + char.length;
  // A joiner that repeats never joins, so what follows the first of a run is as dangerous as the first.
  while (after(text, end) === char && !harmless(text, end, char, multiline)) end += char.length;
  const raw = text.slice(index, end);
  const count = raw.length / char.length;
  const code = codeName(char);
  return { kind: 'char', raw, code, count, label: count > 1 ? `⟦${code} ×${count}⟧` : `⟦${code}⟧` };
}

/** Cuts a text into pieces that are safe to draw and pieces that must be drawn as boxes, in linear time. */
export function segments(text: string, { multiline = false }: SegmentOptions = {}): Segment[] {
  if (text === '') return [];
  if ((multiline ? PRINTABLE_LINES : PRINTABLE).test(text)) return [{ kind: 'plain', raw: text }];
  const found: Segment[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) splitPlain(text.slice(from, to), found);
  };
  DANGERS.lastIndex = 0;
  for (let match = DANGERS.exec(text); match !== null; match = DANGERS.exec(text)) {
    const { index } = match;
    const char = match[0];
    const flag = flagTags(text, index);
    if (flag > 0) {
      DANGERS.lastIndex = index + flag;
      continue;
    }
    if (harmless(text, index, char, multiline)) continue;
    plain(index);
    const segment = tagsAt(text, index) ?? escapeAt(text, index) ?? charAt(text, index, char, multiline);
    found.push(segment);
    from = index + segment.raw.length;
    DANGERS.lastIndex = from;
  }
  plain(text.length);
  return found;
}

/** A text for places that take no elements, such as a title: what would deceive is replaced by its label. */
export function visible(text: string, options?: SegmentOptions): string {
  return segments(text, options)
    .map((segment) => ('label' in segment ? segment.label : segment.raw))
    .join('');
}
