import { ADDRESSES } from './addresses.ts';
import { ENDS_OF_PASSWORDS, namedSecret, password, SHORTEST_RUN } from './assigned.ts';
import { charSet, isIn, runEnd, runStart } from './char-set.ts';
import { HEADERS } from './headers.ts';
import type { Reader } from './reader.ts';
import { CLOUD_RULES } from './rules-cloud.ts';
import { CODE_RULES } from './rules-code.ts';
import { SERVICE_RULES } from './rules-services.ts';
import { FormScanner, type Hit, markOf, markTable, nextKey, setMark, work } from './scan-forms.ts';
import { STRUCTURES } from './structures.ts';

const LENGTH = 4;
const READERS = [...STRUCTURES, ...ADDRESSES, ...HEADERS];
/** What may begin, or end, with four characters. */
interface Entry {
  readonly key: number;
  /** Names of passwords end with them. */
  password: boolean;
  readonly readers: [Reader, string][];
}

interface Tables {
  readonly forms: FormScanner;
  readonly entries: ReadonlyMap<number, Entry>;
  /** Where four characters may begin, or end, anything. */
  readonly marks: Uint8Array;
}

/** Made with the first text and not before: a start has nothing to look at. */
let known: Tables | undefined;

function tables(): Tables {
  const forms = new FormScanner([...CODE_RULES, ...CLOUD_RULES, ...SERVICE_RULES]);
  const entries = new Map<number, Entry>();
  const marks = markTable();
  const entryOf = (key: number): Entry => {
    setMark(marks, key);
    const entry = entries.get(key) ?? { key, password: false, readers: [] };
    entries.set(key, entry);
    return entry;
  };
  for (const key of forms.keys()) entryOf(key);
  for (const key of keysOfPasswords()) entryOf(key).password = true;
  for (const reader of READERS)
    for (const begin of reader.begins) entryOf(keyOf(begin)).readers.push([reader, begin.toLowerCase()]);
  return { forms, entries, marks };
}

function keyOf(text: string): number {
  let key = 0;
  for (let i = 0; i < LENGTH; i++) key = nextKey(key, text.charCodeAt(i));
  return key;
}

/** The last four characters of names of passwords; of a shorter name, with anything or nothing before it. */
function* keysOfPasswords(): Generator<number> {
  for (const name of ENDS_OF_PASSWORDS) {
    if (name.length >= LENGTH) yield keyOf(name.slice(-LENGTH));
    else
      for (let before = -1; before < 0x100; before++) {
        let key = before === -1 ? 0 : nextKey(0, before);
        for (let i = 0; i < name.length; i++) key = nextKey(key, name.charCodeAt(i));
        yield key;
      }
  }
}

const RUN = charSet('A-Za-z0-9_+/.~-');
const DIGIT = charSet('0-9');

/**
 * Everything in a text, as it stands, that lets somebody in: one pass, in which a table of the last four characters
 * rules out nearly every place, and each rule reads a stretch once. Hits may overlap.
 */
export function scan(text: string): Hit[] {
  const hits: Hit[] = [];
  // Whatever is within reach here costs half of what it costs outside.
  const { forms, entries, marks } = (known ??= tables());
  forms.begin();
  let lookedAt: Map<Reader, number> | undefined;
  let key = 0;
  const { length } = text;
  work.steps += length;
  for (let i = 0; i < length; i++) {
    key = nextKey(key, text.charCodeAt(i));
    const mark = markOf(key);
    if (((marks[mark >>> 3] as number) & (1 << (mark & 7))) === 0) continue;
    const entry = entries.get(key);
    if (entry === undefined) continue;
    if (entry.password) {
      const hit = password(text, i + 1);
      if (hit !== undefined) hits.push(hit);
    }
    if (i >= LENGTH - 1) lookAt(forms, text, i - LENGTH + 1, entry, (lookedAt ??= new Map()), hits);
  }
  readRuns(text, hits);
  return hits;
}

/**
 * Runs of the characters that values are made of, with a digit in them. Reads back from every fourteenth character: no
 * shorter run is a value.
 */
function readRuns(text: string, hits: Hit[]): void {
  for (let at = 0; at + SHORTEST_RUN <= text.length;) {
    const last = at + SHORTEST_RUN - 1;
    const begun = runStart(RUN, text, last + 1, at);
    if (begun > at) {
      at = begun;
      continue;
    }
    const end = runEnd(RUN, text, last + 1, text.length);
    const hit = hasDigit(text, at, end) ? namedSecret(text, at, end) : undefined;
    if (hit !== undefined) hits.push(hit);
    at = end + 1;
  }
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isIn(DIGIT, text, i)) return true;
  return false;
}

function lookAt(
  forms: FormScanner,
  text: string,
  start: number,
  { key, readers }: Entry,
  lookedAt: Map<Reader, number>,
  hits: Hit[],
): void {
  const formed = forms.at(text, start, key);
  if (formed !== undefined) hits.push(formed);
  for (const [reader, begin] of readers) {
    if (start < (lookedAt.get(reader) ?? 0)) continue;
    if (text.slice(start, start + begin.length).toLowerCase() !== begin) continue;
    const { hit, to } = reader.read(text, start);
    work.steps += Math.max(0, to - start);
    lookedAt.set(reader, Math.max(to, start + 1));
    if (hit !== undefined) hits.push(hit);
  }
}
