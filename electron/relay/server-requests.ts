import { treeOf } from '../catalog/pins/review.ts';
import {
  isList,
  isNumber,
  isObject,
  type Json,
  type JsonObject,
  member,
  printTree,
  textMember,
} from '../catalog/pins/tree.ts';
import { memberOf } from './envelope.ts';
import { bytesAt, membersOf } from './framing/json-scan.ts';
import type { Message } from './message.ts';
import { whole } from './peer.ts';

/** One piece of text that would go to a model, and whose it is said to be. */
export interface PromptText {
  readonly from: 'system' | 'user' | 'assistant';
  /** `other`: a kind that Doorward does not know; `text` is then its JSON. */
  readonly kind: 'text' | 'image' | 'audio' | 'tool-use' | 'tool-result' | 'other';
  /** Empty for an image or audio. */
  readonly text: string;
  /** Of an image or audio: what it is said to be, and how many characters of base64. */
  readonly media?: { readonly mimeType: string; readonly size: number };
}

/** A server wants the AI app's model to answer a prompt of its own. */
export interface SamplingRequest {
  readonly kind: 'sampling';
  /** The system prompt and all messages, in their order. */
  readonly texts: readonly PromptText[];
  readonly maxTokens: number;
  readonly includeContext: 'none' | 'thisServer' | 'allServers';
  /** Names of models that it would like. */
  readonly hints: readonly string[];
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  /** Everything else that goes along (tool choice, stop sequences, metadata …) as JSON; empty when there is nothing. */
  readonly rest: string;
}

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** `choices`: several of `options`. */
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'choices';
  readonly format: string | undefined;
  readonly required: boolean;
  /** What may be chosen; empty where anything may be typed. */
  readonly options: readonly { readonly value: string; readonly title: string }[];
  /** What stands in it at first, as JSON. */
  readonly preset: string | undefined;
  readonly limits: {
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minItems?: number;
    readonly maxItems?: number;
  };
}

/** A server wants a person to fill in a form. */
export interface ElicitationForm {
  readonly kind: 'elicitation';
  readonly mode: 'form';
  readonly message: string;
  readonly fields: readonly FormField[];
}

/** A server wants a person to open a page. */
export interface ElicitationUrl {
  readonly kind: 'elicitation';
  readonly mode: 'url';
  readonly message: string;
  /** As sent; see `judgeUrl`. */
  readonly url: string;
}

export interface RootsRequest {
  readonly kind: 'roots';
}

export type ServerRequest = SamplingRequest | ElicitationForm | ElicitationUrl | RootsRequest;

const MAX_BYTES = 1024 * 1024;
const MAX_TEXTS = 1000;
const MAX_TOOLS = 200;
const MAX_FIELDS = 100;
const MAX_OPTIONS = 500;
const MAX_NAME = 200;

/**
 * What a server asks of an AI app, so that a person can judge it (attacks 26, 29, 30). Everything that would reach a
 * model or a person is in it. Undefined when it is nothing of that kind, is malformed, can be read in two ways (a key
 * twice), is nested deeper than 64 or larger than 1 MiB: then it must be refused, for nobody could say what it asks.
 */
export function readServerRequest({
  method,
  bytes,
  paramsSpan,
}: Pick<Message, 'method' | 'bytes' | 'paramsSpan'>): ServerRequest | undefined {
  const raw = paramsSpan === undefined ? Buffer.from('{}') : bytesAt(bytes, paramsSpan);
  if (raw.length > MAX_BYTES) return undefined;
  const params = treeOf(raw);
  if (!isTree(params) || !isObject(params)) return undefined;
  switch (method) {
    case 'roots/list':
      return { kind: 'roots' };
    case 'sampling/createMessage':
      return sampling(params);
    case 'elicitation/create':
      return elicitation(params, orderOfFields(raw));
    default:
      return undefined;
  }
}

function isTree(value: Json | { readonly why: string }): value is Json {
  return !(typeof value === 'object' && value !== null && 'why' in value);
}

const numberOf = (value: Json | undefined): number | undefined =>
  isNumber(value) && Number.isFinite(Number(value.number)) ? Number(value.number) : undefined;

const SHOWN = new Set([
  'messages',
  'systemPrompt',
  'maxTokens',
  'includeContext',
  'tools',
  'modelPreferences',
  '_meta',
  'task',
]);

function sampling(params: JsonObject): SamplingRequest | undefined {
  const messages = params.get('messages');
  const maxTokens = numberOf(params.get('maxTokens'));
  const system = params.get('systemPrompt');
  const context = params.get('includeContext') ?? 'none';
  if (!isList(messages) || maxTokens === undefined || maxTokens <= 0) return undefined;
  if (system !== undefined && typeof system !== 'string') return undefined;
  if (context !== 'none' && context !== 'thisServer' && context !== 'allServers') return undefined;
  const texts: PromptText[] = system === undefined ? [] : [{ from: 'system', kind: 'text', text: system }];
  for (const message of messages) {
    const from = textMember(message, 'role');
    const content = member(message, 'content');
    if ((from !== 'user' && from !== 'assistant') || content === undefined) return undefined;
    for (const block of isList(content) ? content : [content]) texts.push(...blockTexts(from, block));
    if (texts.length > MAX_TEXTS) return undefined;
  }
  const hints = hintsOf(params.get('modelPreferences'));
  const tools = toolsOf(params.get('tools'));
  if (hints === undefined || tools === undefined) return undefined;
  const rest = new Map([...params].filter(([key]) => !SHOWN.has(key)));
  const said = rest.size === 0 ? '' : printTree(rest);
  return { kind: 'sampling', texts, maxTokens, includeContext: context, hints, tools, rest: said };
}

