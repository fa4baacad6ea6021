import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, EXIT, OPERATOR_OPTION, type Run, terminalOf, text } from './command.ts';
import { connectControl } from './control-client.ts';
import { callHost } from './remote.ts';
import { askSecret, secretFromFd } from './secret-input.ts';

async function newKey(run: Run): Promise<Result<string>> {
  const fd = text(run.given, 'new-key-fd');
  if (fd !== undefined) return secretFromFd(fd, 'new-key-fd');
  const terminal = terminalOf(run.world);
  if (terminal === undefined)
    return fail('usage', 'The new key is typed at a terminal, or read with --new-key-fd N.');
  const first = await askSecret(
    terminal.input,
    terminal.output,
    "New operator's key (8 characters or more): ",
  );
  if (first === undefined) return fail('failed', 'Nothing was changed.');
  const second = await askSecret(terminal.input, terminal.output, 'The same again: ');
  return first === second ? ok(first) : fail('failed', 'The two differ. Nothing was changed.');
}

/** `operator set`: the one way to become the operator. */
export const operatorCommand: CliCommand = {
  name: 'operator set',
  usage: '[--new-key-fd N]',
  does: "Sets the operator's key, at a terminal. Changing it needs the present one.",
  operator: false,
  options: {
    'new-key-fd': { type: 'string', value: 'N', help: 'Reads the new key from this file descriptor.' },
    ...OPERATOR_OPTION,
  },
  examples: ['doorward operator set', 'doorward operator set --new-key-fd 3 3< new-key-file'],
  async run(run) {
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const key = await newKey(run);
    if (!key.ok) {
      client.value.close();
      return key;
    }
    const answer = await callHost(run, client.value, 'operator.set', { newKey: key.value });
    client.value.close();
    if (!answer.ok) return answer;
    run.output.stdout.write(`${run.output.json ? JSON.stringify(answer.value) : answer.value.sentence}\n`);
    return ok(EXIT.done);
  },
};
