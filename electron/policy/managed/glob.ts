/** How names are compared. `paths`: `*` and `?` stop at "/", and only `**` crosses it. `fold`: letters of any case are alike. */
export interface GlobOptions {
  readonly paths: boolean;
  readonly fold: boolean;
}

type Token =
  { readonly any: true; readonly crosses: boolean } | { readonly any: false; readonly char: string };

/**
 * Whether the whole of `text` fits `pattern`: `*` any characters, `?` one, everything else itself. Texts are compared
 * in NFC. Takes time in the product of the two lengths at most, whatever the pattern (attack: a pattern that never ends).
 */
export function globMatches(pattern: string, text: string, { paths, fold }: GlobOptions): boolean {
  const plain = (one: string): string => (fold ? one.normalize('NFC').toLowerCase() : one.normalize('NFC'));
  const chars = Array.from(plain(text));
  const tokens = tokensOf(plain(pattern), paths);
  // `reached[i]`: the tokens so far can take the first i characters.
  let reached = new Uint8Array(chars.length + 1);
  reached[0] = 1;
  for (const token of tokens) {
    const next = new Uint8Array(chars.length + 1);
    if (token.any) {
      let open = false;
      for (let i = 0; i <= chars.length; i++) {
        if (i > 0 && open && !token.crosses && chars[i - 1] === '/') open = false;
        if (reached[i] === 1) open = true;
        if (open) next[i] = 1;
      }
    } else
      for (let i = 0; i < chars.length; i++)
        if (reached[i] === 1 && fits(token.char, chars[i] as string, paths)) next[i + 1] = 1;
    reached = next;
  }
  return reached[chars.length] === 1;
}

function fits(wanted: string, char: string, paths: boolean): boolean {
  return wanted === '?' ? !(paths && char === '/') : wanted === char;
}

function tokensOf(pattern: string, paths: boolean): Token[] {
  const tokens: Token[] = [];
  const chars = Array.from(pattern);
  for (let i = 0; i < chars.length; i++) {
    if (chars[i] !== '*') {
      tokens.push({ any: false, char: chars[i] as string });
      continue;
    }
    let stars = 1;
    while (chars[i + 1] === '*') {
      stars++;
      i++;
    }
    tokens.push({ any: true, crosses: !paths || stars > 1 });
  }
  return tokens;
}
