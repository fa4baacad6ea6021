import type { Call, Refusal } from '../relay/call.ts';
import { asksForSecrets } from '../relay/asks-for-secrets.ts';
import { judgeUrl } from '../relay/judge-url.ts';
import type { Stage } from '../relay/pipeline.ts';
import { METHOD_NOT_FOUND } from '../relay/replies.ts';
import {
  type ElicitationForm,
  type ElicitationUrl,
  readServerRequest,
  type SamplingRequest,
} from '../relay/server-requests.ts';

/** How much of an AI app's model one server may ask for. */
export interface SamplingBudget {
  readonly requests: number;
  /** What the server names in `maxTokens`, of all its requests together. */
  readonly tokens: number;
  /** Within how long, ms; the window slides. */
  readonly windowMs: number;
}

export const samplingBudget: SamplingBudget = { requests: 10, tokens: 20_000, windowMs: 60 * 60_000 };

export interface ServerQuestionPorts {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly budget?: SamplingBudget | undefined;
}

/** Characters of a question that a person can be shown whole; a longer one is refused, for nobody could judge it. */
export const MOST_SHOWN = { prompt: 128 * 1024, form: 64 * 1024 } as const;

const KNOWN = new Set(['sampling/createMessage', 'elicitation/create', 'roots/list']);
const MINUTE_MS = 60_000;
const SHOWN_NAME = 80;

const refused = (sentence: string): Refusal => ({ kind: 'refused', sentence });

/**
 * What the AI app itself would answer: MCP wants "method not found" of a client that has not declared roots or sampling.
 * Everything else here is Doorward's own refusal and has its code; the protocol names none that it must have.
 */
const CANNOT: Refusal = {
  kind: 'protocol',
  code: METHOD_NOT_FOUND,
  sentence: 'The AI app cannot answer this kind of question.',
};
const MALFORMED = refused(
  'Doorward could not read this request in one way only, so it was refused. Nobody was asked.',
);
const TOO_LONG = {
  prompt: refused('The prompt is longer than a person can be shown, so it was refused. Ask with less.'),
  form: refused('The form is larger than a person can be shown, so it was refused. Ask with less.'),
};
/** To leave it out, the request would have to be another one than the server sent: it is told instead. */
const CONTEXT = refused(
  'The server asked for the conversation of the AI app along with its prompt ("includeContext"). Doorward never gives that. Ask without it.',
);
const NETWORK = refused(
  'The server wants to open an address inside a private network. Doorward opens no such page. Nobody was asked.',
);

/**
 * What a server asks of an AI app or its person, before anybody is asked (attacks 26, 29, 30): refused with one
 * sentence when it cannot be read in one way only, when a form asks for a secret, when a page is none that may be
 * opened, when a prompt wants the conversation along or is beyond its server's budget, and when it is too large to be
 * shown whole. The budget counts what comes past here, also what a person then refuses: a server that is refused
 * gets no further tries. It is kept in memory.
 */
export function serverQuestions(ports: ServerQuestionPorts): Stage {
  const spend = budgetOf(ports);
  return {
    name: 'server questions',
    request(call) {
      if (call.direction !== 'server') return undefined;
      const { method } = call.message;
      // What else there may be, the rules are asked about.
      if (!KNOWN.has(method)) return undefined;
      const asked = readServerRequest(call.message);
      if (asked === undefined) return MALFORMED;
      switch (asked.kind) {
        case 'roots':
          return lacking(call);
        case 'sampling':
          return sampling(asked) ?? lacking(call) ?? spend(call, asked.maxTokens);
        case 'elicitation':
          return asked.mode === 'form' ? form(asked) : page(asked);
        default:
          return MALFORMED;
      }
    },
  };
}

/** Nobody is asked about what the AI app could not do then. */
function lacking({ clientLacks, ruling }: Call): Refusal | undefined {
  return clientLacks !== undefined && ruling?.ruling.decision === 'ask' ? CANNOT : undefined;
}

function sampling({ texts, tools, hints, rest, includeContext }: SamplingRequest): Refusal | undefined {
  if (includeContext !== 'none') return CONTEXT;
  const length = sum([
    ...texts.map(({ text }) => text.length),
    ...tools.map(({ name, description }) => name.length + description.length),
    ...hints.map((hint) => hint.length),
    rest.length,
  ]);
  return length > MOST_SHOWN.prompt ? TOO_LONG.prompt : undefined;
}

function form(asked: ElicitationForm): Refusal | undefined {
  const secret = asksForSecrets(asked);
  if (secret !== undefined)
    return refused(
      `The form asks for a secret in the field ${named(secret)}. Doorward shows no form that asks for passwords, keys or codes. Nobody was asked.`,
    );
  const length = sum([
    asked.message.length,
    ...asked.fields.map(
      ({ name, title = '', description = '', preset = '', options }) =>
        name.length +
        title.length +
        description.length +
        preset.length +
        sum(options.map((option) => option.value.length + option.title.length)),
    ),
  ]);
  return length > MOST_SHOWN.form ? TOO_LONG.form : undefined;
}

function page({ url, message }: ElicitationUrl): Refusal | undefined {
  const judged = judgeUrl(url);
  if (judged.kind === 'refused') return refused(`${judged.sentence} Nobody was asked.`);
  // A number in one's own network is a router or a printer, and a page that is opened can make them do things.
  if (judged.warnings.includes('address') && judged.warnings.includes('private-network')) return NETWORK;
  return message.length > MOST_SHOWN.form ? TOO_LONG.form : undefined;
}

interface Spent {
  readonly at: number;
  readonly tokens: number;
}

/** Counts a request of a server, or says why it may not be made. */
function budgetOf({ now, budget = samplingBudget }: ServerQuestionPorts) {
  const spent = new Map<string, Spent[]>();
  return (call: Call, tokens: number): Refusal | undefined => {
    const server = call.server?.id;
    if (server === undefined) return MALFORMED;
    const at = now();
    const before = (spent.get(server) ?? []).filter((one) => at - one.at < budget.windowMs);
    spent.set(server, before);
    const used = sum(before.map((one) => one.tokens));
    const per = `in ${Math.round(budget.windowMs / MINUTE_MS)} minutes`;
    const who = `"${server}" may ask the models of AI apps`;
    if (tokens > budget.tokens)
      return refused(
        `${who} for ${count(budget.tokens)} tokens ${per}, and this prompt alone asks for ${count(tokens)}. Ask for fewer.`,
      );
    if (before.length >= budget.requests)
      return refused(
        `${who} ${count(budget.requests)} times ${per}, and has done so. ${again(before[0], at)}`,
      );
    if (used + tokens > budget.tokens)
      return refused(
        `${who} for ${count(budget.tokens)} tokens ${per}. ${count(used)} are used, and this prompt asks for ${count(tokens)}. ${again(before[0], at)}`,
      );
    before.push({ at, tokens });
    return undefined;
  };

  function again(first: Spent | undefined, at: number): string {
    const left = (first?.at ?? at) + budget.windowMs - at;
    return `It may ask again in ${Math.max(1, Math.ceil(left / MINUTE_MS))} min.`;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const count = (number: number): string => new Intl.NumberFormat('en').format(number);

/** A name of the server's own in a sentence of ours: one line, short, with nothing hidden in it. */
function named(name: string): string {
  const plain = name.replace(/[\p{C}\p{Z}]+/gu, ' ').replaceAll('"', "'");
  return `"${plain.length > SHOWN_NAME ? `${plain.slice(0, SHOWN_NAME)}…`.toWellFormed() : plain}"`;
}
