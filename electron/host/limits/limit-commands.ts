import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CommandName } from '../../../shared/ipc/contract.ts';
import type { Limit, LimitAbout } from '../../../shared/model/limits.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { limitLoosens } from '../../policy/limits/loosens-limit.ts';
import { compileGlob } from '../../policy/regex/glob.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import type { Handlers } from '../commands.ts';
import type { ServerRepo } from '../servers/server-repo.ts';
import type { LimitsRoom } from './open-limits.ts';

type LimitCommands = Pick<Handlers, Extract<CommandName, `limit.${string}`>>;

export interface LimitCommandPorts {
  readonly room: LimitsRoom;
  readonly servers: Pick<ServerRepo, 'get'>;
  readonly clients: Pick<ClientRepo, 'find'>;
  /** Ids of the roles that can be given. */
  readonly roles: () => readonly string[];
}

const OURS = 'Limits of this kind come from your organisation and cannot be changed here.';

/** The commands about limits. Whatever may let more pass needs the operator; a new limit does not. */
export function limitCommands({ room, servers, clients, roles }: LimitCommandPorts): LimitCommands {
  const { book } = room;

  /** With the id behind the name of an AI app; refused where something in it is not there. What was kept may stay. */
  function placed(about: LimitAbout, before: LimitAbout | undefined): Result<LimitAbout> {
    const { client, role, server, tool } = about;
    if (server !== undefined && server !== before?.server && servers.get(server) === undefined)
      return fail('unknown', `There is no server "${server}".`);
    if (role !== undefined && role !== before?.role && !roles().includes(role))
      return fail('unknown', `There is no role "${role}".`);
    if (tool !== undefined && compiles(tool) === undefined)
      return fail('usage', 'This name with placeholders is too large. Write a shorter one.');
    if (client === undefined) return ok(about);
    const id = clients.find(client)?.id ?? (client === before?.client ? client : undefined);
    return id === undefined
      ? fail('unknown', `There is no AI app "${client}".`)
      : ok({ ...about, client: id });
  }

  return {
    async 'limit.list'() {
      return ok(room.view());
    },
    async 'limit.put'({ id, about, each, most }, { mayLoosen }) {
      if (id !== undefined && room.isManaged(id)) return fail('refused', OURS);
      const before = book.limits().find((one) => one.id === id);
      const where = placed(about, before?.about);
      if (!where.ok) return where;
      const limit: Limit = {
        id: id ?? randomBytes(6).toString('hex'),
        about: where.value,
        ...(each === undefined ? {} : { each }),
        most,
      };
      if (!isDeepStrictEqual(before, limit)) {
        if (limitLoosens(before, limit)) {
          const allowed = await mayLoosen();
          if (!allowed.ok) return allowed;
        }
        const kept = book.put(limit);
        if (!kept.ok) return kept;
      }
      const use = room.view().limits.find((one) => one.limit.id === limit.id)?.use ?? [];
      return ok({ limit, use });
    },
    async 'limit.remove'({ id }) {
      if (room.isManaged(id)) return fail('refused', OURS);
      const removed = book.remove(id);
      return removed.ok ? ok({ id }) : removed;
    },
    async 'limit.loops'({ loops }, { mayLoosen }) {
      if (loops === 'off' && book.loops() === 'ask') {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const kept = book.setLoops(loops);
      return kept.ok ? ok(room.view()) : kept;
    },
  };
}

function compiles(glob: string): unknown {
  try {
    return compileGlob(glob);
  } catch {
    return undefined;
  }
}
