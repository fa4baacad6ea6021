import type { Place } from '../decode/part.ts';
import { charSet } from '../secrets/char-set.ts';

const LONGEST_NAME = 64;
const LONGEST_HOST = 253;
const LONGEST_LABEL = 63;
/** Files and packages are written with an at sign, too (`icon@2x.png`). */
const FILES =
  /\.(?:png|jpe?g|gif|svg|webp|ico|js|mjs|cjs|ts|tsx|jsx|css|json|md|html?|ya?ml|txt|zip|gz|tgz|lock|map|wasm|exe|dll|so)$/i;
const OTHER_LETTER = /[\p{L}\p{N}]/u;
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})/iu;

/** The e-mail address (RFC 5321, in the forms that people have) around the sign at `at`. */
export function email(text: string, at: number): Place | undefined {
  if (!couldBeHost(text, at + 1)) return undefined;
  const host = HOST.exec(text.slice(at + 1, at + 1 + LONGEST_HOST))?.[0];
  if (host === undefined || FILES.test(host)) return undefined;
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && isOfName(text, start - 1)) start--;
  // What cannot begin a name belongs to what stands around: quotes, equals signs, slashes of an address.
  const name = text.slice(start, at);
  const from =
    Math.max(
      name.lastIndexOf('/'),
      name.lastIndexOf('='),
      name.lastIndexOf("'"),
      name.lastIndexOf('`'),
      name.lastIndexOf('{'),
      name.lastIndexOf('|'),
    ) + 1;
  const own = name.slice(from).replace(/^[.!#$%&*?^~-]+/, '');
  if (own === '' || own.endsWith('.') || own.includes('..')) return undefined;
  const end = at + 1 + host.length;
  // `git@host:path` is an address of a repository.
  if (own === 'git' && text[end] === ':') return undefined;
  // An address with a name and a password has its own finding.
  const next = text[end];
  if (
    (next === '/' || next === ':') &&
    /:\/\/[^\s]*$/.test(text.slice(Math.max(0, at - own.length - 12), at - own.length))
  )
    return undefined;
  return { start: at - own.length, end };
}

const LABEL = charSet('A-Za-z0-9-');

/** Whether a first label and a dot follow: most signs that are no address's end here. */
function couldBeHost(text: string, from: number): boolean {
  for (let i = from; i <= from + LONGEST_LABEL; i++) {
    const unit = text.charCodeAt(i);
    // Letters of other languages are for the pattern.
    if (unit > 127) return true;
    if (unit === 0x2e) return i > from;
    if (LABEL[unit] !== 1) return false;
  }
  return false;
}

const OF_NAME = charSet("A-Za-z0-9.!#$%&'*+/=?^_`{|}~-");

function isOfName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? OF_NAME[unit] === 1 : OTHER_LETTER.test(text[at] as string);
}
