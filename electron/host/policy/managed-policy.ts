import { watch } from 'node:fs';
import type { ManagedView } from '../../../shared/ipc/shapes.ts';
import { managedLimits } from '../../../shared/model/managed-limits.ts';
import type { ManagedPolicy as Managed } from '../../../shared/model/managed.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { Saying, Words } from '../../../shared/model/words.ts';
import {
  groupsUnknown,
  managedBy,
  managedSentence,
  type ManagedTextKey,
  managedWords,
  refusedWhileLocked,
} from '../../../shared/texts/managed.ts';
import type { DeskSettings } from '../../approvals/contract.ts';
import type { Approvals } from '../../catalog/approvals.ts';
import type { Logger } from '../../log/logger.ts';
import { BUILT_IN_ROLES } from '../../policy/built-in-roles.ts';
import { type AccountHere, accountHere, speaksOfGroups } from '../../policy/managed/account.ts';
import {
  clientAllowed,
  deskSettings,
  lockedBy,
  mayApprove,
  presetFloor,
  rolesFor,
  settingsWith,
  toPolicyRules,
} from '../../policy/managed/apply.ts';
import type { ManagedState } from '../../policy/managed/keeper.ts';
import { openLateKeeper } from '../../policy/managed/late-keeper.ts';
import type { ManagedRead } from '../../policy/managed/read.ts';
import { serverAllowed } from '../../policy/managed/servers.ts';
import { systemAccountPorts } from '../../policy/managed/system-ports.ts';
import { watchManaged } from '../../policy/managed/watch.ts';
import type { ServerIdentity } from '../../catalog/identity/identity.ts';
import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';
import type { ManagedPolicy } from './judge.ts';

export interface ManagedPorts {
  readonly rows: SealedRows;
  readonly readManaged: () => Promise<ManagedRead>;
  readonly now: () => number;
  readonly logger: Logger;
  readonly approvals: Pick<Approvals, 'of'>;
  /** Whoever runs this, unless given. */
  readonly account?: AccountHere | undefined;
}

/** What IT says, put to use. */
export interface OpenManagedPolicy {
  readonly policy: ManagedPolicy;
  deskSettings(): DeskSettings;
  settings(own: Settings): Settings;
  locked(): ReadonlyMap<string, string>;
  /** As it is on this computer; undefined when nothing is managed or nothing can be read. */
  current(): Managed | undefined;
  view(): ManagedView;
  notices(): readonly string[];
  close(): void;
}

const KEPT = ['managed'];

/** Reads what IT set and follows its changes. Resolves when it is known what holds. */
export async function openManagedPolicy(ports: ManagedPorts): Promise<OpenManagedPolicy> {
  const { rows, logger } = ports;
  const table = sealedTable('choices');
  const keeper = await openLateKeeper({
    read: ports.readManaged,
    now: ports.now,
    store: {
      load() {
        const row = rows.load(table).find(({ keys }) => keys[0] === KEPT[0]);
        return row?.counts === true ? String(row.values[0]) : undefined;
      },
      save: (text) => rows.put(table, KEPT, [text]),
      remove: () => rows.remove(table, KEPT),
    },
  });
  const account = ports.account ?? accountHere(systemAccountPorts());
  const listeners: (() => void)[] = [];
  let changes = 0;
  const tell = (): void => {
    changes++;
    listeners.forEach((listener) => listener());
  };
  let state: ManagedState = keeper.state();
  let rules = toPolicyRules(policyOf(state));
  let judged = new WeakMap<ServerRecord, { identity: unknown; sentence: string | undefined }>();
  const stopHearing = keeper.onChange((after) => {
    state = after;
    rules = toPolicyRules(policyOf(state));
    judged = new WeakMap();
    logger.info('The managed settings changed', { kind: after.kind });
    void lookAtGroups();
    tell();
  });
  /** Until it is known who the person is, roles for groups hold for them, and they are in no group that may approve. */
  async function lookAtGroups(): Promise<void> {
    if (speaksOfGroups(policyOf(state)) && (await account.look())) tell();
  }
  await lookAtGroups();
  const stopWatching = watchManaged(
    process.platform,
    {
      watchFolder(folder, onEvent) {
        const watcher = watch(folder, { persistent: false }, onEvent);
        watcher.on('error', () => watcher.close());
        return () => watcher.close();
      },
      every(ms, run) {
        const timer = setInterval(run, ms).unref();
        return () => clearInterval(timer);
      },
    },
    () => void keeper.refresh(),
  );
  const current = (): Managed | undefined => policyOf(state);
  /** What a server was when it was approved or inspected last. */
  const identityOf = (server: string): ServerIdentity | undefined => {
    const { identity, inspected } = ports.approvals.of(server).record;
    return identity ?? inspected;
  };

  return {
    current,
    policy: {
      get rules() {
        return rules;
      },
      get lockedDown() {
        return state.kind === 'locked-down' ? refusedWhileLocked : undefined;
      },
      presetFor: (chosen) => presetFloor(current(), chosen),
      rolesOf: (client) => rolesFor(current(), client, account.now(), 'observe', BUILT_IN_ROLES),
      allowsClient: (name) => clientAllowed(current(), name).allowed,
      cannotApprove() {
        const who = account.now();
        const may = mayApprove(current(), who);
        if (may.allowed) return undefined;
        if (who.unknown !== undefined) void lookAtGroups();
        return may.sentence;
      },
      forbids(server) {
        const managed = current();
        if (managed?.servers === undefined) return undefined;
        const { id, launch } = server;
        const identity = identityOf(id);
        // Asked for every call; records and identities are new objects whenever they change.
        const known = judged.get(server);
        if (known !== undefined && known.identity === identity) return known.sentence;
        const verdict = serverAllowed(managed, { id, launch, identity, platform: process.platform });
        const sentence = verdict.allowed ? undefined : verdict.sentence;
        judged.set(server, { identity, sentence });
        return sentence;
      },
      onChange: (listener) => void listeners.push(listener),
    },
    deskSettings: () => deskSettings(current()),
    settings: (own) => settingsWith(current(), own),
    locked: () => lockedBy(current()),
    view: () => ({ ...viewOf(state, current()), changes }),
    notices: () => [
      ...(state.kind !== 'unmanaged' && state.said !== undefined ? [managedSentence(state.said)] : []),
      ...(speaksOfGroups(current()) && account.now().unknown === 'all'
        ? [managedSentence(groupsUnknown(current()))]
        : []),
    ],
    close() {
      stopWatching();
      stopHearing();
    },
  };
}

