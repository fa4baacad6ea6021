import { resolve } from 'node:path';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { type DestinationView, sentRows } from '../../shared/model/sending.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  type CliCommand,
  EXIT,
  type Given,
  type OptionSpec,
  text,
  texts,
  wholeNumber,
  words,
} from './command.ts';
import { fileText } from './given-text.ts';
import { table, visible, when } from './output.ts';
import { remote } from './remote.ts';

const MAX_CA_BYTES = 256 * 1024;
const encodings = ['protobuf', 'json'] as const;

const ADD_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  otlp: {
    type: 'string',
    value: 'U',
    help: 'OTLP over HTTP to this collector, such as https://collector.example.com:4318.',
  },
  syslog: { type: 'string', value: 'U', help: 'Syslog to this server: tls://HOST:PORT, tcp:// or udp://.' },
  file: { type: 'string', value: 'F', help: 'Into this file, one line of JSON for each record.' },
  header: {
    type: 'string',
    multiple: true,
    value: 'K=V',
    help: 'With --otlp: a header; its value is vault:NAME or "Bearer ${vault:NAME}"; may be repeated.',
  },
  encoding: { type: 'string', value: 'E', help: `With --otlp: ${encodings.join(' or ')} (protobuf).` },
  ca: {
    type: 'string',
    value: 'F',
    help: "Certificates that are trusted there, in place of the system's (PEM).",
  },
  what: { type: 'string', value: 'W', help: 'all, or notable: refused, failed, or with a finding (all).' },
  'with-texts': { type: 'boolean', help: 'Also texts of arguments and results, where the log keeps them.' },
  'from-start': { type: 'boolean', help: 'Also every record that is in the log already.' },
  'max-megabytes': { type: 'string', value: 'N', help: 'With --file: size of one file (50).' },
  files: { type: 'string', value: 'N', help: 'With --file: how many files are kept (5).' },
};

function headersOf(given: Given): Result<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const one of texts(given, 'header')) {
    const at = one.indexOf('=');
    if (at < 1) return fail('usage', '--header is NAME=VALUE.');
    headers[one.slice(0, at).trim()] = one.slice(at + 1).trim();
  }
  return ok(headers);
}

type Wanted = CommandInput<'send.add'>['destination'];

/** The destination that the options describe; relative paths are from `cwd`. */
export function destinationFrom(given: Given, cwd: string): Result<CommandInput<'send.add'>> {
  const name = words(given, 'NAME');
  if (!name.ok) return name;
  const what = sentRows.options.find((one) => one === (text(given, 'what') ?? 'all'));
  if (what === undefined) return fail('usage', `--what is ${sentRows.options.join(' or ')}.`);
  const way = wayFrom(given, cwd);
  if (!way.ok) return way;
  const destination = {
    ...way.value,
    name: name.value[0] ?? '',
    what,
    includeTexts: given.values['with-texts'] === true,
  } as Wanted;
  return ok({ destination, fromStart: given.values['from-start'] === true });
}

function wayFrom(given: Given, cwd: string): Result<Record<string, unknown>> {
  const [otlp, syslog, file] = [text(given, 'otlp'), text(given, 'syslog'), text(given, 'file')];
  if ([otlp, syslog, file].filter((one) => one !== undefined).length !== 1)
    return fail('usage', 'Give one of --otlp, --syslog and --file.');
  const megabytes = wholeNumber(given, 'max-megabytes', 1, 4096);
  if (!megabytes.ok) return megabytes;
  const files = wholeNumber(given, 'files', 1, 100);
  if (!files.ok) return files;
  if (file !== undefined)
    return ok({
      kind: 'file',
      path: resolve(cwd, file),
      ...(megabytes.value === undefined ? {} : { maxMegabytes: megabytes.value }),
      ...(files.value === undefined ? {} : { files: files.value }),
    });
  const path = text(given, 'ca');
  const ca = path === undefined ? ok(undefined) : fileText(resolve(cwd, path), MAX_CA_BYTES);
  if (!ca.ok) return ca;
  const trusted = ca.value === undefined ? {} : { ca: ca.value };
  if (syslog !== undefined) return ok({ kind: 'syslog', url: syslog, ...trusted });
  const encoding = encodings.find((one) => one === (text(given, 'encoding') ?? 'protobuf'));
  if (encoding === undefined) return fail('usage', `--encoding is ${encodings.join(' or ')}.`);
  const headers = headersOf(given);
  return headers.ok ? ok({ kind: 'otlp', url: otlp, encoding, headers: headers.value, ...trusted }) : headers;
}

const NAMES: Readonly<Record<DestinationView['state'], string>> = {
  done: 'up to date',
  sending: 'sending',
  waiting: 'tried again',
  stopped: 'stopped',
};

function rowOf(view: DestinationView, now: number): string[] {
  return [
    view.managed ? `${view.name} (set by your organisation)` : view.name,
    view.to,
    NAMES[view.state],
    String(view.sent),
    String(view.waiting),
    String(view.lost),
    String(view.refused),
    view.lastAt === undefined ? 'never' : when(view.lastAt, now),
    view.trouble ?? '',
  ];
}

const named = (given: Given): Result<{ name: string }> => {
  const name = words(given, 'NAME');
  return name.ok ? ok({ name: name.value[0] ?? '' }) : name;
};

const add = (cwd: string): CliCommand =>
  remote({
    command: 'send.add',
    usage: 'NAME --otlp U [--header K=V]   or   NAME --syslog U   or   NAME --file F',
    options: ADD_OPTIONS,
    examples: [
      "doorward log send add corp --otlp https://collector.example.com:4318 --header 'Authorization=Bearer ${vault:OTLP_KEY}'",
      'doorward log send add siem --syslog tls://logs.example.com:6514 --ca ca.pem',
      'doorward log send add archive --file /var/log/doorward/calls.jsonl --from-start',
    ],
    input: (given) => destinationFrom(given, cwd),
    show: ({ name, to }) => `The log is sent to ${visible(to)} (${visible(name)}) from now on.`,
  });

/** The commands about where the log is sent. */
export const sendCommands: readonly CliCommand[] = [
  {
    ...remote({
      command: 'send.list',
      usage: '',
      examples: ['doorward log send list', 'doorward log send list --json'],
      input(given) {
        const none = words(given);
        return none.ok ? ok({}) : none;
      },
      show: ({ destinations, trouble }, out, { world }) =>
        trouble !== undefined
          ? visible(trouble)
          : destinations.length === 0
            ? 'The log is sent nowhere.'
            : table(
                ['NAME', 'TO', 'STATE', 'SENT', 'WAITING', 'LOST', 'REFUSED', 'LAST', 'TROUBLE'],
                destinations.map((one) => rowOf(one, world.now())),
                out.columns,
              ),
    }),
    name: 'log send list',
  },
  { ...add(''), name: 'log send add', run: (run) => add(run.world.around.cwd).run(run) },
  {
    ...remote({
      command: 'send.remove',
      usage: 'NAME',
      examples: ['doorward log send remove corp'],
      input: named,
      show: ({ name }) => `The log is not sent to ${visible(name)} any more.`,
    }),
    name: 'log send remove',
  },
  {
    ...remote({
      command: 'send.test',
      usage: 'NAME',
      examples: ['doorward log send test corp'],
      input: named,
      show: ({ sentence }) => visible(sentence),
      exit: ({ ok: taken }) => (taken ? EXIT.done : EXIT.failed),
    }),
    name: 'log send test',
  },
];
