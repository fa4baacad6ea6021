import { unescapeJson } from '../../log/unescape.ts';
import type { KnownAt, KnownValues } from './known-values.ts';
import type { Steps } from '../steps.ts';

const WINDOW = 256 * 1024;
/** Characters of the longest escape. */
const ESCAPE = 6;

/** Known values in a text as it stands. */
export const knownAsItStands = (text: string, known: KnownValues): readonly KnownAt[] =>
  known.empty ? [] : known.find(text);

/** Known values in a text, and in what it says once its escapes are read; a long text is read in windows. */
export function* knownIn(text: string, known: KnownValues): Steps<KnownAt[]> {
  if (known.empty) return [];
  const found: KnownAt[] = [];
  const more = known.longest * ESCAPE;
  for (let from = 0; from < text.length; from += WINDOW) {
    // Not between a backslash and what it escapes.
    let start = from;
    while (start > 0 && text[start - 1] === '\\') start--;
    const part =
      from + WINDOW + more >= text.length ? text.slice(start) : text.slice(start, from + WINDOW + more);
    add(found, known.find(part), (at) => start + at);
    if (part.includes('\\')) {
      const { text: read, places } = unescapeJson(part);
      add(found, known.find(read), (at) => start + (places[at] as number));
    }
    yield part.length;
  }
  return found;
}

function add(all: KnownAt[], found: readonly KnownAt[], place: (at: number) => number): void {
  for (const one of found) all.push({ ...one, start: place(one.start), end: place(one.end) });
}
