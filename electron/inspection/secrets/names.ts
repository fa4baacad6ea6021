import { type CharSet, charSet, runStart } from './char-set.ts';

/** What a value is called where it stands: `githubToken` in `githubToken = "…"`, and the words of it in small letters. */
export interface Name {
  readonly start: number;
  readonly text: string;
  /** With the words of the phrase that it ends. */
  readonly phrase: string;
  /** How the value is tied to it. */
  readonly by: 'assigned' | 'argument' | 'element';
}

const NAME = charSet('A-Za-z0-9_.-');
const PHRASE = charSet('A-Za-z0-9_. -');
const LONGEST = 80;
const EQUALS = 0x3d;
const COLON = 0x3a;
const ARROW = 0x3e;
const COMMA = 0x2c;
const QUOTES = charSet('"\'`\\');
const SPACE = charSet(' \t');
const SIGNS = charSet('=:?|~');
const CLOSING = charSet('"\'`\\])');

/**
 * Reads back from the beginning of a value to its name: over quotes, one sign (`=`, `:`, `=>`, `:=`, a comma between
 * arguments, the `>` of an element) and quotes again. Undefined where there is none. Bounded.
 */
export function nameBefore(text: string, start: number): Name | undefined {
  let at = back(text, start, QUOTES, 4);
  const quoted = at < start;
  at = back(text, at, SPACE, 8);
  const sign = text.charCodeAt(at - 1);
  let by: Name['by'] = 'assigned';
  if (sign === EQUALS || sign === COLON) at = back(text, at, SIGNS, 3);
  else if (sign === ARROW && text.charCodeAt(at - 2) === EQUALS) at -= 2;
  else if (sign === ARROW) {
    by = 'element';
    at -= 1;
  } else if (sign === COMMA && quoted) {
    by = 'argument';
    at -= 1;
  } else return undefined;
  at = back(text, at, SPACE, 8);
  at = back(text, at, CLOSING, 5);
  const end = at;
  const begin = runStart(NAME, text, end, Math.max(0, end - LONGEST));
  if (begin === end) return undefined;
  // Up to three words of a phrase belong to it (`AWS secret access key: …`).
  const from = by === 'assigned' ? runStart(PHRASE, text, begin, Math.max(0, begin - 32)) : begin;
  return { start: begin, text: text.slice(begin, end), phrase: text.slice(from, end), by };
}

const back = (text: string, at: number, over: CharSet, most: number): number =>
  runStart(over, text, at, Math.max(0, at - most));

/** The words of a name, of camel case too: `awsSecretKey1` has `aws`, `secret`, `key`. */
export function wordsOf(name: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < name.length;) {
    const from = at;
    while (isCapital(name.charCodeAt(at))) at++;
    // The last of several capitals belongs to the small letters behind it: `AWSKey`.
    const capitals = at - from;
    const goesOn = isSmall(name.charCodeAt(at));
    if (capitals > 1 && goesOn) at--;
    else if (goesOn) at = endOfSmall(name, at);
    if (at === from) at++;
    else words.push(name.slice(from, at).toLowerCase());
  }
  return words;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

function endOfSmall(name: string, from: number): number {
  let at = from;
  while (isSmall(name.charCodeAt(at))) at++;
  return at;
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

/** Words that may be the last of such a name. */
const LAST = new Set([
  'token',
  'tokens',
  'key',
  'keys',
  'id',
  'auth',
  'authorization',
  'pass',
  'pw',
  ...ALONE,
  ...QUALIFIERS,
]);
const COMPOUND = /(?:apikey|secretkey|accesskey|authtoken|accesstoken|apitoken|password|passwd|secret)$/;

/** Whether `namesSecret` could say so of the words of a phrase: a cheaper look at its last letters. */
export function couldNameSecret(phrase: string): boolean {
  let end = phrase.length;
  while (end > 0 && !isLetter(phrase.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isSmall(phrase.charCodeAt(start - 1))) start--;
  // Capitals make words of their own.
  if (start === end || (start > 0 && isCapital(phrase.charCodeAt(start - 1)))) return true;
  const last = phrase.slice(start, end);
  return LAST.has(last) || (last.length > 6 && COMPOUND.test(last));
}

const isLetter = (code: number): boolean => isSmall(code) || isCapital(code);

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
  return word.length > 6 && COMPOUND.test(word);
}
