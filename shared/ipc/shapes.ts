import { z } from 'zod';
import { clientRecord, toolChoice } from '../model/client.ts';
import { policySaid } from '../model/policy-words.ts';
import { decision, preset, ruleBody } from '../model/policy.ts';
import { effect } from '../model/review.ts';
import { era, serverRecord, signInView } from '../model/server.ts';
import { newVersion } from '../model/trust.ts';
import { saying, words } from '../model/words.ts';

/** A text that a person typed: bounded, and without control characters that would garble a terminal. */
export const plainText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), 'It must not contain control characters.');

/** How a server is doing now. `given-up`: it crashed too often and is not started again by itself. */
export const health = z.object({
  state: z.enum(['stopped', 'starting', 'running', 'crashed', 'given-up']),
  /** Why, for people. */
  sentence: z.string().optional(),
  pid: z.number().optional(),
  /** Milliseconds since the epoch. */
  since: z.number().optional(),
});
export type Health = z.infer<typeof health>;

/** A server as commands show it. */
export const serverView = serverRecord.extend({
  health,
  /** Why a review that was there no longer counts; absent when all is well. */
  note: z.string().optional(),
  /** What is unusual in how it is started or reached: `held` ones are shown before "Start it". */
  launchReasons: z
    .array(z.object({ weight: z.enum(['held', 'note']), said: words, sentence: z.string() }))
    .optional(),
  /** A newer version of its package; only of approved servers, and only to be chosen with `server.upgrade`. */
  newVersion: newVersion.optional(),
  /** How the sign-in to it is; only of remote servers. */
  signIn: signInView.optional(),
});
export type ServerView = z.infer<typeof serverView>;

/** What a server says of itself and offers, as seen by an inspection. Every text is the server's own. */
export const inspectReport = z.object({
  era,
  /** A stateless server that also speaks the session era. */
  dual: z.boolean(),
  transport: z.enum(['stdio', 'http', 'sse']),
  serverInfo: z.object({
    name: z.string().optional(),
    version: z.string().optional(),
    title: z.string().optional(),
  }),
  instructions: z.string().optional(),
  tools: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      description: z.string().optional(),
      /** By its own words, or as a person corrected it. */
      effect: effect.optional(),
    }),
  ),
  prompts: z.number(),
  resources: z.number(),
  templates: z.number(),
  warnings: z.array(z.string()),
  /** Names of the variables or headers that look like secrets and that it was not given at this look. */
  withheldSecrets: z.array(z.string()),
  /** The version of its package that was looked at, and that approving keeps to. Texts are the registry's. */
  pinned: z
    .object({
      name: z.string(),
      version: z.string(),
      integrity: z.string(),
      publishedAt: z.number().optional(),
      /** When the first version was published. */
      createdAt: z.number().optional(),
      publisher: z.string().optional(),
      deprecated: z.string().optional(),
      /** The arguments with the version in them. */
      args: z.array(z.string()),
    })
    .optional(),
});
export type InspectReport = z.infer<typeof inspectReport>;

/** The answer to a test of a server. */
export const testReport = z.object({
  era,
  transport: z.enum(['stdio', 'http', 'sse']),
  tools: z.number(),
  ms: z.number(),
});
export type TestReport = z.infer<typeof testReport>;

/** A tool as `tool list` shows it. `exposed` is its name at the aggregate endpoint. */
export const toolView = z.object({
  server: z.string(),
  name: z.string(),
  exposed: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  /** `new`: nobody has approved it. `changed`: another version is approved. Apps see and call only `approved` ones. */
  state: z.enum(['approved', 'new', 'changed', 'blocked']),
  /** What it does: by its own words, or as a person corrected it. */
  effect: effect.optional(),
});
export type ToolView = z.infer<typeof toolView>;

/** An AI app with the token it was given; the token is shown this once and never again. */
export const issuedClient = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  token: z.string(),
  url: z.string(),
});
export type IssuedClient = z.infer<typeof issuedClient>;

/** An AI app as it is shown; `roleTools` counts where it has no `tools` of its own. */
export const clientView = clientRecord.extend({ roleTools: toolChoice.optional() });
export type ClientView = z.infer<typeof clientView>;

