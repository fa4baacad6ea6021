import { crc32 } from 'node:zlib';
import type { Verdict } from './rule.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_DIGITS = 6;

function inBase62(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = (BASE62[rest % 62] as string) + text;
  return text.padStart(CHECK_DIGITS, '0');
}

/**
 * The last six characters of GitHub's and npm's tokens are the CRC-32 of what stands after the first underscore, in
 * base 62 (GitHub, "Behind GitHub's new authentication token formats", 2021). Only proves: test data and later
 * formats break it, and a value that looks like a token is treated as one.
 */
export function base62Crc(value: string): Verdict {
  const body = value.slice(value.indexOf('_') + 1);
  const checked = body.slice(0, -CHECK_DIGITS);
  return inBase62(crc32(checked)) === body.slice(-CHECK_DIGITS) ? 'proved' : 'unknown';
}

/** The key identifiers of AWS are base32 and carry the account's number, which is never beyond twelve digits. */
export function awsKeyId(value: string): Verdict {
  return /^[A-Z]{4}[A-Z2-7]{16}$/.test(value) ? 'proved' : 'unknown';
}

/** Anthropic's keys end in `AA`: their last byte is empty. */
export const endsInAA = (value: string): Verdict => (value.endsWith('AA') ? 'proved' : 'refuted');

/** OpenAI's keys hold the word "OpenAI" in base64 between their two halves. */
export const holdsOpenAi = (value: string): Verdict => (value.includes('T3BlbkFJ') ? 'proved' : 'refuted');

/** A random value of one case and digits has both; a word or a file name hardly does. */
export const mixesCase = (value: string): Verdict =>
  /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) ? 'unknown' : 'refuted';

/** A random value has letters and digits. */
export const mixesDigits = (value: string): Verdict =>
  /\d/.test(value) && /[A-Za-z]/.test(value) ? 'unknown' : 'refuted';
