import { z } from 'zod';
import { effect, itemReview, pinKind, place, risk } from './review.ts';
import { saying } from './words.ts';

/** Names one thing that a server offers. `digest`: only this version of it, the one that was shown. */
export const itemName = z.strictObject({
  kind: pinKind,
  /** Its name or URI template; empty for the instructions and for what the server says about itself. */
  key: z.string().max(4096),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type ItemName = z.infer<typeof itemName>;

/** How somebody decided: in the app's window, at the host's own terminal, with the operator's key, or by a voucher of IT. */
export const decider = z.enum(['window', 'terminal', 'key', 'program', 'managed']);
export type Decider = z.infer<typeof decider>;

/** One decision about what a server offers. `from` and `to` are digests of the approved version before and after. */
export const historyEntry = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  who: decider,
  /** `upgraded`: a newer version of its package was chosen. `noted`: a change that was taken back was looked at. */
  act: z.enum(['approved', 'accepted', 'blocked', 'effect', 'unreviewed', 'upgraded', 'noted']),
  items: z.array(
    z.object({
      kind: pinKind,
      key: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  /** What else there is to say, in one sentence. */
  note: z.string().optional(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/**
 * One thing that waits for a person. Texts of the server are plain text, cut to 4 KiB: the beginning, " … ", the end.
 * `reasons` have what they say beside them in `said` and, in English, in `sentences`: in the same order, worst first.
 * What follows them there has no reason of its own.
 */
export const waitingItem = itemReview.extend({
  /** Words of `shared/texts/reasons`. */
  said: z.array(saying),
  sentences: z.array(z.string()),
  /** Names this version of it; absent when it cannot be approved. */
  digest: z.string().optional(),
  /** False: nobody can approve it (it names a member twice, or part of it lies elsewhere). */
  approvable: z.boolean(),
  effect: effect.optional(),
  places: z.array(place).optional(),
  /** What stands in its place now: the description or text of the approved version and of the one on hold. */
  text: z.object({ before: z.string().optional(), after: z.string().optional() }),
  /** Calls of it since it was last seen unchanged. */
  calls: z.number(),
  /** When it was first seen like this, ms since the epoch. */
  since: z.number(),
  /** It was listed like this once and is not any more: there is nothing to accept. Accepting it takes it off the list. */
  takenBack: z.boolean().optional(),
});
export type WaitingItem = z.infer<typeof waitingItem>;

/** What waits of one server. `inspected`: nothing of it is approved yet; `approved`: AI apps use the rest of it. */
export const serverReview = z.object({
  server: z.string(),
  state: z.enum(['inspected', 'approved']),
  risk,
  at: z.number(),
  items: z.array(waitingItem),
  /** Items beyond those that are shown. */
  more: z.number(),
});
export type ServerReview = z.infer<typeof serverReview>;

/** Something happened that a person should look at now. */
export const alarm = z.object({
  server: z.string(),
  sentence: z.string(),
  at: z.number(),
  /** `canary`: an AI app was about to send one to this server; else the server changed what it offers. */
  about: z.literal('canary').optional(),
});
export type Alarm = z.infer<typeof alarm>;

/** A newer version of the package that a server is kept to. Texts are the registry's. Never taken without a person. */
export const newVersion = z.object({
  /** Name of the package. */
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** When the new version was published, ms since the epoch. */
  publishedAt: z.number().optional(),
  publisher: z.string().optional(),
  /** When the first version of the package was. */
  createdAt: z.number().optional(),
});
export type NewVersion = z.infer<typeof newVersion>;

/** What is known of the versions of one server's package. Texts are the registry's. */
export const versionReport = z.object({
  id: z.string(),
  kind: z.enum(['npm', 'pypi']),
  name: z.string(),
  /** The one that Doorward keeps to. */
  version: z.string(),
  /** What the registry calls the newest; absent until it was asked. */
  newest: z.string().optional(),
  /** The author of the newest says not to use it, in these words. */
  deprecated: z.string().optional(),
  /** Present when there is a newer one to choose. */
  newVersion: newVersion.optional(),
  /** When the registry was asked last, ms since the epoch. */
  askedAt: z.number().optional(),
});
export type VersionReport = z.infer<typeof versionReport>;