/** How far the state of this profile is protected against being edited outside Doorward. */
export const sealState = z.object({
  /** `sealed`: rows are sealed. `deferred`: there has never been a key. `locked`: there is one, but not at hand. */
  state: z.enum(['sealed', 'deferred', 'locked']),
  sentence: z.string(),
});
export type SealState = z.infer<typeof sealState>;

/** What a running host tells about itself. */
export const statusReport = z.object({
  version: z.string(),
  pid: z.number(),
  home: z.string(),
  url: z.string(),
  port: z.number(),
  startedAt: z.number(),
  seals: sealState,
  operatorKey: z.boolean(),
  servers: z.object({ total: z.number(), approved: z.number(), waiting: z.number(), running: z.number() }),
  clients: z.number(),
  /** Servers of which something is on hold, how many items that are, and how many of them look dangerous. */
  reviews: z.object({ servers: z.number(), items: z.number(), alarms: z.number() }).optional(),
  /** `block`: a person has everything refused for now. `ask`: they are asked about every call. */
  guard: z.enum(['usual', 'ask', 'block']),
  preset,
  /** Calls that wait for a person, and calls that nobody answered and that are listed still. */
  questions: z.object({ pending: z.number(), missed: z.number() }),
  /** Whether an organisation manages this Doorward. `locked-down`: what it says cannot be read, so nothing passes. */
  managed: z.enum(['unmanaged', 'managed', 'locked-down']),
  /** What a person should know, one sentence each. */
  notices: z.array(z.string()),
});
export type StatusReport = z.infer<typeof statusReport>;

/** What an organisation manages, for people. */
export const managedView = z.object({
  kind: z.enum(['unmanaged', 'managed', 'locked-down']),
  /** What this means here: words of `shared/texts/managed.ts`; in English in `sentence`. */
  said: saying,
  sentence: z.string(),
  /** Where it comes from: a file, a profile, a registry key. */
  source: z.string().optional(),
  organisation: z.string().optional(),
  /** Whom to ask. */
  contact: z.string().optional(),
  contactUrl: z.string().optional(),
  /** What it limits, one sentence each; as words in `limitWords`. */
  limits: z.array(z.string()),
  limitWords: z.array(words),
  /** Settings that a person cannot change, each with the sentence that says why. */
  locked: z.array(z.object({ setting: z.string(), sentence: z.string() })),
  presetFloor: preset.optional(),
  /** How often the policy was another one since the start. Values that are shown elsewhere are asked for anew then. */
  changes: z.number().int().min(0).optional(),
});
export type ManagedView = z.infer<typeof managedView>;

const rates = z.object({ asked: z.number(), blocked: z.number() });

/** What other rules would have made of the recorded calls. */
export const simulation = z.object({
  calls: z.number(),
  /** Calls of which too little was recorded to be sure. */
  uncertain: z.number(),
  before: rates,
  after: rates,
  changed: z.array(
    z.object({
      call: z.string(),
      at: z.number(),
      clientName: z.string(),
      server: z.string(),
      name: z.string(),
      from: decision,
      to: decision,
    }),
  ),
});
export type Simulation = z.infer<typeof simulation>;

/** What would save questions, and what could be taken back. */
export const policyAdvice = z.object({
  /** Recorded calls, and how many of them were asked about. */
  calls: z.number(),
  asked: z.number(),
  suggestions: z.array(z.object({ body: ruleBody, ...policySaid.shape, saves: z.number() })),
  /** Rules that nobody used for 30 days. */
  unused: z.array(z.string()),
});
export type PolicyAdvice = z.infer<typeof policyAdvice>;

/** One thing that `doctor` looked at. */
export const check = z.object({
  name: z.string(),
  state: z.enum(['ok', 'warn', 'bad']),
  sentence: z.string(),
  /** What to do about it; present unless `state` is `ok`. */
  todo: z.string().optional(),
});
export type Check = z.infer<typeof check>;

export const doctorReport = z.object({ ok: z.boolean(), checks: z.array(check) });
export type DoctorReport = z.infer<typeof doctorReport>;
