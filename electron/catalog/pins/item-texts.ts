import { hiddenIn, type Hidden } from './text/hidden.ts';
import { placesNamed } from './text/named.ts';
import { systemMarks } from './text/orders.ts';
import { sentencesOf } from './text/words.ts';
import { isList, isObject, type Json, pointerStep } from './tree.ts';

/**
 * One string of an item. `prose` is meant for reading (descriptions, titles, instructions); `value` is data (choices,
 * defaults, examples, comments, unknown fields), where sentences to a model have no business; `key` is a name.
 */
export interface ItemText {
  readonly path: string;
  readonly steps: readonly string[];
  readonly text: string;
  readonly role: 'prose' | 'value' | 'key';
}

const PROSE = new Set(['description', 'title', 'instructions']);
/** Enough for 64 levels of the largest honest schema; a longer list of texts is suspect by itself. */
const MAX_TEXTS = 20_000;

/** Every string and every key at and below a value (attack 2: full-schema poisoning), in order. */
export function textsOf(
  value: Json,
  path = '',
  steps: readonly string[] = [],
  texts: ItemText[] = [],
): ItemText[] {
  if (texts.length >= MAX_TEXTS) return texts;
  if (typeof value === 'string') {
    const last = steps.at(-1);
    // `properties.title` is an argument of that name; its schema is an object, so a string here is the title itself.
    texts.push({ path, steps, text: value, role: last === undefined || PROSE.has(last) ? 'prose' : 'value' });
  } else if (isList(value)) {
    value.forEach((element, i) => textsOf(element, `${path}/${i}`, [...steps, String(i)], texts));
  } else if (isObject(value)) {
    for (const [key, inner] of value) {
      const at = `${path}/${pointerStep(key)}`;
      const below = [...steps, key];
      if (texts.length < MAX_TEXTS) texts.push({ path: at, steps: below, text: key, role: 'key' });
      textsOf(inner, at, below, texts);
    }
  }
  return texts;
}

/** A key as the sentence it may be: `ignore_all_previous_instructions`. */
export function keyAsText(key: string): string {
  return key.replaceAll(/[_-]+/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
}

/** What was approved already, so that only what is new is held against a change. */
export interface Approved {
  readonly sentences: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

/** What an approved item says; of nothing when there is none. */
export function approvedTexts(before: Json | undefined): Approved {
  const sentences = new Set<string>();
  const hidden = new Set<string>();
  const marks = new Set<string>();
  const hosts = new Set<string>();
  const addresses = new Set<string>();
  for (const { text, role } of before === undefined ? [] : textsOf(before)) {
    for (const sentence of sentencesOf(role === 'key' ? keyAsText(text) : text))
      sentences.add(sentence.plain);
    for (const one of hiddenIn(text)) hidden.add(hiddenKey(one));
    for (const mark of systemMarks(text)) marks.add(mark);
    const places = placesNamed(text);
    for (const host of places.hosts) hosts.add(host);
    for (const address of places.addresses) addresses.add(address);
  }
  return { sentences, hidden, marks, hosts, addresses };
}

/** What makes two hidden parts the same. */
export function hiddenKey({ kind, count, says }: Hidden): string {
  return `${kind} ${count} ${says}`;
}
