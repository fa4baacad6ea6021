import { decode } from './decode/decode.ts';
import type { Finding, Scan, TextContext } from './finding.ts';
import { findHidden } from './hidden/find-hidden.ts';
import { traitsOf } from './hidden/traits.ts';
import { findInjection } from './injection/find-injection.ts';
import type { Peers } from './injection/peers.ts';
import type { JudgeWeights } from './injection/tools-judge/weights-format.ts';
import type { Models } from './model/judge.ts';
import { type PersonalType, findPersonal } from './personal/find-personal.ts';
import { findSecrets } from './secrets/find-secrets.ts';

export interface DetectContext extends TextContext {
  /** What other servers offer, prepared once for many texts. */
  readonly others?: Peers;
  /** Other models than the committed ones: for measuring. */
  readonly models?: Models;
  /** What the tool that a text belongs to is about, in notions; absent: the text is not judged as a whole. */
  readonly subject?: number;
  /** Other weights of the judge of whole texts than the committed ones: for measuring. */
  readonly judge?: JudgeWeights;
  /** Which personal data is looked for; the usual when absent. */
  readonly personal?: readonly PersonalType[];
}

/**
 * Runs all detectors over one text. Pure: no settings, no clock. Findings below `COUNTS` (verdict.ts) are litter that a
 * stage may clean up and that nobody is told about. `complete: false` when a budget ended before the text.
 */
export function detectText(text: string, context: DetectContext): Scan {
  const traits = traitsOf(text);
  const hidden = findHidden(text, context, traits);
  // Decoded once for all who look inside.
  const decoding = decode(text, traits);
  const injection = findInjection(text, context, decoding, traits);
  const findings: Finding[] = [
    ...hidden.findings,
    ...injection.findings,
    ...findSecrets(text, { parts: decoding.parts }),
    ...findPersonal(text, context.personal),
  ];
  return {
    findings: findings.toSorted((a, b) => a.start - b.start || a.end - b.end),
    complete: hidden.complete && decoding.complete && injection.complete,
  };
}
