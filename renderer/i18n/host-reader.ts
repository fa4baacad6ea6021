import {
  fillIn,
  type HostTemplate,
  hostTemplate,
  type HostValues,
  isKinds,
  isKnown,
  isRead,
  readAs,
} from './host-template.ts';

/** Texts by their names, as parts of a catalogue are. */
export type HostTexts = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

/** Says a sentence of the host in another language; undefined when it is not in the catalogue. */
export type HostReader = (english: string) => string | undefined;

interface Entry {
  readonly english: HostTemplate;
  /** The translation by its plural forms; a text that counts nothing has only `other`. */
  readonly forms: Readonly<Record<string, HostTemplate>>;
}

interface Said {
  readonly text: string;
  /** How many characters of the English are words of the host. */
  readonly weight: number;
}

/** No sentence of the host is longer; a longer text is somebody else's. */
const MOST_CHARS = 8000;
const MOST_DEPTH = 3;
/** How many sentences are told apart in one text. */
const MOST_PARTS = 14;
const MOST_KEPT = 500;
const INDEXED = 3;

const FORM = /_(zero|one|two|few|many|other)$/;

function entriesOf(english: HostTexts, translated: HostTexts): Entry[] {
  const entries: Entry[] = [];
  for (const [area, texts] of Object.entries(english)) {
    const into = translated[area] ?? {};
    for (const [key, text] of Object.entries(texts)) {
      const base = key.replace(FORM, '');
      const forms = Object.fromEntries(
        Object.entries(base === key ? { other: into[key] } : formsOf(into, base))
          .filter((pair): pair is [string, string] => pair[1] !== undefined)
          .map(([form, said]) => [form, hostTemplate(said)]),
      );
      if (text !== undefined && forms['other'] !== undefined)
        entries.push({ english: hostTemplate(text), forms });
    }
  }
  return entries;
}

const formsOf = (texts: Readonly<Record<string, string | undefined>>, base: string) =>
  Object.fromEntries(
    ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [form, texts[`${base}_${form}`]]),
  );

/** Templates by how they begin; those that begin with a value stand together. */
function indexed(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { pieces } = entry.english;
    const key = (pieces[0] ?? '').length < INDEXED ? '' : (pieces[0] ?? '').slice(0, INDEXED);
    const there = index.get(key);
    if (there === undefined) index.set(key, [entry]);
    else there.push(entry);
  }
  return index;
}

/**
 * Makes a reader of the host's English sentences that says them in `language`. It finds the one template that a whole
 * sentence is of, and where none is, takes a text apart into sentences that are all known. What is not known, too
 * long, or can be read in two ways is not said. Values come out as they went in, whatever they look like: a server
 * that is called like a sentence, a template or a plural does nothing (threat: a server words what Doorward says).
 */
export function createHostReader(
  english: HostTexts,
  translated: HostTexts,
  language: string,
  kinds?: HostReader,
): HostReader {
  const index = indexed(entriesOf(english, translated));
  const plurals = new Intl.PluralRules(language);
  // A full stop of these languages brings its own space.
  const between = /^(?:ja|zh)\b/.test(language) ? '' : ' ';
  const kept = new Map<string, string | undefined>();

  function sayWith(entry: Entry, values: HostValues, depth: number): Said | undefined {
    let { weight } = entry.english;
    const said = new Map<string, string>();
    for (const [gap, value] of values) {
      const list = isKinds(gap) ? kinds?.(value) : undefined;
      const read =
        list === undefined ? (isRead(gap) ? sayAll(value, depth + 1) : undefined) : { text: list, weight: 0 };
      if (read === undefined && isKnown(gap)) return undefined;
      weight += read?.weight ?? 0;
      said.set(gap, read?.text ?? value);
    }
    const count = Number(values.get('count') ?? 1);
    const form = entry.forms[plurals.select(count)] ?? entry.forms['other'];
    if (form === undefined) return undefined;
    // "1 row" has no gap in English, and may have one elsewhere.
    if (!said.has('count')) said.set('count', String(count));
    return { text: fillIn(form, said), weight };
  }

  /** The text as one sentence. Of two templates the one with more words of its own says what it is. */
  function sayWhole(text: string, depth: number): Said | undefined {
    let best: Said | undefined;
    let twice = false;
    for (const key of [text.slice(0, INDEXED), ''])
      for (const entry of index.get(key) ?? []) {
        const values = readAs(entry.english, text);
        const said = values && sayWith(entry, values, depth);
        if (said === undefined || said.weight < (best?.weight ?? 0)) continue;
        twice = said.weight === best?.weight && said.text !== best.text;
        best = said;
      }
    return twice ? undefined : best;
  }

  /** The text as several sentences, all of which are known. */
  function sayParts(text: string, depth: number): Said | undefined {
    const ends = Array.from(text.matchAll(/[.!?…] (?=\S)/g), (match) => match.index + 1);
    if (ends.length === 0 || ends.length >= MOST_PARTS) return undefined;
    const bounds = [...ends, text.length];
    const from = (begin: number, first: number): Said | undefined => {
      let best: Said | undefined;
      for (let at = first; at < bounds.length; at += 1) {
        const end = bounds[at] ?? text.length;
        const head = begin === 0 && end === text.length ? undefined : sayWhole(text.slice(begin, end), depth);
        if (head === undefined) continue;
        const rest = end === text.length ? { text: '', weight: 0 } : known(end + 1, at + 1);
        if (rest === undefined || head.weight + rest.weight <= (best?.weight ?? 0)) continue;
        const joined = rest.text === '' ? head.text : head.text + between + rest.text;
        best = { text: joined, weight: head.weight + rest.weight };
      }
      return best;
    };
    const memo = new Map<number, Said | undefined>();
    const known = (begin: number, first: number): Said | undefined => {
      if (!memo.has(begin)) memo.set(begin, from(begin, first));
      return memo.get(begin);
    };
    return from(0, 0);
  }

  function sayAll(text: string, depth: number): Said | undefined {
    if (text.length > MOST_CHARS || depth > MOST_DEPTH) return undefined;
    const whole = sayWhole(text, depth);
    const parts = sayParts(text, depth);
    return parts !== undefined && parts.weight > (whole?.weight ?? 0) ? parts : whole;
  }

  return (text) => {
    if (kept.has(text)) return kept.get(text);
    const said = sayAll(text, 0)?.text;
    if (text.length > MOST_CHARS) return said;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, said);
    return said;
  };
}
