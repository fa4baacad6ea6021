import { judgeUrl } from '../../electron/relay/judge-url.ts';
import type { Judgement, Row } from './row.ts';

/** The benign twins want to be asked about like any page; everything else must be refused, or come with a warning. */
export function judgeAddress({ input, want }: Row): Judgement {
  const text: unknown = input;
  if (typeof text !== 'string') throw new Error('the input of such a row is a text');
  const judged = judgeUrl(text);
  const benign = want.verdict === 'ask then open';
  if (judged.kind === 'refused') return { got: `refused: ${judged.fault}`, ok: !benign };
  const got = judged.warnings.length === 0 ? 'asked' : `asked, warned: ${judged.warnings.join(', ')}`;
  return { got, ok: benign === (judged.warnings.length === 0) };
}
