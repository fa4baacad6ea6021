import {
  type CrossingDirection,
  type InspectionAct,
  presetAct,
  stricterAct,
  type Watched,
} from '../../shared/model/inspection.ts';
import type { Finding, TextKind } from './finding.ts';

/** What happens to a text as a whole. */
export type Verdict = InspectionAct;

/** From here on a finding counts, and an injection is sure enough to ask. Tools are read once, results all the time. */
export const COUNTS = 0.5;
const SURE: Readonly<Record<TextKind, number>> = {
  tool: 0.7,
  prompt: 0.8,
  question: 0.7,
  result: 0.8,
  argument: 0.8,
};

/** What detectors look for; where data may flow is another matter. */
export type ContentWatch = Exclude<Watched, 'flow'>;

/** Which choice of a person a finding falls under; undefined: it does not count, or is a mask of theirs. */
export function watchOf(
  { detector, score }: Pick<Finding, 'detector' | 'score'>,
  kind: TextKind,
): ContentWatch | undefined {
  if (score < COUNTS || detector === 'mask') return undefined;
  if (detector === 'injection') return score >= SURE[kind] ? 'injection-high' : 'injection-low';
  return detector;
}

/** Which way a text of this kind goes. */
export const directionOf = (kind: TextKind): CrossingDirection =>
  kind === 'argument' ? 'to-server' : 'to-app';

/**
 * What happens by default (DESIGN §4, Guarded, a remote server): of all findings the strictest act counts. What could
 * not be looked at whole is held: it asks, and never passes.
 */
export function verdictOf(findings: readonly Finding[], complete: boolean, kind: TextKind): Verdict {
  let verdict: Verdict = complete ? 'pass' : 'ask';
  for (const one of findings) {
    const watch = watchOf(one, kind);
    const act =
      watch !== undefined
        ? presetAct('guarded', watch, directionOf(kind), true)
        : one.detector === 'mask'
          ? 'mask'
          : 'pass';
    verdict = stricterAct(verdict, act);
  }
  return verdict;
}
