import type { Segment } from './segments.ts';

/** Alphabets with letters that can be taken for Latin ones. */
const ALIKE: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
];
const SUSPECT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const LATIN = /\p{Script=Latin}/u;
/** A word, or a pile of marks on one letter that is higher than any language needs. */
const WORD_OR_PILE = /\p{M}{9,}|(?:[\p{L}\p{N}_]|\p{M}{1,8}(?!\p{M}))+/gu;
const MARKED = /\p{M}{9}/u;
const KEPT_MARKS = 4;
/** Marks at the beginning have no letter to stand on and would be drawn over what is before the text. */
const BASELESS = /^\p{M}+/u;

const pileOf = (raw: string): Segment => {
  const count = Array.from(raw).length;
  return { kind: 'marks', raw, count, label: `⟦+${count}⟧` };
};

/** Cuts a text without dangerous characters at its mixed words and its piles of marks, and appends the pieces. */
export function splitPlain(text: string, found: Segment[]): void {
  const baseless = BASELESS.exec(text)?.[0] ?? '';
  if (baseless !== '') found.push(pileOf(baseless));
  splitBased(text.slice(baseless.length), found);
}

function splitBased(text: string, found: Segment[]): void {
  const mixing = SUSPECT.test(text) && LATIN.test(text);
  if (!mixing && !MARKED.test(text)) {
    if (text !== '') found.push({ kind: 'plain', raw: text });
    return;
  }
  let from = 0;
  const take = (at: number, segment: Segment): void => {
    if (at > from) found.push({ kind: 'plain', raw: text.slice(from, at) });
    found.push(segment);
    from = at + segment.raw.length;
  };
  for (const match of text.matchAll(WORD_OR_PILE)) {
    const raw = match[0];
    if (MARKED.test(raw)) {
      // The letter before may stand in a piece of its own: then the first marks have none to stand on either.
      const pile = Array.from(raw)
        .slice(match.index === from ? 0 : KEPT_MARKS)
        .join('');
      take(match.index + raw.length - pile.length, pileOf(pile));
    } else if (mixing && SUSPECT.test(raw) && LATIN.test(raw)) {
      const scripts = ALIKE.filter(([, script]) => script.test(raw)).map(([name]) => name);
      take(match.index, { kind: 'mixed', raw, scripts });
    }
  }
  if (from < text.length) found.push({ kind: 'plain', raw: text.slice(from) });
}
