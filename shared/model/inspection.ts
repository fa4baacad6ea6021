import { z } from 'zod';
import type { Preset } from './policy.ts';
import { serverId } from './server.ts';
import { saying } from './words.ts';

/** What is looked for in what crosses. Injections are told apart by how sure they are; `flow` is data that would leave. */
export const watched = z.enum(['hidden', 'injection-low', 'injection-high', 'secret', 'personal', 'flow']);
export type Watched = z.infer<typeof watched>;

/**
 * What happens on a finding. `pass`: it is not even noted. `mask`: hidden text is removed, an injection fenced, a secret
 * or personal data masked. `ask`: a person is asked. `block`: it does not cross.
 */
export const inspectionAct = z.enum(['pass', 'note', 'mask', 'ask', 'block']);
export type InspectionAct = z.infer<typeof inspectionAct>;

/** Which way something crosses: to a server (arguments, answers to its questions) or to an AI app (whatever it says). */
export const crossingDirection = z.enum(['to-server', 'to-app']);
export type CrossingDirection = z.infer<typeof crossingDirection>;

/** Another act than the preset's: for everything of its kind, or only for a direction, a server or a role. */
export const actChoice = z.strictObject({
  watch: watched,
  direction: crossingDirection.optional(),
  server: serverId.optional(),
  /** Id of a role of AI apps. */
  role: z.string().min(1).max(64).optional(),
  act: inspectionAct,
});
export type ActChoice = z.infer<typeof actChoice>;
export const MAX_ACT_CHOICES = 500;

/** What is personal, each with a switch. Names and addresses are guesses and off unless chosen. */
export const personalType = z.enum([
  'email',
  'phone',
  'iban',
  'card',
  'national-id',
  'ip',
  'name',
  'address',
]);
export type PersonalKind = z.infer<typeof personalType>;

/**
 * What happens when nothing else is chosen. Not every act fits everything: whoever asks for one that does not gets the
 * next stricter one that does (`fittingAct`).
 */
export function presetAct(
  from: Preset,
  watch: Watched,
  direction: CrossingDirection,
  remote: boolean,
): InspectionAct {
  const toApp = direction === 'to-app';
  switch (watch) {
    case 'hidden':
      // In arguments it may be the text of a file that a person wants written as it is.
      return toApp ? 'mask' : 'note';
    case 'injection-low':
      return toApp && from !== 'observe' ? 'mask' : 'note';
    case 'injection-high':
      // On its way to a server it gives orders to nobody; what it would do is in the call, and that is judged.
      return from === 'observe' ? 'note' : toApp || from === 'strict' ? 'ask' : 'note';
    case 'secret':
      return toApp || from === 'observe' ? 'note' : 'ask';
    case 'personal':
      if (toApp) return 'pass';
      return remote ? (from === 'strict' ? 'mask' : 'note') : 'pass';
    case 'flow':
      return from === 'observe' ? 'note' : 'ask';
  }
}

/** From nothing to everything. */
const STRICTNESS: Readonly<Record<InspectionAct, number>> = { pass: 0, note: 1, mask: 2, ask: 3, block: 4 };

/** Whether an act is less than another one. */
export const isLaxer = (one: InspectionAct, than: InspectionAct): boolean =>
  STRICTNESS[one] < STRICTNESS[than];

/** The stricter of two acts. */
export const stricterAct = (one: InspectionAct, other: InspectionAct): InspectionAct =>
  isLaxer(one, other) ? other : one;

/**
 * The act that counts: that of the choice that says most about where it holds (a server and a role before a role, a role
 * before a server, both before a direction alone; of two alike the later), else the preset's; never less than what an
 * organisation demands.
 */
export function actFor(
  about: {
    readonly watch: Watched;
    readonly direction: CrossingDirection;
    readonly server: string;
    readonly role: string;
    readonly remote: boolean;
  },
  from: Preset,
  choices: readonly ActChoice[],
  demanded: readonly ActChoice[] = [],
): InspectionAct {
  const holds = (one: ActChoice): boolean =>
    one.watch === about.watch &&
    (one.direction === undefined || one.direction === about.direction) &&
    (one.server === undefined || one.server === about.server) &&
    (one.role === undefined || one.role === about.role);
  const weight = (one: ActChoice): number =>
    (one.role === undefined ? 0 : 4) +
    (one.server === undefined ? 0 : 2) +
    (one.direction === undefined ? 0 : 1);
  let best: ActChoice | undefined;
  for (const one of choices)
    if (holds(one) && (best === undefined || weight(one) >= weight(best))) best = one;
  const own = best?.act ?? presetAct(from, about.watch, about.direction, about.remote);
  return demanded.filter(holds).reduce((act, one) => stricterAct(act, one.act), own);
}

const maskName = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u,
    'A name has up to 64 letters, digits, spaces, dots and hyphens, and begins with a letter or digit.',
  );

