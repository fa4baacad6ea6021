import { charSet, isIn, runEnd } from './char-set.ts';
import { isMonotonous } from './plausible.ts';
import { fromBase64, type Reader } from './reader.ts';
import { beginsHere } from './scan-forms.ts';

const BASE64URL = charSet('A-Za-z0-9_=-');
const ARMOUR = charSet('A-Za-z0-9+/= \n\r\t\\');
const LONGEST_PART = 16_384;
const LONGEST_KEY = 65_536;
const SHORTEST_KEY = 24;
/** The characters of a signature for each kind of it; RSA's may be longer. */
const SIGNATURE: Readonly<Record<string, number>> = {
  HS256: 43,
  HS384: 64,
  HS512: 86,
  ES256: 86,
  ES384: 128,
};
const RSA = 342;

/** JSON web tokens (RFC 7519): a header that says how it is signed, a payload, a signature; a line end may cut them. */
export const jwt: Reader = {
  begins: ['eyJh', 'eyJ0', 'eyJr', 'eyJj', 'eyJ4', 'eyJi', 'eyJl', 'eyJ6', 'eyJq', 'eyAi', 'ewog', 'ew0K'],
  read(text, at) {
    const head = runEnd(BASE64URL, text, at, at + LONGEST_PART);
    if (text[head] !== '.' || !beginsHere(text, at)) return { to: head };
    const header = fromBase64(text.slice(at, head));
    const algorithm = /^\s*\{.*\}\s*$/s.test(header ?? '')
      ? /"alg"\s*:\s*"([^"]{1,20})"/.exec(header ?? '')?.[1]
      : undefined;
    if (algorithm === undefined) return { to: head };
    const body = overLineEnds(text, head + 1, (end) => text[end] === '.');
    if (text[body] !== '.' || !/^(?:ey|ew|\.)/.test(text.slice(head + 1, head + 3))) return { to: body };
    const wanted = SIGNATURE[algorithm] ?? RSA;
    const signed = overLineEnds(text, body + 1, (end) => end - body > wanted);
    // Encrypted tokens have two parts more.
    let end = signed;
    for (let n = 0; n < 2 && text[end] === '.' && isIn(BASE64URL, text, end + 1); n++)
      end = runEnd(BASE64URL, text, end + 1, end + LONGEST_PART);
    const value = text.slice(at, end);
    const plausible = value.length >= 60 && !isMonotonous(text.slice(body + 1, signed)) && signed - body > 16;
    return plausible
      ? { hit: { type: 'jwt', start: at, end, score: 0.95, signals: ['form', `alg ${algorithm}`] }, to: end }
      : { to: end };
  },
};

/** The end of a run that goes on in the next line as long as something is missing. */
function overLineEnds(text: string, at: number, complete: (end: number) => boolean): number {
  let end = runEnd(BASE64URL, text, at, at + LONGEST_PART);
  for (let lines = 0; lines < 8 && end > at && !complete(end); lines++) {
    const next = text[end] === '\r' ? end + 2 : end + 1;
    if (text[next - 1] !== '\n' || !isIn(BASE64URL, text, next)) break;
    const more = runEnd(BASE64URL, text, next, at + LONGEST_PART);
    // A word is the next line of a text, and no rest of a value.
    if (more - next < 20 && text[more] !== '.') break;
    end = more;
  }
  return end;
}

/** Private keys in the armour of PEM (RFC 7468), OpenSSH and PGP, escaped line ends included. */
export const privateKey: Reader = {
  begins: ['-----BEGIN ', '---- BEGIN '],
  read(text, at) {
    const line = text.slice(at, at + 80);
    const begin = /^-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/.exec(line);
    if (begin === null) return { to: at + 4 };
    const from = at + begin[0].length;
    const body = endOfArmour(text, from);
    const held = text.slice(from, body).replaceAll(/\\[nrt]|\s|\\/g, '');
    if (held.length < SHORTEST_KEY || isMonotonous(held)) return { to: body };
    const end = /^-{4,5} ?END [A-Z0-9 ]{0,40}-{4,5}/.exec(text.slice(body, body + 80));
    const to = body + (end?.[0].length ?? 0);
    return { hit: { type: 'private-key', start: at, end: to, score: 1, signals: ['armour'] }, to };
  },
};

/** Private keys as PuTTY keeps them. */
const puttyKey: Reader = {
  begins: ['PuTTY-User-Key-File-'],
  read(text, at) {
    // The private part follows soon: none in this window is none for whatever begins in its first half.
    if (!text.slice(at, at + LONGEST_PART).includes('Private-Lines:')) return { to: at + LONGEST_PART / 2 };
    const to = endOfPutty(text, at);
    const held = text.slice(at, to).replaceAll(/\\[nrt]|\s|\\/g, '');
    if (held.length < SHORTEST_KEY || isMonotonous(held)) return { to };
    return { hit: { type: 'private-key', start: at, end: to, score: 1, signals: ['armour'] }, to };
  },
};

/** Headers such as `Proc-Type:` come before the key. */
function endOfArmour(text: string, from: number): number {
  const stop = Math.min(text.length, from + LONGEST_KEY);
  let at = from;
  for (let headers = 0; headers < 12; headers++) {
    at = runEnd(ARMOUR, text, at, stop);
    if (text[at] !== ':' && text[at] !== '-') break;
    if (text[at] === '-' && text.startsWith('----', at)) break;
    const line = /^[^\n\\]{0,200}(?:\n|\\r?\\?n)/.exec(text.slice(at, at + 210));
    if (line === null) break;
    at += line[0].length;
  }
  return at;
}

function endOfPutty(text: string, at: number): number {
  const mac = text.indexOf('Private-MAC:', at);
  const stop = mac === -1 || mac - at > LONGEST_KEY ? Math.min(text.length, at + 4096) : mac + 12;
  return runEnd(charSet('A-Za-z0-9 '), text, stop, stop + 140);
}

export const STRUCTURES: readonly Reader[] = [jwt, privateKey, puttyKey];
