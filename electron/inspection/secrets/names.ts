import { charSet, runStart } from './char-set.ts';

/** What a value is called where it stands: `githubToken` in `githubToken = "…"`, and the words of it in small letters. */
export interface Name {
  readonly start: number;
  readonly text: string;
  readonly words: readonly string[];
  /** How the value is tied to it. */
  readonly by: 'assigned' | 'argument' | 'element';
}

const NAME = charSet('A-Za-z0-9_.-');
const PHRASE = charSet('A-Za-z0-9_. -');
const LONGEST = 80;
const QUOTES = '"\'`\\';
const SPACE = ' \t';

/**
 * Reads back from the beginning of a value to its name: over quotes, one sign (`=`, `:`, `=>`, `:=`, a comma between
 * arguments, the `>` of an element) and quotes again. Undefined where there is none. Bounded.
 */
export function nameBefore(text: string, start: number): Name | undefined {
  let at = back(text, start, QUOTES, 4);
  const quoted = at < start;
  at = back(text, at, SPACE, 8);
  const sign = text[at - 1];
  let by: Name['by'] = 'assigned';
  if (sign === '=' || sign === ':') at = back(text, at, '=:?|~', 3);
  else if (sign === '>' && text[at - 2] === '=') at -= 2;
  else if (sign === '>') {
    by = 'element';
    at -= 1;
  } else if (sign === ',' && quoted) {
    by = 'argument';
    at -= 1;
  } else return undefined;
  at = back(text, at, SPACE, 8);
  at = back(text, at, QUOTES + '])', 5);
  const end = at;
  const begin = runStart(NAME, text, end, Math.max(0, end - LONGEST));
  if (begin === end) return undefined;
  // Up to three words of a phrase belong to it (`AWS secret access key: …`).
  const from = by === 'assigned' ? runStart(PHRASE, text, begin, Math.max(0, begin - 32)) : begin;
  return { start: begin, text: text.slice(begin, end), words: wordsOf(text.slice(from, end)), by };
}

function back(text: string, at: number, over: string, most: number): number {
  const stop = Math.max(0, at - most);
  while (at > stop && over.includes(text[at - 1] as string)) at--;
  return at;
}

/** The words of a name, of camel case too: `awsSecretKey1` has `aws`, `secret`, `key`. */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

const ALONE = new Set(
  (
    'secret secrets password passwd passphrase pwd apikey apikeys accesskey secretkey privatekey authkey signingkey ' +
    'authtoken accesstoken apitoken token tokens credential credentials bearer clientsecret appsecret appkey secretid'
  ).split(' '),
);
const BEFORE_KEY = new Set(
  (
    'api access secret private auth authentication signing sign encryption encrypt master account license server service ' +
    'shared session webhook client consumer app application integration deploy subscription storage admin user master ' +
    'security hmac cipher'
  ).split(' '),
);
const BEFORE_ID = new Set(['secret']);
/** Tokens that mark a place in a list, a document or a chain, and open nothing. */
const BEFORE_TOKEN = new Set(
  (
    'page next prev previous pagination cursor sync continuation continue resume progress list scroll skip delta public ' +
    'publishable csrf xsrf idempotency file media change design css mint contract erc quote base pair gas native stop ' +
    'start max min num input output prompt completion total cached reasoning matching special pad eos bos unk '
  ).split(' '),
);

/** Words behind the one that counts. */
const QUALIFIERS = new Set(
  'value header string param env v prod production dev test staging live default old new base b'.split(' '),
);

/** Whether the last words of a name say that its value is a secret. */
export function namesSecret(words: readonly string[]): boolean {
  let last = words.length - 1;
  // `token1`, `secret_value`, `apiKeyHeader`
  while (last > 0 && QUALIFIERS.has(words[last] as string)) last--;
  const word = words[last];
  if (word === undefined) return false;
  const before = words[last - 1];
  if (word === 'token' || word === 'tokens') return before === undefined || !BEFORE_TOKEN.has(before);
  if (word === 'key' || word === 'keys') return before !== undefined && BEFORE_KEY.has(before);
  if (word === 'id') return before !== undefined && BEFORE_ID.has(before);
  if (word === 'auth' || word === 'authorization') return true;
  if (word === 'pass' || word === 'pw') return true;
  if (ALONE.has(word)) return before !== 'public' && before !== 'publishable';
  return (
    word.length > 6 &&
    /(?:apikey|secretkey|accesskey|authtoken|accesstoken|apitoken|password|passwd|secret)$/.test(word)
  );
}
