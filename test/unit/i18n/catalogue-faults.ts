/** A tree of texts, as a catalogue is. */
export type Texts = { readonly [key: string]: string | Texts };

/** Every text by its path: `servers:empty.title`. */
export function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] => {
      const at = path === '' ? key : `${path}.${key}`;
      return typeof value === 'string' ? [[at, value]] : [...flat(value, at)];
    }),
  );
}

const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/;
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- Controls are what is looked for.
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFDD0-\uFDEF\uFFFD]/u;
const MARKUP = /<\/?[a-z]|\$t\(/i;

/** With or without how it is written. */
const SLOT = /\{\{(\w+)(?:, number)?\}\}/g;

/** What is to be filled in. */
const slotsOf = (text: string): Set<string> =>
  new Set(Array.from(text.matchAll(SLOT), (match) => match[1] ?? ''));
/** Whether both begin and end with the same spaces. A wide colon brings its own. */
function sameEnds(source: string, text: string): boolean {
  const [before, after] = [/^\s*/, /\s*$/];
  if (before.exec(source)?.[0] !== before.exec(text)?.[0]) return false;
  return after.exec(source)?.[0] === after.exec(text)?.[0] || (/\s$/.test(source) && text.endsWith('：'));
}

/** What is wrong with a translation of `english` into the language `code`, one line each; none when nothing is. */
export function catalogueFaults(
  code: string,
  english: Texts,
  translated: Texts,
  alike: (text: string) => boolean,
): string[] {
  const from = flat(english);
  const to = flat(translated);
  const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
  const wanted = new Map<string, string>();
  for (const [path, text] of from) {
    const base = PLURAL.exec(path)?.[1];
    // English has a form of its own for none, here and there; i18next takes it in every language.
    if (base === undefined || !from.has(`${base}_other`) || path.endsWith('_zero')) wanted.set(path, text);
    else
      for (const category of pluralCategories)
        wanted.set(`${base}_${category}`, from.get(`${base}_other`) ?? '');
  }
  const faults: string[] = [];
  for (const path of to.keys()) if (!wanted.has(path)) faults.push(`${path}: not a text of English`);
  for (const [path, source] of wanted) {
    const text = to.get(path);
    if (text === undefined) {
      faults.push(`${path}: missing`);
      continue;
    }
    const has = slotsOf(text);
    const needs = slotsOf(source);
    const bare = /_(zero|one|two)$/.test(path) && PLURAL.test(path);
    for (const slot of needs)
      if (!has.has(slot) && !(bare && slot === 'count')) faults.push(`${path}: without {{${slot}}}`);
    for (const slot of has) if (!needs.has(slot)) faults.push(`${path}: with {{${slot}}} of its own`);
    if (/\{\{|\}\}/.test(text.replaceAll(SLOT, ''))) faults.push(`${path}: braces left open`);
    if (FORBIDDEN.test(text)) faults.push(`${path}: with an invisible character`);
    if (MARKUP.test(text)) faults.push(`${path}: with markup`);
    if (!sameEnds(source, text)) faults.push(`${path}: other spaces at its ends`);
    if (text.trim() === '') faults.push(`${path}: empty`);
    const bareText = text.replaceAll(SLOT, '').trim();
    if (text === source && /\p{L}/u.test(bareText) && !alike(bareText))
      faults.push(`${path}: as in English: ${text}`);
  }
  return faults;
}
