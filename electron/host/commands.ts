import {
  type CheckedInput,
  type CommandName,
  type CommandOutput,
  contract,
  isCommand,
} from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Logger } from '../log/logger.ts';
import type { Operator } from './operator.ts';
import type { OnProgress } from './ports.ts';
import { issueOf } from './settings.ts';

/** What every command is told about its caller. */
export interface CommandContext {
  readonly onProgress: OnProgress;
}

/** The commands themselves; their inputs are checked and their callers allowed. */
export type Handlers = {
  readonly [N in CommandName]: (
    input: CheckedInput<N>,
    context: CommandContext,
  ) => Promise<Result<CommandOutput<N>>>;
};

/** Who calls a command. */
export interface Caller {
  readonly operatorKey: string | undefined;
  /** The person at the terminal where the host runs; they are the operator as long as no key is set. */
  readonly terminal: boolean;
  readonly onProgress: OnProgress;
}

/** `usage`: the caller's mistake; `operator`: not allowed without the key; others are the command's own. */
export type RunCommand = (name: string, input: unknown, caller: Caller) => Promise<Result<unknown>>;

/** Runs commands by name: checks input, right and output by the contract. Never throws. */
export function commandRunner(handlers: Handlers, operator: Operator, logger: Logger): RunCommand {
  async function mayRun(name: CommandName, caller: Caller): Promise<Result<void>> {
    const { needsOperator } = contract[name];
    if (needsOperator === false) return ok(undefined);
    if (!operator.isSet() && !operator.distrusted && (caller.terminal || needsOperator === 'once-set'))
      return ok(undefined);
    return operator.check(caller.operatorKey);
  }

  async function run<N extends CommandName>(
    name: N,
    input: unknown,
    caller: Caller,
  ): Promise<Result<unknown>> {
    const checked = contract[name].input.safeParse(input ?? {});
    if (!checked.success)
      return fail('usage', `The command "${name}" was not understood: ${issueOf(checked.error)}`);
    const allowed = await mayRun(name, caller);
    if (!allowed.ok) return allowed;
    const result = await handlers[name](checked.data as CheckedInput<N>, caller);
    // What is not in the contract does not leave the host.
    return result.ok ? ok(contract[name].output.parse(result.value)) : result;
  }

  return async (name, input, caller) => {
    if (!isCommand(name)) return fail('usage', `There is no command "${name.slice(0, 64)}".`);
    try {
      return await run(name, input, caller);
    } catch (error) {
      logger.error('A command failed', {
        command: name,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return fail(
        'failed',
        `The command "${name}" failed in Doorward itself. The log in the profile's "logs" folder says more.`,
      );
    }
  };
}
