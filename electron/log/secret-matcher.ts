import { SHORTEST_SECRET } from './secret-forms.ts';

/** A part of a text: from `start` up to and without `end`, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether the text is a piece of a longer one, so that a secret may lie across its beginning or its end. */
export interface Edges {
  readonly before: boolean;
  readonly after: boolean;
}

/** Finds known texts in others. */
export interface Matcher {
  find(text: string, edges: Edges): Range[];
}

const KEY = 4;
const MARKS = 1 << 16;
/** An escape that was cut in two at the beginning of a piece leaves at most so many characters of another reading. */
const TORN = 12;

/**
 * Finds all of `forms` in a text, those that a cut goes through included. How long it takes hangs on the text, hardly
 * on how many forms there are: a table of the first four characters rules out nearly every place.
 */
export function createMatcher(forms: readonly string[]): Matcher {
  const byKey = new Map<string, string[]>();
  const marks = new Uint8Array(forms.length === 0 ? 0 : MARKS);
  for (const form of forms) {
    if (form.length < SHORTEST_SECRET) continue;
    const key = form.slice(0, KEY);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [form]);
    else same.push(form);
    marks[markOf(form)] = 1;
  }

  function at(text: string, start: number, edges: Edges, found: Range[]): void {
    for (const form of byKey.get(text.slice(start, start + KEY)) ?? []) {
      const end = start + form.length;
      if (end <= text.length) {
        if (text.startsWith(form, start)) found.push({ start, end });
      } else if (edges.after && form.startsWith(text.slice(start))) found.push({ start, end: text.length });
    }
  }

  /** The end of a secret that begins before the text. */
  function torn(text: string, edges: Edges, found: Range[]): void {
    for (let from = 0; from < Math.min(TORN, text.length); from++) {
      const key = text.slice(from, from + KEY);
      if (key.length < KEY) return;
      for (const form of forms)
        for (let i = form.indexOf(key); i !== -1; i = form.indexOf(key, i + 1)) {
          const rest = form.slice(i);
          if (text.startsWith(rest, from)) found.push({ start: 0, end: from + rest.length });
          else if (edges.after && rest.length > text.length - from && rest.startsWith(text.slice(from)))
            found.push({ start: 0, end: text.length });
        }
    }
  }

  return {
    find(text, edges) {
      const found: Range[] = [];
      if (forms.length === 0) return found;
      let mark = 0;
      for (let i = 0; i < text.length; i++) {
        mark = nextMark(mark, text.charCodeAt(i));
        if (marks[mark] === 1 && i >= KEY - 1) at(text, i - KEY + 1, edges, found);
      }
      if (edges.before) torn(text, edges, found);
      return found;
    },
  };
}

/** Each step moves what was there four bits on, so that after four steps the last four characters are left. */
const nextMark = (mark: number, unit: number): number => ((mark << 4) ^ unit) & (MARKS - 1);

function markOf(form: string): number {
  let mark = 0;
  for (let i = 0; i < KEY; i++) mark = nextMark(mark, form.charCodeAt(i));
  return mark;
}
