import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import type { Role, RuleBody, RuleView } from '../../shared/model/policy.ts';
import type { FakeHost } from './fake-host.ts';
import { saidOfRule, sampleAdvice, sampleExplanation, sampleSimulation } from './sample-policy.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

type Commands = Pick<
  Bridge['commands'],
  | `approval.${'list' | 'allow' | 'deny' | 'touch' | 'leave'}`
  | `rule.${'list' | 'add' | 'remove' | 'explain' | 'simulate' | 'suggest'}`
  | `role.${'list' | 'put' | 'remove'}`
  | `policy.${'show' | 'export' | 'request'}`
  | `guard.${'block' | 'ask' | 'usual'}`
  | `popup.${'snapshot' | 'size' | 'hide' | 'open'}`
  | 'client.role'
  | 'client.tools'
  | 'preset.set'
>;

/** The part of the fake bridge that is about what passes, what is asked, and what a person answered. */
export function fakePolicy(host: FakeHost): Commands {
  let count = 0;
  const setStatus = (change: Partial<FakeHost['status']>) => {
    host.patch({ status: { ...host.status, ...change } });
    return ok(host.status);
  };
  const changeEnd = (id: string, endsAt: number | undefined): Promise<Wire<Record<string, never>>> => {
    host.patch({ pending: host.pending.map((held) => (held.id === id ? { ...held, endsAt } : held)) });
    return ok({});
  };
  const kept = (body: RuleBody): RuleView => ({
    ...body,
    id: `new-rule-${(count += 1)}`,
    origin: 'person',
    who: 'window',
    createdAt: Date.now(),
    ...saidOfRule(body),
    uses: 0,
  });
  return {
    'approval.list': () => ok({ pending: host.pending, missed: host.missed }),
    'approval.allow': ({ id }) => {
      host.patch({
        pending: host.pending.filter((held) => held.id !== id),
        missed: host.missed.map((missed) =>
          missed.id === id ? { ...missed, allowedUntil: Date.now() + 60 * 60_000 } : missed,
        ),
      });
      return ok({ id });
    },
    'approval.deny': ({ id }) => {
      host.patch({
        pending: host.pending.filter((held) => held.id !== id),
        missed: host.missed.filter((missed) => missed.id !== id),
      });
      return ok({ id });
    },
    'approval.touch': ({ id }) => changeEnd(id, undefined),
    'approval.leave': ({ id }) => changeEnd(id, Date.now() + 30_000),
    'rule.list': () => ok(host.rules),
    'rule.add': (body) => {
      const added = kept(body);
      host.patch({ rules: [...host.rules, added] });
      return ok(added);
    },
    'rule.remove': ({ id }) => {
      host.patch({ rules: host.rules.filter((rule) => rule.id !== id) });
      return ok({ id });
    },
    'rule.explain': () => ok(sampleExplanation()),
    'rule.simulate': () => ok(sampleSimulation()),
    'rule.suggest': () => ok(sampleAdvice()),
    'role.list': () => ok(host.roles),
    'role.put': (role) => {
      const put: Role = { ...role, rules: role.rules ?? [] };
      const others = host.roles.filter(({ id }) => id !== role.id);
      host.patch({ roles: [...others, put] });
      return ok(put);
    },
    'role.remove': ({ id }) => {
      const user = host.clients.find(({ role }) => role === id);
      if (user !== undefined) return no('in-use', `"${user.name}" has this role.`);
      host.patch({ roles: host.roles.filter((role) => role.id !== id) });
      return ok({ id });
    },
    'client.role': ({ client: name, role }) => {
      const found = host.clients.find((client) => client.id === name || client.name === name);
      if (found === undefined) return no('unknown', `There is no AI app "${name}".`);
      const changed = { ...found, role };
      host.patch({ clients: host.clients.map((client) => (client === found ? changed : client)) });
      return ok(changed);
    },
    'client.tools': ({ client: name, mode, tools }) => {
      const found = host.clients.find((client) => client.id === name || client.name === name);
      if (found === undefined) return no('unknown', `There is no AI app "${name}".`);
      const { tools: _before, ...rest } = found;
      const changed = mode === 'role' ? rest : { ...rest, tools: { mode, tools } };
      host.patch({ clients: host.clients.map((client) => (client === found ? changed : client)) });
      return ok(changed);
    },
    'preset.set': ({ preset }) => setStatus({ preset }),
    'policy.show': () => ok(host.managed),
    'policy.export': () => ok({ files: [] }),
    'policy.request': ({ server, tool }) =>
      ok({
        fileName: 'request.txt',
        text: `Please allow the server "${server}"${tool === undefined ? '' : ` with "${tool}"`} in Doorward.`,
        to: 'it@example.com',
      }),
    'guard.block': () => setStatus({ guard: 'block' }),
    'guard.ask': () => setStatus({ guard: 'ask' }),
    'guard.usual': () => setStatus({ guard: 'usual' }),
    'popup.snapshot': () => ok({ platform: 'linux', pending: host.pending }),
    'popup.size': () => ok({}),
    'popup.hide': () => ok({}),
    'popup.open': () => ok({}),
  };
}
