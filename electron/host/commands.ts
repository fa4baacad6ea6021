import type { z } from 'zod';
import { isCommand } from '../../shared/ipc/contract.ts';
import { type HostCommand, hostContract } from '../../shared/ipc/window.ts';
import type { Decider } from '../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Logger } from '../log/logger.ts';
import type { Redact } from '../log/redact.ts';
import { actOf } from './command-acts.ts';
import type { Operator } from './operator.ts';
import type { OnProgress } from './ports.ts';
import { issueOf } from './settings/settings.ts';

/** What a command receives: checked, with defaults filled in; and what it answers. */
export type HostInput<N extends HostCommand> = z.output<(typeof hostContract)[N]['input']>;
export type HostOutput<N extends HostCommand> = z.output<(typeof hostContract)[N]['output']>;

/** What every command is told about its caller. */
export interface CommandContext {
  /** How the caller showed that they may decide. */
  readonly who: Decider;
  readonly onProgress: OnProgress;
  /** For commands that only sometimes loosen something: whether this caller may. */
  readonly mayLoosen: () => Promise<Result<void>>;
}

/** The commands themselves; their inputs are checked and their callers allowed. */
export type Handlers = {
  readonly [N in HostCommand]: (
    input: HostInput<N>,
    context: CommandContext,
  ) => Promise<Result<HostOutput<N>>>;
};

/** `window`: a person has Doorward's own window, which takes what loosens something. `headless`: there is none. */
export type Front = 'headless' | 'window';

/**
 * Who calls a command. `window`: the person in the app's own window, who may do everything and needs no key.
 * `terminal`: the person at the terminal where the host runs; they are the operator as long as no key is set.
 * `socket`: any program of this user, through the control channel.
 */
export type Caller =
  | { readonly kind: 'window'; readonly onProgress: OnProgress }
  | {
      readonly kind: 'terminal' | 'socket';
      readonly operatorKey: string | undefined;
      readonly onProgress: OnProgress;
    };

/** `usage`: the caller's mistake; `operator`: not allowed without the key; others are the command's own. */
export type RunCommand = (name: string, input: unknown, caller: Caller) => Promise<Result<unknown>>;

/** What commands are run with. */
export interface CommandPorts {
  readonly handlers: Handlers;
  readonly operator: Operator;
  readonly front: Front;
  readonly logger: Logger;
  /** Takes secrets out of the sentences that a command answers. */
  readonly redact: Redact;
  /** Why the person here may not let anything more pass, because an organisation says who may. */
  readonly cannotApprove: () => string | undefined;
  /** A command has ended well or not: what a front end shows may be other than before. */
  readonly onRun: () => void;
}

function whoIs(caller: Caller): Decider {
  if (caller.kind === 'window') return 'window';
  if (caller.operatorKey !== undefined) return 'key';
  return caller.kind === 'terminal' ? 'terminal' : 'program';
}

const WINDOW_ONLY = 'Only the Doorward window can do this while the app runs.';

/**
 * Runs commands by name: checks input, right and output by the contract. Never throws. With a window the operator's
 * key opens nothing, so that an agent with a shell that found the key cannot approve itself; and commands that only
 * the window has do not exist for others.
 */
export function commandRunner(ports: CommandPorts): RunCommand {
  const { handlers, operator, front, logger, redact } = ports;

  const isKnown = (name: string, caller: Caller): name is HostCommand =>
    caller.kind === 'window' && front === 'window' ? Object.hasOwn(hostContract, name) : isCommand(name);

  async function mayRun(name: HostCommand, caller: Caller): Promise<Result<void>> {
    const { needsOperator } = hostContract[name];
    const barred = actOf(name) === 'looser' ? ports.cannotApprove() : undefined;
    if (barred !== undefined) return fail('refused', barred);
    if (needsOperator === false || needsOperator === 'if-looser') return ok(undefined);
    return mayLoosen(needsOperator === 'once-set', caller);
  }

  async function mayLoosen(onceSet: boolean, caller: Caller): Promise<Result<void>> {
    if (front === 'window') return caller.kind === 'window' ? ok(undefined) : fail('operator', WINDOW_ONLY);
    if (caller.kind === 'window') return fail('operator', 'This Doorward runs without a window.');
    const free = caller.kind === 'terminal' || onceSet;
    if (free && !operator.isSet() && !operator.distrusted) return ok(undefined);
    return operator.check(caller.operatorKey);
  }

  async function run<N extends HostCommand>(
    name: N,
    input: unknown,
    caller: Caller,
  ): Promise<Result<unknown>> {
    const checked = hostContract[name].input.safeParse(input ?? {});
    if (!checked.success)
      return fail('usage', `The command "${name}" was not understood: ${issueOf(checked.error)}`);
    const allowed = await mayRun(name, caller);
    if (!allowed.ok) return allowed;
    const onProgress: OnProgress = (sentence) => caller.onProgress(redact(sentence));
    const result = await handlers[name](checked.data as HostInput<N>, {
      onProgress,
      who: whoIs(caller),
      mayLoosen: () => {
        const barred = actOf(name) === 'own' ? undefined : ports.cannotApprove();
        return barred === undefined ? mayLoosen(false, caller) : Promise.resolve(fail('refused', barred));
      },
    });
    // What is not in the contract does not leave the host.
    return result.ok
      ? ok(hostContract[name].output.parse(result.value))
      : fail(result.code, redact(result.message));
  }

  return async (name, input, caller) => {
    if (!isKnown(name, caller)) return fail('usage', `There is no command "${name.slice(0, 64)}".`);
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
    } finally {
      ports.onRun();
    }
  };
}
