import type { InstallAnswer, InstallInput, InstallProblem } from '../../../shared/model/registry.ts';
import type { Launch } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { hasReference } from '../../vault/references.ts';
import { chosenValues, problemOf } from './answers.ts';
import { fillAddress } from './fill-address.ts';
import type { ArgumentTemplate, InstallForm, Template } from './template.ts';

/** A launch with what a person said in it. Secrets are not: the launch refers to them. */
export interface FilledLaunch {
  readonly launch: Launch;
  /** What goes into the vault before the server is kept. */
  readonly secrets: readonly { readonly name: string; readonly value: string }[];
  /** What is wrong or missing; while there is something, `launch` is for looking at and not for keeping. */
  readonly problems: readonly InstallProblem[];
}

/** Stands where a secret is while a text is judged: a publisher or an answer must not make a reference around it. */
const SECRET = '\uFFFC';
const CONTROL = /\p{Cc}/u;
const MAX_WORDS = 1000;

interface Value {
  readonly text: string;
  /** The reference to the vault that takes its place. */
  readonly reference?: string;
}

/**
 * Fills the gaps of a launch in one pass: what a person said is never read again as a gap, a flag or a reference to the
 * vault. Attack: a publisher writes `vault:github-token` as the preset of a variable, or `${vault:` before a gap, and is
 * sent another server's key; or hides a flag, a line end or a second address in a value. Refused with a sentence for
 * what the publisher wrote; what a person has to mend is in `problems`. `nameSecret` gives a secret a free name.
 */
export function fillLaunch(
  { launch, inputs }: InstallForm,
  answers: readonly InstallAnswer[],
  nameSecret: (input: InstallInput) => string,
): Result<FilledLaunch> {
  const problems: InstallProblem[] = [];
  const secrets: { name: string; value: string }[] = [];
  const values = new Map<string, readonly Value[]>();
  for (const input of inputs) {
    const answer = answers.find(({ key }) => key === input.key);
    const problem = problemOf(input, answer, inputs);
    if (problem !== undefined) problems.push({ key: input.key, sentence: problem });
    values.set(input.key, valuesOf(input, answer, problem, nameSecret, secrets));
  }
  const strange = answers.find(({ key }) => !inputs.some((input) => input.key === key));
  if (strange !== undefined)
    return fail('usage', `It does not ask for ${JSON.stringify(strange.key.slice(0, 80))}.`);

  const named = (pairs: readonly (readonly [string, Template])[]): Result<Record<string, string>> => {
    const found: [string, string][] = [];
    for (const [name, template] of pairs) {
      const filled = fillKept(template, values);
      if (!filled.ok) return filled;
      if (filled.value !== undefined) found.push([name, filled.value]);
    }
    return ok(Object.fromEntries(found));
  };

  if (launch.transport === 'http') {
    const headers = named(launch.headers);
    if (!headers.ok) return headers;
    const url = fillAddress(launch.url, (key) => values.get(key)?.[0]?.text);
    if (!url.ok && problems.length === 0) return url;
    const address = url.ok ? url.value : launch.url.map(sketch).join('');
    return ok({
      launch: { transport: 'http', url: address, headers: headers.value },
      secrets,
      problems,
    });
  }
  const env = named(launch.env);
  if (!env.ok) return env;
  const args: string[] = [];
  for (const group of launch.args) {
    const words = fillWords(group, values);
    if (!words.ok) return words;
    args.push(...words.value);
  }
  const command = fillPlain(launch.command, values);
  if (!command.ok) return command;
  if (command.value === undefined || args.length > MAX_WORDS)
    return fail('malformed', 'What it would start has no program, or too many arguments.');
  return ok({
    launch: {
      transport: 'stdio',
      command: command.value,
      args,
      env: env.value,
      ...(launch.cwd === undefined ? {} : { cwd: launch.cwd }),
    },
    secrets,
    problems,
  });
}

/** The values of an input; where one is missing or wrong, a mark that says which stands in its place. */
function valuesOf(
  input: InstallInput,
  answer: InstallAnswer | undefined,
  problem: string | undefined,
  nameSecret: (input: InstallInput) => string,
  secrets: { name: string; value: string }[],
): readonly Value[] {
  if (problem !== undefined) return [{ text: `<${input.name}>` }];
  if (!input.secret) return chosenValues(input, answer).map((text) => ({ text }));
  if (answer?.vault !== undefined) return [{ text: SECRET, reference: answer.vault }];
  if (answer?.secret === undefined || answer.secret === '') return [];
  const name = nameSecret(input);
  secrets.push({ name, value: answer.secret });
  return [{ text: SECRET, reference: name }];
}

const sketch = (part: string | { readonly input: string }): string =>
  typeof part === 'string' ? part : `<${part.input.replace(/^[a-z]+:/, '')}>`;

type Values = ReadonlyMap<string, readonly Value[]>;

/** A text without secrets: the first value of each input in it; undefined when one has none. */
function fillPlain(template: Template, values: Values, at = 0): Result<string | undefined> {
  let text = '';
  for (const part of template) {
    const all = typeof part === 'string' ? [{ text: part }] : (values.get(part.input) ?? []);
    const one: Value | undefined = all.length > 1 ? all[at] : all[0];
    if (one === undefined) return ok(undefined);
    if (one.reference !== undefined)
      return fail('refused', 'A secret on a command line can be read by every program of this computer.');
    text += one.text;
  }
  if (CONTROL.test(text) || hasReference(text)) return misused();
  return ok(text);
}

function fillWords({ words, when }: ArgumentTemplate, values: Values): Result<string[]> {
  if (when !== undefined && values.get(when)?.[0]?.text !== 'true') return ok([]);
  const counts = words.flatMap((word) =>
    word.map((part) => (typeof part === 'string' ? 1 : (values.get(part.input)?.length ?? 0))),
  );
  const times = counts.includes(0) ? 0 : Math.max(1, ...counts);
  const filled: string[] = [];
  for (let at = 0; at < times; at++)
    for (const word of words) {
      const text = fillPlain(word, values, at);
      if (!text.ok) return text;
      if (text.value !== undefined) filled.push(text.value);
    }
  return ok(filled);
}

/** The value of a variable or header, with references where secrets are; undefined when an input in it has none. */
function fillKept(template: Template, values: Values): Result<string | undefined> {
  let [judged, text] = ['', ''];
  let references = 0;
  for (const part of template) {
    if (typeof part === 'string') {
      judged += part;
      text += part;
      continue;
    }
    const all = values.get(part.input) ?? [];
    if (all.length === 0) return ok(undefined);
    // Several values in one text have no form that everybody reads alike; a comma is the usual one.
    judged += all.map((one) => one.text).join(',');
    text += all
      .map(({ reference, text: plain }) => (reference === undefined ? plain : `\${vault:${reference}}`))
      .join(',');
    references += all.filter(({ reference }) => reference !== undefined).length;
  }
  if (CONTROL.test(judged) || hasReference(judged)) return misused();
  const whole = references === 1 && judged === SECRET;
  return ok(whole ? text.replace(/^\$\{(vault:[^}]*)\}$/, '$1') : text);
}

const misused = () =>
  fail(
    'refused',
    'What its publisher wrote refers to your vault or holds control characters, so it is not added.',
  );
