import { contract } from '../../shared/ipc/contract.ts';
import type { SecretView } from '../../shared/ipc/vault-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { backupCommands } from './backup-commands.ts';
import { type CliCommand, EXIT, OPERATOR_OPTION, type Run, terminalOf, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { table, visible, when } from './output.ts';
import { callHost, remote } from './remote.ts';
import { askSecret, MAX_TYPED } from './secret-input.ts';

const MAX_BYTES = 256 * 1024;

/** The value: typed at a terminal without being shown, or everything on standard input but its last line end. */
async function valueOf({ world }: Run, name: string): Promise<Result<string>> {
  const terminal = terminalOf(world);
  if (terminal !== undefined) {
    const typed = await askSecret(terminal.input, terminal.output, `Value of "${name}" (not shown): `);
    if (typed === undefined || typed === '') return fail('failed', 'Nothing was changed.');
    // What is longer was cut at the prompt.
    return typed.length < MAX_TYPED
      ? ok(typed)
      : fail(
          'usage',
          `It is too long to be typed. Give it on standard input: doorward secret set ${name} < file`,
        );
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of world.stdin) {
    const bytes = Buffer.from(chunk as Buffer | string);
    size += bytes.length;
    if (size > MAX_BYTES) return fail('usage', 'Too much was read from standard input.');
    chunks.push(bytes);
  }
  const value = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  return value === ''
    ? fail('usage', `Give the value on standard input, for example: doorward secret set ${name} < file`)
    : ok(value);
}

const named = (usedBy: readonly string[]): string => usedBy.map((id) => `"${id}"`).join(', ');

function stored({ name, version, usedBy, setAside }: SecretView & { setAside?: string | undefined }): string {
  return [
    version === 1
      ? `"${name}" is in the vault. A server refers to it as vault:${name}`
      : `"${name}" has a new value.`,
    ...(version > 1 && usedBy.length > 0
      ? [`What runs of ${named(usedBy)} keeps the old value until it is started again.`]
      : []),
    ...(setAside === undefined
      ? []
      : [`The vault file that could not be opened is kept as ${visible(setAside)}.`]),
  ].join('\n');
}

const secretSet: CliCommand = {
  name: 'secret set',
  usage: 'NAME   (the value on standard input)',
  does: contract['secret.set'].does,
  operator: true,
  options: { ...OPERATOR_OPTION },
  examples: ['doorward secret set github-token', 'doorward secret set github-token < token-file'],
  async run(run) {
    const given = words(run.given, 'NAME');
    if (!given.ok) {
      // A value among the arguments is in the list of processes, and in the history of the shell.
      return run.given.words.length > 1
        ? fail('usage', 'The value is typed or read from standard input, never given as an argument.')
        : given;
    }
    const name = given.value[0] ?? '';
    const checked = contract['secret.remove'].input.safeParse({ name });
    if (!checked.success) return fail('usage', checked.error.issues[0]?.message ?? 'The name is not valid.');
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const value = await valueOf(run, name);
    const answer = value.ok
      ? await callHost(run, client.value, 'secret.set', { name, value: value.value })
      : value;
    client.value.close();
    if (!answer.ok) return answer;
    const { output } = run;
    output.stdout.write(`${output.json ? JSON.stringify(answer.value) : stored(answer.value)}\n`);
    return ok(EXIT.done);
  },
};

/** The commands about secrets. */
export const secretCommands: readonly CliCommand[] = [
  secretSet,
  ...backupCommands,
  remote({
    command: 'secret.rotate',
    usage: '',
    examples: ['doorward secret rotate'],
    input: () => ok({}),
    show: ({ sentence }) => sentence,
  }),
  remote({
    command: 'secret.list',
    usage: '',
    examples: ['doorward secret list', 'doorward secret list --json'],
    input: () => ok({}),
    show: ({ sentence, secrets }, out, { world }) =>
      [
        ...(sentence === undefined ? [] : [`! ${visible(sentence)}`]),
        ...(secrets.length === 0
          ? ['There are no secrets at hand. Keep one with: doorward secret set NAME']
          : [
              table(
                ['NAME', 'CHANGED', 'USED BY'],
                secrets.map(({ name, changedAt, usedBy }) => [
                  name,
                  when(changedAt, world.now()),
                  usedBy.join(', '),
                ]),
                out.columns,
              ),
            ]),
      ].join('\n'),
  }),
  remote({
    command: 'secret.remove',
    usage: 'NAME',
    examples: ['doorward secret remove github-token'],
    input(given) {
      const name = words(given, 'NAME');
      return name.ok ? ok({ name: name.value[0] ?? '' }) : name;
    },
    show: ({ name }) => `"${name}" is removed from the vault.`,
  }),
];
