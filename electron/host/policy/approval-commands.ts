import { fail, ok } from '../../../shared/result.ts';
import type { ApprovalDesk } from '../../approvals/contract.ts';
import type { Handlers } from '../commands.ts';

type ApprovalCommands = Pick<
  Handlers,
  'approval.list' | 'approval.allow' | 'approval.deny' | 'approval.touch' | 'approval.leave'
>;

export interface ApprovalCommandPorts {
  readonly desk: ApprovalDesk;
  /**
   * Puts other arguments in the place of those of a call that waits, or answers into a form; undefined leaves them. A
   * sentence when they cannot be used, or are missing where there must be some.
   */
  readonly edit: (id: string, json: string | undefined) => string | undefined;
}

/** The commands about calls that wait for a person. */
export function approvalCommands({ desk, edit }: ApprovalCommandPorts): ApprovalCommands {
  return {
    async 'approval.list'() {
      return ok({ pending: [...desk.pending()], missed: [...desk.missed()] });
    },
    async 'approval.allow'({ id, for: duration, scope, apps, arguments: edited }, { who }) {
      if (edited !== undefined && duration !== 'once')
        return fail('usage', 'Changed arguments can only be allowed once. Leave the time at "once".');
      const problem = edit(id, edited);
      if (problem !== undefined) return fail('usage', problem);
      const allowed = desk.allow(id, { duration, scope, clients: apps, who });
      return allowed.ok ? ok({ id }) : allowed;
    },
    async 'approval.deny'({ id, reason }, { who }) {
      const denied = desk.deny(id, reason, who);
      return denied.ok ? ok({ id }) : denied;
    },
    async 'approval.touch'({ id }) {
      desk.touch(id);
      return ok({});
    },
    async 'approval.leave'({ id }) {
      desk.leave(id);
      return ok({});
    },
  };
}
