import type { CommandName } from '../../../shared/ipc/contract.ts';
import type { ClientView } from '../../../shared/ipc/shapes.ts';
import type { ClientRecord, ToolChoice } from '../../../shared/model/client.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { choiceGivesMore } from '../../context/demand/gives-more.ts';
import type { ClientRepo } from './client-repo.ts';
import type { Handlers } from '../commands.ts';
import { choiceOf } from '../profiles/profile-commands.ts';

type ClientCommands = Pick<Handlers, Exclude<Extract<CommandName, `client.${string}`>, 'client.listed'>>;

/** What the commands about AI apps work on. */
export interface ClientCommandPorts {
  readonly clients: ClientRepo;
  /** As it is shown, with what its role is listed. */
  readonly view: (record: ClientRecord) => ClientView;
  /** Address of the endpoint, for the answer that carries a token. */
  readonly url: () => string;
  /** Ends everything that this AI app has open. */
  readonly gone: (id: string) => void;
  readonly now: () => number;
  /** Whether there is a role of this name. */
  readonly knowsRole: (role: string) => boolean;
  /** What this AI app is listed may be other than before. */
  readonly relisted: () => void;
}

/** A choice of its own; undefined: none, so that what its role is listed counts. */
function ownChoice(
  mode: ToolChoice['mode'] | 'role',
  tools: readonly string[],
): Result<ToolChoice | undefined, 'invalid'> {
  if (mode !== 'role') return choiceOf(mode, tools);
  return tools.length === 0 ? ok(undefined) : fail('invalid', 'Its role says which: leave the names out.');
}

/** The commands about AI apps. */
export function clientCommands(ports: ClientCommandPorts): ClientCommands {
  const { clients, view, url, gone, now } = ports;
  const noRole = (role: string) =>
    fail('unknown', `There is no role "${role}". "doorward role list" shows all.`);
  const known = (client: string): Result<ClientRecord> => {
    const record = clients.find(client);
    return record
      ? ok(record)
      : fail('unknown', `There is no AI app "${client}". "doorward client list" shows all.`);
  };
  return {
    async 'client.add'({ name, role }) {
      if (!ports.knowsRole(role)) return noRole(role);
      const added = clients.add(name, role, now());
      if (!added.ok) return added;
      const { record, token } = added.value;
      return ok({ id: record.id, name: record.name, role: record.role, token, url: url() });
    },
    async 'client.list'() {
      return ok(clients.all().map(view));
    },
    async 'client.remove'({ client }) {
      const record = known(client);
      if (!record.ok) return record;
      clients.remove(record.value.id);
      gone(record.value.id);
      return ok({ id: record.value.id });
    },
    async 'client.role'({ client, role }) {
      const record = known(client);
      if (!record.ok) return record;
      if (!ports.knowsRole(role)) return noRole(role);
      const changed = clients.setRole(record.value.id, role);
      ports.relisted();
      return ok(view(changed));
    },
    async 'client.tools'({ client, mode, tools }, { mayLoosen }) {
      const record = known(client);
      if (!record.ok) return record;
      const choice = ownChoice(mode, tools);
      if (!choice.ok) return choice;
      const { roleTools, tools: own } = view(record.value);
      if (choiceGivesMore(own ?? roleTools, choice.value ?? roleTools)) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const changed = clients.setTools(record.value.id, choice.value);
      ports.relisted();
      return ok(view(changed));
    },
    async 'client.rotate'({ client }) {
      const record = known(client);
      if (!record.ok) return record;
      const { id, name, role } = record.value;
      const token = clients.rotate(id);
      gone(id);
      return ok({ id, name, role, token, url: url() });
    },
  };
}
