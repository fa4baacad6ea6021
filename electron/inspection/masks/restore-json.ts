import { leavesOf, placeOf, writtenIn } from './json-leaves.ts';
import { type Replacement, replaceIn } from './replace.ts';
import { type Kept, type MaskSession, TOKEN } from './session.ts';
import { atOnce, type Steps } from '../steps.ts';

/** Whether a value may be seen where the message goes. */
export type MaySee = (kept: Kept) => boolean;

/** A token in a query of an address, percent-encoded once or twice. */
const ENCODED = /(?:%5B|\[){2}dw(?::|%3A)[a-z0-9-]{1,32}(?::|%3A)[0-9a-f]{24}(?:%5D|\]){2}/gi;
const TWICE = /(?:%255B){2}dw(?::|%253A)[a-z0-9-]{1,32}(?::|%253A)[0-9a-f]{24}(?:%255D){2}/gi;
const SHORTEST = 32;

/**
 * Puts back the values for which tokens of this session stand in a message of JSON, in strings and keys, also in JSON
 * inside strings (with its escapes) and percent-encoded in addresses (percent-encoded again). Tokens of other sessions,
 * invented ones, and those whose value may not be seen there stay as they are. Without any token: the very bytes.
 */
export function restoreJson(bytes: Buffer, session: MaskSession, maySee: MaySee): Buffer {
  return atOnce(restoreSteps(bytes, session, maySee));
}

/** The same, so that it can be laid down for a while. */
export function* restoreSteps(bytes: Buffer, session: MaskSession, maySee: MaySee): Steps<Buffer> {
  if (!session.hasTokens || !bytes.includes('dw')) return bytes;
  const text = bytes.toString('utf8');
  // Whoever writes "dw" itself in escapes is no AI app that hands a token back.
  const leaves = yield* leavesOf(text, (raw) => raw.length < SHORTEST || !raw.includes('dw'));
  const all: Replacement[] = [];
  for (const leaf of leaves) {
    for (const { start, end, by } of inText(leaf.text, session, maySee))
      all.push({ ...placeOf(leaf, start, end), by: writtenIn(leaf, by) });
    yield leaf.text.length;
  }
  return all.length === 0 ? bytes : Buffer.from(replaceIn(text, all), 'utf8');
}

/** The replacements that put values back in a plain text. */
export function inText(text: string, session: MaskSession, maySee: MaySee): Replacement[] {
  const all: Replacement[] = [];
  const put = (pattern: RegExp, read: (found: string) => string, write: (value: string) => string): void => {
    for (const match of text.matchAll(pattern)) {
      const kept = session.kept(read(match[0]));
      if (kept === undefined || !maySee(kept)) continue;
      all.push({ start: match.index, end: match.index + match[0].length, by: write(kept.value) });
    }
  };
  const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());
  put(
    TOKEN,
    (found) => found,
    (value) => value,
  );
  if (text.includes('%')) {
    put(ENCODED, (found) => (found.includes('%') ? decodeURIComponent(found).toLowerCase() : ''), encoded);
    put(
      TWICE,
      (found) => decodeURIComponent(decodeURIComponent(found)).toLowerCase(),
      (value) => encoded(encoded(value)),
    );
  }
  return all.toSorted((a, b) => a.start - b.start);
}

/** As `restoreJson`, of a plain text. */
export const restoreText = (text: string, session: MaskSession, maySee: MaySee): string =>
  replaceIn(text, inText(text, session, maySee));
