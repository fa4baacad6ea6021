import type { CommandName } from '../../shared/ipc/contract.ts';
import type { ClientRecord, ToolChoice } from '../../shared/model/client.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ClientRepo } from './client-repo.ts';
import type { Handlers } from './commands.ts';

type ClientCommands = Pick<Handlers, Extract<CommandName, `client.${string}`>>;

/** What the commands about AI apps work on. */
export interface ClientCommandPorts {
  readonly clients: ClientRepo;
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

/** Whether an app can call tools after it that were not chosen for it before. */
function givesMore(before: ToolChoice | undefined, after: ToolChoice): boolean {
  if (before?.mode !== 'chosen') return false;
  const had = new Set(before.tools);
  return (
    after.mode !== 'chosen' ||
    after.tools.some((name) => !had.has(name) && !had.has(`${name.split('__', 1)[0]}__*`))
  );
}

/** The commands about AI apps. */
export function clientCommands(ports: ClientCommandPorts): ClientCommands {
  const { clients, url, gone, now } = ports;
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
      return ok([...clients.all()]);
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
      return ok(changed);
    },
    async 'client.tools'({ client, mode, tools }, { mayLoosen }) {
      const record = known(client);
      if (!record.ok) return record;
      if (mode === 'chosen' && tools.length === 0)
        return fail('invalid', 'Choose at least one tool; without one the AI app would be listed none.');
      if (mode === 'all' && tools.length > 0)
        return fail('invalid', 'All tools are listed anyhow: leave the names out.');
      const choice: ToolChoice = { mode, tools: [...new Set(tools)] };
      if (givesMore(record.value.tools, choice)) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const changed = clients.setTools(record.value.id, choice);
      ports.relisted();
      return ok(changed);
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
