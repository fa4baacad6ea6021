import { isDeepStrictEqual } from 'node:util';
import type { Explanation, Preset, Rule, RuleBody, RuleView } from '../../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { ruleWords } from '../../../shared/texts/policy.ts';
import type { AuditLog } from '../../audit/log.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import { simulate } from '../../policy/simulate.ts';
import { suggest, unused } from '../../policy/suggest.ts';
import type { StatusReport } from '../../../shared/ipc/shapes.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import type { Handlers } from '../commands.ts';
import type { ServerRepo } from '../servers/server-repo.ts';
import type { KnownThings } from './call-facts.ts';
import { pastCall, pastCalls } from './history.ts';
import type { ManagedPolicy } from './judge.ts';
import type { PolicyRoom } from './open-policy.ts';
import { policyNames, saidSafely } from './policy-names.ts';
import { ruleView } from './rule-view.ts';

type PolicyCommands = Pick<
  Handlers,
  | 'rule.list'
  | 'rule.add'
  | 'rule.remove'
  | 'rule.explain'
  | 'rule.simulate'
  | 'rule.suggest'
  | 'role.list'
  | 'role.put'
  | 'role.remove'
  | 'preset.set'
>;

export interface PolicyCommandPorts {
  readonly room: PolicyRoom;
  readonly managed: ManagedPolicy;
  readonly clients: ClientRepo;
  readonly servers: ServerRepo;
  readonly known: KnownThings;
  readonly audit: Pick<AuditLog, 'list' | 'show'>;
  readonly secrets: KnownSecrets;
  readonly status: () => StatusReport;
  readonly now: () => number;
}

const DAY_MS = 86_400_000;
const STRICTNESS: readonly Preset[] = ['observe', 'guarded', 'strict'];
const LISTED = 200;
const SUGGESTED = 100;

