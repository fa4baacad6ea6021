import { homedir } from 'node:os';
import { statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Explanation, Preset, Role, Rule, Ruling } from '../../../shared/model/policy.ts';
import { stricter } from '../../../shared/model/managed-limits.ts';
import type { Effect } from '../../../shared/model/review.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import { compilePolicy } from '../../policy/compile.ts';
import type { Policy, PolicyPorts, PolicyState } from '../../policy/contract.ts';
import type { CallFacts } from '../../policy/facts.ts';
import { createRealPath } from '../../policy/places/real-path.ts';
import { compileRoles } from '../../policy/roles.ts';
import type { Call } from '../../relay/call.ts';
import type { RoadPolicy } from '../../stages/decide.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import type { Guard } from '../guard.ts';
import { factsOf, type KnownThings, recordOf } from './call-facts.ts';
import { policyNames } from './policy-names.ts';
import type { OpenRuleBook } from './rule-book.ts';

/** What IT says, as far as deciding goes. */
export interface ManagedPolicy {
  readonly rules: readonly Rule[];
  /** Nothing passes, and why. */
  readonly lockedDown: string | undefined;
  presetFor(chosen: Preset): Preset;
  /** Roles of IT that hold for an AI app of this name beside its own: it sees and may do what all of them allow. */
  rolesOf(clientName: string): readonly Role[];
  /** Why nobody at this computer may let anything pass; undefined when the person here may. */
  cannotApprove(): string | undefined;
  /** Whether an AI app of this name may connect. */
  allowsClient(name: string): boolean;
  /** Why a server may not be used here; undefined when it may. */
  forbids(server: ServerRecord): string | undefined;
  onChange(listener: () => void): void;
}

export interface JudgePorts {
  readonly book: OpenRuleBook;
  readonly guard: Guard;
  readonly managed: ManagedPolicy;
  readonly clients: ClientRepo;
  readonly known: KnownThings;
  readonly server: (id: string) => ServerRecord | undefined;
  readonly redact: (text: string) => string;
  /** By what the log recognises a call that is made again; see `markOf`. */
  readonly markOf?: ((facts: CallFacts) => string | undefined) | undefined;
  readonly run: string;
  /** Rules that there may be cannot be read now, so every call is asked about. */
  readonly askAnyway: boolean;
  /** Doorward's own files and those of AI apps. */
  readonly ownFiles: () => readonly string[];
  readonly now: () => number;
  /** A rule that cannot be read as it was meant, one sentence. */
  readonly fault: (sentence: string) => void;
}

/** Decides about calls under the rules as they are now. */
export interface Judge extends RoadPolicy {
  roleOf(clientId: string): string;
  /** The preset that holds for an AI app: its role's or everybody's, and what an organisation wants at least. */
  presetOf(clientId: string): Preset;
  sees(clientId: string, server: string, name: string, effect: Effect): boolean;
  seesServer(clientId: string, server: string): boolean;
  /** Names what of servers an AI app sees; empty: everything. */
  viewKey(clientId: string): string;
  allowsClient(name: string): boolean;
  facts(call: Call): CallFacts | undefined;
  decide(facts: CallFacts): Ruling;
  explain(facts: CallFacts): Explanation;
  /** The policy as it would be with other rules; nothing is changed. */
  under(change: Partial<Pick<PolicyState, 'person' | 'preset'>>): Policy;
  folders(server: string): readonly string[];
  /** This computer, as rules see it. */
  readonly surroundings: PolicyPorts;
  /** A rule by its id, also one of a role or of IT; those of IT's roles are made for each AI app. */
  rule(id: string, clientId?: string): Rule | undefined;
  /** Roles that can be given. */
  roles(): readonly Role[];
  onChange(listener: () => void): void;
}

const KINDS: Readonly<Record<string, string>> = { prompt: 'prompt', resource: 'resource' };

