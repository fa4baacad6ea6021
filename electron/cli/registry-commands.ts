import { resolve } from 'node:path';
import type { InstallOutcome } from '../../shared/ipc/registry-contract.ts';
import { secretName } from '../../shared/ipc/vault-contract.ts';
import type {
  InstallAnswer,
  InstallInput,
  InstallOption,
  RegistryFreshness,
} from '../../shared/model/registry.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, type Given, type OptionSpec, text, texts, wholeNumber, words } from './command.ts';
import { table, visible, visibleLines, when } from './output.ts';
import { remote } from './remote.ts';
import { reached } from './server-commands.ts';

const ANSWERS: Readonly<Record<string, OptionSpec>> = {
  id: { type: 'string', value: 'ID', help: 'Name of the server here; else a free one is made.' },
  set: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: 'What it needs to know. Repeat it for several values; an empty value leaves it out.',
  },
  secret: {
    type: 'string',
    multiple: true,
    value: 'NAME=SECRET',
    help: 'A secret that it needs, by its name in the vault ("doorward secret set").',
  },
  shared: { type: 'boolean', help: 'One process for all AI apps, instead of one for each.' },
  'dry-run': { type: 'boolean', help: 'Only shows what would be added.' },
};

/** What was said with `--set` and `--secret`. Values of secrets are never on a command line. */
function answersIn(given: Given): Result<InstallAnswer[]> {
  const answers = new Map<string, InstallAnswer>();
  for (const option of ['set', 'secret'] as const)
    for (const pair of texts(given, option)) {
      const at = pair.indexOf('=');
      if (at < 1) return fail('usage', `--${option} needs NAME=${option === 'set' ? 'VALUE' : 'SECRET'}.`);
      const [key, value] = [pair.slice(0, at), pair.slice(at + 1)];
      const before = answers.get(key);
      if (option === 'set') {
        const values = [...(before?.values ?? []), value].filter((one) => one !== '');
        answers.set(key, { key, values });
      } else if (before !== undefined) return fail('usage', `"${key}" is given twice.`);
      else if (!secretName.safeParse(value).success)
        return fail('usage', `--secret needs NAME=SECRET, with the name of a secret of the vault: ${key}=…`);
      else answers.set(key, { key, vault: value });
    }
  return ok([...answers.values()]);
}

/** What the commands that add something share. */
function adding(given: Given) {
  const answers = answersIn(given);
  if (!answers.ok) return answers;
  const id = text(given, 'id');
  return ok({
    answers: answers.value,
    ...(id === undefined ? {} : { id }),
    ...(given.values['shared'] === true ? { sharing: 'shared' as const } : {}),
    ...(given.values['dry-run'] === true ? { dryRun: true } : {}),
  });
}

function inputLine(input: InstallInput): string {
  const { name, description, required, secret, multiple, preset, choices } = input;
  const facts = [
    ...(required ? ['needed'] : []),
    ...(secret ? ['secret'] : []),
    ...(multiple ? ['several'] : []),
    ...(choices === undefined ? [] : [`one of ${choices.map((one) => visible(one)).join(', ')}`]),
    ...(preset === undefined ? [] : [`else ${preset.map((one) => visible(one)).join(', ')}`]),
  ];
  return `    ${visible(name)}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}${description === undefined ? '' : `: "${visible(description)}"`}`;
}

function optionLines({ key, label, what, version, inputs, notes, unsupported }: InstallOption): string[] {
  return [
    `  ${key}  ${visible(label)}  ${visible(what)}${version === undefined ? '' : ` ${visible(version)}`}`,
    ...(unsupported === undefined ? [] : [`    ! ${visible(unsupported)}`]),
    ...notes.map((note) => `    · ${visible(note)}`),
    ...inputs.map(inputLine),
  ];
}

