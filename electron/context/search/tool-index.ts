import MiniSearch from 'minisearch';
import { synonyms } from './synonyms.ts';
import { spokenOf } from './spoken.ts';
import { wordsOf } from './words.ts';

/** A tool as a search sees it. */
export interface FindableTool {
  /** The name under which a client calls it; no two tools share one. */
  readonly id: string;
  readonly server: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Names of its parameters, and what is said of them. */
  readonly parameters: readonly { readonly name: string; readonly description?: string | undefined }[];
  /** What the person calls its server. */
  readonly labels?: readonly string[] | undefined;
}

/** A tool that was found; of two, the one with the higher score fits better. */
export interface Found {
  readonly id: string;
  readonly score: number;
}

export interface FindOptions {
  /** So many at most. */
  readonly limit: number;
  /** How often a tool was used lately, for tools that were. */
  readonly uses?: ((id: string) => number) | undefined;
  /** Only these; all, unless given. */
  readonly within?: ((id: string) => boolean) | undefined;
}

const FIELDS = ['name', 'title', 'server', 'says', 'rest', 'keys', 'about', 'labels'] as const;
type Field = (typeof FIELDS)[number];
type Entry = { readonly id: string } & Readonly<Record<Field, string>>;

const WEIGHTS: Readonly<Record<Field, number>> = {
  name: 3,
  title: 2.5,
  server: 1.2,
  says: 2,
  rest: 0.7,
  keys: 0.9,
  about: 0.4,
  labels: 2,
};
/** Of a synonym, beside the word itself. */
const SYNONYM = 0.35;
/** Of a longer word that begins with the word. */
const PREFIX = 0.3;
/** A name that is said in full. */
const NAMED = 0.8;
/** For each time that the number of uses doubles. */
const USED = 0.15;
const MOST_WORDS = 64;
const SENTENCE = /^[\s\S]*?[.!?。！？\n](?=\s|$)/u;

/**
 * Finds tools by what a person or a model says that it wants to do: BM25 over names, titles, the first sentence and the
 * rest of descriptions, parameters and labels, each with its weight, over stems and synonyms. Deterministic: equal scores
 * are ordered by id. Texts of servers are only read, never run; the longest are cut (`MOST_TEXT`).
 */
export class ToolIndex {
  readonly #index: MiniSearch<Entry>;
  /** Stems of the names, by id. */
  readonly #names = new Map<string, ReadonlySet<string>>();
  /** In how many names a stem is. */
  readonly #inNames = new Map<string, number>();

  constructor(tools: Iterable<FindableTool>) {
    this.#index = new MiniSearch<Entry>({
      fields: [...FIELDS],
      idField: 'id',
      tokenize: wordsOf,
      processTerm: (term) => term,
      searchOptions: { tokenize: (text) => text.split(' '), boost: { ...WEIGHTS }, combineWith: 'OR' },
    });
    const entries: Entry[] = [];
    for (const tool of tools) {
      entries.push(entryOf(tool));
      const name = new Set(wordsOf(tool.name));
      this.#names.set(tool.id, name);
      for (const stem of name) this.#inNames.set(stem, (this.#inNames.get(stem) ?? 0) + 1);
    }
    this.#index.addAll(entries);
  }

  find(query: string, { limit, uses, within }: FindOptions): Found[] {
    const asked = [...new Set(wordsOf(spokenOf(query)))].slice(0, MOST_WORDS);
    if (asked.length === 0) return [];
    const terms = withSynonyms(asked);
    const said = new Set(asked);
    const found = this.#index.search([...terms.keys()].join(' '), {
      boostTerm: (term) => terms.get(term) ?? 1,
      prefix: (term) => said.has(term) && term.length >= 4,
      weights: { prefix: PREFIX, fuzzy: 0 },
      ...(within === undefined ? {} : { filter: ({ id }) => within(id as string) }),
    });
    return found
      .map(({ id, score }) => ({ id: id as string, score: score * this.#fits(id as string, terms, uses) }))
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** A name that is said in full is meant, and what was used before is wanted again. */
  #fits(id: string, terms: ReadonlyMap<string, number>, uses: FindOptions['uses']): number {
    let said = 0;
    let all = 0;
    for (const stem of this.#names.get(id) ?? []) {
      // What is in many names says little about one.
      const rare = Math.log(1 + this.#names.size / (this.#inNames.get(stem) ?? 1));
      all += rare;
      said += rare * (terms.get(stem) ?? 0);
    }
    const whole = all === 0 ? 0 : said / all;
    return (1 + NAMED * whole) * (1 + USED * Math.log2(1 + Math.max(0, uses?.(id) ?? 0)));
  }
}

function entryOf({ id, server, name, title, description, parameters, labels }: FindableTool): Entry {
  const text = description ?? '';
  const says = SENTENCE.exec(text)?.[0] ?? text;
  return {
    id,
    name,
    title: title ?? '',
    server,
    says,
    rest: text.slice(says.length),
    keys: parameters.map((one) => one.name).join(' '),
    about: parameters.map((one) => one.description ?? '').join(' '),
    labels: labels?.join(' ') ?? '',
  };
}

/** What was asked for, and what means nearly the same, with what each of them counts. */
function withSynonyms(asked: readonly string[]): Map<string, number> {
  const terms = new Map(asked.map((term) => [term, 1]));
  for (const term of asked)
    for (const other of synonyms.get(term) ?? []) if (!terms.has(other)) terms.set(other, SYNONYM);
  return terms;
}
