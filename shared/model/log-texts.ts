import { z } from 'zod';
import { LOG_TEXTS } from './lists.ts';
import { keepsMore } from './keeps-more.ts';
import { serverId } from './server.ts';

export { keepsMore };
export { USUAL_TEXTS } from './usual.ts';

/**
 * What the log keeps of the texts of a call. `full`: as they crossed, apart from secrets that Doorward itself knows.
 * `redacted`: without secrets and personal data. `digests`: no text, only how long it was and a keyed digest.
 */
export const logTexts = z.enum(LOG_TEXTS);
export type LogTexts = z.infer<typeof logTexts>;

/** The one that keeps least; those that are left out do not count. */
export function leastTexts(first: LogTexts, ...others: readonly (LogTexts | undefined)[]): LogTexts {
  return others.reduce<LogTexts>(
    (least, one) => (one !== undefined && keepsMore(least, one) ? one : least),
    first,
  );
}

/** What a person chose, for all servers and for single ones. */
export const textChoices = z.strictObject({
  usual: logTexts,
  servers: z.record(serverId, logTexts),
});
export type TextChoices = z.infer<typeof textChoices>;

/** What is kept of the texts of one server's calls. */
const serverTexts = z.object({
  server: serverId,
  /** What is kept now. */
  keep: logTexts,
  /** What a person chose for it; absent: the usual counts. */
  chosen: logTexts.optional(),
  /** The most that an organisation lets be kept. */
  most: logTexts.optional(),
});

/** What the log keeps of texts, for the window and the command line. */
export const textsView = z.object({
  /** For servers about which nothing was chosen. */
  usual: logTexts,
  /** The most that an organisation lets be kept of any server. */
  most: logTexts.optional(),
  servers: z.array(serverTexts),
});
export type TextsView = z.infer<typeof textsView>;
