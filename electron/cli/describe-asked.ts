import type { HeldCall } from '../../shared/model/approval.ts';
import type { FlowLegs, ShownFinding } from '../../shared/model/inspection.ts';
import type { AskedForm, AskedPage, AskedPrompt, FormField } from '../../shared/model/server-asks.ts';
import { fill } from '../../shared/texts/approval.ts';
import { foundKey, foundTexts } from '../../shared/texts/found.ts';
import { serverAskTexts } from '../../shared/texts/server-asks.ts';
import { visible, visibleLines } from './output.ts';

/** Made when it is needed: the first one of a process loads the data of all languages. */
let number: Intl.NumberFormat | undefined;
const size = (count: number): string => (number ??= new Intl.NumberFormat('en')).format(count);

/** What a server asks, as lines for a terminal: whole, with nothing in it that steers the terminal or hides. */
export function describeAsked({ form, url, prompt, answer, id }: HeldCall): string[] | undefined {
  if (prompt !== undefined) return promptLines(prompt);
  if (url !== undefined) return pageLines(url, answer);
  if (form !== undefined) return formLines(form, answer === undefined ? undefined : id);
  return undefined;
}

/**
 * What was found in a call or an answer and what would leave, as lines for a terminal. What was found stands between
 * marks that the text around it cannot have; each line that an outsider wrote has a bar before it.
 */
export function describeReasons(call: HeldCall): string[] {
  return [
    ...(call.flow === undefined ? [] : flowLines(call, call.flow)),
    ...(call.found ?? []).flatMap(foundLines),
  ];
}

const OPEN = '⟦';
const CLOSE = '⟧';
/** The marks in a text of an outsider are none. */
const unmarked = (text: string): string => text.replaceAll(OPEN, '[').replaceAll(CLOSE, ']');
const lines = (text: string): string => unmarked(visibleLines(text));
const line = (text: string): string => unmarked(visible(text));

function foundLines(one: ShownFinding): string[] {
  const { type, path, before, found, after, signals, within = [] } = one;
  const about = [
    ...(path === '' ? [] : [fill(foundTexts['found.at'], { path }, line)]),
    ...(within.length === 0 ? [] : [fill(foundTexts['found.within'], { how: within }, line)]),
    ...(signals.length === 0 ? [] : [fill(foundTexts['found.signals'], { signals }, line)]),
  ];
  return [
    `${foundTexts[foundKey(one)]} (${line(type)})`,
    ...`${lines(before)}${OPEN}${lines(found)}${CLOSE}${lines(after)}`
      .split('\n')
      .map((each) => `  | ${each}`),
    ...about.map((each) => `  ${each}`),
  ];
}

function flowLines({ clientName, server, tool }: HeldCall, { private: read, untrusted }: FlowLegs): string[] {
  const leg = (
    key: 'flow.private' | 'flow.untrusted' | 'flow.out',
    about: { server: string; name: string },
  ) => `- ${fill(foundTexts[key], { app: clientName, server: about.server, tool: about.name }, visible)}`;
  return [
    leg('flow.private', read),
    leg('flow.untrusted', untrusted),
    leg('flow.out', { server, name: tool }),
  ];
}

/** A text of several lines under a heading, each of its lines set in, so that none passes for one of ours. */
function under(heading: string, text: string): string[] {
  return [
    `${heading}:`,
    ...visibleLines(text)
      .split('\n')
      .map((line) => `  | ${line}`),
  ];
}

function promptLines({ parts, tools, maxTokens, hints, rest }: AskedPrompt): string[] {
  return [
    ...parts.flatMap(({ from, kind, text, media }) => {
      const whose = serverAskTexts[`prompt.${from}`];
      if (media !== undefined)
        return [`${whose}: ${kind}, ${visible(media.mimeType)}, ${size(media.size)} characters`];
      return under(kind === 'text' ? whose : `${whose} (${kind})`, text);
    }),
    ...tools.flatMap(({ name, description }) =>
      under(`${serverAskTexts['prompt.tool']}, ${visible(name)}`, description),
    ),
    ...(rest === '' ? [] : under(serverAskTexts['prompt.rest'], rest)),
    `At most ${size(maxTokens)} tokens${hints.length === 0 ? '' : `, by ${hints.map(visible).join(', ')}`}`,
  ];
}

function pageLines(
  { message, whole, host, shownHost, warnings }: AskedPage,
  answer: HeldCall['answer'],
): string[] {
  const named = shownHost === undefined ? '' : ` (${visible(shownHost)})`;
  return [
    ...under('It says', message),
    `Page: ${visible(whole)}`,
    `Site: ${visible(host)}${named}`,
    ...warnings.map((warning) => `! ${serverAskTexts[`page.${warning}`]}`),
    ...(answer === 'open' ? ['Allowing opens the page in your browser.'] : []),
    ...(answer === 'visit'
      ? ['There is no window here: to consent, open the page yourself, then allow.']
      : []),
  ];
}

function formLines({ message, fields }: AskedForm, id: string | undefined): string[] {
  return [
    ...under('It says', message),
    ...fields.flatMap(fieldLines),
    ...(id === undefined
      ? []
      : [`To answer: doorward approval allow ${id} --answers '{${example(fields)}}'`]),
  ];
}

function fieldLines(field: FormField): string[] {
  const { name, title, description, type, format, required, options, preset } = field;
  const kind = type === 'choices' ? 'several of' : options.length > 0 ? 'one of' : (format ?? type);
  const said = title === undefined || title === name ? '' : ` "${visible(title)}"`;
  return [
    `- ${visible(name)}${said}: ${visible(kind)}${required ? ', required' : ''}`,
    ...(description === undefined ? [] : [`    | ${visible(description)}`]),
    ...options.map(
      ({ value, title: words }) => `    | ${visible(value)}${words === value ? '' : ` "${visible(words)}"`}`,
    ),
    ...(preset === undefined ? [] : [`    suggested: ${visible(preset)}`]),
  ];
}

/** The first field of it, where its name can be typed as it is. */
function example(fields: readonly FormField[]): string {
  const name = fields[0]?.name;
  return name !== undefined && /^[\w-]{1,40}$/.test(name) ? `"${name}": …` : '';
}
