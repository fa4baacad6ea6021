import { fail, ok, type Result } from '../../shared/result.ts';
import { readLooseJson } from './loose-json.ts';
import { type Entry, isEntry } from './server-entry.ts';
import { isRunner, nameOfCommand, nameOfUrl } from './server-name.ts';
import { shellWords } from './shell-words.ts';

/** A server that a command line names; `entry` is what the same would be in a configuration. */
export interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

/** Options of commands that add a server; those that take a value, and what the value is. */
const VALUED = new Map([
  ['--env', 'env'],
  ['-e', 'env'],
  ['--secret', ''],
  ['--header', 'header'],
  ['-H', 'header'],
  ['--url', 'url'],
  ['--transport', ''],
  ['-t', ''],
  ['--scope', ''],
  ['-s', ''],
  ['--cwd', 'cwd'],
  ['--client-id', ''],
  ['--home', ''],
]);

/** Words with which programs add a server to themselves, and how many of them there are. */
const ADDERS: readonly RegExp[] = [
  /^claude mcp add(?= |$)/,
  /^codex mcp add(?= |$)/,
  /^gemini mcp add(?= |$)/,
  /^(?:npx )?doorward server add(?= |$)/,
];

/**
 * Reads a command that a person was told to type: one that adds a server to an app (`claude mcp add …`), or one that
 * starts a server. A shell would replace `~`, so it is replaced here.
 */
export function readCommandLine(line: string, home: string | undefined): Result<NamedEntry> {
  const split = shellWords(line.replace(/^[$>]\s+/, '').trim());
  if (!split.ok) return split;
  const words = split.value.map((word) =>
    home !== undefined && (word === '~' || word.startsWith('~/')) ? `${home}${word.slice(1)}` : word,
  );
  const json = words.findIndex((word, i) => i > 0 && word.startsWith('{'));
  if (/^(claude mcp add-json|code --add-mcp)/.test(words.join(' ')) && json !== -1)
    return ofJson(words[json] ?? '', words[json - 1] ?? '');
  const start = words.slice(0, 5).join(' ');
  const adder = ADDERS.map((pattern) => pattern.exec(start)?.[0]).find((found) => found !== undefined);
  return adder === undefined ? ofStart(words) : ofAdder(words.slice(adder.split(' ').length));
}

function ofJson(text: string, before: string): Result<NamedEntry> {
  const parsed = readLooseJson(text);
  if (!parsed.ok) return parsed;
  const entry = parsed.value;
  if (!isEntry(entry)) return fail('malformed', 'The JSON in this command is no server.');
  const named = Object.hasOwn(entry, 'name') && typeof entry['name'] === 'string' ? entry['name'] : before;
  return ok({ name: named.startsWith('-') ? 'server' : named, entry });
}

/** `[NAME=VALUE…] PROGRAM ARGUMENT…` */
function ofStart(words: readonly string[]): Result<NamedEntry> {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  const [command, ...args] = first === -1 ? [] : words.slice(first);
  if (command === undefined) return fail('malformed', 'There is no command in the text.');
  if (!/^[\w@%+:,.~/\\-]+$/.test(command) || !looksLikeCommand(command, args))
    return fail(
      'malformed',
      'This is neither a configuration, nor an address, nor a command. Paste the JSON that the server tells you to use.',
    );
  const env = words.slice(0, first).map((word) => pairAt(word, '='));
  return ok({
    name: nameOfCommand([command, ...args]),
    entry: { command, args, env: Object.fromEntries(env) },
  });
}

/** Two words of a sentence would do for a command; one that starts a server has more about it. */
function looksLikeCommand(command: string, args: readonly string[]): boolean {
  if (isRunner(command)) return args.length > 0;
  return /[/\\.]|mcp/i.test(command) || args.some((arg) => /^-|[/\\@]|mcp/i.test(arg));
}

const isAddress = (word: string | undefined): word is string =>
  word !== undefined && /^https?:\/\//i.test(word);

/** `[OPTIONS] NAME [OPTIONS] URL` or `… NAME [--] PROGRAM ARGUMENT…` */
function ofAdder(words: readonly string[]): Result<NamedEntry> {
  const given = new Map<string, string[]>();
  const free: string[] = [];
  let i = 0;
  for (; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      free.push(...words.slice(i + 1));
      break;
    }
    const [option = '', inline] = word.startsWith('--') && word.includes('=') ? pairAt(word, '=') : [word];
    const kind = VALUED.get(option);
    // Behind the program everything is the program's own.
    if (!word.startsWith('-') || (free.length >= 2 && !isAddress(free[1]))) free.push(word);
    else if (kind !== undefined) given.set(kind, [...(given.get(kind) ?? []), inline ?? words[++i] ?? '']);
  }
  const [name, target, ...args] = free;
  const url = given.get('url')?.[0] ?? (isAddress(target) ? target : undefined);
  if (name === undefined || (target === undefined && url === undefined))
    return fail('malformed', 'The command names no server: its name, or how it is reached, is missing.');
  const pairs = (option: string, separator: string) =>
    Object.fromEntries(
      (given.get(option) ?? []).map((text) => pairAt(text, text.includes(separator) ? separator : '=')),
    );
  if (url !== undefined) return ok({ name, entry: { url, headers: pairs('header', ':') } });
  const cwd = given.get('cwd')?.[0];
  return ok({
    name,
    entry: { command: target, args, env: pairs('env', '='), ...(cwd === undefined ? {} : { cwd }) },
  });
}

function pairAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** A plain address. */
export function readAddress(text: string): NamedEntry {
  return { name: nameOfUrl(text), entry: { url: text } };
}
