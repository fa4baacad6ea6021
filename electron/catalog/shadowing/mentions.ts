import { nameWords } from '../effects/places.ts';
import { COMMON_NAMES } from './common-names.ts';
import { plainLetters } from './confusables.ts';

/** What another server offers, for finding out whether a text speaks of it. */
export interface OtherServer {
  readonly id: string;
  readonly tools: readonly { readonly name: string; readonly parameters: readonly string[] }[];
}

/** A text that speaks of something that belongs to another server (attack 6). */
export interface Mention {
  readonly what: 'tool' | 'parameter' | 'server';
  readonly name: string;
  readonly server: string;
  /** The words around it, at most 160 characters. */
  readonly quote: string;
}

interface Known {
  readonly what: Mention['what'];
  readonly name: string;
  readonly server: string;
}

/** Names and parameters of the other servers, ready for looking up in many texts. */
export class OtherServers {
  readonly #known = new Map<string, Known>();

  /** `ownNames` (names and parameters of the looked-at server) are never anybody else's. */
  constructor(others: readonly OtherServer[], ownNames: Iterable<string>) {
    const own = new Set([...ownNames].map((name) => name.toLowerCase()));
    const enter = (key: string, known: Known): void => {
      if (!own.has(key) && !this.#known.has(key)) this.#known.set(key, known);
    };
    for (const { id, tools } of others) {
      enter(`server ${id.toLowerCase()}`, { what: 'server', name: id, server: id });
      for (const { name, parameters } of tools) {
        enter(name.toLowerCase(), { what: 'tool', name, server: id });
        for (const parameter of parameters)
          enter(`parameter ${parameter.toLowerCase()}`, { what: 'parameter', name: parameter, server: id });
      }
    }
  }

  /**
   * What a text mentions of them. A distinctive name (two words or more, not shared by many servers) counts wherever
   * it stands; a common one ("search", `read_file`) only where it is called a tool or told to be called; a parameter
   * only where it is called one. Linear in the text.
   */
  mentionsIn(text: string): Mention[] {
    const plain = plainLetters(text).slice(0, 64 * 1024);
    const words = [...plain.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu)];
    const found = new Map<string, Mention>();
    for (let i = 0; i < words.length && found.size < 20; i++) {
      const match = words[i] as RegExpExecArray;
      const word = match[0].toLowerCase();
      const next = words[i + 1]?.[0].toLowerCase() ?? '';
      const last = words[i - 1]?.[0].toLowerCase() ?? '';
      const marked =
        /[`'"]/.test(plain[match.index - 1] ?? '') || /[`'"]/.test(plain[match.index + word.length] ?? '');
      const known = this.#lookUp(word, last, next, marked);
      if (known === undefined) continue;
      const key = `${known.what} ${known.name} ${known.server}`;
      if (!found.has(key))
        found.set(key, {
          ...known,
          quote: plain.slice(Math.max(0, match.index - 70), match.index + 90).trim(),
        });
    }
    return [...found.values()];
  }

  #lookUp(word: string, last: string, next: string, marked: boolean): Known | undefined {
    const tool = this.#known.get(word);
    if (tool?.what === 'tool') {
      const parts = nameWords(tool.name);
      const distinctive =
        parts.length > 1 && !COMMON_NAMES.has(parts.join('_')) && /[_-]|\p{Lu}/u.test(tool.name);
      const called =
        next === 'tool' ||
        next === 'function' ||
        (parts.length > 1 && CALLING.has(last)) ||
        (marked && CALLING.has(last));
      if (distinctive || called) return tool;
    }
    const server = this.#known.get(`server ${word}`);
    if (
      server !== undefined &&
      word.length > 2 &&
      (next === 'server' || next === 'mcp' || next === 'connector')
    )
      return server;
    if (FIELD.has(next) || (FIELD.has(last) && marked)) {
      const parameter = this.#known.get(`parameter ${word}`);
      if (parameter !== undefined && (marked || GIVEAWAYS.has(word))) return parameter;
    }
    return undefined;
  }
}

const CALLING = new Set(
  'call calls calling use uses using invoke invokes invoking run runs running execute before after via with the instead of than when whenever'.split(
    ' ',
  ),
);
const FIELD = new Set('field parameter argument param arg property'.split(' '));
/** Parameters by which something is taken elsewhere. */
const GIVEAWAYS = new Set(
  'bcc cc to recipient recipients url webhook callback body attachment attachments destination'.split(' '),
);
