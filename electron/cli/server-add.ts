import type { CommandInput } from '../../shared/ipc/contract.ts';
import type { ServerView } from '../../shared/ipc/shapes.ts';
import type { Launch } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { secretName } from '../../shared/ipc/vault-contract.ts';
import { isPlainSecret } from '../catalog/identity/judge-environment.ts';
import { type CliCommand, type Given, text, texts, words } from './command.ts';
import { visible } from './output.ts';
import { remote } from './remote.ts';
import { type KindOf, withWholePaths } from './whole-paths.ts';

/** `K=V` pairs; the value may be empty and may contain `=`. */
function pairs(given: Given, option: string): Result<Record<string, string>> {
  const found = new Map<string, string>();
  for (const pair of texts(given, option)) {
    const at = pair.indexOf('=');
    if (at < 1) return fail('usage', `--${option} needs NAME=VALUE, not "${pair}".`);
    found.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return ok(Object.fromEntries(found));
}

/** What is added, and what is said about the paths in it. */
export interface AddedWords {
  readonly input: CommandInput<'server.add'>;
  readonly notes: readonly string[];
}

/** What `server add` was given; paths of a program count from `cwd`. */
export function addWords(given: Given, cwd: string, kind?: KindOf): Result<AddedWords> {
  const input = addInput(given);
  if (!input.ok || input.value.launch.transport !== 'stdio')
    return input.ok ? ok({ input: input.value, notes: [] }) : input;
  const whole = withWholePaths({ ...input.value.launch, transport: 'stdio' }, cwd, kind);
  if (!whole.ok) return whole;
  const { launch, taken, absent } = whole.value;
  return ok({
    input: { ...input.value, launch },
    notes: [
      ...taken.map(([word, path]) => `"${visible(word)}" is taken as ${visible(path)}.`),
      ...absent.map(
        (word) =>
          `! There is no "${visible(word)}" in this folder. The server would look for it in your home folder; give the whole path, or --cwd.`,
      ),
    ],
  });
}

function addInput(given: Given): Result<CommandInput<'server.add'>> {
  const id = words(given, 'ID');
  if (!id.ok) return id;
  const env = pairs(given, 'env');
  if (!env.ok) return env;
  const headers = pairs(given, 'header');
  if (!headers.ok) return headers;
  const secrets = pairs(given, 'secret');
  if (!secrets.ok) return secrets;
  for (const [key, name] of Object.entries(secrets.value)) {
    if (!secretName.safeParse(name).success)
      return fail('usage', `--secret needs K=NAME, with the name of a secret of the vault: ${key}=…`);
    if (Object.hasOwn(env.value, key) || Object.hasOwn(headers.value, key))
      return fail('usage', `"${key}" is given twice.`);
  }
  const referring = Object.fromEntries(
    Object.entries(secrets.value).map(([key, name]) => [key, `vault:${name}`]),
  );
  const url = text(given, 'url');
  const [command, ...args] = given.behind;
  let launch: Launch;
  if (url !== undefined) {
    if (command !== undefined || given.values['env'] !== undefined || given.values['cwd'] !== undefined)
      return fail(
        'usage',
        'A server is reached either by --url (with --header) or by a command behind "--" (with --env, --cwd).',
      );
    launch = { transport: 'http', url, headers: { ...headers.value, ...referring } };
  } else {
    if (command === undefined)
      return fail('usage', 'Give the command that starts the server behind "--", or its address with --url.');
    if (given.values['header'] !== undefined) return fail('usage', '--header is for servers with --url.');
    const cwd = text(given, 'cwd');
    launch = {
      transport: 'stdio',
      command,
      args,
      env: { ...env.value, ...referring },
      ...(cwd === undefined ? {} : { cwd }),
      ...(given.values['secret-arguments'] === true ? { secretArguments: true } : {}),
    };
  }
  return ok({
    id: id.value[0] ?? '',
    launch,
    ...(given.values['shared'] === true ? { sharing: 'shared' as const } : {}),
  });
}

/** What is unusual in how a server is started or reached; `!` before what asks for a second look. */
export function reasonLines({ launchReasons = [] }: ServerView): string[] {
  return launchReasons.map(
    ({ weight, sentence }) => `  ${weight === 'held' ? '!' : '·'} ${visible(sentence)}`,
  );
}

/** What to do about values that look like secrets and stand in the record as they are. */
function plainSecretLines(given: Given): string[] {
  const names = ['env', 'header'].flatMap((option) => {
    const found = pairs(given, option);
    return found.ok
      ? Object.entries(found.value).flatMap(([name, value]) => (isPlainSecret(name, value) ? [name] : []))
      : [];
  });
  const [first] = names;
  if (first === undefined) return [];
  return [
    `To keep ${names.map((name) => visible(name)).join(', ')} in the vault: doorward secret set NAME, and add the server with --secret ${visible(first)}=NAME.`,
  ];
}

/** What is said about the paths of what was added. */
const notesOf = (given: Given, cwd: string): readonly string[] => {
  const added = addWords(given, cwd);
  return added.ok ? added.value.notes : [];
};

const add = (cwd: string): CliCommand =>
  remote({
    command: 'server.add',
    usage:
      'ID [--env K=V]… [--secret K=NAME]… [--cwd D] [--secret-arguments] [--shared] -- CMD ARG…   or   ID --url U [--header K=V]… [--secret K=NAME]…',
    options: {
      env: { type: 'string', multiple: true, value: 'K=V', help: 'Environment variable of the command.' },
      cwd: { type: 'string', value: 'D', help: 'Folder that the command is started in.' },
      url: { type: 'string', value: 'U', help: 'Address of a remote server (Streamable HTTP or HTTP+SSE).' },
      header: { type: 'string', multiple: true, value: 'K=V', help: 'Header sent to the address.' },
      secret: {
        type: 'string',
        multiple: true,
        value: 'K=NAME',
        help: 'Variable or header whose value is this secret of the vault. Inside a value, write ${vault:NAME}.',
      },
      'secret-arguments': {
        type: 'boolean',
        help: 'Lets ${vault:NAME} stand in arguments, for servers that know no other way. Every program of this computer can read those.',
      },
      shared: { type: 'boolean', help: 'One process for all AI apps, instead of one for each.' },
    },
    takesCommand: true,
    examples: [
      'doorward server add files -- npx -y @modelcontextprotocol/server-filesystem ~/Documents',
      'doorward server add weather --url https://mcp.example.com/mcp',
      'doorward server add notes --secret API_KEY=notes-key -- npx -y notes-server@1.2.0',
      "doorward server add mail --url https://mcp.example.com/mail --header 'Authorization=Bearer ${vault:mail-key}'",
    ],
    input: (given) => {
      const added = addWords(given, cwd);
      return added.ok ? ok(added.value.input) : added;
    },
    show: (server, _out, { given }) =>
      [
        `"${server.id}" is added. Nothing was downloaded or started yet. Look at it with: doorward server inspect ${server.id}`,
        ...notesOf(given, cwd),
        ...reasonLines(server),
        ...plainSecretLines(given),
      ].join('\n'),
  });

/** Adds a server; its paths count from the folder in which the command is typed. */
export const serverAdd: CliCommand = { ...add(''), run: (run) => add(run.world.around.cwd).run(run) };
