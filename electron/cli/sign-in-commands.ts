import { contract, type CommandInput, type CommandOutput } from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  type CliCommand,
  EXIT,
  type Given,
  OPERATOR_OPTION,
  type Run,
  terminalOf,
  text,
  texts,
  wholeNumber,
  words,
} from './command.ts';
import { connectControl } from './control-client.ts';
import { visible } from './output.ts';
import { callHost, remote } from './remote.ts';
import { askSecret, secretFromFd } from './secret-input.ts';

/** The secret of a client: from a file descriptor, or typed without being shown. */
async function clientSecret({ world, given }: Run): Promise<Result<string | undefined>> {
  const fd = text(given, 'client-secret-fd');
  if (fd !== undefined) return secretFromFd(fd, 'client-secret-fd');
  if (given.values['with-secret'] !== true) return ok(undefined);
  const terminal = terminalOf(world);
  if (terminal === undefined)
    return fail('usage', 'There is no terminal to type the secret at. Give it with --client-secret-fd N.');
  const typed = await askSecret(terminal.input, terminal.output, 'Secret of the client (not shown): ');
  return typed === undefined || typed === '' ? fail('failed', 'Nothing was changed.') : ok(typed);
}

async function signInInput(run: Run): Promise<Result<CommandInput<'server.signIn'>>> {
  const { given } = run;
  const id = words(given, 'ID');
  if (!id.ok) return id;
  const port = wholeNumber(given, 'port', 1, 65_535);
  if (!port.ok) return port;
  const clientId = text(given, 'client-id');
  const secret = await clientSecret(run);
  if (!secret.ok) return secret;
  if (clientId === undefined && secret.value !== undefined)
    return fail('usage', 'A secret belongs to a client: give its id with --client-id.');
  return ok({
    id: id.value[0] ?? '',
    grant: given.values['client-credentials'] === true ? 'client-credentials' : 'person',
    privateHosts: [...texts(given, 'private-host')],
    ...(clientId === undefined
      ? {}
      : { client: { id: clientId, ...(secret.value === undefined ? {} : { secret: secret.value }) } }),
    ...(port.value === undefined ? {} : { port: port.value }),
  });
}

/** What came of it, for people. */
export function describeSignIn({ id, state, sentence, scopes = [] }: CommandOutput<'server.signIn'>): string {
  const lines = [sentence ?? (state === 'none' ? `You are not signed in to "${id}".` : state)];
  if (state === 'signed-in' && scopes.length > 0) lines.push(`Its rights there: ${scopes.join(', ')}`);
  return lines.map(visible).join('\n');
}

const login: CliCommand = {
  name: 'server login',
  usage: 'ID [--client-id ID [--with-secret]] [--client-credentials]',
  does: contract['server.signIn'].does,
  operator: true,
  options: {
    'client-id': {
      type: 'string',
      value: 'ID',
      help: 'A client that you registered there, where programs cannot register themselves.',
    },
    'with-secret': { type: 'boolean', help: 'That client has a secret, which is typed without being shown.' },
    'client-secret-fd': {
      type: 'string',
      value: 'N',
      help: 'Reads the secret of that client from this file descriptor.',
    },
    'client-credentials': { type: 'boolean', help: 'The client signs in by itself, and nobody else.' },
    port: {
      type: 'string',
      value: 'N',
      help: 'Port to which the browser comes back, for clients registered with one.',
    },
    'private-host': {
      type: 'string',
      multiple: true,
      value: 'HOST',
      help: 'A host in your own network to which the sign-in may lead.',
    },
    ...OPERATOR_OPTION,
  },
  examples: ['doorward server login notes', 'doorward server login notes --client-id abc123 --with-secret'],
  async run(run) {
    const input = await signInInput(run);
    if (!input.ok) return input;
    const checked = contract['server.signIn'].input.safeParse(input.value);
    if (!checked.success) return fail('usage', checked.error.issues[0]?.message ?? 'The input is not valid.');
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    // The page is an address of several lines, which must stay to be copied.
    const lasting: Run = { ...run, output: { ...run.output, live: false } };
    const answer = await callHost(lasting, client.value, 'server.signIn', input.value);
    client.value.close();
    if (!answer.ok) return answer;
    const { output } = run;
    output.stdout.write(`${output.json ? JSON.stringify(answer.value) : describeSignIn(answer.value)}\n`);
    return ok(EXIT.done);
  },
};

const oneServer = (given: Given): Result<{ id: string }> => {
  const id = words(given, 'ID');
  return id.ok ? ok({ id: id.value[0] ?? '' }) : id;
};

/** The commands about signing in to remote servers. */
export const signInCommands: readonly CliCommand[] = [
  login,
  {
    ...remote({
      command: 'server.signOut',
      usage: 'ID',
      examples: ['doorward server logout notes'],
      input: oneServer,
      show: describeSignIn,
    }),
    name: 'server logout',
  },
];
