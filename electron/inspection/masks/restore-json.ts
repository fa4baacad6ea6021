import { unescapeJson } from '../../log/unescape.ts';
import { escapeJson, isJson, jsonStrings } from './json-strings.ts';
import { type Replacement, replaceIn } from './replace.ts';
import { type Kept, type MaskSession, TOKEN } from './session.ts';

/** Whether a value may be seen where the message goes. */
export type MaySee = (kept: Kept) => boolean;

const DEPTH = 4;
/** A token in a query of an address. */
const ENCODED = /%5B%5Bdw(?::|%3A)[a-z0-9-]{1,32}(?::|%3A)[0-9a-f]{24}%5D%5D/gi;

/**
 * Puts back the values for which tokens of this session stand in a message of JSON, in strings and keys, also in JSON
 * inside strings (with its escapes) and percent-encoded in addresses (percent-encoded again). Tokens of other sessions,
 * invented ones, and those whose value may not be seen there stay as they are. Without any token: the very bytes.
 */
export function restoreJson(bytes: Buffer, session: MaskSession, maySee: MaySee): Buffer {
  if (!bytes.includes('dw')) return bytes;
  const text = bytes.toString('utf8');
  const replacements = inJson(text, session, maySee, 1);
  return replacements.length === 0 ? bytes : Buffer.from(replaceIn(text, replacements), 'utf8');
}

function inJson(text: string, session: MaskSession, maySee: MaySee, depth: number): Replacement[] {
  const all: Replacement[] = [];
  for (const { start, end, isKey } of jsonStrings(text)) {
    if (end - start < 32) continue;
    const { text: inner, places } = unescapeJson(text.slice(start, end));
    const found =
      depth < DEPTH && !isKey && isJson(inner)
        ? inJson(inner, session, maySee, depth + 1)
        : inText(inner, session, maySee);
    for (const one of found)
      all.push({
        start: start + (places[one.start] as number),
        end: start + (places[one.end] as number),
        by: escapeJson(one.by),
      });
  }
  return all;
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
  put(
    TOKEN,
    (found) => found,
    (value) => value,
  );
  put(
    ENCODED,
    (found) => decodeURIComponent(found).toLowerCase(),
    (value) => encodeURIComponent(value.toWellFormed()),
  );
  return all.toSorted((a, b) => a.start - b.start);
}

/** As `restoreJson`, of a plain text. */
export const restoreText = (text: string, session: MaskSession, maySee: MaySee): string =>
  replaceIn(text, inText(text, session, maySee));
