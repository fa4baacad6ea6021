import { z } from 'zod';
import { CALL_KINDS, PRESETS, RULE_ACTIONS } from './lists.ts';
import { policySaid } from './policy-words.ts';
import { effect, placeKind } from './review.ts';
import { CLOCK, RULE_BOUNDS } from './rule-bounds.ts';
import { decider } from './trust.ts';

/** `report` lets a call pass and says in the log what would have happened without it. */
export const ruleAction = z.enum(RULE_ACTIONS);
export type RuleAction = z.infer<typeof ruleAction>;

/** What goes over the gateway, as rules name it. The last three are a server's own requests to the AI app. */
export const callKind = z.enum(CALL_KINDS);
export type CallKind = z.infer<typeof callKind>;

const pattern = z.string().min(1).max(RULE_BOUNDS.pattern);
/** Any JSON value. Its own type, for the library's is so deep that programs which go through all commands do not compile. */
const json = z.unknown().refine((value) => z.json().safeParse(value).success, 'It is not a JSON value.');

/** What one value has to be. Texts are compared in NFC. */
export const valueTest = z.discriminatedUnion('is', [
  /** Equal as JSON. */
  z.strictObject({ is: z.literal('equals'), value: json }),
  z.strictObject({ is: z.literal('one-of'), values: z.array(json).min(1).max(RULE_BOUNDS.values) }),
  /** `*` any characters but "/", `**` any, `?` one. */
  z.strictObject({ is: z.literal('glob'), pattern }),
  /** Runs in linear time; matches anywhere unless anchored. */
  z.strictObject({ is: z.literal('regex'), pattern }),
  z.strictObject({ is: z.literal('range'), min: z.number().optional(), max: z.number().optional() }),
  /** A path inside this folder, after one decode, NFC, links and `..` resolved. */
  z.strictObject({ is: z.literal('in-folder'), folder: z.string().min(1).max(RULE_BOUNDS.folder) }),
  /** A host name or URL on it: `example.com`, or `*.example.com` for what lies below. */
  z.strictObject({ is: z.literal('host'), pattern }),
  /** Somebody who receives: `bob@example.com`, `*@example.com`, or any other address as it is. */
  z.strictObject({ is: z.literal('recipient'), pattern }),
  /** A command line of this program, with these first words behind it, and nothing that starts another one. */
  z.strictObject({
    is: z.literal('program'),
    words: z.array(z.string().min(1).max(RULE_BOUNDS.word)).min(1).max(RULE_BOUNDS.words),
  }),
  /** Nothing is there. */
  z.strictObject({ is: z.literal('absent') }),
]);
export type ValueTest = z.infer<typeof valueTest>;

/**
 * `pointer` leads to values in the arguments (JSON pointer; `*` stands for each element or member). A rule that
 * loosens (`allow`, `report`) needs a value there and every one of them to fit; one that tightens needs any to fit.
 */
export const argCondition = z.strictObject({ pointer: z.string().max(RULE_BOUNDS.pointer), test: valueTest });
export type ArgCondition = z.infer<typeof argCondition>;

const clock = z.string().regex(CLOCK, 'A time looks like 09:30.');

/** Local time. `days`: 0 is Sunday. A window over midnight belongs to the day on which it begins. */
export const timeWindow = z.strictObject({
  days: z.array(z.int().min(0).max(6)).min(1).max(7),
  from: clock,
  to: clock,
});
export type TimeWindow = z.infer<typeof timeWindow>;

/** What a rule says; everything that is left out fits everything. */
export const ruleBody = z.strictObject({
  action: ruleAction,
  /** Id of an AI app. */
  client: z.string().min(1).max(80).optional(),
  role: z.string().min(1).max(64).optional(),
  server: z.string().min(1).max(80).optional(),
  kind: callKind.optional(),
  /** Glob over the name of a tool or prompt, or the URI of a resource. */
  tool: pattern.optional(),
  effects: z.array(effect).min(1).max(7).optional(),
  args: z.array(argCondition).max(RULE_BOUNDS.conditions).optional(),
  /** Exactly these arguments: SHA-256 of their canonical form. */
  argsDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  hours: timeWindow.optional(),
  /** Milliseconds since the epoch. */
  expiresAt: z.number().optional(),
  note: z.string().max(RULE_BOUNDS.note).optional(),
});
export type RuleBody = z.infer<typeof ruleBody>;

