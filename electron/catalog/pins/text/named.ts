import { nameWords } from '../../effects/places.ts';
import { effectOfVerb } from '../../effects/verbs.ts';
import { plainLetters } from '../../shadowing/confusables.ts';

/** Places that a text names: where something could be sent or fetched. Hosts and addresses in lower case. */
export interface NamedPlaces {
  /** Hosts of URLs, with the port; numeric addresses; bare domains. */
  readonly hosts: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

const URL_HOST = /\b[a-z][a-z0-9+.-]{1,15}:\/\/(?:[^\s/@"'<>]{1,80}@)?([^\s/?#"'<>()[\]`,]{1,120})/gi;
const ADDRESS = /(?<![\w/.+-])[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}\b/gi;
const NUMERIC = /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?::\d{1,5})?\b/g;
const DOMAIN =
  /(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|net|org|io|dev|co|xyz|tld|example|evil|info|biz|ru|cn|de|uk|eu|site|online|cloud|tk|top|tech|click)\b(?!\.?[a-z0-9(])/gi;

/** Hosts that schemas name without going there. */
const FORMAL = new Set([
  'json-schema.org',
  'www.w3.org',
  'schema.org',
  'example.com',
  'www.example.com',
  'example.org',
  'localhost',
  '127.0.0.1',
  'api.example.com',
]);

/**
 * Finds the places in a text, also where letters of another script stand for plain ones. Hosts that only name a schema
 * or an example are none.
 */
export function placesNamed(text: string): NamedPlaces {
  const plain = plainLetters(text);
  const hosts = new Set<string>();
  const add = (host: string): void => {
    const name = host.toLowerCase().replace(/[.:]+$/, '');
    if (!FORMAL.has(name.replace(/:\d{1,5}$/, ''))) hosts.add(name);
  };
  for (const match of plain.matchAll(URL_HOST)) add(match[1] ?? '');
  for (const [host] of plain.matchAll(NUMERIC)) add(host);
  // "com.company.app" names a package.
  for (const [host] of plain.matchAll(DOMAIN)) if (!/^(?:com|org|net|io)\./i.test(host)) add(host);
  const addresses = new Set<string>();
  for (const [address] of plain.matchAll(ADDRESS)) addresses.add(address.toLowerCase());
  return { hosts, addresses };
}

const CALLED =
  /\b(call|calls|calling|use|using|uses|invoke|invokes|invoking|run|running|execute|executing|trigger|via|before|after|with|from|supersedes?|replaces?|like|than|the|and|or|to) (?:the |to |a )?[`'"]?([a-z][a-z0-9]{0,40}(?:[_-][a-z0-9]{1,40}){1,8}|[a-z][a-z0-9]{0,40}(?:[A-Z][a-z0-9]{1,40}){1,8})\b/g;
const NAMED_TOOL =
  /[`'"]?\b([A-Za-z][A-Za-z0-9]{0,40}(?:[_-][A-Za-z0-9]{1,40}){0,8})([`'"]?) (?:tool|function)\b/g;
const CALLS = /^(?:call|use|using|invok|run|execut|trigger|supersede|replace)/;

/**
 * Names that look like those of other tools: an identifier that begins with a verb (`send_email`, `getUser`), one with
 * underscores after a word such as "call", or one before "tool". `own` are the names that belong to the item itself
 * (its name, its parameters, its choices), lower case. "cursor-based" and "top-left" are English.
 */
export function toolsNamed(text: string, own: ReadonlySet<string>): ReadonlySet<string> {
  const plain = plainLetters(text).slice(0, 64 * 1024);
  const found = new Set<string>();
  const add = (name: string): void => {
    if (name.length > 3 && !own.has(name.toLowerCase())) found.add(name);
  };
  for (const match of plain.matchAll(CALLED)) {
    const name = match[2] ?? '';
    const verb = effectOfVerb(nameWords(name)[0] ?? '') !== undefined;
    if (verb ? !ENGLISH.has(name) : name.includes('_') && CALLS.test(match[1] ?? '')) add(name);
  }
  for (const match of plain.matchAll(NAMED_TOOL)) {
    const name = match[1] ?? '';
    const shaped =
      /_|[a-z][A-Z]/.test(name) ||
      (name.includes('-') && effectOfVerb(nameWords(name)[0] ?? '') !== undefined);
    if ((shaped && !ENGLISH.has(name)) || match[2] !== '') add(name);
  }
  return found;
}

/** Verbs with a hyphen that are English all the same. */
const ENGLISH = new Set(
  'read-only write-only add-on add-ons set-up built-in build-time log-in sign-in sign-up check-in run-time real-time time-based copy-paste move-in follow-up start-up back-up read-write find-and-replace search-engine search-based query-based list-based tag-based score-based stage-specific'.split(
    ' ',
  ),
);
