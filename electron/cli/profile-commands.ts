import { resolve } from 'node:path';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { ALL_TOOLS, type ToolChoice, toolChoice } from '../../shared/model/client.ts';
import type { ToolProfileState } from '../../shared/model/tool-profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, type Given, words } from './command.ts';
import { type Output, table, visible } from './output.ts';
import { remote } from './remote.ts';

/** What an AI app is listed by a choice, in words that follow its name. */
export function listedWords({ mode, tools }: ToolChoice = ALL_TOOLS): string {
  const names = tools.map((name) => visible(name)).join(', ');
  if (mode === 'chosen') return `is listed only these tools now: ${names}.`;
  if (mode === 'all') return 'is listed all tools that it may use now.';
  return `finds its tools on demand now${tools.length === 0 ? '' : `, and is listed these beside: ${names}`}.`;
}

const LOST = 'The profiles were changed outside Doorward. No AI app has tools until you use one, or none.';

function show({ profiles, inUse, lost, roles }: ToolProfileState, out: Output): string {
  const rows = profiles.map(({ name, tools, folders }) => [
    visible(name),
    name === inUse ? 'in use' : '',
    tools.map((tool) => visible(tool)).join(', '),
    folders.map((folder) => visible(folder)).join(', '),
  ]);
  return [
    ...(lost === true ? [LOST] : []),
    rows.length === 0
      ? 'There are no profiles. Add one with: doorward profile add NAME TOOL…'
      : table(['PROFILE', '', 'TOOLS', 'FOLDERS'], rows, out.columns),
    ...roles.map(({ role, tools }) => `An AI app of the role "${visible(role)}" ${listedWords(tools)}`),
  ].join('\n');
}

/** A name and at least one word behind it. */
function named(given: Given, what: string): Result<{ name: string; rest: string[] }> {
  const [name, ...rest] = given.words;
  if (name === undefined) return fail('usage', 'NAME is missing.');
  return rest.length === 0 ? fail('usage', `${what} is missing.`) : ok({ name, rest });
}

const nameAndTools = (given: Given): Result<CommandInput<'profile.add'>> => {
  const found = named(given, 'TOOL');
  return found.ok ? ok({ name: found.value.name, tools: found.value.rest }) : found;
};

/** The commands about profiles: named sets of tools. */
export const profileCommands: readonly CliCommand[] = [
  remote({
    command: 'profile.list',
    usage: '',
    examples: ['doorward profile list'],
    input(given) {
      const none = words(given);
      return none.ok ? ok({}) : none;
    },
    show,
  }),
  remote({
    command: 'profile.add',
    usage: 'NAME TOOL…',
    examples: ["doorward profile add Work 'tickets__*' 'mail__*' files__read_file"],
    input: nameAndTools,
    show,
  }),
  remote({
    command: 'profile.tools',
    usage: 'NAME TOOL…',
    examples: ["doorward profile tools Work 'tickets__*' mail__search_inbox"],
    input: nameAndTools,
    show,
  }),
  remote({
    command: 'profile.folder',
    usage: 'NAME [PATH…]',
    examples: ['doorward profile folder Work ~/projects/shop', 'doorward profile folder Work'],
    input({ words: [name, ...paths] }) {
      if (name === undefined) return fail('usage', 'NAME is missing.');
      return ok({ name, folders: paths.map((path) => resolve(path)) });
    },
    show,
  }),
  remote({
    command: 'profile.rename',
    usage: 'NAME NEW',
    examples: ['doorward profile rename Work Office'],
    input(given) {
      const both = words(given, 'NAME', 'NEW');
      return both.ok ? ok({ name: both.value[0] ?? '', to: both.value[1] ?? '' }) : both;
    },
    show,
  }),
  remote({
    command: 'profile.use',
    usage: 'NAME|none',
    examples: ['doorward profile use Work', 'doorward profile use none'],
    input(given) {
      const one = words(given, 'NAME');
      if (!one.ok) return one;
      const [name = ''] = one.value;
      return ok(name.toLowerCase() === 'none' ? {} : { name });
    },
    show,
  }),
  remote({
    command: 'profile.remove',
    usage: 'NAME',
    examples: ['doorward profile remove Work'],
    input(given) {
      const one = words(given, 'NAME');
      return one.ok ? ok({ name: one.value[0] ?? '' }) : one;
    },
    show,
  }),
  remote({
    command: 'role.tools',
    usage: 'ROLE all|chosen|on-demand [TOOL…]',
    examples: [
      'doorward role tools default on-demand',
      "doorward role tools research-read-only chosen 'files__*'",
    ],
    input({ words: [role, mode, ...tools] }) {
      const known = toolChoice.shape.mode.safeParse(mode);
      if (role === undefined || mode === undefined)
        return fail('usage', `${role === undefined ? 'ROLE' : 'MODE'} is missing.`);
      return known.success
        ? ok({ role, mode: known.data, tools })
        : fail('usage', `MODE is one of ${toolChoice.shape.mode.options.join(', ')}.`);
    },
    show: ({ roles }, _out, { given }) => {
      const [role = ''] = given.words;
      const choice = roles.find((one) => one.role === role)?.tools;
      return `An AI app of the role "${visible(role)}" that has no choice of its own ${listedWords(choice)}`;
    },
  }),
];
