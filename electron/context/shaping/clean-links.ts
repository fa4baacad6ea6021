/** A text in which some things were replaced. */
export interface Replaced {
  readonly text: string;
  readonly count: number;
}

/** Parameters that only tell a site where a reader came from. */
const FOLLOWS = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'ysclid',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  'li_fat_id',
  'mkt_tok',
  'oly_anon_id',
  'oly_enc_id',
  'vero_id',
  'wickedid',
  'rb_clickid',
  'irclickid',
  '_hsenc',
  '_hsmi',
  '_openstat',
  '_ga',
  '_gl',
  'epik',
  's_cid',
]);

const follows = (name: string): boolean => FOLLOWS.has(name) || name.startsWith('utm_');

/** Names with one of these in them sign a link or open a door: such a link is good only as it is. */
const SIGNS = [
  'sig',
  'token',
  'auth',
  'hmac',
  'hash',
  'secret',
  'passw',
  'credential',
  'expire',
  'policy',
  'jwt',
  'ticket',
  'nonce',
  'x-amz',
  'x-goog',
  'x-oss',
  'session',
  'digest',
  'verif',
  'checksum',
  'hdnea',
  'md5',
];
const SIGNS_ALONE = new Set([
  'key',
  'apikey',
  'api_key',
  'code',
  'state',
  'mac',
  'se',
  'sp',
  'st',
  'sv',
  'sr',
]);

const signs = (name: string): boolean => SIGNS_ALONE.has(name) || SIGNS.some((part) => name.includes(part));

/** A longer link is looked at by nobody and is left as it is; bounds the names compared. */
const LONGEST = 8_192;

/**
 * Takes the parameters that only follow people out of the http(s) links of a text. A link that is signed, names a user,
 * or whose end is not certain stays as it is; scheme, host, path and fragment always do. Linear time.
 */
export function cleanLinks(text: string): Replaced {
  const parts: string[] = [];
  let copied = 0;
  let count = 0;
  for (let at = text.indexOf('://'); at !== -1;) {
    const from = at + 3;
    const end = isHttp(text, at) ? linkEnd(text, from) : from;
    if (end - from <= LONGEST) {
      const query = queryOf(text, from, end);
      const clean = query && isCertain(text, end) ? cleaned(text, query) : undefined;
      if (query !== undefined && clean !== undefined) {
        parts.push(text.slice(copied, query.start), clean);
        copied = query.end;
        count++;
      }
    }
    at = text.indexOf('://', end);
  }
  return count === 0 ? { text, count } : { text: parts.join('') + text.slice(copied), count };
}

/** Whether `http` or `https` and no longer word ends at `at`. */
function isHttp(text: string, at: number): boolean {
  const scheme = text.slice(Math.max(0, at - 6), at).toLowerCase();
  const before = scheme.endsWith('https')
    ? scheme.length - 6
    : scheme.endsWith('http')
      ? scheme.length - 5
      : -2;
  if (before === -2) return false;
  return before < 0 || !isWord(scheme.charCodeAt(before));
}

const isWord = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f;

/** Whether a character can stand in a link here: those of RFC 3986 without brackets and the apostrophe. */
const isInLink = (c: number): boolean =>
  isWord(c) || (c > 0x20 && c < 0x7f && '-.~:/?#@!$&*+,;=%'.includes(String.fromCharCode(c)));

function linkEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isInLink(text.charCodeAt(end))) end++;
  return end;
}

/** What can stand right behind a link, when nothing of a link follows it. */
const CLOSES = `"'>)]}`;

/** Whether the link really ends there, and does not go on in a way that was not understood. */
function isCertain(text: string, end: number): boolean {
  if (end === text.length) return true;
  const c = text.charCodeAt(end);
  if (c === 0x20 || c === 0x3c || (c >= 0x09 && c <= 0x0d)) return true;
  return CLOSES.includes(text.charAt(end)) && (end + 1 === text.length || !goesOn(text.charCodeAt(end + 1)));
}

const goesOn = (c: number): boolean => isWord(c) || '-&=%/?#+~'.includes(String.fromCharCode(c));

/** The query of a link with its question mark; undefined: it has none, or names a user. */
function queryOf(text: string, from: number, end: number): { start: number; end: number } | undefined {
  const link = text.slice(from, end);
  const hash = link.indexOf('#');
  const base = hash === -1 ? link : link.slice(0, hash);
  const mark = base.indexOf('?');
  if (mark === -1 || base.slice(0, mark).includes('@')) return undefined;
  // The full stop, comma or colon of the sentence is not the link's.
  let last = from + base.length;
  while (hash === -1 && last > from + mark + 1 && '.,;:!?*'.includes(text.charAt(last - 1))) last--;
  return { start: from + mark, end: last };
}

/** Without the parameters; undefined: there are none, or they have to stay. */
function cleaned(text: string, query: { start: number; end: number }): string | undefined {
  const parts = text.slice(query.start + 1, query.end).split('&');
  const names = parts.map((part) => {
    const equals = part.indexOf('=');
    return (equals === -1 ? part : part.slice(0, equals)).toLowerCase();
  });
  // `&` as HTML writes it, and the semicolon as an older separator: left to those who know.
  if (!names.some(follows) || parts.some((part) => part.includes(';'))) return undefined;
  if (names.some((name) => signs(name) && !follows(name))) return undefined;
  // What goes has to be a plain value: behind a comma stands the next cell of a row, and behind dots the next sentence.
  if (parts.some((part, n) => follows(names[n] ?? '') && !isPlain(part))) return undefined;
  const stays = parts.filter((_, n) => !follows(names[n] ?? ''));
  return stays.length === 0 ? '' : `?${stays.join('&')}`;
}

function isPlain(part: string): boolean {
  for (let i = 0; i < part.length; i++)
    if (!isWord(part.charCodeAt(i)) && !'-.~%+='.includes(part.charAt(i))) return false;
  return !part.includes('..');
}
