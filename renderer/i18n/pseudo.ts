import type { en } from './en.ts';
import type { Catalogue } from './languages.ts';

/** The code of the pseudo-locale; it is in no table of languages. */
export const PSEUDO = 'en-XA';

/** What every text of it begins and ends with, so that what is cut can be seen. */
export const PSEUDO_OPEN = '⁅';
const PSEUDO_CLOSE = '⁆';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýžÁɃÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ';
const accents = new Map(Array.from(PLAIN, (letter, index) => [letter, ACCENTED[index] ?? letter]));
const FILLING = 'éẋţŕá ļóñğ ţéẋţ ';

/** One text with accents, 40 % longer, in brackets; what is to be filled in stays as it is. */
export function pseudoText(text: string): string {
  const accented = text
    .split(/(\{\{[^}]*\}\})/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : Array.from(piece, (char) => accents.get(char) ?? char).join(''),
    )
    .join('');
  const more = Math.ceil(text.length * 0.4);
  const filling = FILLING.repeat(Math.ceil(more / FILLING.length)).slice(0, more);
  return `${PSEUDO_OPEN}${accented} ${filling}${PSEUDO_CLOSE}`;
}

type Texts = { readonly [key: string]: string | Texts };

/** A catalogue that looks translated and can be read: for pictures and tests, not for people. */
export function pseudoCatalogue(catalogue: typeof en): Catalogue {
  const of = (texts: Texts): Texts =>
    Object.fromEntries(
      Object.entries(texts).map(([key, value]) => [
        key,
        typeof value === 'string' ? pseudoText(value) : of(value),
      ]),
    );
  return of(catalogue) as unknown as Catalogue;
}
