import { parseLink } from '../../electron/shell/deep-links.ts';
import type { Judgement, Row } from './row.ts';

/** What a screen may be told by a link; with anything else it could act. */
const HARMLESS = new Set(['screen', 'item', 'offer']);

/**
 * A link may mean nothing, or lead to a screen, or fill in a text that a person then reads. The text must hide nothing
 * and must not run backwards. `mcpgw:` in the rows stands for our own scheme.
 */
export function judgeLink({ input }: Row): Judgement {
  const text: unknown = input;
  if (typeof text !== 'string') throw new Error('the input of such a row is a text');
  const to = parseLink(text.replace(/^mcpgw:/, 'doorward:'));
  if (to === undefined) return { got: 'ignored', ok: true };
  const plain = /^[\n\x20-\x7e\p{Script=Latin}]*$/u.test(to.offer ?? '');
  const got = to.offer === undefined ? `shows ${to.screen}` : `fills in: ${to.offer}`;
  return { got, ok: plain && Object.keys(to).every((key) => HARMLESS.has(key)) };
}
