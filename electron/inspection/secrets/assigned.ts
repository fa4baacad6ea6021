import { charSet, runEnd } from './char-set.ts';
import { couldNameSecret, nameBefore, namesSecret, wordsOf } from './names.ts';
import { isPassword } from './addresses.ts';
import { entropy, isCutOff, isMonotonous, isStandIn, looksRandom } from './plausible.ts';
import { beginsHere, type Hit, isEscapeLetter, WINDOW } from './scan-forms.ts';
import { couldBeVendors, vendorOf } from './vendors.ts';

/** Shorter runs of characters are words; what is random is longer. */
export const SHORTEST_RUN = 14;
const LONGEST_RUN = 512;
const DISCORD = /^[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}$/;
/** An app's number stands before its token. */
const FACEBOOK = /\b\d{13,17}(?:\||%7C)$/i;
const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const BASE58 = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

/**
 * A secret whose form says nothing: its name does, and its looks (`dropboxToken = "…"`). The run from `start` to `end`
 * holds characters of base64 and its likes only.
 */
export function namedSecret(text: string, start: number, end: number): Hit | undefined {
  if (end - start > LONGEST_RUN) return undefined;
  while (end > start && isTail(text.charCodeAt(end - 1))) end--;
  if (text.charCodeAt(end) === EQUALS && !isAlphanumeric(text.charCodeAt(end + 1)))
    end += text.charCodeAt(end + 1) === EQUALS ? 2 : 1;
  const begun = isEscapeLetter(text, start) ? start + 1 : start;
  if (
    BEGINS_DISCORD.has(text.charCodeAt(begun)) &&
    isDiscordToken(text.slice(begun, end)) &&
    beginsHere(text, begun)
  )
    return { type: 'discord-token', start: begun, end, score: 0.9, signals: ['form'] };
  if (
    BEFORE_FACEBOOK.has(text.charCodeAt(start - 1)) &&
    FACEBOOK.test(text.slice(Math.max(0, start - 24), start)) &&
    end - start >= 24 &&
    end - start <= 40
  )
    return { type: 'facebook-token', start, end, score: 0.85, signals: ['form'] };
  const name = nameBefore(text, start);
  if (name === undefined) return undefined;
  const value = text.slice(start, end);
  const fits = couldBeVendors(value);
  // Most values have a name, and hardly any is one of these.
  if (!fits && !couldNameSecret(name.phrase)) return undefined;
  const words = wordsOf(name.phrase);
  const secret = namesSecret(words);
  if ((!secret && !fits) || isMonotonous(value) || isCutOff(text, end)) return undefined;
  const vendor = fits
    ? (vendorOf(words, value) ?? (secret ? vendorOf(wordsAround(text, name.start), value) : undefined))
    : undefined;
  if (
    vendor !== undefined &&
    (secret || speaksOfKeys(name.text, words)) &&
    !isStandIn(value) &&
    isMixed(value)
  )
    return { type: `${vendor}-secret`, start, end, score: 0.8, signals: ['name', `near ${vendor}`] };
  if (!secret || !looksRandom(value) || value.length < 16 || isAddress(words, value)) return undefined;
  if (name.by === 'argument' && value.length < 20) return undefined;
  const score = entropy(value) >= 3.5 ? 0.75 : 0.65;
  return { type: 'named-secret', start, end, score, signals: ['name', 'random'] };
}

const EQUALS = 0x3d;
const COLON = 0x3a;
const BEGINS_DISCORD = codes('MNO');
const BEFORE_FACEBOOK = codes('|C');
const isTail = (code: number): boolean => code === 0x2e || code === 0x7e;
const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);

const isDiscordToken = (value: string): boolean => {
  if (!DISCORD.test(value)) return false;
  const id = Buffer.from(value.slice(0, value.indexOf('.')), 'base64').toString('latin1');
  return (
    /^\d{16,20}$/.test(id) || (/\d.*[A-Z]|[A-Z].*\d/.test(value.slice(-27)) && /\d/.test(value.slice(0, 24)))
  );
};

const wordsAround = (text: string, at: number): readonly string[] =>
  wordsOf(text.slice(Math.max(0, at - WINDOW), at)).slice(-12);

/** Not a secret by its last word, but named after a maker's account: `SONAR_LOGIN`, `discord_client_id`. */
const speaksOfKeys = (name: string, words: readonly string[]): boolean =>
  /(?:login|client_?id|key|app_?id|api|auth|secret|token|pass)/i.test(name) || words.length === 1;

const isMixed = (value: string): boolean =>
  /^\d+$/.test(value) ? new Set(value).size >= 5 : /\d/.test(value) && /[A-Za-z]/.test(value);

/** Where `token` means a coin: its address in a chain opens nothing. */
const isAddress = (words: readonly string[], value: string): boolean =>
  ADDRESS.test(value) || (words.at(-1) === 'token' && BASE58.test(value) && words.length < 3);

const PASSWORD = /(?:password|passwd|passphrase|pwd|passcode|secret|[_-]pass|["'` ,{\n]pass)$/i;
/** What names of passwords end with. */
export const ENDS_OF_PASSWORDS = ['password', 'passwd', 'passphrase', 'pwd', 'passcode', 'secret', 'pass'];
const LONGEST_PASSWORD = 100;
const BETWEEN = charSet('"\'`\\ ');

/**
 * A password in what looks like a setting (`password: "…"`); its name ends at `end`. Passwords are not random, so only
 * what could be nothing else counts: no word, no name of a variable, no template.
 */
export function password(text: string, end: number): Hit | undefined {
  const at = runEnd(BETWEEN, text, end, end + 4);
  const sign = text.charCodeAt(at);
  if (sign !== EQUALS && sign !== COLON) return undefined;
  const before = text.slice(Math.max(0, end - 12), end);
  if (!PASSWORD.test(before)) return undefined;
  let from = at + 1;
  while (from - at < 4 && ':=> '.includes(text[from] ?? '')) from++;
  const quoted = /^(\\*["'`])/.exec(text.slice(from, from + 4))?.[1];
  let to: number;
  if (quoted !== undefined) {
    from += quoted.length;
    to = text.slice(from, from + LONGEST_PASSWORD).indexOf(quoted);
    if (to === -1) return undefined;
    to += from;
  } else
    to =
      from +
      (/^[^\s"'`<>,;&()[\]{}\\]{0,100}/.exec(text.slice(from, from + LONGEST_PASSWORD))?.[0].length ?? 0);
  const value = text.slice(from, to);
  const sure = quoted !== undefined || text[at] === '=';
  if (!couldOnlyBePassword(value, sure) || isCutOff(text, to) || value.includes('..')) return undefined;
  return { type: 'password', start: from, end: to, score: 0.7, signals: ['name', 'password'] };
}

function codes(text: string): ReadonlySet<number> {
  return new Set(Array.from(text, (c) => c.charCodeAt(0)));
}

function couldOnlyBePassword(value: string, sure: boolean): boolean {
  if (value.length < 8 || !/\d/.test(value) || !/[A-Za-z]/.test(value) || /\s/.test(value)) return false;
  if (!isPassword('', value) || isMonotonous(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (/^[\w.-]+\.[a-z]\w*$|^[\w.]+\(|^\/|:\/\/|^[A-Z0-9_]+$|^\w+::/.test(value)) return false;
  return kinds >= (sure ? 3 : 4) || (kinds === 3 && value.length >= 12);
}
