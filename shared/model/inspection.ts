import { z } from 'zod';
import { DIRECTIONS, FINDING_SOURCES, INSPECTION_ACTS, PERSONAL_TYPES, WATCHED } from './lists.ts';
import { CANARY_NAME, MASK_NAME } from './names.ts';
import { serverId } from './server.ts';
import { saying } from './words.ts';

export { actFor, isLaxer, presetAct, stricterAct } from './inspection-acts.ts';

/** What is looked for in what crosses. Injections are told apart by how sure they are; `flow` is data that would leave. */
export const watched = z.enum(WATCHED);
export type Watched = z.infer<typeof watched>;

/**
 * What happens on a finding. `pass`: it is not even noted. `mask`: hidden text is removed, an injection fenced, a secret
 * or personal data masked. `ask`: a person is asked. `block`: it does not cross.
 */
export const inspectionAct = z.enum(INSPECTION_ACTS);
export type InspectionAct = z.infer<typeof inspectionAct>;

/** Which way something crosses: to a server (arguments, answers to its questions) or to an AI app (whatever it says). */
export const crossingDirection = z.enum(DIRECTIONS);
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
export const personalType = z.enum(PERSONAL_TYPES);
export type PersonalKind = z.infer<typeof personalType>;

const maskName = z.string().regex(MASK_NAME.pattern, MASK_NAME.sentence);

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
export const canaryName = z.string().regex(CANARY_NAME.pattern, CANARY_NAME.sentence);
export const MAX_CANARIES = 50;

/** A finding with the text around it, for people. Texts are redacted; `found` is what was found, cut. */
export const shownFinding = z.object({
  source: z.enum(FINDING_SOURCES),
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