function freshLines({ from, at, stale, leftOut }: RegistryFreshness, now: number): string[] {
  return [
    ...(stale === undefined ? [] : [`! ${visible(stale)} This is what it said at ${when(at, now)}.`]),
    ...(leftOut === 0
      ? []
      : [`${leftOut} ${leftOut === 1 ? 'entry' : 'entries'} of ${visible(from)} could not be understood.`]),
  ];
}

function outcomeLines({ id, launch, launchReasons = [], problems, notes, server }: InstallOutcome): string {
  const named = launch.transport === 'stdio' ? launch.env : launch.headers;
  return [
    server === undefined
      ? `"${id}" would be added:`
      : `"${id}" is added. Nothing of it was started yet. Look at it with: doorward server inspect ${id}`,
    `  ${launch.transport === 'stdio' ? 'command' : 'address'}  ${visible(reached(launch))}`,
    ...Object.entries(named).map(
      ([name, value]) =>
        `  ${launch.transport === 'stdio' ? 'env    ' : 'header '}  ${visible(`${name}=${value}`)}`,
    ),
    ...launchReasons.map(({ weight, sentence }) => `  ${weight === 'held' ? '!' : '·'} ${visible(sentence)}`),
    ...problems.map(
      ({ key, sentence }) => `  ! ${visible(key.replace(/^[a-z]+:/, ''))}: ${visible(sentence)}`,
    ),
    ...notes.map((note) => `  · ${visible(note)}`),
  ].join('\n');
}

