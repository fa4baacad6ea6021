import type { Launch } from '../../shared/model/server.ts';
import { launch as launchSchema } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { shellWords } from './shell-words.ts';

/** A server as one entry of a configuration names it. */
export interface FoundServer {
  readonly launch: Launch;
  /** What could not be taken over, one sentence each. */
  readonly notes: readonly string[];
}

export type Entry = Readonly<Record<string, unknown>>;

const MAX_WORDS = 500;
const MAX_PAIRS = 200;
const MAX_CHARS = 32 * 1024;
const CONTROL = /\p{Cc}/u;
const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

export const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (entry: Entry, ...names: string[]): unknown => {
  const name = names.find((one) => Object.hasOwn(entry, one));
  return name === undefined ? undefined : entry[name];
};

/** Whether this looks like one server: it has a command or an address. */
export function looksLikeServer(value: unknown): value is Entry {
  return isEntry(value) && (commandOf(value) !== undefined || addressOf(value) !== undefined);
}

function commandOf(entry: Entry): unknown {
  const command = own(entry, 'command', 'cmd');
  return typeof command === 'string' || Array.isArray(command) || isEntry(command) ? command : undefined;
}

function addressOf(entry: Entry): string | undefined {
  const url = own(entry, 'url', 'serverUrl', 'httpUrl', 'uri', 'endpoint');
  return typeof url === 'string' ? url : undefined;
}

/** Reads one entry. Refused with a sentence that names it: control characters, wrong kinds of values, no address. */
export function readEntry(name: string, entry: Entry): Result<FoundServer> {
  const notes: string[] = [];
  const refuse = (what: string) => fail('malformed', `"${label(name)}" ${what}.`);
  const address = addressOf(entry);
  const made =
    commandOf(entry) === undefined
      ? address === undefined
        ? undefined
        : remote(entry, address, notes)
      : local(entry, notes);
  if (made === undefined) return refuse('has neither a command nor an address');
  if (typeof made === 'string') return refuse(made);
  const checked = launchSchema.safeParse(made);
  if (!checked.success)
    return refuse(
      made.transport === 'http' ? 'has no address that begins with http:// or https://' : 'has no command',
    );
  noteOthers(entry, notes);
  notePlaceholders(checked.data, notes);
  return ok({ launch: checked.data, notes });
}

/** What is wrong, when it is a string. */
function local(entry: Entry, notes: string[]): Launch | string {
  const given = commandOf(entry);
  const inner = isEntry(given) ? given : undefined;
  const command = inner === undefined ? given : own(inner, 'path', 'command');
  const rest = own(inner ?? entry, 'args', 'arguments') ?? own(entry, 'args');
  let words = [...(Array.isArray(command) ? command : [command]), ...(Array.isArray(rest) ? rest : [])];
  if (typeof rest === 'string') words.push(...(wordsOf(rest) ?? [rest]));
  if (words.length === 1 && typeof words[0] === 'string' && /^[\w@.-]+\s+\S/.test(words[0])) {
    const apart = wordsOf(words[0]);
    if (apart !== undefined) {
      words = apart;
      notes.push('Command and arguments were one text, which was taken apart at its spaces.');
    }
  }
  if (words.length > MAX_WORDS) return `has more than ${MAX_WORDS} arguments`;
  const texts = words.map(scalar);
  if (texts.some((text) => text === undefined)) return 'has a command or an argument that is no text';
  const [program = '', ...args] = texts as string[];
  if (program.trim() === '') return 'has no command';
  if ([program, ...args].some((text) => CONTROL.test(text)))
    return 'has control characters in its command, so nothing was taken over';
  const env = pairsOf(
    own(entry, 'env', 'environment') ?? (inner && own(inner, 'env')),
    notes,
    'environment value',
  );
  if (typeof env === 'string') return env;
  if (env.some(([key]) => CONTROL.test(key) || key.includes('=') || key === ''))
    return 'has an environment value with an unusable name';
  if (env.some(([, value]) => value.includes('\0')))
    return 'has an environment value that no program can take';
  const cwd = own(entry, 'cwd', 'workingDirectory');
  if (typeof cwd === 'string' && CONTROL.test(cwd)) return 'has control characters in its folder';
  return {
    transport: 'stdio',
    command: program,
    args,
    env: Object.fromEntries(env),
    ...(typeof cwd === 'string' && cwd !== '' ? { cwd } : {}),
  };
}

function remote(entry: Entry, address: string, notes: string[]): Launch | string {
  const url = address.trim();
  if (CONTROL.test(url) || url.length > 4096) return 'has an address that cannot be used';
  const headers = pairsOf(own(entry, 'headers', 'http_headers', 'httpHeaders'), notes, 'header');
  if (typeof headers === 'string') return headers;
  if (headers.some(([key, value]) => !HEADER_NAME.test(key) || CONTROL.test(value)))
    return 'has a header that cannot be sent';
  return { transport: 'http', url, headers: Object.fromEntries(headers) };
}

function pairsOf(given: unknown, notes: string[], what: string): [string, string][] | string {
  if (given === undefined || given === null) return [];
  if (!isEntry(given)) return `has ${what}s in a form that is not known`;
  const entries = Object.entries(given);
  if (entries.length > MAX_PAIRS) return `has more than ${MAX_PAIRS} ${what}s`;
  const pairs: [string, string][] = [];
  for (const [key, value] of entries) {
    const text = scalar(value);
    if (key === '__proto__') return `has a ${what} with an unusable name`;
    if (text === undefined) notes.push(`The ${what} ${label(key)} is no text and was left out.`);
    else pairs.push([key, text]);
  }
  return pairs;
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.length <= MAX_CHARS ? value : undefined;
}

function wordsOf(text: string): string[] | undefined {
  const words = shellWords(text);
  return words.ok ? words.value : undefined;
}

const LEFT_OUT: readonly (readonly [readonly string[], string])[] = [
  [['autoApprove', 'alwaysAllow', 'trust'], 'Tools that the app let pass without asking are not taken over.'],
  [['envFile'], 'Values from an environment file are not taken over; put them in by hand.'],
  [
    ['bearer_token_env_var', 'env_http_headers'],
    'It takes a header from the environment; put it in by hand.',
  ],
  [['oauth', 'auth', 'authProvider'], 'Signing in is not taken over.'],
];

function noteOthers(entry: Entry, notes: string[]): void {
  if (own(entry, 'disabled') === true || own(entry, 'enabled') === false)
    notes.push('It is switched off in the configuration.');
  const kind = own(entry, 'type', 'transport');
  if (kind === 'ws' || kind === 'websocket')
    notes.push('Doorward reaches it by HTTP; WebSocket is not spoken.');
  for (const [names, sentence] of LEFT_OUT) if (own(entry, ...names) !== undefined) notes.push(sentence);
}

/** Placeholders that another app fills in, and Doorward does not. */
function notePlaceholders(launch: Launch, notes: string[]): void {
  const texts =
    launch.transport === 'stdio'
      ? [launch.command, ...launch.args, ...Object.values(launch.env), launch.cwd ?? '']
      : [launch.url, ...Object.values(launch.headers)];
  const found = new Set(texts.flatMap((text) => text.match(/\$\{[\w:.-]{1,80}\}/g) ?? []));
  for (const name of [...found].slice(0, 10)) notes.push(`Put the value of ${name} in by hand.`);
}

/** A name as it may stand in a sentence. */
export function label(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, ' ').slice(0, 60);
}
