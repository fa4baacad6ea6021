import { launchReasonTexts } from './launch.ts';
import { reviewReasonTexts } from './review.ts';
import { trialTexts } from './trial.ts';

/**
 * Reasons as whole sentences: why something is on hold, what is unusual in how a server is started, and what happens to
 * a text. `{{name}}` stands for a value of a server, an app or a configuration: it is shown as text and never read as a
 * template again.
 */
export const reasonTexts = { ...reviewReasonTexts, ...launchReasonTexts, ...trialTexts } as const;

/** A key of them; what counts is named without its plural ending. */
export type ReasonTextKey = {
  [K in keyof typeof reasonTexts]: K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
}[keyof typeof reasonTexts];
