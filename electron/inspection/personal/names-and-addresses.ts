import type { Place } from '../decode/part.ts';

const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Mme|Sr|Sra|Signor|Signora)\.? (\p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{0,24}){0,2})/gu;
const SAID =
  /\b(?:my name is|name is|i am called|je m'appelle|ich heiße|me llamo) (\p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{0,24}){0,2})/giu;
const STREET =
  /\b\d{1,5}[A-Za-z]? (?:\p{Lu}[\p{L}'’.-]{1,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Way|Place|Pl|Terrace|Close|Crescent)\b\.?/gu;
const STRASSE = /\b\p{Lu}[\p{L}-]{2,30}(?:straße|strasse|str\.|weg|gasse|platz|allee) \d{1,4}[a-z]?\b/gu;
const POSTCODE =
  /\b(?:GIR 0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?) \d[ABD-HJLNP-UW-Z]{2})\b/g;

/** Names behind a title or after "my name is"; off by default. Each pattern reads a bounded stretch from where it begins. */
export function names(text: string): Place[] {
  return [TITLED, SAID].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => {
      const end = match.index + match[0].length;
      return { start: end - (match[1] as string).length, end };
    }),
  );
}

/** Streets with a number in English and German, and postcodes of the United Kingdom; off by default. */
export function addresses(text: string): (Place & { readonly why: string })[] {
  return [['street', STREET] as const, ['street', STRASSE] as const, ['postcode', POSTCODE] as const].flatMap(
    ([why, pattern]) =>
      Array.from(text.matchAll(pattern), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
        why,
      })),
  );
}
