import { z } from 'zod';

/** One field of a form that a server wants filled in. Every text is the server's: show as text. */
export const formField = z.object({
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  /** `choices`: several of `options`. */
  type: z.enum(['string', 'number', 'integer', 'boolean', 'choices']),
  format: z.string().optional(),
  required: z.boolean(),
  /** What may be chosen; empty where anything may be typed. */
  options: z.array(z.object({ value: z.string(), title: z.string() })),
  /** What stands in it at first, as JSON. */
  preset: z.string().optional(),
  limits: z.object({
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
  }),
});
export type FormField = z.infer<typeof formField>;

/** A form of a server, whole: what is too large to be shown is refused before a person is asked. */
export const askedForm = z.object({ message: z.string(), fields: z.array(formField) });
export type AskedForm = z.infer<typeof askedForm>;

/** What a person should know about a page before it is opened. */
const pageWarning = z.enum([
  'international',
  'mixed-scripts',
  'lookalike',
  'other-domain-inside',
  'address',
  'private-network',
  'odd-characters',
  'rewritten',
  'long',
]);

/** A page that a server wants opened, with its whole address (attack 26). */
export const askedPage = z.object({
  message: z.string(),
  whole: z.string(),
  /** Where the host stands in `whole`, to be marked. UTF-16 units. */
  hostStart: z.number(),
  hostEnd: z.number(),
  host: z.string(),
  /** The host in its own letters, where that differs. */
  shownHost: z.string().optional(),
  warnings: z.array(pageWarning),
});
export type AskedPage = z.infer<typeof askedPage>;

/** One piece of text for a model, and whose it is said to be. */
export const promptPart = z.object({
  from: z.enum(['system', 'user', 'assistant']),
  /** `other`: a kind that Doorward does not know; `text` is then its JSON. */
  kind: z.enum(['text', 'image', 'audio', 'tool-use', 'tool-result', 'other']),
  text: z.string(),
  /** Of an image or audio: what it is said to be, and its size in characters of base64. */
  media: z.object({ mimeType: z.string(), size: z.number() }).optional(),
});
export type PromptPart = z.infer<typeof promptPart>;

/** A prompt of a server for the AI app's model, whole (attack 30). */
export const askedPrompt = z.object({
  /** The system prompt and all messages, in their order. */
  parts: z.array(promptPart),
  tools: z.array(z.object({ name: z.string(), description: z.string() })),
  maxTokens: z.number(),
  /** Models that it would like. */
  hints: z.array(z.string()),
  /** What else goes along, as JSON; empty when there is nothing. */
  rest: z.string(),
});
export type AskedPrompt = z.infer<typeof askedPrompt>;

/**
 * How a person answers a server's question where the AI app cannot put it: by filling the form in here, by letting
 * Doorward open the page (`open`), or by opening it themselves where there is no window (`visit`).
 */
export const answerHere = z.enum(['form', 'open', 'visit']);
export type AnswerHere = z.infer<typeof answerHere>;
