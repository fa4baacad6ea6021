import type { CommandName } from '../../../shared/ipc/contract.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Handlers } from '../commands.ts';
import type { OpenLog } from './open-log.ts';

type LogCareCommands = Pick<Handlers, Extract<CommandName, `log-care.${string}`>>;

/** The commands about a log that is not well. */
export function logCareCommands(
  log: Pick<OpenLog, 'audit' | 'passed' | 'accepted' | 'unwritable'>,
): LogCareCommands {
  const choice = log.unwritable;
  const view = async () => {
    const noticed = await log.audit.noticed().catch(() => undefined);
    return {
      unwritable: choice.now(),
      fixed: choice.fixed(),
      passed: log.passed(),
      ...(noticed === undefined ? {} : { noticed }),
    };
  };
  return {
    async 'log-care.show'() {
      return ok(await view());
    },
    async 'log-care.unwritable'({ unwritable }, { mayLoosen }) {
      if (unwritable === 'pass' && choice.now() === 'refuse') {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const kept = choice.set(unwritable);
      return kept.ok ? ok(await view()) : kept;
    },
    async 'log-care.accept'() {
      let done;
      try {
        done = await log.audit.accept();
      } catch (error) {
        return fail('failed', error instanceof Error ? error.message : 'The call log could not be read.');
      }
      if (done.accepted === 'nothing')
        return fail('unknown', 'Nothing was noticed about the call log, so there is nothing to accept.');
      log.accepted();
      const { noticed, aside } = done;
      return ok({
        noticed,
        sentence:
          aside === undefined
            ? 'That it was noticed, and that it was accepted, stays on record in the log, which goes on.'
            : `The log was kept as ${aside}, and a new one was begun that names it.`,
        ...(aside === undefined ? {} : { aside }),
      });
    },
  };
}
