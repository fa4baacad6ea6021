import { formsOf } from './secret-forms.ts';
import { createMatcher, type Edges, type Matcher, type Range } from './secret-matcher.ts';
import { unescapeJson } from './unescape.ts';

/** Takes secrets out of a text that is about to be kept or shown. */
export type Redact = (text: string) => string;

/** Stands where a secret was. */
export const HIDDEN = '[hidden]';
const MAX_KNOWN = 10_000;
/** Values that were replaced, kept because texts from before may hold them. */
const MAX_FORMER = 2000;
/** A text in JSON in JSON in JSON is still read; deeper ones do not occur. */
const MAX_DEPTH = 3;
const WHOLE: Edges = { before: false, after: false };

/** Ours, and what stands behind the usual names: what is kept in group 1, the rest is hidden. Each reads a character once. */
const PATTERNS: readonly RegExp[] = [
  /(\bdw_)[A-Za-z0-9_-]{16,}/g,
  /(\b(?:Bearer|Basic)[ \t]+)[A-Za-z0-9._~+/=-]{6,}/gi,
  /(\b(?:authorization|cookie|set-cookie|x-api-key|proxy-authorization)"?\s{0,3}[:=]\s{0,3}"?)[^\s"',;}]+/gi,
  /(\/\/)[^/\s:@]{1,200}:[^/\s@]{1,400}(?=@)/g,
];
/** What a token or cookie may be made of; at the torn beginning of a piece it counts as the rest of one. */
const REST = /^[^\s"',;}]*/;

/** A redactor that also knows values which are secret here: environment values and headers of servers. */
export interface KnownSecrets {
  readonly redact: Redact;
  /**
   * The units of `text` from `from` to `to`, redacted. A secret that lies across one of these cuts is replaced whole,
   * and so is the part in `text` of one that lies across its edges, so that no piece of a secret is shown.
   */
  cut(text: string, from: number, to: number, edges: Edges): string;
  /** Where secrets stand in a text, in order and apart; those that lie across its edges, too. */
  find(text: string, edges: Edges): readonly Range[];
  /** All values that are secret now. For the thread of the log, which takes them out of what it writes. */
  values(): readonly string[];
  /** The values of `owner`; those it had before stay secret. */
  know(owner: string, values: readonly string[]): void;
  /** Counts up whenever something new is secret: what was redacted before must be redacted anew. */
  readonly version: number;
}

/** Makes a redactor. */
export function createRedactor(): KnownSecrets {
  const owners = new Map<string, readonly string[]>();
  const former = new Set<string>();
  let version = 0;
  let matcher: Matcher | undefined = createMatcher([]);

  /** The first come first: a program that adds servers cannot push out the values of those that were there. */
  const values = (): string[] => {
    const known = [...new Set([...owners.values()].flat())].slice(0, MAX_KNOWN);
    return [...new Set([...known, ...former])];
  };
  const forms = (): string[] => [...new Set(values().flatMap(formsOf))];

  function ranges(text: string, edges: Edges): Range[] {
    matcher ??= createMatcher(forms());
    return merged(readings(text, edges, matcher));
  }

  function cut(text: string, from: number, to: number, edges: Edges): string {
    let safe = '';
    let at = from;
    for (const { start, end } of ranges(text, edges)) {
      if (end <= from) continue;
      if (start >= to) break;
      safe += text.slice(at, Math.max(at, start)) + HIDDEN;
      at = end;
    }
    return safe + text.slice(at, Math.max(at, to));
  }

  return {
    get version() {
      return version;
    },
    know(owner, values) {
      for (const value of owners.get(owner) ?? []) former.add(value);
      for (const value of former) {
        if (former.size <= MAX_FORMER) break;
        former.delete(value);
      }
      owners.set(owner, [...values]);
      matcher = undefined;
      version++;
    },
    redact: (text) => cut(text, 0, text.length, WHOLE),
    cut,
    find: ranges,
    values,
  };
}

/** What is to be hidden in a text as it is, and as it reads when its escapes are read once, twice, three times. */
function readings(text: string, edges: Edges, matcher: Matcher): Range[] {
  const found = [...matcher.find(text, edges), ...patterns(text, edges)];
  let read = text;
  /** Where each character of `read` stands in `text`. */
  let places: Uint32Array | undefined;
  for (let depth = 0; depth < MAX_DEPTH && read.includes('\\'); depth++) {
    const next = unescapeJson(read);
    const before = places;
    places = before === undefined ? next.places : next.places.map((place) => before[place] ?? text.length);
    read = next.text;
    for (const { start, end } of [...matcher.find(read, edges), ...patterns(read, edges)]) {
      found.push({ start: start === 0 ? 0 : (places[start] ?? 0), end: places[end] ?? text.length });
    }
  }
  return found;
}

function patterns(text: string, edges: Edges): Range[] {
  const found: Range[] = [];
  for (const pattern of PATTERNS) {
    // Going through all matches makes the expression anew each time, and most texts have none.
    if (text.search(pattern) === -1) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (match[1]?.length ?? 0);
      found.push({ start, end: match.index + match[0].length });
    }
  }
  if (edges.before) found.push({ start: 0, end: REST.exec(text)?.[0].length ?? 0 });
  return found;
}

function merged(found: Range[]): Range[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) all.push({ start, end });
  }
  return all;
}
