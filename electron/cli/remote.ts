import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  EXIT,
  type CliCommand,
  type Given,
  OPERATOR_OPTION,
  type OptionSpec,
  type Run,
  terminalOf,
  text,
} from './command.ts';
import { connectControl, type ControlClient } from './control-client.ts';
import { type Output, waiting } from './output.ts';
import { askSecret, secretFromFd } from './secret-input.ts';

/** A command that the host runs: how its input is made of words, and how its output is shown. */
interface RemoteSpec<N extends CommandName> {
  readonly command: N;
  readonly usage: string;
  readonly options?: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
  readonly takesCommand?: boolean;
  readonly input: (given: Given) => Result<CommandInput<N>>;
  /** What a person sees; `--json` prints the output itself. */
  readonly show: (output: CommandOutput<N>, out: Output, run: Run) => string;
  /** 0 unless the output tells of something that went wrong. */
  readonly exit?: (output: CommandOutput<N>) => number;
}

/** The key as it was given: by file descriptor or environment; undefined when it was not. */
export function givenKey({ given, world }: Run): Result<string | undefined> {
  const fd = text(given, 'operator-key-fd');
  if (fd !== undefined) return secretFromFd(fd, 'operator-key-fd');
  return ok(world.around.env['DOORWARD_OPERATOR_KEY'] || undefined);
}

/** Calls a command of the host; asks for the operator's key at a terminal when it is needed and was not given. */
export async function callHost<N extends CommandName>(
  run: Run,
  client: ControlClient,
  command: N,
  input: CommandInput<N>,
): Promise<Result<CommandOutput<N>>> {
  const given = contract[command].needsOperator === false ? ok(undefined) : givenKey(run);
  if (!given.ok) return given;
  const attempt = async (operatorKey: string | undefined): Promise<Result<CommandOutput<N>>> => {
    const wait = waiting(run.output, 'Still waiting…');
    const answer = await client.call(command, input, {
      operatorKey,
      onProgress: (sentence) => wait.say(sentence),
    });
    wait.done();
    return answer;
  };
  const first = await attempt(given.value);
  const terminal = terminalOf(run.world);
  if (first.ok || first.code !== 'operator' || given.value !== undefined || terminal === undefined)
    return first;
  const status = await client.call('status', {});
  if (!status.ok || !status.value.operatorKey) return first;
  const typed = await askSecret(terminal.input, terminal.output, "Operator's key: ");
  return typed === undefined || typed === '' ? first : attempt(typed);
}

/** Makes a command of the command line of a command of the host. */
export function remote<N extends CommandName>(spec: RemoteSpec<N>): CliCommand {
  const { does, needsOperator } = contract[spec.command];
  return {
    name: spec.command.replace('.', ' '),
    usage: spec.usage,
    does,
    operator: needsOperator === true,
    options: { ...spec.options, ...(needsOperator === false ? {} : OPERATOR_OPTION) },
    examples: spec.examples,
    ...(spec.takesCommand === undefined ? {} : { takesCommand: spec.takesCommand }),
    async run(run) {
      const input = spec.input(run.given);
      if (!input.ok) return input;
      // What the host would refuse as a mistake is one here already, also while none runs.
      const checked = contract[spec.command].input.safeParse(input.value);
      if (!checked.success)
        return fail('usage', checked.error.issues[0]?.message ?? 'The input is not valid.');
      const client = await connectControl(run.paths);
      if (!client.ok) return client;
      const answer = await callHost(run, client.value, spec.command, input.value);
      client.value.close();
      if (!answer.ok) return answer;
      const { output } = run;
      const shown = output.json ? JSON.stringify(answer.value) : spec.show(answer.value, output, run);
      if (shown !== '') output.stdout.write(`${shown}\n`);
      return ok(spec.exit?.(answer.value) ?? EXIT.done);
    },
  };
}
