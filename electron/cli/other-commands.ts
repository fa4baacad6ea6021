import { resolve } from 'node:path';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import type { IssuedClient, StatusReport } from '../../shared/ipc/shapes.ts';
import { outcome } from '../../shared/model/log.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { verifyFile } from '../audit/verify.ts';
import { type CliCommand, EXIT, type Given, text, wholeNumber, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { table, visible, waiting, when } from './output.ts';
import { callHost, remote } from './remote.ts';

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

const UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** `--since 2h`, or a date that JavaScript understands; milliseconds since the epoch. */
function since(given: Given): Result<number | undefined> {
  const value = text(given, 'since');
  if (value === undefined) return ok(undefined);
  const ago = /^(\d{1,6})([smhd])$/.exec(value);
  const unit = ago && UNITS.get(ago[2] ?? '');
  if (ago && unit !== undefined && unit !== null) return ok(Date.now() - Number(ago[1]) * unit);
  const at = Date.parse(value);
  return Number.isNaN(at)
    ? fail('usage', '--since needs a span like 90s, 15m, 2h, 1d, or a date like 2026-11-23T08:00.')
    : ok(at);
}

function logInput(given: Given): Result<CommandInput<'log.list'>> {
  const none = words(given);
  if (!none.ok) return none;
  const limit = wholeNumber(given, 'limit', 1, 1000);
  if (!limit.ok) return limit;
  const from = since(given);
  if (!from.ok) return from;
  const ended = text(given, 'outcome');
  const known = outcome.safeParse(ended);
  if (ended !== undefined && !known.success)
    return fail('usage', `--outcome is one of ${outcome.options.join(', ')}.`);
  const named = Object.fromEntries(
    (['before', 'client', 'server', 'name'] as const).flatMap((key) => {
      const value = text(given, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return ok({
    ...named,
    ...(limit.value === undefined ? {} : { limit: limit.value }),
    ...(from.value === undefined ? {} : { since: from.value }),
    ...(known.success ? { outcome: known.data } : {}),
  });
}

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

const verify: CliCommand = {
  name: 'log verify',
  usage: '[FILE]',
  does: 'Checks the hash chain of the whole log, or of a log file. Needs no running host.',
  operator: false,
  options: {},
  examples: ['doorward log verify', 'doorward log verify copy-of-log.db --json'],
  async run(run) {
    const { given, output, paths, world } = run;
    if (given.words.length > 1) return fail('usage', `"${given.words[1] ?? ''}" is one word too many.`);
    const [file] = given.words;
    const client = file === undefined ? await connectControl(paths) : undefined;
    if (client !== undefined && !client.ok && client.code !== 'no-host') return client;
    let report;
    if (client?.ok === true) {
      const answer = await callHost(run, client.value, 'log.verify', {});
      client.value.close();
      if (!answer.ok) return answer;
      report = answer.value;
    } else {
      const wait = waiting(output, 'Verifying the log…');
      report = await verifyFile(file === undefined ? paths.log : resolve(world.around.cwd, file), (rows) =>
        wait.say(`Verifying the log: ${rows} rows…`),
      );
      wait.done();
    }
    output.stdout.write(`${output.json ? JSON.stringify(report) : visible(report.sentence)}\n`);
    return ok(report.ok ? EXIT.done : EXIT.failed);
  },
};

/** The commands about the host itself, AI apps and the log. */
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
            ['ID', 'NAME', 'ROLE', 'LAST SEEN'],
            clients.map(({ id, name, role, lastSeenAt }) => [
              id,
              name,
              role,
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
  remote({
    command: 'log.list',
    usage: '[--limit N] [--before CALL] [--since T] [--client ID] [--server ID] [--name TOOL] [--outcome O]',
    options: {
      limit: { type: 'string', value: 'N', help: 'How many calls (50, at most 1000).' },
      before: { type: 'string', value: 'CALL', help: 'Only calls before this one: the next page.' },
      since: { type: 'string', value: 'T', help: 'Only calls since then: 15m, 2h, 1d, or a date.' },
      client: { type: 'string', value: 'ID', help: 'Only calls of this AI app.' },
      server: { type: 'string', value: 'ID', help: 'Only calls to this server.' },
      name: { type: 'string', value: 'TOOL', help: 'Only calls of this tool, prompt or resource.' },
      outcome: {
        type: 'string',
        value: 'O',
        help: `Only calls that ended so: ${outcome.options.join(', ')}.`,
      },
    },
    examples: ['doorward log list', 'doorward log list --since 1h --outcome refused --json'],
    input: logInput,
    show: (calls, out, { world }) =>
      calls.length === 0
        ? 'No calls yet.'
        : table(
            ['WHEN', 'CALL', 'APP', 'SERVER', 'METHOD', 'OUTCOME', 'MS', 'NAME'],
            calls.map((call) => [
              when(call.at, world.now()),
              call.call,
              call.clientName,
              call.server,
              call.method,
              call.outcome,
              call.durationMs === undefined ? '' : String(Math.round(call.durationMs)),
              call.reason === undefined ? call.name : `${call.name} (${call.reason})`,
            ]),
            out.columns,
          ),
  }),
  remote({
    command: 'log.show',
    usage: 'CALL',
    examples: ['doorward log show CALL --json'],
    input(given) {
      const call = words(given, 'CALL');
      return call.ok ? ok({ call: call.value[0] ?? '' }) : call;
    },
    show: (legs) =>
      legs
        .map((leg) =>
          [
            `${new Date(leg.at).toISOString()}  ${leg.leg}`,
            ...Object.entries(leg)
              .filter(([key]) => key !== 'at' && key !== 'leg')
              .map(([key, value]) => `  ${key.padEnd(13)} ${visible(String(value))}`),
          ].join('\n'),
        )
        .join('\n'),
  }),
  verify,
];