/** A text that a person wants hidden (see `electron/inspection/masks/mask.ts`). Named by `name`. */
export const maskShape = z.strictObject({
  name: maskName,
  find: z.union([
    z.strictObject({ pattern: z.string().min(1).max(500) }),
    z.strictObject({ words: z.array(z.string().min(1).max(200)).min(1).max(5000) }),
  ]),
  ignoreCase: z.boolean().optional(),
  /** `reversible`: a token stands in its place and is put back where the value may be seen. */
  way: z.enum(['remove', 'partial', 'hash', 'reversible']),
  replacement: z.string().max(200).optional(),
  direction: z.enum(['to-server', 'to-app', 'both']),
  /** Where it holds; what is left out holds everywhere. */
  scope: z
    .strictObject({
      servers: z.array(serverId).max(200).optional(),
      clients: z.array(z.string().min(1).max(80)).max(200).optional(),
      tools: z.array(z.string().min(1).max(200)).max(200).optional(),
    })
    .optional(),
  /** With `reversible`: servers that may get the value back, beside the one it came from. */
  restoreFor: z.array(serverId).max(200).optional(),
});
export type MaskShape = z.infer<typeof maskShape>;
export const MAX_MASKS = 200;

/** A mask as it is listed; one of an organisation cannot be changed here. */
export const maskView = z.object({ mask: maskShape, managed: z.boolean() });
export type MaskView = z.infer<typeof maskView>;

/**
 * What a person says of a server. `private`: what it answers is private data. `untrusted`: what it answers was written by
 * strangers. `public`: what it is given can be read by strangers. `none` of a kind takes Doorward's guess back.
 */
export const serverLabel = z.enum(['private', 'untrusted', 'public']);
export type ServerLabel = z.infer<typeof serverLabel>;
/** All labels of a server: chosen by a person, or what Doorward takes it for (`chosen: false`). */
export const labelsView = z.object({
  server: serverId,
  labels: z.array(z.object({ label: serverLabel, holds: z.boolean(), chosen: z.boolean() })),
});
export type LabelsView = z.infer<typeof labelsView>;

/** One leg of a flow: which server, and the call that made the mark (an id of the log). */
export const flowLeg = z.object({ server: z.string(), call: z.string(), name: z.string(), at: z.number() });
export type FlowLeg = z.infer<typeof flowLeg>;

/** What the session of an AI app has done since its marks were taken away last. */
export const flowMarks = z.object({
  clientId: z.string(),
  clientName: z.string(),
  /** Has read private data, and of which servers. */
  private: z.array(flowLeg),
  /** Has seen untrusted content, and whose. */
  untrusted: z.array(flowLeg),
});
export type FlowMarks = z.infer<typeof flowMarks>;

/** The three legs of a call that would send data out. */
export const flowLegs = z.object({ private: flowLeg, untrusted: flowLeg });
export type FlowLegs = z.infer<typeof flowLegs>;

/** A value that was planted where nobody has business reading it. */
export const canaryView = z.object({
  name: z.string(),
  createdAt: z.number(),
  lastSeenAt: z.number().optional(),
});
export type CanaryView = z.infer<typeof canaryView>;
export const canaryName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/,
    'A name has up to 40 letters, digits, spaces, dots and hyphens.',
  );
export const MAX_CANARIES = 50;

/** A finding with the text around it, for people. Texts are redacted; `found` is what was found, cut. */
export const shownFinding = z.object({
  source: z.enum(['hidden', 'injection', 'secret', 'personal', 'mask', 'vault', 'flow']),
  type: z.string(),
  where: z.enum(['arguments', 'answer']),
  /** JSON Pointer of the text that it is in; empty: the text itself. */
  path: z.string(),
  before: z.string(),
  found: z.string(),
  after: z.string(),
  score: z.number(),
  /** Why, in the words of the detector. */
  signals: z.array(z.string()),
  /** How it was written, from the outside in; absent: as it stands. */
  within: z.array(z.string()).optional(),
});
export type ShownFinding = z.infer<typeof shownFinding>;

/** What inspection does here, for the window. */
export const inspectionView = z.object({
  /** Choices of the person, and those of an organisation, which are minima. */
  acts: z.array(actChoice),
  demanded: z.array(actChoice),
  personal: z.array(personalType),
  masks: z.array(maskView),
  canaries: z.array(canaryView),
  labels: z.array(labelsView),
  marks: z.array(flowMarks),
});
export type InspectionView = z.infer<typeof inspectionView>;

/** What would happen to a text that a person pasted. */
export const trial = z.object({
  verdict: z.enum(['pass', 'note', 'mask', 'ask', 'block']),
  /** What was found and what happens on it, in words of `shared/texts/reasons`; in English in `sentences`. */
  said: z.array(saying),
  sentences: z.array(z.string()),
  findings: z.array(shownFinding),
  /** The text as it would go on; absent when it would go on as it is, or not at all. */
  text: z.string().optional(),
  complete: z.boolean(),
});
export type Trial = z.infer<typeof trial>;
