import type { CommandName } from '../../../shared/ipc/contract.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import type { ItemName } from '../../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { nameOf } from '../../catalog/reviews.ts';
import type { Handlers } from '../commands.ts';
import { knownServer } from './known-server.ts';
import type { ServerRepo } from './server-repo.ts';
import type { TrustAdmin } from './trust-admin.ts';

/** The commands about what servers offer: what is on hold, what differs, and what a person decides about it. */
export function toolCommands(
  servers: ServerRepo,
  trust: TrustAdmin,
): Pick<Handlers, Extract<CommandName, `tool.${string}`>> {
  const known = (id: string): Result<ServerRecord> => knownServer(servers, id);
  const approved = (id: string): Result<ServerRecord> => {
    const record = known(id);
    if (!record.ok || record.value.state === 'approved') return record;
    return fail('refused', `"${id}" is not approved, so nothing of it can be. Approve the server first.`);
  };

  return {
    async 'tool.list'({ server }) {
      const record = server === undefined ? undefined : known(server);
      return record?.ok === false ? record : ok([...trust.tools(server)]);
    },
    async 'tool.review'({ server }) {
      const record = server === undefined ? undefined : known(server);
      if (record?.ok === false) return record;
      return ok(trust.reviews().filter((review) => server === undefined || review.server === server));
    },
    async 'tool.diff'({ server, tool, kind }) {
      const record = known(server);
      if (!record.ok) return record;
      const found = trust.waiting(server, kind, tool);
      return found === undefined
        ? fail('unknown', `Of "${server}", ${nameOf({ kind, key: tool })} is not on hold.`)
        : ok(found);
    },
    async 'tool.approve'({ server, tool, items }, { who }) {
      const record = approved(server);
      if (!record.ok) return record;
      const accepted = trust.accept(record.value, itemsOf(tool, items), who);
      return accepted.ok ? ok({ server, ...accepted.value }) : accepted;
    },
    async 'tool.block'({ server, tool, items }, { who }) {
      const record = known(server);
      if (!record.ok) return record;
      const blocked = trust.block(record.value, itemsOf(tool, items), who);
      return blocked.ok ? ok({ server, ...blocked.value }) : blocked;
    },
    async 'tool.effect'({ server, tool, effect }, { who }) {
      const record = known(server);
      if (!record.ok) return record;
      const set = trust.setEffect(record.value, tool, effect, who);
      return set.ok ? ok({ server, tool, effect }) : set;
    },
    async 'tool.history'({ server }) {
      const record = known(server);
      return record.ok ? ok([...trust.history(server)]) : record;
    },
  };
}

function itemsOf(tool: string | undefined, items: readonly ItemName[] | undefined): readonly ItemName[] {
  return items ?? (tool === undefined ? [] : [{ kind: 'tool', key: tool }]);
}
