import type { LogTexts } from './log-texts.ts';

/** From everything to nothing. */
const LESS: Readonly<Record<LogTexts, number>> = { full: 0, redacted: 1, digests: 2 };

/** Whether the first keeps more than the second. */
export const keepsMore = (one: LogTexts, than: LogTexts): boolean => LESS[one] < LESS[than];
