import { type CharSet, charSet } from './char-set.ts';

/** One piece of a form: an exact text, or between `min` and `max` characters of a set. */
export type Piece =
  { readonly literal: string } | { readonly set: CharSet; readonly min: number; readonly max: number };

/** How a credential is written, read once from left to right and never taken back. */
export type Form = readonly Piece[];

const SHORT: Readonly<Record<string, string>> = {
  a: 'A-Za-z0-9',
  b: 'A-Za-z0-9+/',
  d: '0-9',
  e: 'A-Za-z0-9=_.-',
  h: 'a-f0-9',
  H: 'A-Fa-f0-9',
  l: 'a-z0-9',
  U: 'A-Z0-9',
  w: 'A-Za-z0-9_-',
};
const QUANTITY = /^\{(\d+)(,?)(\d*)\}/;

/**
 * Reads the way in which the tables write forms: characters stand for themselves; `%a` any letter or digit, `%l` a
 * small letter or digit, `%U` a capital or digit, `%h` a hexadecimal digit (`%H` of either case), `%d` a digit,
 * `%w` base64url, `%b` base64, `%e` the loose set of vendors that allow `=` and `.`, `[…]` a set; `{n}`, `{n,}` and
 * `{n,m}` say how many; `(x|y)` is either text and gives a form for each. Throws on anything else: the tables are ours.
 */
export function readForms(source: string): Form[] {
  const open = source.indexOf('(');
  if (open !== -1) {
    const close = source.indexOf(')', open);
    return source
      .slice(open + 1, close)
      .split('|')
      .flatMap((either) => readForms(source.slice(0, open) + either + source.slice(close + 1)));
  }
  const pieces: Piece[] = [];
  let literal = '';
  for (let at = 0; at < source.length;) {
    const c = source[at] as string;
    let set: CharSet | undefined;
    if (c === '%') {
      set = charSet(SHORT[source[at + 1] as string] as string);
      at += 2;
    } else if (c === '[') {
      const close = source.indexOf(']', at);
      set = charSet(source.slice(at + 1, close));
      at = close + 1;
    }
    if (set === undefined) {
      literal += c;
      at++;
      continue;
    }
    const quantity = QUANTITY.exec(source.slice(at));
    if (quantity === null) throw new Error(`a set without a quantity in ${source}`);
    at += quantity[0].length;
    const min = Number(quantity[1]);
    const max = quantity[2] === '' ? min : quantity[3] === '' ? Infinity : Number(quantity[3]);
    if (literal !== '') pieces.push({ literal });
    literal = '';
    pieces.push({ set, min, max });
  }
  if (literal !== '') pieces.push({ literal });
  return [pieces];
}
