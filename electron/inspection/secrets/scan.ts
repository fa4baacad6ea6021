import { ADDRESSES } from './addresses.ts';
import { namedSecret, password, SHORTEST_RUN } from './assigned.ts';
import { charSet } from './char-set.ts';
import { HEADERS } from './headers.ts';
import type { Reader } from './reader.ts';
import { CLOUD_RULES } from './rules-cloud.ts';
import { CODE_RULES } from './rules-code.ts';
import { SERVICE_RULES } from './rules-services.ts';
import {
  FormScanner,
  type Hit,
  isMarked,
  markTable,
  nextKey,
  pairTable,
  setMark,
  work,
} from './scan-forms.ts';
import { STRUCTURES } from './structures.ts';

const LENGTH = 4;
const FORMS = new FormScanner([...CODE_RULES, ...CLOUD_RULES, ...SERVICE_RULES]);
const READERS = [...STRUCTURES, ...ADDRESSES, ...HEADERS];
const READERS_BY_KEY = new Map<number, [Reader, string][]>();
const MARKS = markTable();
const PAIRS = pairTable();
function enter(key: number): void {
  setMark(MARKS, key);
  PAIRS[key >>> 16] = 1;
}
for (const key of FORMS.keys()) enter(key);
for (const reader of READERS)
  for (const begin of reader.begins) {
    let key = 0;
    for (let i = 0; i < LENGTH; i++) key = nextKey(key, begin.charCodeAt(i));
    enter(key);
    const same = READERS_BY_KEY.get(key);
    if (same === undefined) READERS_BY_KEY.set(key, [[reader, begin.toLowerCase()]]);
    else same.push([reader, begin.toLowerCase()]);
  }

const RUN = charSet('A-Za-z0-9_+/.~-');
const DIGIT = charSet('0-9');
const SIGN = charSet('=:');
/** One look-up for each character: 1 in a run of a value, 2 a digit, 4 a sign behind a name. */
const KINDS = new Uint8Array(128);
for (let c = 0; c < 128; c++) KINDS[c] = (RUN[c] ?? 0) | ((DIGIT[c] ?? 0) << 1) | ((SIGN[c] ?? 0) << 2);

/**
 * Everything in a text, as it stands, that lets somebody in: one pass, in which a table of the last four characters
 * rules out nearly every place, and each rule reads a stretch once. Hits may overlap.
 */
export function scan(text: string): Hit[] {
  const hits: Hit[] = [];
  FORMS.begin();
  const lookedAt = new Map<Reader, number>();
  let key = 0;
  let run = -1;
  let digits = 0;
  const length = text.length;
  work.steps += length;
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? text.charCodeAt(i) : 0x0a;
    key = nextKey(key, unit);
    if (PAIRS[key >>> 16] === 1 && isMarked(MARKS, key) && i >= LENGTH - 1)
      lookAt(text, i - LENGTH + 1, key, lookedAt, hits);
    const kind = unit < 128 ? (KINDS[unit] as number) : 0;
    if ((kind & 1) !== 0) {
      if (run === -1) run = i;
      digits += kind & 2;
    } else {
      if (run !== -1) {
        if (i - run >= SHORTEST_RUN && digits > 0) {
          const hit = namedSecret(text, run, i);
          if (hit !== undefined) hits.push(hit);
        }
        run = -1;
        digits = 0;
      }
      if ((kind & 4) !== 0) {
        const hit = password(text, i);
        if (hit !== undefined) hits.push(hit);
      }
    }
  }
  return hits;
}

function lookAt(text: string, start: number, key: number, lookedAt: Map<Reader, number>, hits: Hit[]): void {
  const formed = FORMS.at(text, start, key);
  if (formed !== undefined) hits.push(formed);
  const readers = READERS_BY_KEY.get(key);
  if (readers === undefined) return;
  for (const [reader, begin] of readers) {
    if (start < (lookedAt.get(reader) ?? 0)) continue;
    if (text.slice(start, start + begin.length).toLowerCase() !== begin) continue;
    const { hit, to } = reader.read(text, start);
    work.steps += Math.max(0, to - start);
    lookedAt.set(reader, Math.max(to, start + 1));
    if (hit !== undefined) hits.push(hit);
  }
}