/** The commands about registries of servers and about bundles. */
export const registryCommands: readonly CliCommand[] = [
  remote({
    command: 'registry.search',
    usage: '[WORDS] [--limit N] [--cursor C]',
    options: {
      limit: { type: 'string', value: 'N', help: 'How many at most (30).' },
      cursor: { type: 'string', value: 'C', help: 'What the answer before ended with, for more.' },
    },
    examples: ['doorward registry search weather', 'doorward registry search github --json'],
    input(given) {
      const limit = wholeNumber(given, 'limit', 1, 100);
      if (!limit.ok) return limit;
      const cursor = text(given, 'cursor');
      return ok({
        query: given.words.join(' '),
        ...(limit.value === undefined ? {} : { limit: limit.value }),
        ...(cursor === undefined ? {} : { cursor }),
      });
    },
    show: ({ servers, next, ...fresh }, out, { world }) =>
      [
        servers.length === 0
          ? `The registry at ${fresh.from} has no such server.`
          : table(
              ['NAME', 'VERSION', 'KINDS', 'DESCRIPTION'],
              servers.map(({ name, version, kinds, status, description }) => [
                name,
                `${version}${status === 'active' ? '' : ` (${status})`}`,
                kinds.join(','),
                description,
              ]),
              out.columns,
            ),
        ...(next === undefined ? [] : [`There is more: --cursor ${JSON.stringify(visible(next))}`]),
        ...freshLines(fresh, world.now()),
      ].join('\n'),
  }),
  remote({
    command: 'registry.show',
    usage: 'NAME [--version V] [--versions]',
    options: {
      version: { type: 'string', value: 'V', help: 'This version, instead of the newest.' },
      versions: { type: 'boolean', help: 'Also lists the versions that there are.' },
    },
    examples: ['doorward registry show io.github.someone/weather'],
    input(given) {
      const name = words(given, 'NAME');
      if (!name.ok) return name;
      const version = text(given, 'version');
      return ok({
        name: name.value[0] ?? '',
        ...(version === undefined ? {} : { version }),
        ...(given.values['versions'] === true ? { versions: true } : {}),
      });
    },
    show: ({ server, id, versions, ...fresh }, _out, { world }) =>
      [
        `${visible(server.name)} ${visible(server.version)}${server.status === 'active' ? '' : ` (${server.status})`}`,
        `  "${visible(server.description)}"`,
        ...(server.statusMessage === undefined ? [] : [`  ! "${visible(server.statusMessage)}"`]),
        ...(server.repository === undefined ? [] : [`  repository  ${visible(server.repository)}`]),
        ...(server.websiteUrl === undefined ? [] : [`  page        ${visible(server.websiteUrl)}`]),
        ...server.options.flatMap(optionLines),
        ...(versions === undefined ? [] : [`  versions    ${versions.map(visible).join(', ')}`]),
        ...freshLines(fresh, world.now()),
        `Add it with: doorward registry install ${visible(server.name)} --id ${id}`,
      ].join('\n'),
  }),
  remote({
    command: 'registry.install',
    usage: 'NAME [--version V] [--option O] [--id ID] [--set NAME=VALUE]… [--secret NAME=SECRET]…',
    options: {
      version: { type: 'string', value: 'V', help: 'This version, instead of the newest.' },
      option: { type: 'string', value: 'O', help: 'Which package or address, such as remote:0.' },
      ...ANSWERS,
    },
    examples: [
      'doorward registry install io.github.someone/weather --dry-run',
      'doorward registry install io.github.someone/weather --secret WEATHER_KEY=weather-key --set UNITS=metric',
    ],
    input(given) {
      const name = words(given, 'NAME');
      if (!name.ok) return name;
      const more = adding(given);
      if (!more.ok) return more;
      const [version, option] = [text(given, 'version'), text(given, 'option')];
      return ok({
        name: name.value[0] ?? '',
        ...(version === undefined ? {} : { version }),
        ...(option === undefined ? {} : { option }),
        ...more.value,
      });
    },
    show: outcomeLines,
  }),
  remote({
    command: 'bundle.read',
    usage: 'FILE',
    examples: ['doorward bundle read weather.mcpb'],
    input(given) {
      const file = words(given, 'FILE');
      return file.ok ? ok({ path: resolve(file.value[0] ?? '') }) : file;
    },
    show: ({ facts, sha256, files, signature, inputs, notes, unsupported, id }, _out, { given }) =>
      [
        `"${visible(facts.title ?? facts.name)}" ${visible(facts.version)} by "${visible(facts.author)}" (${facts.serverType})`,
        `  "${visibleLines(facts.description).replaceAll('\n', '\n   ')}"`,
        `  sha256  ${sha256}`,
        `  files   ${files}`,
        ...(facts.tools.length === 0 ? [] : [`  tools   ${facts.tools.map(visible).join(', ')}`]),
        ...(signature === 'none' ? [] : ['  It is signed; Doorward does not check by whom.']),
        ...(facts.others.length === 0
          ? []
          : [`  Not understood: ${facts.others.map((one) => visible(one)).join(', ')}`]),
        ...(unsupported === undefined ? [] : [`  ! ${visible(unsupported)}`]),
        ...notes.map((note) => `  · ${visible(note)}`),
        ...inputs.map(inputLine),
        ...(unsupported === undefined
          ? [`Add it with: doorward bundle install ${visible(given.words[0] ?? '')} --id ${id}`]
          : []),
      ].join('\n'),
  }),
  remote({
    command: 'bundle.install',
    usage: 'FILE [--sha256 DIGEST] [--id ID] [--set NAME=VALUE]… [--secret NAME=SECRET]…',
    options: {
      sha256: { type: 'string', value: 'DIGEST', help: 'Only if the file is this one.' },
      ...ANSWERS,
    },
    examples: [
      'doorward bundle install weather.mcpb',
      'doorward bundle install notes.mcpb --set folder=/srv/notes',
    ],
    input(given) {
      const file = words(given, 'FILE');
      if (!file.ok) return file;
      const more = adding(given);
      if (!more.ok) return more;
      const sha256 = text(given, 'sha256');
      return ok({
        path: resolve(file.value[0] ?? ''),
        ...(sha256 === undefined ? {} : { sha256 }),
        ...more.value,
      });
    },
    show: outcomeLines,
  }),
];
