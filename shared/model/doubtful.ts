import type { Reason, Risk } from './review.ts';

/** What is written, rather than what is promised or taken. */
const ABOUT_TEXTS: ReadonlySet<Reason['code']> = new Set([
  'orders',
  'system-marks',
  'hidden-text',
  'names-other-tool',
  'names-other-server',
  'sensitive-parameter',
  'unchecked',
]);

/**
 * Whether an item is never chosen beforehand and takes two steps to accept: it looks dangerous, or what is written in it
 * is odd or was not looked at whole.
 */
export function isDoubtful({
  risk,
  reasons,
}: {
  readonly risk: Risk;
  readonly reasons: readonly Reason[];
}): boolean {
  return risk === 'alarm' || reasons.some((one) => one.risk === 'care' && ABOUT_TEXTS.has(one.code));
}
