import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommandOutput, contract } from '../../shared/ipc/contract.ts';
import { MAX_BACKUP_CHARS } from '../../shared/ipc/vault-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { reasonOf } from '../host/profile.ts';
import { type CliCommand, EXIT, OPERATOR_OPTION, type Run, terminalOf, text, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { visible } from './output.ts';
import { callHost } from './remote.ts';
import { askSecret, secretFromFd } from './secret-input.ts';

/** A passphrase: from a file descriptor, or typed at a terminal without being shown, twice where it is a new one. */
async function passphraseOf(run: Run, isNew: boolean): Promise<Result<string>> {
  const fd = text(run.given, 'passphrase-fd');
  if (fd !== undefined) return secretFromFd(fd, 'passphrase-fd');
  const terminal = terminalOf(run.world);
  if (terminal === undefined)
    return fail('usage', 'Give the passphrase with --passphrase-fd, for example: --passphrase-fd 3 3< file');
  const { input, output } = terminal;
  const typed = await askSecret(input, output, 'Passphrase of the backup (not shown): ');
  if (typed === undefined || typed === '') return fail('failed', 'Nothing was changed.');
  if (!isNew) return ok(typed);
  const again = await askSecret(input, output, 'The same once more: ');
  return again === typed ? ok(typed) : fail('failed', 'The two are not the same. Nothing was changed.');
}

const PASSPHRASE_OPTION = {
  'passphrase-fd': {
    type: 'string',
    value: 'N',
    help: 'Reads the passphrase from this file descriptor (else a prompt).',
  },
} as const;

const secretExport: CliCommand = {
  name: 'secret export',
  usage: 'FILE',
  does: contract['secret.export'].does,
  operator: true,
  options: { ...OPERATOR_OPTION, ...PASSPHRASE_OPTION },
  examples: ['doorward secret export secrets.doorward'],
  async run(run) {
    const file = words(run.given, 'FILE');
    if (!file.ok) return file;
    const path = resolve(file.value[0] ?? '');
    if (existsSync(path))
      return fail(
        'exists',
        `${visible(path)} is there already. Name a file that is not; nothing was written.`,
      );
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const passphrase = await passphraseOf(run, true);
    const answer = passphrase.ok
      ? await callHost(run, client.value, 'secret.export', { passphrase: passphrase.value })
      : passphrase;
    client.value.close();
    if (!answer.ok) return answer;
    const { text: backup, secrets } = answer.value;
    try {
      writeFileSync(path, backup, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      return fail('failed', `${visible(path)} cannot be written: ${reasonOf(error)}.`);
    }
    const { output } = run;
    output.stdout.write(
      output.json
        ? `${JSON.stringify({ file: path, secrets })}\n`
        : `${secrets} ${secrets === 1 ? 'secret is' : 'secrets are'} in ${visible(path)}. It opens with the passphrase alone; keep both apart.\n`,
    );
    return ok(EXIT.done);
  },
};

const secretImport: CliCommand = {
  name: 'secret import',
  usage: 'FILE [--replace]',
  does: contract['secret.import'].does,
  operator: true,
  options: {
    ...OPERATOR_OPTION,
    ...PASSPHRASE_OPTION,
    replace: { type: 'boolean', help: 'Replaces secrets that are there with another value.' },
  },
  examples: ['doorward secret import secrets.doorward'],
  async run(run) {
    const file = words(run.given, 'FILE');
    if (!file.ok) return file;
    const path = resolve(file.value[0] ?? '');
    let backup: string;
    try {
      if (statSync(path).size > MAX_BACKUP_CHARS)
        return fail('failed', `${visible(path)} is no backup of secrets.`);
      backup = readFileSync(path, 'utf8');
    } catch (error) {
      return fail('failed', `${visible(path)} cannot be read: ${reasonOf(error)}.`);
    }
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const passphrase = await passphraseOf(run, false);
    const replace = run.given.values['replace'] === true;
    const answer = passphrase.ok
      ? await callHost(run, client.value, 'secret.import', {
          text: backup,
          passphrase: passphrase.value,
          replace,
        })
      : passphrase;
    client.value.close();
    if (!answer.ok) return answer;
    const { output } = run;
    output.stdout.write(`${output.json ? JSON.stringify(answer.value) : broughtIn(answer.value)}\n`);
    return ok(EXIT.done);
  },
};

function broughtIn({ added, replaced, kept, same, setAside }: CommandOutput<'secret.import'>): string {
  const line = (names: readonly string[], what: string): string[] =>
    names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
  return [
    ...line(added, 'Added'),
    ...line(replaced, 'Replaced'),
    ...line(same, 'There already, the same'),
    ...line(kept, 'There already with another value, left as it is (--replace takes the one of the backup)'),
    ...(setAside === undefined
      ? []
      : [`The vault file that could not be opened is kept as ${visible(setAside)}.`]),
    ...(added.length + replaced.length + kept.length + same.length === 0
      ? ['The backup has no secrets.']
      : []),
  ].join('\n');
}

/** Secrets in a file that a passphrase opens, and back. */
export const backupCommands: readonly CliCommand[] = [secretExport, secretImport];
