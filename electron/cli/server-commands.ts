import type { InspectReport, ServerView } from '../../shared/ipc/shapes.ts';
import type { Launch } from '../../shared/model/server.ts';
import type { NewVersion, VersionReport } from '../../shared/model/trust.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type CliCommand, type Given, text, wholeNumber, words } from './command.ts';
import { itemsIn } from './tool-items.ts';
import { table, visible, visibleLines } from './output.ts';
import { remote } from './remote.ts';
import { reasonLines, serverAdd } from './server-add.ts';
import { explained } from './server-ended.ts';

const oneServer = (given: Given): Result<{ id: string }> => {
  const id = words(given, 'ID');
  return id.ok ? ok({ id: id.value[0] ?? '' }) : id;
};

/** The command or address of a server, whole. */
export function reached(launch: Launch): string {
  if (launch.transport === 'http') return launch.url;
  return [launch.command, ...launch.args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word)))
    .join(' ');
}

function describe(server: ServerView): string {
  const { launch, health } = server;
  const named = launch.transport === 'stdio' ? launch.env : launch.headers;
  const lines = [
    `${server.id}: ${server.state}${server.enabled ? '' : ', switched off'}`,
    `  ${launch.transport === 'stdio' ? 'command' : 'address'}  ${visible(reached(launch))}`,
    ...(launch.transport === 'stdio' && launch.cwd !== undefined
      ? [`  folder   ${visible(launch.cwd)}`]
      : []),
    ...Object.entries(named).map(
      ([key, value]) =>
        `  ${launch.transport === 'stdio' ? 'env    ' : 'header '}  ${visible(`${key}=${value}`)}`,
    ),
    `  health   ${health.state}${health.sentence === undefined ? '' : `: ${visible(health.sentence)}`}`,
    ...(server.era === undefined ? [] : [`  speaks   ${server.dual === true ? 'both eras' : server.era}`]),
    ...(server.note === undefined ? [] : [`  note     ${visible(server.note)}`]),
    ...(server.newVersion === undefined
      ? []
      : [`  newer    ${newerLine(server.newVersion)}. Choose it with: doorward server upgrade ${server.id}`]),
    ...reasonLines(server),
  ];
  return lines.join('\n');
}

const DAY_MS = 24 * 60 * 60_000;

/** A time that has gone by, as people say it. */
function age(at: number, now: number): string {
  const days = Math.max(0, Math.floor((now - at) / DAY_MS));
  return days === 0 ? 'less than a day' : `${days} ${days === 1 ? 'day' : 'days'}`;
}

function newerLine({ from, to, publishedAt, createdAt, publisher }: NewVersion, now = Date.now()): string {
  const facts = [
    ...(publisher === undefined ? [] : [`by "${visible(publisher)}"`]),
    ...(publishedAt === undefined ? [] : [`${age(publishedAt, now)} old`]),
    ...(createdAt === undefined ? [] : [`the package ${age(createdAt, now)}`]),
  ];
  return `${visible(from)} → ${visible(to)}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

/** What is known of the versions of one server's package. */
function versionLine(report: VersionReport): string {
  const { id, name, version, newest, newVersion, deprecated } = report;
  const what = `${id}: ${visible(name)} ${visible(version)}`;
  const warning =
    deprecated === undefined
      ? ''
      : `\n  ! The author of ${visible(newest ?? '')} says: "${visible(deprecated)}"`;
  if (newest === undefined) return `${what}; what is newest is not known.`;
  if (newVersion === undefined)
    return newest === version
      ? `${what} is the newest.${warning}`
      : `${what}; the registry's newest is ${visible(newest)}, which is not offered in its place.${warning}`;
  return `${id}: ${visible(name)} ${newerLine(newVersion)}\n  To choose it: doorward server upgrade ${id}`;
}

/** What an inspection found, for people; what the server says stands in quotation marks. */
export function describeInspection(
  report: InspectReport & { id: string; state: string },
  width = 100,
): string {
  const { serverInfo, tools } = report;
  const says = [serverInfo.title ?? serverInfo.name, serverInfo.version]
    .filter((part) => part !== undefined)
    .join(' ');
  const short = (description: string) => {
    const line = visible(description.split('\n', 1)[0] ?? '');
    return line.length > width ? `${line.slice(0, width - 1)}…` : line;
  };
  return [
    `${report.id} (${report.transport}) calls itself "${visible(says || 'nothing')}" and offers ${tools.length} tools, ${report.prompts} prompts, ${report.resources} resources, ${report.templates} templates.`,
    ...(report.instructions === undefined
      ? []
      : [`It gives AI apps instructions:\n  ${visibleLines(report.instructions).replaceAll('\n', '\n  ')}`]),
    ...tools.map(
      ({ name, description, effect }) =>
        `  ${visible(name)}${effect === undefined ? '' : ` (${effect})`}${description === undefined ? '' : `: "${short(description)}"`}`,
    ),
    ...(report.pinned === undefined
      ? []
      : [
          `Looked at: ${visible(report.pinned.name)} ${visible(report.pinned.version)}${report.pinned.publisher === undefined ? '' : ` by "${visible(report.pinned.publisher)}"`}. Approving keeps to this version.`,
        ]),
    ...report.warnings.map((warning) => `! ${visible(warning)}`),
    'Doorward cannot see what it does with data it receives.',
    ...(report.state === 'inspected' ? [`To let AI apps use it: doorward server approve ${report.id}`] : []),
  ].join('\n');
}

const ID = 'ID';
const changed = (say: (server: ServerView) => string) => (server: ServerView) => say(server);

