import type { CharacterKind } from '../hidden/characters.ts';
import { oddCharacters } from '../hidden/characters.ts';
import type { Finding } from '../finding.ts';
import type { Replacement } from '../masks/replace.ts';

// What of hidden text can be taken out, and what a text says without it.

/** Characters that nobody sees and nobody misses. Letters of other scripts are seen: those are only told of. */
const REMOVED: ReadonlySet<string> = new Set<CharacterKind>([
  'zero-width',
  'bidi',
  'tags',
  'selectors',
  'private-use',
  'control',
  'ansi',
]);

/** Whether a finding of hidden text can be taken out without changing what is seen. */
export const isRemovable = (type: string): boolean =>
  REMOVED.has(type) || type === 'comment' || type === 'pushed';

/** A whole escape of a terminal; the finding is its first character alone. */
const ESCAPE =
  // oxlint-disable-next-line no-control-regex -- These are what is looked for.
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,4096}(?:\u0007|\u001b\\|\u009c)|\u009d|\u001b[ -/]{0,8}[0-~]?/y;

/**
 * What has to go from a text so that nothing of these kinds is hidden in it: every such character, also those that were
 * not listed because there are too many; comments and hidden markup whole; white space that pushes text away, all but a
 * little. In order, without overlaps.
 */
export function removals(text: string, findings: readonly Finding[]): Replacement[] {
  const kinds = new Set<string>();
  const out: Replacement[] = [];
  for (const { detector, type, start, end } of findings) {
    if (detector !== 'hidden') continue;
    if (REMOVED.has(type)) kinds.add(type);
    else if (type === 'comment') out.push({ start, end, by: '' });
    else if (type === 'pushed') {
      const space = /^\s*/.exec(text.slice(start, end))?.[0] ?? '';
      const by = /\n[^\n]*\n/.test(space) ? '\n\n' : space.includes('\n') ? '\n' : ' ';
      if (space.length > by.length) out.push({ start, end: start + space.length, by });
    }
  }
  if (kinds.size > 0)
    for (const { kind, start, end } of oddCharacters(text))
      if (kinds.has(kind)) characters(text, kind, start, end, out);
  return united(out);
}

/** The characters of a kind in a stretch, which may have letters between them. */
function characters(text: string, kind: CharacterKind, start: number, end: number, out: Replacement[]): void {
  for (let i = start; i < end;) {
    const code = text.codePointAt(i) as number;
    let width = code > 0xffff ? 2 : 1;
    if (kind === 'ansi' && (code === 0x1b || code === 0x9b || code === 0x9d)) {
      ESCAPE.lastIndex = i;
      width = Math.max(1, ESCAPE.exec(text)?.[0].length ?? 1);
      out.push({ start: i, end: i + width, by: '' });
    } else if (kind !== 'ansi' && isUnseen(code)) out.push({ start: i, end: i + width, by: '' });
    i += width;
  }
}

/** Whether a character, standing where it was found odd, has nothing to show. Letters between such characters have. */
function isUnseen(code: number): boolean {
  if (code < 0x20) return code !== 9 && code !== 10 && code !== 13;
  if (code < 0x7f) return false;
  return UNSEEN.test(String.fromCodePoint(code));
}
const UNSEEN =
  /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|[\ufe00-\ufe0f]|\p{Co}|\p{Cs}|[\u{e0000}-\u{e0fff}]/u;

/** In order, and what overlaps as one. */
export function united(all: readonly Replacement[]): Replacement[] {
  const out: Replacement[] = [];
  for (const one of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last === undefined || one.start >= last.end) out.push(one);
    else if (one.end > last.end) out[out.length - 1] = { ...last, end: one.end };
  }
  return out;
}

/** A text without these stretches, and where each of its units stood; one place more than there are units. */
export function without(text: string, gone: readonly Replacement[]): { text: string; places: Uint32Array } {
  const places = new Uint32Array(text.length + 2 * gone.length + 1);
  let out = '';
  let count = 0;
  let at = 0;
  for (const { start, end, by } of gone) {
    out += text.slice(at, start) + by;
    while (at < start) places[count++] = at++;
    for (let i = 0; i < by.length; i++) places[count++] = start;
    at = end;
  }
  out += text.slice(at);
  while (at < text.length) places[count++] = at++;
  places[count] = text.length;
  return { text: out, places: places.subarray(0, count + 1) };
}