/** The commands about rules, roles and the preset. Whatever may let more pass needs the operator. */
export function policyCommands(ports: PolicyCommandPorts): PolicyCommands {
  const { room, clients, audit, secrets, now } = ports;
  const { book, judge } = room;

  const names = policyNames(clients);
  const viewOf = (rule: Rule): RuleView => ruleView(rule, book, names, secrets.redact);

  /** The rule with the ids behind the names that people know; refused where something in it is not there. */
  function resolved(body: RuleBody): Result<RuleBody> {
    if (body.server !== undefined && ports.servers.get(body.server) === undefined)
      return fail('unknown', `There is no server "${body.server}".`);
    if (body.role !== undefined && !judge.roles().some(({ id }) => id === body.role))
      return fail('unknown', `There is no role "${body.role}".`);
    if (body.client === undefined) return ok(body);
    const client = clients.find(body.client);
    return client === undefined
      ? fail('unknown', `There is no AI app "${body.client}".`)
      : ok({ ...body, client: client.id });
  }

  /** What was suggested lately: a rule that a person takes from it is known by this, and not by what a program says. */
  let suggested: readonly RuleBody[] = [];
  const originOf = (body: RuleBody): Rule['origin'] =>
    suggested.some((one) => isDeepStrictEqual(one, body)) ? 'suggestion' : 'person';

  /** A rule that asks is no looser than what is there, unless something is refused that it would ask about. */
  const mayTighten = ({ action }: RuleBody): boolean =>
    action === 'block' || (action === 'ask' && !book.rules().some((one) => one.action === 'block'));

  return {
    async 'rule.list'() {
      return ok([...room.rules()]);
    },
    async 'rule.add'(body, { who, mayLoosen }) {
      if (!mayTighten(body)) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const checked = resolved(body);
      if (!checked.ok) return checked;
      const added = book.add(checked.value, { origin: originOf(checked.value), who });
      return added.ok ? ok(viewOf(added.value)) : added;
    },
    async 'rule.remove'({ id }, { mayLoosen }) {
      const rule = book.rules().find((one) => one.id === id);
      if (rule === undefined)
        return ports.managed.rules.some((one) => one.id === id)
          ? fail('refused', 'This rule comes from your organisation and cannot be removed here.')
          : fail('unknown', `There is no rule "${id}".`);
      if (rule.action === 'ask' || rule.action === 'block') {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const removed = book.remove(id);
      return removed.ok ? ok({ id }) : removed;
    },
    async 'rule.explain'({ call, client, server, tool, arguments: json }) {
      if (call !== undefined) {
        const legs = await audit.show(call);
        const leg = legs.find(({ ruling }) => ruling !== undefined);
        const past = leg && pastCall(leg, ports.known);
        if (past === undefined)
          return legs.length === 0
            ? fail('unknown', `There is no call "${call}" in the log.`)
            : fail(
                'unknown',
                'Rules are not about this message: it lists things or belongs to another call.',
              );
        return ok(safe(judge.explain(past), secrets));
      }
      const app = client === undefined ? undefined : clients.find(client);
      if (app === undefined) return fail('usage', 'Name a call, or an AI app with a server and a tool.');
      if (server === undefined || tool === undefined)
        return fail('usage', 'Name the server and the tool, too.');
      const facts = {
        client: { id: app.id, role: judge.roleOf(app.id) },
        server,
        kind: 'tool' as const,
        name: tool,
        effect: ports.known.effect(server, tool),
        places: ports.known.places(server, tool),
        args: json === undefined ? undefined : Buffer.from(json),
        at: now(),
      };
      return ok(safe(judge.explain(facts), secrets));
    },
    async 'rule.simulate'({ add, remove, preset, days }, { who }) {
      const bodies: RuleBody[] = [];
      for (const body of add) {
        const checked = resolved(body);
        if (!checked.ok) return checked;
        bodies.push(checked.value);
      }
      const extra = bodies.map((body, i): Rule => ({
        ...body,
        id: `simulated-${i}`,
        origin: 'person',
        who,
        createdAt: now(),
      }));
      const person = [...book.rules().filter(({ id }) => !remove.includes(id)), ...extra];
      const after = judge.under({
        person,
        ...(preset === undefined ? {} : { preset: ports.managed.presetFor(preset) }),
      });
      const { calls } = await pastCalls(audit, ports.known, now() - days * DAY_MS);
      const found = simulate(calls, judge.under({}), after);
      const byCall = new Map(calls.map((one) => [one.call, one]));
      return ok({
        calls: calls.length,
        uncertain: calls.filter(({ record }) => record.cut === true).length,
        before: found.before,
        after: found.after,
        changed: found.changed.slice(0, LISTED).flatMap(({ call, from, to }) => {
          const past = byCall.get(call);
          if (past === undefined) return [];
          const { at, clientName, server, name } = past;
          return [{ call, at, clientName, server, name: secrets.redact(name), from, to }];
        }),
      });
    },
    async 'rule.suggest'({ days }) {
      const { calls, seen } = await pastCalls(audit, ports.known, now() - days * DAY_MS);
      const asked = calls.filter(({ record }) => record.decision === 'ask');
      const suggestions = suggest(
        asked
          .filter(({ record }) => record.cut !== true)
          .map((past) => ({ ...past, allowed: past.record.answer === 'allowed' })),
        judge.under({}),
        judge.surroundings,
      );
      suggested = [...suggestions.map(({ body }) => body), ...suggested].slice(0, SUGGESTED);
      return ok({
        calls: seen,
        asked: asked.length,
        suggestions: suggestions.map(({ body, saves }) => ({
          body,
          saves,
          ...saidSafely(ruleWords(body, names), secrets.redact),
        })),
        unused: unused(book.rules(), (id) => book.usage(id), now()),
      });
    },
    async 'role.list'() {
      return ok([...judge.roles()]);
    },
    async 'role.put'(role) {
      return book.putRole(role);
    },
    async 'role.remove'({ id }) {
      const has = clients.all().find((client) => client.role === id);
      if (has !== undefined)
        return fail('refused', `"${has.name}" has this role. Give it another one first.`);
      const removed = book.removeRole(id);
      return removed.ok ? ok({ id }) : removed;
    },
    async 'preset.set'({ preset }, { mayLoosen }) {
      if (ports.managed.presetFor(preset) !== preset)
        return fail(
          'refused',
          `Your organisation wants at least "${ports.managed.presetFor(preset)}", so "${preset}" cannot be chosen.`,
        );
      if (STRICTNESS.indexOf(preset) < STRICTNESS.indexOf(book.preset())) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      book.setPreset(preset);
      return ok(ports.status());
    },
  };
}

function safe(found: Explanation, { redact }: KnownSecrets): Explanation {
  return {
    ...found,
    ...saidSafely(found.words, redact),
    others: found.others.map(({ rule, words, why }) => ({
      rule,
      ...saidSafely(words, redact),
      why: saidSafely(why.words, redact),
    })),
    change: found.change.map(({ words }) => saidSafely(words, redact)),
  };
}