function blockTexts(from: 'user' | 'assistant', block: Json): PromptText[] {
  const other: PromptText = { from, kind: 'other', text: printTree(block) };
  switch (textMember(block, 'type')) {
    case 'text': {
      const text = textMember(block, 'text');
      return text === undefined ? [other] : [{ from, kind: 'text', text }];
    }
    case 'image':
    case 'audio': {
      const kind = textMember(block, 'type') === 'image' ? 'image' : 'audio';
      const media = {
        mimeType: (textMember(block, 'mimeType') ?? '').slice(0, MAX_NAME),
        size: textMember(block, 'data')?.length ?? 0,
      };
      return [{ from, kind, text: '', media }];
    }
    case 'tool_use':
      return [{ ...other, kind: 'tool-use' }];
    case 'tool_result': {
      const content = member(block, 'content');
      const parts = isList(content) ? content : [];
      const structured = member(block, 'structuredContent');
      const texts = parts.flatMap((part) => blockTexts(from, part));
      if (structured !== undefined) texts.push({ from, kind: 'tool-result', text: printTree(structured) });
      return texts.length === 0
        ? [{ ...other, kind: 'tool-result' }]
        : texts.map((text) => (text.kind === 'text' ? { ...text, kind: 'tool-result' } : text));
    }
    default:
      return [other];
  }
}

function hintsOf(preferences: Json | undefined): string[] | undefined {
  const hints = member(preferences, 'hints');
  if (preferences === undefined || hints === undefined) return [];
  if (!isList(hints) || hints.length > MAX_TOOLS) return undefined;
  return hints.flatMap((hint) => textMember(hint, 'name')?.slice(0, MAX_NAME) ?? []);
}

function toolsOf(tools: Json | undefined): SamplingRequest['tools'] | undefined {
  if (tools === undefined) return [];
  if (!isList(tools) || tools.length > MAX_TOOLS) return undefined;
  const found: { name: string; description: string }[] = [];
  for (const tool of tools) {
    const name = textMember(tool, 'name');
    if (name === undefined) return undefined;
    found.push({ name, description: textMember(tool, 'description') ?? '' });
  }
  return found;
}

/** The names of a form's fields as the server wrote them one after the other; the tree has them in another order. */
function orderOfFields(params: Buffer): readonly string[] {
  const schema = memberOf(params, 'requestedSchema');
  const properties = schema && memberOf(schema, 'properties');
  const members = properties && membersOf(properties, whole(properties));
  return members === undefined ? [] : [...members.keys()];
}

function elicitation(
  params: JsonObject,
  order: readonly string[],
): ElicitationForm | ElicitationUrl | undefined {
  const mode = params.get('mode') ?? 'form';
  const message = params.get('message');
  if (typeof message !== 'string') return undefined;
  if (mode === 'url') {
    const url = params.get('url');
    return typeof url === 'string' ? { kind: 'elicitation', mode, message, url } : undefined;
  }
  const schema = params.get('requestedSchema');
  const properties = member(schema, 'properties');
  if (mode !== 'form' || textMember(schema, 'type') !== 'object' || !isObject(properties)) return undefined;
  if (properties.size > MAX_FIELDS || order.length !== properties.size) return undefined;
  const required = member(schema, 'required') ?? [];
  if (!isList(required)) return undefined;
  const fields: FormField[] = [];
  for (const name of order) {
    const property = properties.get(name);
    const field = property === undefined ? undefined : fieldOf(name, property, required.includes(name));
    if (field === undefined) return undefined;
    fields.push(field);
  }
  return { kind: 'elicitation', mode, message, fields };
}

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'] as const;

function fieldOf(name: string, schema: Json, required: boolean): FormField | undefined {
  if (!isObject(schema) || name.length > MAX_NAME) return undefined;
  const text = (key: string): string | undefined => textMember(schema, key);
  for (const key of ['title', 'description', 'format'])
    if (schema.has(key) && text(key) === undefined) return undefined;
  const said = text('type') ?? (schema.has('enum') || schema.has('oneOf') ? 'string' : undefined);
  const type = said === 'array' ? 'choices' : said;
  if (
    type !== 'string' &&
    type !== 'number' &&
    type !== 'integer' &&
    type !== 'boolean' &&
    type !== 'choices'
  )
    return undefined;
  const options = optionsOf(type === 'choices' ? schema.get('items') : schema, schema.get('enumNames'));
  if (options === undefined || (type === 'choices' && options.length === 0)) return undefined;
  const preset = schema.get('default');
  const limits: { -readonly [K in (typeof LIMITS)[number]]?: number } = {};
  for (const key of LIMITS) {
    const limit = numberOf(schema.get(key));
    if (limit !== undefined) limits[key] = limit;
  }
  return {
    name,
    title: text('title'),
    description: text('description'),
    type,
    format: text('format'),
    required,
    options,
    preset: preset === undefined ? undefined : printTree(preset),
    limits,
  };
}

/** `enum` with or without `enumNames`, `oneOf` or `anyOf` with `const` and `title`; undefined when malformed. */
function optionsOf(schema: Json | undefined, names: Json | undefined): FormField['options'] | undefined {
  const values = member(schema, 'enum');
  const titled = member(schema, 'oneOf') ?? member(schema, 'anyOf');
  if (values === undefined && titled === undefined) return [];
  const list = values ?? titled;
  if (!isList(list) || list.length > MAX_OPTIONS) return undefined;
  const options: { value: string; title: string }[] = [];
  for (const [i, one] of list.entries()) {
    const value = values === undefined ? textMember(one, 'const') : one;
    if (typeof value !== 'string') return undefined;
    const name = isList(names) ? names[i] : undefined;
    const title = values === undefined ? textMember(one, 'title') : name;
    options.push({ value, title: typeof title === 'string' ? title : value });
  }
  return options;
}