/** The commands about servers. */
export const serverCommands: readonly CliCommand[] = [
  serverAdd,
  remote({
    command: 'server.list',
    usage: '',
    examples: ['doorward server list', 'doorward server list --json'],
    input: () => ok({}),
    show: (servers, out) =>
      servers.length === 0
        ? 'Servers give AI apps their tools. Add one with: doorward server add'
        : table(
            ['ID', 'REVIEW', 'HEALTH', 'REACHED BY'],
            servers.map(({ id, state, enabled, health, launch, note, newVersion }) => [
              id,
              `${state}${enabled ? '' : ' (off)'}${note === undefined ? '' : ' !'}${newVersion === undefined ? '' : ' (newer version)'}`,
              health.state,
              reached(launch),
            ]),
            out.columns,
          ),
  }),
  remote({
    command: 'server.show',
    usage: ID,
    examples: ['doorward server show files'],
    input: oneServer,
    show: describe,
  }),
  explained(
    remote({
      command: 'server.inspect',
      usage: 'ID [--with-secrets]',
      options: {
        'with-secrets': {
          type: 'boolean',
          help: 'Give it its variables or headers that look like secrets, too.',
        },
      },
      examples: ['doorward server inspect files', 'doorward server inspect mail --with-secrets'],
      input(given) {
        const id = oneServer(given);
        if (!id.ok) return id;
        return ok({ ...id.value, ...(given.values['with-secrets'] === true ? { withSecrets: true } : {}) });
      },
      show: (report, out) => describeInspection(report, Math.max(40, (out.columns ?? 120) - 20)),
    }),
  ),
  remote({
    command: 'server.approve',
    usage: 'ID [--item KIND:NAME]… [--all] [--unpinned]',
    options: {
      item: {
        type: 'string',
        multiple: true,
        value: 'KIND:NAME',
        help: 'Approve only these (tool:NAME, prompt:NAME, template:URI, instructions, server).',
      },
      all: { type: 'boolean', help: 'Also what looks dangerous.' },
      unpinned: { type: 'boolean', help: 'Keep a start command without a version.' },
    },
    examples: ['doorward server approve files', 'doorward server approve files --item tool:read_file'],
    input(given) {
      const id = oneServer(given);
      if (!id.ok) return id;
      const items = itemsIn(given);
      if (!items.ok) return items;
      return ok({
        ...id.value,
        ...(items.value.length === 0 ? {} : { items: items.value }),
        ...(given.values['all'] === true ? { all: true } : {}),
        ...(given.values['unpinned'] === true ? { unpinned: true } : {}),
      });
    },
    show: ({ id, accepted, held }) =>
      [
        `AI apps may use "${id}" now${accepted === undefined ? '' : `: ${accepted} items are approved`}.`,
        ...(held === undefined || held === 0
          ? []
          : [`${held} items are on hold. Look at them with: doorward tool review --server ${id}`]),
      ].join('\n'),
  }),
  remote({
    command: 'server.versions',
    usage: '[ID]',
    examples: ['doorward server versions', 'doorward server versions files --json'],
    input(given) {
      const named = given.words.length === 0 ? words(given) : words(given, ID);
      return named.ok ? ok(named.value[0] === undefined ? {} : { id: named.value[0] }) : named;
    },
    show: (reports) =>
      reports.length === 0
        ? 'No approved server is kept to a version of a package.'
        : reports.map(versionLine).join('\n'),
  }),
  remote({
    command: 'server.upgrade',
    usage: 'ID [--to VERSION]',
    options: {
      to: { type: 'string', value: 'VERSION', help: 'Only if it is this version, the one that was shown.' },
    },
    examples: ['doorward server upgrade files', 'doorward server upgrade files --to 2.1.0'],
    input(given) {
      const id = oneServer(given);
      if (!id.ok) return id;
      const to = text(given, 'to');
      return ok({ ...id.value, ...(to === undefined ? {} : { to }) });
    },
    show: ({ id }) =>
      `"${id}" has its new version and is stopped. No AI app uses it until you look at it and approve it again: doorward server inspect ${id}`,
  }),
  remote({
    command: 'server.block',
    usage: ID,
    examples: ['doorward server block files'],
    input: oneServer,
    show: changed(({ id }) => `"${id}" is blocked and stopped.`),
  }),
  remote({
    command: 'server.enable',
    usage: ID,
    examples: ['doorward server enable files'],
    input: oneServer,
    show: changed(({ id }) => `"${id}" is switched on.`),
  }),
  remote({
    command: 'server.disable',
    usage: ID,
    examples: ['doorward server disable files'],
    input: oneServer,
    show: changed(({ id }) => `"${id}" is switched off and stopped.`),
  }),
  remote({
    command: 'server.remove',
    usage: ID,
    examples: ['doorward server remove files'],
    input: oneServer,
    show: ({ id }) => `"${id}" is removed.`,
  }),
  explained(
    remote({
      command: 'server.test',
      usage: ID,
      examples: ['doorward server test files'],
      input: oneServer,
      show: ({ id, transport, tools, ms }) =>
        `"${id}" answers over ${transport} with ${tools} tools after ${Math.round(ms)} ms.`,
    }),
  ),
  remote({
    command: 'server.log',
    usage: 'ID [--lines N]',
    options: { lines: { type: 'string', value: 'N', help: 'How many lines (100).' } },
    examples: ['doorward server log files --lines 20'],
    input(given) {
      const id = oneServer(given);
      if (!id.ok) return id;
      const lines = wholeNumber(given, 'lines', 1, 1000);
      if (!lines.ok) return lines;
      return ok({ ...id.value, ...(lines.value === undefined ? {} : { lines: lines.value }) });
    },
    show: ({ lines }) => lines.map(visible).join('\n'),
  }),
];
