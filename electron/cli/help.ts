import { COMMON, type CliCommand, type OptionSpec } from './command.ts';

const WIDTH = 28;

function optionLines(options: Readonly<Record<string, OptionSpec>>): string[] {
  return Object.entries(options).map(([name, { value, help }]) => {
    const left = `  --${name}${value === undefined ? '' : ` ${value}`}`;
    return `${left.padEnd(WIDTH)} ${help}`;
  });
}

/** Help for one command. */
export function commandHelp(command: CliCommand): string {
  return [
    `Usage: doorward ${command.name}${command.usage === '' ? '' : ` ${command.usage}`}`,
    '',
    command.does,
    ...(command.operator ? ["It needs the operator's key."] : []),
    '',
    'Options:',
    ...optionLines({ ...command.options, ...COMMON }),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n');
}

/** Help for all commands, or for those that begin with a word, which alone may mean one of them. */
export function overview(commands: readonly CliCommand[], group?: string, bare?: CliCommand): string {
  const shown = group === undefined ? commands : commands.filter(({ name }) => name.startsWith(`${group} `));
  return [
    `Usage: doorward ${group ?? 'COMMAND'} …`,
    '',
    'The doorkeeper between your AI apps and their MCP servers.',
    '',
    "Commands (* needs the operator's key):",
    ...shown.map(
      ({ name, does, operator }) => `  ${`${name}${operator ? ' *' : ''}`.padEnd(WIDTH - 8)} ${does}`,
    ),
    ...(group === undefined || bare === undefined
      ? []
      : ['', `"doorward ${group}" alone is "doorward ${bare.name}".`]),
    '',
    'Options:',
    ...optionLines(COMMON),
    '',
    "Exit codes: 0 done, 1 failed, 2 usage, 3 no host running, 4 refused or lacking the operator's key.",
    'Help for one command: doorward COMMAND --help',
  ].join('\n');
}
