import type { IssuedClient, StatusReport } from '../../shared/ipc/shapes.ts';
import { ALL_TOOLS } from '../../shared/model/client.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type CliCommand, type Given, text, words } from './command.ts';
import { table, visible, when } from './output.ts';
import { remote } from './remote.ts';

const issued = ({ id, name, token, url }: IssuedClient): string =>
  [
    `"${visible(name)}" (${id}) may connect to ${url} with this token. It is shown this once:`,
    '',
    `  ${token}`,
    '',
    `Apps that only speak stdio need no token; give them the command: doorward connect --client ${id}`,
  ].join('\n');

const oneClient = (given: Given): Result<{ client: string }> => {
  const name = words(given, 'NAME');
  return name.ok ? ok({ client: name.value[0] ?? '' }) : name;
};

const noInput = (given: Given): Result<Record<string, never>> => {
  const none = words(given);
  return none.ok ? ok({}) : none;
};

function describeStatus(status: StatusReport): string {
  const { servers, clients } = status;
  return [
    ...(status.guard === 'block'
      ? ['Everything is blocked: every call is refused. Lift it with: doorward guard usual']
      : []),
    ...(status.guard === 'ask' ? ['Doorward asks about every call. Lift it with: doorward guard usual'] : []),
    ...(status.questions.pending === 0
      ? []
      : [`${status.questions.pending} calls wait for an answer: doorward approval list`]),
    `Guarding ${clients} AI apps, ${servers.approved} of ${servers.total} servers; ${servers.running} running, ${servers.waiting} waiting for review.`,
    `  preset    ${status.preset}${status.managed === 'unmanaged' ? '' : ` (${status.managed})`}`,
    `  endpoint  ${status.url}`,
    `  profile   ${status.home}`,
    `  process   ${status.pid}, since ${new Date(status.startedAt).toLocaleString()}`,
    ...status.notices.map((notice) => `! ${visible(notice)}`),
  ].join('\n');
}

/** The commands about the host itself and AI apps. */
export const otherCommands: readonly CliCommand[] = [
  remote({
    command: 'status',
    usage: '',
    examples: ['doorward status', 'doorward status --json'],
    input: () => ok({}),
    show: describeStatus,
  }),
  remote({
    command: 'client.add',
    usage: 'NAME [--role R]',
    options: { role: { type: 'string', value: 'R', help: 'Its role (default).' } },
    examples: ['doorward client add "Claude Desktop"'],
    input(given) {
      const name = words(given, 'NAME');
      if (!name.ok) return name;
      const role = text(given, 'role');
      return ok({ name: name.value[0] ?? '', ...(role === undefined ? {} : { role }) });
    },
    show: issued,
  }),
  remote({
    command: 'client.list',
    usage: '',
    examples: ['doorward client list'],
    input: () => ok({}),
    show: (clients, out, { world }) =>
      clients.length === 0
        ? 'No AI app found. Add one with: doorward client add NAME'
        : table(
            ['ID', 'NAME', 'ROLE', 'TOOLS', 'LAST SEEN'],
            clients.map(({ id, name, role, tools, roleTools, lastSeenAt }) => [
              id,
              name,
              role,
              tools === undefined && roleTools !== undefined
                ? `${roleTools.mode} (its role)`
                : (tools ?? ALL_TOOLS).mode,
              lastSeenAt === undefined ? 'never' : when(lastSeenAt, world.now()),
            ]),
            out.columns,
          ),
  }),
  remote({
    command: 'client.remove',
    usage: 'NAME',
    examples: ['doorward client remove "Claude Desktop"'],
    input: oneClient,
    show: ({ id }) => `"${id}" is removed. Its token is worth nothing now.`,
  }),
  remote({
    command: 'client.rotate',
    usage: 'NAME',
    examples: ['doorward client rotate "Claude Desktop"'],
    input: oneClient,
    show: issued,
  }),
  remote({
    command: 'guard.block',
    usage: '',
    examples: ['doorward guard block'],
    input: noInput,
    show: () => 'Everything is blocked: every call of every AI app is refused from now on.',
  }),
  remote({
    command: 'guard.ask',
    usage: '',
    examples: ['doorward guard ask'],
    input: noInput,
    show: () => 'Doorward asks about every call from now on.',
  }),
  remote({
    command: 'guard.usual',
    usage: '',
    examples: ['doorward guard usual'],
    input: noInput,
    show: () => 'Calls pass again as the servers were approved.',
  }),
];