/** Puts rules, roles, preset, guard and what IT says together, anew whenever one of them changes. */
export function createJudge(ports: JudgePorts): Judge {
  const { book, guard, managed, clients, known } = ports;
  const listeners: (() => void)[] = [];
  const folders = folderCache(ports.server);
  let version = 0;
  const compiled = new Map<string, Compiled>();

  const state = (
    clientId: string,
    change: Partial<Pick<PolicyState, 'person' | 'preset'>> = {},
  ): PolicyState => {
    const name = clients.find(clientId)?.name;
    const imposed = name === undefined ? [] : managed.rolesOf(name);
    const chosen = managed.presetFor(change.preset ?? book.preset());
    const floor = (own: Preset | undefined): Preset =>
      imposed.reduce((least, role) => stricter(least, role.preset), managed.presetFor(own ?? chosen));
    return {
      managed: [...managed.rules, ...imposed.flatMap((role) => rulesOf(role, clientId))],
      person: change.person ?? book.rules(),
      roles: book
        .roles()
        .map((role) => (role.preset === undefined ? role : { ...role, preset: floor(role.preset) })),
      preset: floor(undefined),
      askAboutEverything: ports.askAnyway || guard.state() === 'ask',
      run: ports.run,
    };
  };
  const surroundings: PolicyPorts = {
    folders,
    workingFolder(id) {
      const launch = ports.server(id)?.launch;
      return launch?.transport === 'stdio' ? launch.cwd : undefined;
    },
    names: policyNames(clients),
    realPath: createRealPath(),
    isFolder,
    home: homedir(),
    platform: process.platform,
    ownFiles: ports.ownFiles,
  };
  const current = (clientId: string): Compiled => {
    let found = compiled.get(clientId);
    if (found === undefined) {
      const { policy, faults } = compilePolicy(state(clientId), surroundings);
      faults.forEach(ports.fault);
      const name = clients.find(clientId)?.name;
      const imposed = name === undefined ? [] : managed.rolesOf(name);
      const limits = compilePolicy({ ...state(clientId), roles: imposed }, surroundings).policy;
      found = { policy, limits, imposed: imposed.map(({ id }) => id) };
      compiled.set(clientId, found);
    }
    return found;
  };
  const changed = (): void => {
    version++;
    compiled.clear();
    listeners.forEach((listener) => listener());
  };
  book.onChange(changed);
  guard.onChange(changed);
  managed.onChange(changed);

  const roleOf = (clientId: string): string => clients.find(clientId)?.role ?? 'default';
  const sees = (clientId: string, server: string, name: string, effect: Effect): boolean => {
    const { policy, limits, imposed } = current(clientId);
    return (
      policy.sees(roleOf(clientId), server, name, effect) &&
      imposed.every((role) => limits.sees(role, server, name, effect))
    );
  };
  const factsFor = (call: Call): CallFacts | undefined => factsOf(call, roleOf(call.client.id), known);

  return {
    get version() {
      return version;
    },
    stop() {
      if (guard.state() === 'block') return 'blocked';
      return managed.lockedDown === undefined ? undefined : { sentence: managed.lockedDown };
    },
    judge(call) {
      const facts = factsFor(call);
      if (facts === undefined) return undefined;
      const ruling = current(facts.client.id).policy.decide(facts);
      if (ruling.because.rule !== undefined) book.used(ruling.because.rule, ports.now());
      return {
        ruling,
        policy: version,
        record: recordOf(facts, ruling, ports.redact, ports.markOf?.(facts)),
      };
    },
    hides(call) {
      const { server, direction } = call;
      if (server === undefined || direction === 'server') return undefined;
      const forbidden = managed.forbids(server);
      if (forbidden !== undefined) return forbidden;
      const facts = factsFor(call);
      if (facts === undefined) return undefined;
      if (sees(facts.client.id, server.id, facts.name, facts.effect)) return undefined;
      return `Unknown ${KINDS[facts.kind] ?? 'tool'}: ${call.name.slice(0, 200)}`;
    },
    refusal(call) {
      const because = call.ruling?.ruling.because;
      if (because?.layer === 'managed')
        return 'A rule of your organisation refuses this call. Nothing was sent.';
      return 'A rule that a person made in Doorward refuses this call. Nothing was sent.';
    },
    roleOf,
    presetOf(clientId) {
      const { preset, roles } = state(clientId);
      const own = roles.find(({ id }) => id === roleOf(clientId));
      return own?.preset ?? preset;
    },
    sees,
    seesServer(clientId, id) {
      const record = ports.server(id);
      if (record !== undefined && managed.forbids(record) !== undefined) return false;
      const { policy, limits, imposed } = current(clientId);
      return policy.seesServer(roleOf(clientId), id) && imposed.every((role) => limits.seesServer(role, id));
    },
    viewKey(clientId) {
      const own = roleOf(clientId);
      const name = clients.find(clientId)?.name;
      const imposed = name === undefined ? [] : managed.rolesOf(name);
      const role = book.roles().find(({ id }) => id === own);
      // A role that nobody knows sees nothing.
      const free = role !== undefined && [role, ...imposed].every(seesAll);
      return free ? '' : `${version} ${[own, ...imposed.map(({ id }) => id)].join(' ')}`;
    },
    allowsClient: (name) => managed.allowsClient(name),
    facts: factsFor,
    decide: (facts) => current(facts.client.id).policy.decide(facts),
    explain: (facts) => current(facts.client.id).policy.explain(facts),
    under(change) {
      const made = new Map<string, Policy>();
      const of = (clientId: string): Policy => {
        let policy = made.get(clientId);
        if (policy === undefined)
          made.set(clientId, (policy = compilePolicy(state(clientId, change), surroundings).policy));
        return policy;
      };
      return {
        decide: (facts) => of(facts.client.id).decide(facts),
        explain: (facts) => of(facts.client.id).explain(facts),
        seesServer: (role, server) => of('').seesServer(role, server),
        sees: (role, server, name, effect) => of('').sees(role, server, name, effect),
      };
    },
    folders,
    surroundings,
    rule(id, clientId) {
      const own = book.rules().find((one) => one.id === id) ?? managed.rules.find((one) => one.id === id);
      if (own !== undefined) return own;
      const ofRole = compileRoles(book.roles()).rules.find((one) => one.id === id);
      if (ofRole !== undefined || clientId === undefined) return ofRole;
      const name = clients.find(clientId)?.name;
      const imposed = name === undefined ? [] : managed.rolesOf(name);
      return imposed.flatMap((role) => rulesOf(role, clientId)).find((one) => one.id === id);
    },
    roles: () => book.roles(),
    onChange: (listener) => void listeners.push(listener),
  };
}

