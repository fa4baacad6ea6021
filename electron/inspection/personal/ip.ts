import type { Place } from '../decode/part.ts';
import { charSet } from '../secrets/char-set.ts';

const V4 = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]\d)/;
const LONGEST = 45;
const SPEAKS_OF_IP = /(?:\bip|ipv[46]|src|dst|addr|address|host|listen|bind|server|client)\W{0,6}$/i;

/**
 * An IPv4 address at `start`. Those that say nothing about anybody are left: this machine's, all machines', and what is
 * a version rather than an address.
 */
export function ipv4(text: string, start: number, end: number): Place | undefined {
  const found = V4.exec(text.slice(start, Math.min(end + 2, start + 18)))?.[0];
  if (found === undefined || /^(?:127\.|0\.|255\.255\.255\.)/.test(found)) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  if (/(?:[\w.]|version\W{0,3}|\bv|[A-Za-z]\/|-)$/i.test(before)) return undefined;
  const after = text.slice(start + found.length, start + found.length + 2);
  if (/^[A-Za-z0-9_+]|^\.\d|^-[a-z]/i.test(after)) return undefined;
  return { start, end: start + found.length };
}

/** The IPv6 address (RFC 4291) to which the colon at `at` belongs, when it is the address's first. */
export function ipv6(text: string, at: number): Place | undefined {
  const next = text.charCodeAt(at + 1);
  if (next !== 0x3a && !(isHex(next) && isHex(text.charCodeAt(at - 1)))) return undefined;
  let start = at;
  while (start > 0 && at - start < 5 && isHex(text.charCodeAt(start - 1))) start--;
  const before = text.charCodeAt(start - 1);
  if (at - start > 4 || before === 0x3a || before === 0x2e || before === 0x5f) return undefined;
  let end = at;
  let colons = 0;
  let short = false;
  for (; end - start <= LONGEST; end++) {
    const c = text.charCodeAt(end);
    if (c === 0x3a) {
      colons++;
      short ||= text.charCodeAt(end + 1) === 0x3a;
    } else if (!isHex(c) && c !== 0x2e) break;
  }
  // A time of day is none.
  if (!short && colons < 6) return undefined;
  if (start > 0 && isLetter(before)) return undefined;
  while (end > at && text[end - 1] === '.') end--;
  if (text[end - 1] === ':' && text[end - 2] !== ':') end--;
  if (end < text.length && (text[end] === '_' || isLetter(text.charCodeAt(end)))) return undefined;
  const value = text.slice(start, end);
  if (value.length < 2 || value.indexOf(':', value.indexOf(':') + 1) === -1) return undefined;
  if (!isV6(value)) return undefined;
  // Short forms are written in programs and in prose, too.
  const tiny = value.replaceAll(':', '').length < 4;
  if (tiny && !SPEAKS_OF_IP.test(text.slice(Math.max(0, start - 20), start))) return undefined;
  return { start, end };
}

const isHex = (c: number): boolean => (c >= 0x30 && c <= 0x39) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x66);

/** A letter or a digit of any language. */
const isLetter = (unit: number): boolean =>
  unit < 128 ? ALPHANUMERIC[unit] === 1 : /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));
const ALPHANUMERIC = charSet('A-Za-z0-9');

function isV6(value: string): boolean {
  if (value.includes('.')) return isV6WithV4(value);
  let groups = 0;
  let digits = 0;
  let short = false;
  for (let i = 0; i < value.length; i++) {
    if (value.charCodeAt(i) !== 0x3a) {
      if (!isHex(value.charCodeAt(i)) || ++digits > 4) return false;
      continue;
    }
    if (digits > 0) groups++;
    if (value.charCodeAt(i + 1) === 0x3a) {
      if (short || value.charCodeAt(i + 2) === 0x3a) return false;
      short = true;
      i++;
    } else if (digits === 0 || i === value.length - 1) return false;
    digits = 0;
  }
  if (digits > 0) groups++;
  return short ? groups < 8 : groups === 8;
}

/** With an address of the fourth version at its end. */
function isV6WithV4(value: string): boolean {
  const halves = value.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!V4.test(groups.at(-1) ?? '')) return false;
  const plain = groups.slice(0, -1);
  if (!plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = plain.length + 2;
  return halves.length === 2 ? count < 8 : count === 8;
}
