import type { CharSet, Node } from './parse.ts';
import { type Matcher, matcherOf } from './matcher.ts';

const ANY: CharSet = { ranges: [], negated: true };
const NO_SLASH: CharSet = { ranges: [[47, 47]], negated: true };

/** Whether a glob stands for more than itself. */
export const hasWildcard = (glob: string): boolean => /[*?]/.test(glob);

/**
 * Compiles a glob over a whole text: `*` any characters but "/", `**` any at all, `?` one that is not "/"; nothing
 * else is special. Linear in the text, as patterns are. Throws `PatternFault` when it is too large.
 */
export function compileGlob(glob: string): Matcher {
  const wanted = glob.normalize('NFC');
  if (!hasWildcard(wanted)) return (text) => text === wanted;
  if (/^\*\*+$/.test(wanted)) return () => true;
  const items: Node[] = [{ t: 'start' }];
  for (const part of wanted.match(/\*+|[^*]/gu) ?? []) {
    if (part[0] === '*')
      items.push({
        t: 'rep',
        item: { t: 'set', set: part.length > 1 ? ANY : NO_SLASH },
        min: 0,
        max: Infinity,
      });
    else if (part === '?') items.push({ t: 'set', set: NO_SLASH });
    else {
      const code = part.codePointAt(0) as number;
      items.push({ t: 'set', set: { ranges: [[code, code]], negated: false } });
    }
  }
  items.push({ t: 'end' });
  return matcherOf({ t: 'cat', items });
}