const seesAll = ({ tools, effects }: Role): boolean => tools === undefined && effects === undefined;

/** The policy for one AI app, and the roles of IT that narrow what it sees. */
interface Compiled {
  readonly policy: Policy;
  readonly limits: Policy;
  readonly imposed: readonly string[];
}

/** The rules of a role of IT, as limits for one AI app. */
function rulesOf(role: Role, clientId: string): Rule[] {
  return role.rules.flatMap((body, i): Rule[] =>
    body.client !== undefined && body.client !== clientId
      ? []
      : [
          {
            ...body,
            client: clientId,
            id: `managed-role-${role.id}-${i}`,
            origin: 'managed',
            who: 'program',
            createdAt: 0,
          },
        ],
  );
}

/** The folders that stand in a server's start command: what a person gave it to work in. */
function folderCache(server: (id: string) => ServerRecord | undefined): (id: string) => readonly string[] {
  const kept = new WeakMap<ServerRecord, readonly string[]>();
  return (id) => {
    const record = server(id);
    if (record === undefined || record.launch.transport !== 'stdio') return [];
    const found = kept.get(record);
    if (found !== undefined) return found;
    const { args, cwd } = record.launch;
    const folders = args
      .filter((arg) => isAbsolute(arg) && dirname(arg) !== arg)
      .map((arg) => resolve(arg))
      // Programs and scripts are named by whole paths too; a folder that is there is what a server works in.
      .filter((path) => isFolder(path));
    const all = cwd === undefined || folders.length > 0 ? folders : [...folders, resolve(cwd)];
    kept.set(record, all);
    return all;
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
