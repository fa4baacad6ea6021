import type { Hidden, MaskSession } from './session.ts';

/**
 * How a value is hidden: taken out, all but its last four characters, as a keyed digest, or as a token that is put back
 * where it may be seen.
 */
export type Way = Hidden['way'];

const KEPT = 4;
const SHORTEST = 10;

/** What stands in place of a value. A key of an object is never merely taken out: two of them would become one. */
export function inPlaceOf(
  value: string,
  hidden: Hidden,
  session: MaskSession,
  origin: string,
  isKey: boolean,
): string {
  const { type, replacement } = hidden;
  const way = isKey && hidden.way !== 'reversible' ? 'hash' : hidden.way;
  switch (way) {
    case 'remove':
      return replacement ?? `[${type}]`;
    case 'partial':
      return value.length < SHORTEST ? '****' : `****${Array.from(value).slice(-KEPT).join('')}`;
    case 'hash':
      return session.digest(type, value);
    case 'reversible':
      return session.token(type, value, origin) ?? session.digest(type, value);
  }
}
