import type { HeldCall } from '../../../shared/model/approval.ts';
import type { AskedForm, AskedPage, AskedPrompt } from '../../../shared/model/server-asks.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { Call } from '../../relay/call.ts';
import { judgeUrl } from '../../relay/judge-url.ts';
import {
  type ElicitationForm,
  type ElicitationUrl,
  readServerRequest,
  type SamplingRequest,
  type ServerRequest,
} from '../../relay/server-requests.ts';
import { MOST_SHOWN } from '../../stages/server-questions.ts';

export type AskedContent = Pick<HeldCall, 'form' | 'url' | 'prompt'>;

type Secrets = Pick<KnownSecrets, 'redact' | 'cut' | 'version'>;

const NOTHING: AskedContent = {};
const WHOLE = { before: false, after: false };

/**
 * What a server asks, for a person to judge: every text whole, and redacted (attacks 26, 29, 30). Nothing for calls of
 * AI apps and for what cannot be read. Throws when it is larger than can be shown: then it is refused.
 */
export function contentOf(call: Call, secrets: Secrets): AskedContent {
  if (call.direction !== 'server') return NOTHING;
  const asked = readServerRequest(call.message);
  const content = asked === undefined ? NOTHING : read(asked, secrets);
  if (JSON.stringify(content).length > MOST) throw new Error('a question is larger than can be shown');
  return content;
}

/** Escapes make texts longer; what the stage lets pass fits in any case. */
const MOST = 6 * MOST_SHOWN.prompt + 256 * 1024;

function read(asked: ServerRequest, secrets: Secrets): AskedContent {
  if (asked.kind === 'sampling') return { prompt: prompt(asked, secrets.redact) };
  if (asked.kind !== 'elicitation') return NOTHING;
  if (asked.mode === 'form') return { form: form(asked, secrets.redact) };
  const url = page(asked, secrets);
  return url === undefined ? NOTHING : { url };
}

function prompt(
  { texts, tools, maxTokens, hints, rest }: SamplingRequest,
  redact: Secrets['redact'],
): AskedPrompt {
  return {
    parts: texts.map(({ from, kind, text, media }) => ({
      from,
      kind,
      text: redact(text),
      ...(media === undefined ? {} : { media: { mimeType: redact(media.mimeType), size: media.size } }),
    })),
    tools: tools.map(({ name, description }) => ({
      name: redact(name),
      description: redact(description),
    })),
    maxTokens,
    hints: hints.map(redact),
    rest: redact(rest),
  };
}

function form({ message, fields }: ElicitationForm, redact: Secrets['redact']): AskedForm {
  return {
    message: redact(message),
    fields: fields.map(({ name, title, description, type, format, required, options, preset, limits }) => ({
      name: redact(name),
      ...(title === undefined ? {} : { title: redact(title) }),
      ...(description === undefined ? {} : { description: redact(description) }),
      type,
      ...(format === undefined ? {} : { format: redact(format) }),
      required,
      options: options.map((option) => ({ value: redact(option.value), title: redact(option.title) })),
      ...(preset === undefined ? {} : { preset: redact(preset) }),
      limits,
    })),
  };
}

function page({ message, url }: ElicitationUrl, secrets: Secrets): AskedPage | undefined {
  const judged = judgeUrl(url);
  if (judged.kind === 'refused') return undefined;
  const { href, hostStart, hostEnd, host, shownHost, warnings } = judged;
  const piece = (from: number, to: number): string => secrets.cut(href, from, to, WHOLE);
  const before = piece(0, hostStart);
  const named = piece(hostStart, hostEnd);
  return {
    message: secrets.redact(message),
    whole: before + named + piece(hostEnd, href.length),
    hostStart: before.length,
    hostEnd: before.length + named.length,
    host,
    ...(shownHost === undefined ? {} : { shownHost }),
    warnings: [...warnings],
  };
}
