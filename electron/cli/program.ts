import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/result.ts';
import { profileHome, profilePaths } from '../host/profile.ts';
import { bareCommand } from './bare-word.ts';
import { COMMON, type CliCommand, EXIT, type Given, type OptionSpec, type World } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, overview } from './help.ts';
import { type Output, visible } from './output.ts';
import { suggest } from './suggest.ts';

const CODES: ReadonlyMap<string, number> = new Map([
  ['usage', EXIT.usage],
  ['no-host', EXIT.noHost],
  ['operator', EXIT.refused],
  ['refused', EXIT.refused],
]);

/** Everything that any command takes: enough to find the words among the options. */
const ALL_OPTIONS: Readonly<Record<string, OptionSpec>> = Object.assign(
  {},
  COMMON,
  ...commands.map(({ options }) => options),
) as Record<string, OptionSpec>;

const forParseArgs = (options: Readonly<Record<string, OptionSpec>>) =>
  Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple = false }]) => [
      name,
      { type, multiple, ...(name === 'help' ? { short: 'h' } : {}) },
    ]),
  );

interface Asked {
  readonly command: CliCommand | undefined;
  /** What is meant where only the beginning of commands is said. */
  readonly bare: CliCommand | undefined;
  /** The first word, when it begins commands of two words. */
  readonly group: string | undefined;
  readonly words: readonly string[];
}

function find(before: readonly string[]): Asked {
  const { positionals } = parseArgs({
    args: [...before],
    options: forParseArgs(ALL_OPTIONS),
    strict: false,
    allowPositionals: true,
  });
  const [first, second, third] = positionals;
  const said = [`${first} ${second} ${third}`, `${first} ${second}`, first];
  const command = said
    .map((words) => commands.find(({ name }) => name === words))
    .find((found) => found !== undefined);
  const group =
    first !== undefined && commands.some(({ name }) => name.startsWith(`${first} `)) ? first : undefined;
  const bare = command === undefined && group !== undefined ? bareCommand(positionals, commands) : undefined;
  return { command, bare, group, words: positionals };
}

/** The words that can follow the first one, each once. */
function wordsBehind(group: string): string {
  const second = commands.flatMap(({ name }) => {
    const [first, word] = name.split(' ');
    return first === group && word !== undefined ? [word] : [];
  });
  return [...new Set(second)].join(', ');
}

function unknown({ group, words }: Asked): Result<never> {
  if (words.length === 0) return fail('usage', 'Say what to do. "doorward --help" shows all commands.');
  const said = words.slice(0, group === undefined ? 1 : 2).join(' ');
  if (group !== undefined && words.length === 1)
    return fail(
      'usage',
      `"${group}" needs one more word: ${wordsBehind(group)}. "doorward ${group} --help" shows more.`,
    );
  const near =
    suggest(
      said,
      commands.map(({ name }) => name),
    ) ??
    suggest(
      words.slice(0, 2).join(' '),
      commands.map(({ name }) => name),
    ) ??
    (group === undefined
      ? suggest(words[0] ?? '', [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''))])
      : undefined);
  const all = `"doorward ${group === undefined ? '' : `${group} `}--help" shows all.`;
  return fail(
    'usage',
    `There is no command "${said}". ${near === undefined ? all : `Did you mean "${near}"?`}`,
  );
}

/** Sorts what was given to a command whose name was said in `named` words. */
function parse(
  command: CliCommand,
  named: number,
  before: readonly string[],
  behind: readonly string[],
): Result<Given> {
  const options = { ...command.options, ...COMMON };
  try {
    const { values, positionals } = parseArgs({
      args: [...before],
      options: forParseArgs(options),
      strict: true,
      allowPositionals: true,
    });
    if (behind.length > 0 && command.takesCommand !== true)
      return fail('usage', `"${command.name}" takes nothing behind "--".`);
    return ok({ values, words: positionals.slice(named), behind });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    const option = /'(--?[^' ]+)/.exec(message)?.[1]?.replace(/^-+/, '');
    const near =
      option === undefined || Object.hasOwn(options, option)
        ? undefined
        : suggest(option, Object.keys(options));
    return fail(
      'usage',
      `${message.replace(/\.$/, '')}.${near === undefined ? '' : ` Did you mean "--${near}"?`} "doorward ${command.name} --help" shows the options.`,
    );
  }
}

/** Runs one call of the command line and answers the exit code. Never throws. */
export async function runProgram(argv: readonly string[], world: World): Promise<number> {
  const dashes = argv.indexOf('--');
  const before = dashes === -1 ? argv : argv.slice(0, dashes);
  const behind = dashes === -1 ? [] : argv.slice(dashes + 1);
  const json = before.includes('--json');
  const output: Output = {
    stdout: world.stdout,
    stderr: world.stderr,
    json,
    live: world.stderr.isTTY === true,
    columns: world.stdout.isTTY === true ? world.stdout.columns : undefined,
  };
  const asked = find(before);
  if (
    before.includes('--help') ||
    before.includes('-h') ||
    (asked.command === undefined && asked.words[0] === 'help')
  ) {
    const { bare } = asked;
    const group = bare === undefined ? asked.group : asked.words.join(' ');
    const help = asked.command === undefined ? overview(commands, group, bare) : commandHelp(asked.command);
    world.stdout.write(`${help}\n`);
    return EXIT.done;
  }
  const command = asked.command ?? asked.bare;
  const named = asked.command === undefined ? asked.words.length : asked.command.name.split(' ').length;
  const given = command === undefined ? unknown(asked) : parse(command, named, before, behind);
  const result =
    command === undefined || !given.ok
      ? (given as Result<never>)
      : await attempt(command, given.value, world, output);
  if (result.ok) return result.value;
  world.stderr.write(`${visible(result.message)}\n`);
  if (json)
    world.stdout.write(`${JSON.stringify({ error: { code: result.code, message: result.message } })}\n`);
  return CODES.get(result.code) ?? EXIT.failed;
}

async function attempt(
  command: CliCommand,
  given: Given,
  world: World,
  output: Output,
): Promise<Result<number>> {
  const home = given.values['home'];
  const paths = profilePaths(
    profileHome(typeof home === 'string' ? home : undefined, world.around),
    world.around,
  );
  try {
    return await command.run({ world, given, paths, output });
  } catch (error) {
    return fail(
      'failed',
      `Doorward failed in itself: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