/** A rule as it is kept. `popup`: a person answered a question with more than this once. */
export const rule = ruleBody.extend({
  id: z.string().min(1).max(64),
  origin: z.enum(['person', 'popup', 'suggestion', 'role', 'managed']),
  who: decider,
  createdAt: z.number(),
  /** Ends when this run of Doorward ends; names the run. */
  run: z.string().optional(),
});
export type Rule = z.infer<typeof rule>;

/** What passes when no rule says anything. */
export const preset = z.enum(PRESETS);
export type Preset = z.infer<typeof preset>;

/** What an AI app of this role sees and may do. Everything that is left out is everything. */
export const role = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(RULE_BOUNDS.roleName),
  servers: z.array(z.string().min(1).max(80)).max(500).optional(),
  /** Globs over `server/tool`. */
  tools: z.array(pattern).max(RULE_BOUNDS.roleTools).optional(),
  /** Tools with other effects are not there for it. */
  effects: z.array(effect).max(7).optional(),
  /** In place of the preset that is chosen for everybody. */
  preset: preset.optional(),
  rules: z.array(ruleBody).max(500).default([]),
  /** One that comes with Doorward. */
  builtIn: z.boolean().optional(),
});
export type Role = z.infer<typeof role>;

/** What is decided about a call. */
export const decision = z.enum(['allow', 'ask', 'block']);
export type Decision = z.infer<typeof decision>;

/** Why: codes for programs; `texts/policy.ts` has the sentence for each. */
export const becauseCode = z.enum([
  'rule',
  'preset-read',
  'preset-approved-place',
  'preset-effect',
  'preset-unknown',
  'preset-new-place',
  'outside-folders',
  'sensitive-place',
  'unreadable-arguments',
  'ask-about-everything',
  'finding',
  'server-asks',
]);

/** Which layer decided, by what, and which arguments made it so (JSON pointers). */
export const because = z.object({
  layer: z.enum(['managed', 'guard', 'person', 'preset']),
  code: becauseCode,
  rule: z.string().optional(),
  marked: z.array(z.string()),
  params: z.record(z.string(), z.string()),
});
export type Because = z.infer<typeof because>;

export const ruling = z.object({
  decision,
  because,
  /** `report` let it pass: what would have been decided without it. */
  would: decision.optional(),
});
export type Ruling = z.infer<typeof ruling>;

/** Arguments that say where a recorded call acted: pointer, kind of place, value. Only what can be no secret. */
const recordedPlace = z.tuple([z.string(), placeKind, z.string()]);

/** What the log keeps of a decision: enough to decide anew under other rules, and no more of the arguments than that. */
export const recordedRuling = z.object({
  decision,
  layer: because.shape.layer,
  code: becauseCode,
  rule: z.string().optional(),
  would: decision.optional(),
  kind: callKind,
  effect,
  role: z.string(),
  places: z.array(recordedPlace).optional(),
  /** Some values of places are not here: they may be secrets, are too long, or could not be read in one way. */
  cut: z.boolean().optional(),
  /** Of a call that sends or destroys: stands for its arguments, so that it is recognised when it is made again. */
  same: z.string().max(64).optional(),
  /** What a person, or nobody, answered where it was asked for. */
  answer: z.enum(['allowed', 'earlier', 'refused', 'unanswered']).optional(),
  /** Who that was: where a person sat, a late answer of theirs, or a rule that was made while it waited. */
  answeredBy: z.enum([...decider.options, 'late', 'policy']).optional(),
});
export type RecordedRuling = z.infer<typeof recordedRuling>;

/** A rule as it is shown. `sentence` reads it aloud. */
export const ruleView = rule.extend({
  ...policySaid.shape,
  lastUsedAt: z.number().optional(),
  uses: z.number(),
});
export type RuleView = z.infer<typeof ruleView>;

/** Why a call was or would be decided as it is, and what would change it; sentences for people. */
export const explanation = z.object({
  ruling,
  ...policySaid.shape,
  /** Rules that fit too, strongest first, and why they did not decide. */
  others: z.array(z.object({ rule: z.string(), ...policySaid.shape, why: policySaid })),
  change: z.array(policySaid),
});
export type Explanation = z.infer<typeof explanation>;
