import { z } from 'zod';
import { EFFECTS } from './lists.ts';

export { isDoubtful } from './doubtful.ts';

/** What a tool does to the world; one enum everywhere. `unknown` is treated like the worst. */
export const effect = z.enum(EFFECTS);
export type Effect = z.infer<typeof effect>;

/**
 * What an argument names: a file or folder, a host or URL, somebody who receives, a sum, a program or command, or a
 * container in a service (a repository, a table, a calendar).
 */
export const placeKind = z.enum([
  'path',
  'folder',
  'url',
  'host',
  'recipient',
  'amount',
  'command',
  'container',
]);
export type PlaceKind = z.infer<typeof placeKind>;

/** An argument field that says where a call acts. `pointer` leads to it in the arguments; `*` stands for each element. */
export const place = z.object({ pointer: z.string(), name: z.string(), kind: placeKind });
export type Place = z.infer<typeof place>;

/** How loudly a change is shown: counted, amber, or red with a notification. Every change is withheld. */
export const risk = z.enum(['routine', 'care', 'alarm']);
export type Risk = z.infer<typeof risk>;

/** What a server offers that is approved piece by piece. `server` is what it says about itself (name, title). */
export const pinKind = z.enum(['tool', 'prompt', 'template', 'resource', 'instructions', 'server']);
export type PinKind = z.infer<typeof pinKind>;

/** Why a change is as risky as it is; `reasons.ts` has the sentence for each. */
export const reasonCode = z.enum([
  // the text
  'orders',
  'system-marks',
  'hidden-text',
  'names-other-tool',
  'names-other-server',
  'new-place',
  'steers',
  'long-text',
  // the promises
  'read-only-claimed',
  'destructive-dropped',
  'closed-world-claimed',
  'annotation-changed',
  'effect-raised',
  'title-misleads',
  'title-changed',
  'renamed',
  // the arguments
  'remote-ref',
  'header-mirrored',
  'sensitive-parameter',
  'place-parameter',
  'new-parameter',
  'now-required',
  'schema-wider',
  'schema-narrower',
  'schema-changed',
  'output-changed',
  'unknown-field',
  'icon-changed',
  'meta-changed',
  // the rest
  'wording',
  'order-of-list',
  'new-item',
  'gone',
  'unreadable',
  'unchecked',
]);

/** One reason: a code, how much it weighs, where in the item it was found (JSON pointer), and what the sentence needs. */
export const reason = z.object({
  code: reasonCode,
  risk,
  path: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Reason = z.infer<typeof reason>;

/** What became of one approved item, or what a new one is. `renamed` items are new ones that take a vanished one's place. */
export const itemStatus = z.enum(['same', 'changed', 'new', 'gone', 'renamed']);
export type ItemStatus = z.infer<typeof itemStatus>;

/** A half-open range of UTF-16 units in a text. */
export const textRange = z.object({ start: z.number(), end: z.number() });
export type TextRange = z.infer<typeof textRange>;

/** One field that differs, for showing: values as JSON or, for texts, as they are; the ranges are what differs in them. */
export const fieldChange = z.object({
  path: z.string(),
  op: z.enum(['added', 'removed', 'changed', 'reordered']),
  before: z.string().optional(),
  after: z.string().optional(),
  beforeRanges: z.array(textRange).optional(),
  afterRanges: z.array(textRange).optional(),
});
export type FieldChange = z.infer<typeof fieldChange>;

/** A change as a person reviews it. */
export const itemReview = z.object({
  kind: pinKind,
  key: z.string(),
  status: itemStatus,
  /** The approved item that a renamed one resembles. */
  formerKey: z.string().optional(),
  risk,
  reasons: z.array(reason),
  changes: z.array(fieldChange),
});
export type ItemReview = z.infer<typeof itemReview>;

/** Why a way of starting or reaching a server needs a second look. */
export const launchReasonCode = z.enum([
  'shell',
  'inline-code',
  'encoded-command',
  'shell-syntax',
  'downloads-and-runs',
  'system-program',
  'temporary-path',
  'climbing-path',
  'relative-program',
  'hidden-characters',
  'lookalike-name',
  'dangerous-variable',
  'path-variable',
  'foreign-registry',
  'foreign-proxy',
  'secret-in-plain',
  'secret-in-arguments',
  'debug-port',
  'preloaded-code',
  'container-privileges',
  'container-host-files',
  'container-network',
  'package-from-address',
  'lookalike-package',
  'insecure-url',
  'private-address',
  'credentials-in-url',
  'lookalike-host',
  'sensitive-path',
  'weakened-security',
  'not-versioned',
]);

/** `held`: shown with its reason before anything else. `note`: said, not a warning. */
export const launchReason = z.object({
  code: launchReasonCode,
  weight: z.enum(['held', 'note']),
  params: z.record(z.string(), z.string()),
});
export type LaunchReason = z.infer<typeof launchReason>;

export const launchJudgement = z.object({
  verdict: z.enum(['ordinary', 'held']),
  reasons: z.array(launchReason),
});
export type LaunchJudgement = z.infer<typeof launchJudgement>;
