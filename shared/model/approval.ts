import { z } from 'zod';
import { flowLegs, shownFinding } from './inspection.ts';
import { DURATIONS } from './lists.ts';
import { cutText } from './live.ts';
import { policyWords } from './policy-words.ts';
import { because, callKind } from './policy.ts';
import { effect } from './review.ts';
import { answerHere, askedForm, askedPage, askedPrompt } from './server-asks.ts';
import { words, type Words } from './words.ts';

/** How long an answer counts. */
export const duration = z.enum(DURATIONS);
export type Duration = z.infer<typeof duration>;

/**
 * What an answer covers: exactly these arguments, what is like it (same folder, recipient, host, or program with
 * subcommand), this tool, everything of this server, everything of this AI app.
 */
export const scope = z.enum(['args', 'like', 'tool', 'server', 'client']);
export type Scope = z.infer<typeof scope>;

export { words, type Words };

/** The program behind an AI app's connection, where the system tells. */
export const callerProcess = z.object({
  pid: z.number(),
  path: z.string().optional(),
  signer: z.string().optional(),
});
export type CallerProcess = z.infer<typeof callerProcess>;

/** A call that waits for a person. Every text is redacted. */
export const heldCall = z.object({
  id: z.string(),
  call: z.string(),
  askedAt: z.number(),
  clientId: z.string(),
  clientName: z.string(),
  process: callerProcess.optional(),
  server: z.string(),
  /** What the server calls itself; shown second and in quotation marks. */
  serverSays: z.string().optional(),
  kind: callKind,
  tool: z.string(),
  effect,
  sentence: words,
  second: words.optional(),
  /** Where it goes: address, folder or recipients. */
  destination: words.optional(),
  because,
  /** Why it asks, one sentence each. */
  why: z.array(z.string()),
  /** Those of them that are made of `policyTexts`, by their place in `why`. */
  whyWords: z.record(z.string(), z.array(policyWords)).optional(),
  /** JSON of the arguments, or of the whole request of a server. */
  args: cutText.optional(),
  /** The question is whether the AI app may have what the server answered; the call itself was done. */
  about: z.literal('answer').optional(),
  /** JSON of that answer, or of the error, as it would go on. */
  returned: cutText.optional(),
  /** What was found in it and is the reason to ask, worst first; the text around it is the sender's: show as text. */
  found: z.array(shownFinding).max(8).optional(),
  /** It would send data out: what was read before, and whose. */
  flow: flowLegs.optional(),
  /** Of a server's question: what it asks, whole. */
  form: askedForm.optional(),
  url: askedPage.optional(),
  prompt: askedPrompt.optional(),
  /** The AI app cannot put it to the person, so Doorward does, and answers the server: allowed once, and only while it waits. */
  answer: answerHere.optional(),
  /** What *like this* covers; absent when nothing narrower than the tool can be named. */
  like: words.optional(),
  durations: z.array(duration),
  scopes: z.array(scope),
  /** Milliseconds since the epoch at which it is refused; absent while somebody is looking at it. */
  endsAt: z.number().optional(),
  /** The AI app has stopped waiting: an answer serves its next try. */
  appGone: z.boolean(),
  /** Calls with the same value are alike and can be allowed together; reads and writes only. */
  group: z.string().optional(),
});
export type HeldCall = z.infer<typeof heldCall>;

/** A call that nobody answered in time. Allowing it serves one retry. */
export const missedCall = z.object({
  id: z.string(),
  at: z.number(),
  /** Until when it is listed. */
  until: z.number(),
  clientId: z.string(),
  clientName: z.string(),
  server: z.string(),
  kind: callKind,
  tool: z.string(),
  effect,
  sentence: words,
  second: words.optional(),
  args: cutText.optional(),
  why: z.enum(['unanswered', 'away', 'app-gone']),
  /** Allowed: until when a retry is served. */
  allowedUntil: z.number().optional(),
  /** A retry was served. */
  served: z.boolean(),
});
export type MissedCall = z.infer<typeof missedCall>;
