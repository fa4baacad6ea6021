import { z } from 'zod';
import { type CommandName, contract } from '../../shared/ipc/contract.ts';
import { bareWords } from './bare-word.ts';
import { COMMON, type CliCommand, type OptionSpec } from './command.ts';
import { commands } from './commands.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON Schema as a short shape that people read: `{ id: string, tools: [{ name: string }] }`. */
function shape(schema: unknown, depth = 0): string {
  if (!isObject(schema)) return 'any';
  const { type, properties, items, anyOf, oneOf, additionalProperties } = schema;
  const known = schema['enum'];
  if (Array.isArray(known)) return known.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema['const']);
  const variants = anyOf ?? oneOf;
  if (Array.isArray(variants)) return variants.map((variant) => shape(variant, depth)).join(' | ');
  if (type === 'array') return `[${shape(items, depth)}]`;
  if (type !== 'object') return typeof type === 'string' ? type : 'any';
  if (!isObject(properties))
    return isObject(additionalProperties) ? `{ NAME: ${shape(additionalProperties)} }` : '{}';
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  const inner = '  '.repeat(depth + 1);
  const lines = Object.entries(properties).map(
    ([key, value]) => `${inner}${key}${required.includes(key) ? '' : '?'}: ${shape(value, depth + 1)}`,
  );
  return `{\n${lines.join(',\n')}\n${'  '.repeat(depth)}}`;
}

const optionRows = (options: Readonly<Record<string, OptionSpec>>): string[] =>
  Object.entries(options).map(
    ([name, { value, help }]) => `- \`--${name}${value === undefined ? '' : ` ${value}`}\`: ${help}`,
  );

/** Commands without one of the contract behind them. */
const OWN_OUTPUT: ReadonlyMap<string, string> = new Map([
  [
    'serve',
    'first line on standard output: `{"event":"ready","url":…,"port":…,"home":…,"pid":…}`, as soon as AI apps can connect.',
  ],
  ['connect', 'none: standard input and output carry MCP messages, one a line.'],
]);

/** Commands of the contract that have words of their own on the command line. */
const WORDS: ReadonlyMap<string, CommandName> = new Map([
  ['server login', 'server.signIn'],
  ['server logout', 'server.signOut'],
  ['log texts', 'texts.show'],
  ['server texts', 'texts.set'],
  ['log send list', 'send.list'],
  ['log send add', 'send.add'],
  ['log send remove', 'send.remove'],
  ['log send test', 'send.test'],
]);

function section(command: CliCommand): string {
  const name = WORDS.get(command.name) ?? command.name.replace(' ', '.');
  const own = OWN_OUTPUT.get(command.name);
  const output = Object.hasOwn(contract, name)
    ? ['With `--json`:', '', '```', shape(z.toJSONSchema(contract[name as CommandName].output)), '```']
    : [`With \`--json\`: ${own ?? 'none.'}`];
  return [
    `## ${command.name}${command.operator ? ' ✋' : ''}`,
    '',
    command.does,
    '',
    `\`doorward ${command.name}${command.usage === '' ? '' : ` ${command.usage}`}\``,
    '',
    ...(Object.keys(command.options).length === 0 ? [] : [...optionRows(command.options), '']),
    '```sh',
    ...command.examples,
    '```',
    '',
    ...output,
    '',
  ].join('\n');
}

/** The page `docs/cli.md`, made of the contract, so that it cannot say anything else. */
export function cliDocs(): string {
  return [
    '# The command line',
    '',
    'This page is generated from the contract in `shared/ipc`; a test compares the two.',
    '',
    'Every command takes these options:',
    '',
    ...optionRows(COMMON),
    '',
    '`--json` prints the answer as one line of JSON on standard output; messages for people go to standard error. A command that fails prints `{"error":{"code","message"}}` there instead.',
    '',
    "Exit codes: 0 done, 1 failed, 2 usage, 3 no host running, 4 refused or lacking the operator's key.",
    '',
    "✋ needs the operator's key: at a prompt of the terminal, by `--operator-key-fd N`, or in `DOORWARD_OPERATOR_KEY` (which programs of the same user can read: for automation). The first key is set with `doorward operator set`. Given to `serve`, `DOORWARD_OPERATOR_KEY` stands in for that run while no key is kept; when one is kept, it must be the same.",
    '',
    'Times are milliseconds since the epoch.',
    '',
    'A word alone that begins several commands shows what there is, and takes the options of the command that it means:',
    '',
    ...bareWords(commands).map(([word, meant]) => `- \`doorward ${word}\`: \`doorward ${meant}\``),
    '',
    ...commands.map(section),
  ].join('\n');
}

// node electron/cli/docs.ts > docs/cli.md
if (import.meta.main) process.stdout.write(cliDocs());