function policyOf(state: ManagedState): Managed | undefined {
  return state.kind === 'managed' ? state.policy : undefined;
}

/** What holds, in words and in English. */
const inWords = (said: Saying): Pick<ManagedView, 'said' | 'sentence'> => ({
  said,
  sentence: managedSentence(said),
});

function viewOf(state: ManagedState, policy: Managed | undefined): ManagedView {
  const nothing = { limits: [], limitWords: [], locked: [] };
  if (state.kind === 'unmanaged')
    return { kind: 'unmanaged', ...inWords([managedWords('unmanaged')]), ...nothing };
  if (state.kind === 'locked-down') return { kind: 'locked-down', ...inWords(state.said), ...nothing };
  const { organisation } = state.policy;
  const limitWords = limitsOf(policy);
  return {
    kind: 'managed',
    ...inWords(state.said ?? managedBy(organisation)),
    source: state.source,
    ...(organisation === undefined ? {} : { organisation: organisation.name }),
    ...(organisation?.contact === undefined ? {} : { contact: organisation.contact }),
    ...(organisation?.contactUrl === undefined ? {} : { contactUrl: organisation.contactUrl }),
    limits: limitWords.map((words) => managedSentence([words])),
    limitWords,
    locked: [...lockedBy(policy)].map(([setting, sentence]) => ({ setting, sentence })),
    ...(policy?.presets === undefined ? {} : { presetFloor: managedLimits(policy).presetMinimum }),
  };
}

/** What an organisation limits, one sentence each. */
function limitsOf(policy: Managed | undefined): Words[] {
  if (policy === undefined) return [];
  const limits = managedLimits(policy);
  const { servers, clients, vouchers, log, approvals } = policy;
  const counted = (key: ManagedTextKey, count = 0): Words[] =>
    count === 0 ? [] : [managedWords(key, { count: String(count) })];
  const when = (holds: boolean, key: ManagedTextKey, params?: Words['params']): Words[] =>
    holds ? [managedWords(key, params)] : [];
  return [
    ...when(servers?.allowed !== undefined, 'limit.servers'),
    ...when((servers?.forbidden?.length ?? 0) > 0, 'limit.forbidden'),
    ...when(clients !== undefined, 'limit.clients'),
    ...counted('limit.rules', policy.rules?.length),
    ...counted('limit.masks', policy.masks?.length),
    ...when((policy.inspection?.length ?? 0) > 0, 'limit.inspection'),
    ...counted('limit.calls', policy.limits?.length),
    ...when(policy.presets !== undefined, `limit.${limits.presetMinimum}`),
    ...(approvals?.clockSeconds === undefined ? [] : counted('limit.clock', limits.clockSeconds)),
    ...when(!limits.alwaysAllowed, 'limit.always'),
    ...when(limits.approvers.who !== 'user', 'limit.approvers'),
    ...(log?.destination === undefined ? [] : [managedWords('limit.log', { address: log.destination.url })]),
    ...when((vouchers?.length ?? 0) > 0, 'limit.vouchers'),
  ];
}
