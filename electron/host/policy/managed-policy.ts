import { watch } from 'node:fs';
import type { ManagedView } from '../../../shared/ipc/shapes.ts';
import { managedLimits } from '../../../shared/model/managed-limits.ts';
import type { ManagedPolicy as Managed } from '../../../shared/model/managed.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { groupsUnknown, refusedWhileLocked, whomToAsk } from '../../../shared/texts/managed.ts';
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
import { type SealedRows, sealedTable } from '../sealed-rows.ts';
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
  const tell = (): void => listeners.forEach((listener) => listener());
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
    view: () => viewOf(state, current()),
    notices: () => [
      ...(state.kind !== 'unmanaged' && state.sentence !== undefined ? [state.sentence] : []),
      ...(speaksOfGroups(current()) && account.now().unknown === 'all' ? [groupsUnknown(current())] : []),
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

function viewOf(state: ManagedState, policy: Managed | undefined): ManagedView {
  if (state.kind === 'unmanaged')
    return { kind: 'unmanaged', sentence: 'Nobody manages this Doorward but you.', limits: [], locked: [] };
  if (state.kind === 'locked-down')
    return { kind: 'locked-down', sentence: state.sentence, limits: [], locked: [] };
  const { organisation } = state.policy;
  const name = organisation?.name ?? 'Your organisation';
  return {
    kind: 'managed',
    sentence: state.sentence ?? `${name} manages this Doorward. ${whomToAsk(organisation)}`,
    source: state.source,
    organisation: name,
    ...(organisation?.contact === undefined ? {} : { contact: organisation.contact }),
    ...(organisation?.contactUrl === undefined ? {} : { contactUrl: organisation.contactUrl }),
    limits: limitSentences(policy),
    locked: [...lockedBy(policy)].map(([setting, sentence]) => ({ setting, sentence })),
    ...(policy?.presets === undefined ? {} : { presetFloor: managedLimits(policy).presetMinimum }),
  };
}

function limitSentences(policy: Managed | undefined): string[] {
  if (policy === undefined) return [];
  const limits = managedLimits(policy);
  const { servers, clients, rules, vouchers, masks, inspection } = policy;
  return [
    ...(servers?.allowed === undefined ? [] : ['Only servers that it names may be used.']),
    ...((servers?.forbidden?.length ?? 0) === 0 ? [] : ['Some servers may not be used.']),
    ...(clients === undefined ? [] : ['It says which AI apps may connect.']),
    ...((rules?.length ?? 0) === 0 ? [] : [`Rules of its own that ask or refuse: ${rules?.length ?? 0}.`]),
    ...((masks?.length ?? 0) === 0 ? [] : [`Kinds of text that are masked: ${masks?.length ?? 0}.`]),
    ...((inspection?.length ?? 0) === 0
      ? []
      : ['It says what happens at least when something is found in what crosses.']),
    ...((policy.limits?.length ?? 0) === 0
      ? []
      : [`Limits on how often or how much AI apps may call: ${policy.limits?.length ?? 0}.`]),
    ...(policy.presets === undefined ? [] : [`The preset is at least "${limits.presetMinimum}".`]),
    ...(policy.approvals?.clockSeconds === undefined
      ? []
      : [`Questions wait ${limits.clockSeconds} seconds.`]),
    ...(limits.alwaysAllowed ? [] : ['Nothing can be allowed for good.']),
    ...(limits.approvers.who === 'user' ? [] : ['Only people whom it names may allow calls.']),
    ...(policy.log?.destination === undefined
      ? []
      : [`The log of calls is also sent to ${policy.log.destination.url}.`]),
    ...((vouchers?.length ?? 0) === 0 ? [] : ['It answers for some servers, so they need no review.']),
  ];
}
