import type { Finding, TextKind } from './finding.ts';

/** What happens by default: passes, passes and is noted, waits for the person. */
export type Verdict = 'pass' | 'note' | 'mask' | 'ask' | 'block';

/** From here on a finding counts, and an injection is sure enough to ask. Tools are read once, results all the time. */
export const COUNTS = 0.5;
const SURE: Readonly<Record<TextKind, number>> = {
  tool: 0.7,
  prompt: 0.8,
  question: 0.7,
  result: 0.8,
  argument: 0.8,
};

/**
 * The default answer to findings (DESIGN §4, Guarded): hidden text is removed and noted, an injection scored low is
 * fenced and noted, one scored high asks, a secret on its way to a server asks, elsewhere it is noted, personal data on
 * its way to a server is noted. What could not be
 * scanned whole is held: it asks, and never passes.
 */
export function verdictOf(findings: readonly Finding[], complete: boolean, kind: TextKind): Verdict {
  if (!complete) return 'ask';
  let verdict: Verdict = 'pass';
  for (const { detector, score } of findings) {
    if (score < COUNTS) continue;
    if (detector === 'injection' && score >= SURE[kind]) return 'ask';
    if (detector === 'secret' && kind === 'argument') return 'ask';
    if (detector === 'personal' && kind !== 'argument') continue;
    if (detector === 'mask') verdict = 'mask';
    else if (verdict === 'pass') verdict = 'note';
  }
  return verdict;
}
