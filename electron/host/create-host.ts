import { randomUUID } from 'node:crypto';
import type { ServerRecord } from '../../shared/model/server.ts';
import { managedLimits } from '../../shared/model/managed-limits.ts';
import type { Alarm } from '../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { labelsSaid } from '../context/demand/server-labels.ts';
import { systemAfter } from '../relay/holding.ts';
import { type AppParts, openAppParts } from './apps/app-parts.ts';
import { createBridges } from './control/bridges.ts';
import { choosePort } from './endpoint/chosen-port.ts';
import { allCommands, bridgeHome, hostVouchers } from './all-commands.ts';
import { commandRunner, type RunCommand } from './commands.ts';
import { startControlServer } from './control/control-server.ts';
import type { HostParts } from './host-parts.ts';
import { hostStatus } from './host-status.ts';
import { openLimits } from './limits/open-limits.ts';
import { CallFeed } from './live/call-feed.ts';
import { newestCalls } from './live/newest-calls.ts';
import { openInspection } from './inspection/open-inspection.ts';
import { openInspectors } from './inspection/open-inspectors.ts';
import { markOf, openEarlierTries, sameArguments } from './log/log-earlier.ts';
import { keepOf } from './log/log-keep.ts';
import { openUnwritable } from './log/log-unwritable.ts';
import { openLog } from './log/open-log.ts';
import { openProfile, type Undo } from './open-profile.ts';
import { openManagedPolicy } from './policy/managed-policy.ts';
import { serverSays } from './policy/offered-things.ts';
import { openPolicyRoom } from './policy/open-policy.ts';
import type { Engine } from './ports.ts';
import { openToolProfiles } from './profiles/open-tool-profiles.ts';
import { openSending } from './sending/open-sending.ts';
import { openShaping } from './shaping/open-shaping.ts';
import { serverViewer } from './servers/server-view.ts';
import { keptOutOf } from './texts/kept-out.ts';
import { openTexts } from './texts/open-texts.ts';
import { openTokens } from './tokens/open-tokens.ts';
import { settingsInForce } from './settings/settings-in-force.ts';
import { signInStore } from './servers/sign-in-store.ts';
import { snapshotRepo } from './servers/snapshot-repo.ts';
import { createHostState } from './state/host-state.ts';
import { knownWhenFilled } from './vault/vault-connector.ts';
import { lockWithScreen } from './vault/vault-lock.ts';
import type { Host, HostPorts } from './host.ts';

const HELLO_MS = 10_000;
const NO_APPS: readonly never[] = [];
const MIN_WAITING_BYTES = 64 * 1024 * 1024;

/**
 * Opens a profile and everything that works on it, in the order in which one needs the other. When a step is
 * refused, the steps before it are undone in reverse, and the sentence says what to do. Codes that a front end has a
 * screen for: `port-taken` (somebody else listens where the apps send their keys; nothing was sent there), `taken`
 * (another host has the profile), `malformed` (the settings).
 */
export async function createHost(ports: HostPorts): Promise<Result<Host>> {
  const undo: Undo[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      for (const step of undo.toReversed()) await step();
    })();
    return closing;
  };
  try {
    const opened = await open(ports, undo, () => closing !== undefined, close);
    if (!opened.ok) await close();
    return opened;
  } catch (error) {
    // A bug, and no reason to leave a port, a lock or a process behind.
    await close();
    throw error;
  }
}

async function open(
  ports: HostPorts,
  undo: Undo[],
  isClosing: () => boolean,
  close: () => Promise<void>,
): Promise<Result<Host>> {
  const { paths, now, front } = ports;
  const startedAt = now();
  const profile = await openProfile(ports, undo);
  if (!profile.ok) return profile;
  const { logger, secrets, vault, rows, servers, approvals, clients, operator } = profile.value;

  const keptOut = keptOutOf(secrets);
  // Until it is known what an organisation wants, what it might want.
  let mustRecord = (): boolean => true;
  const unwritable = openUnwritable({ rows, mustRecord: () => mustRecord() });
  const log = await openLog({ ...ports, logger, seals: profile.value.seals, keptOut, unwritable }, undo);
  if (!log.ok) return log;
  const { audit } = log.value;
  const feed = new CallFeed(secrets);
  if (front === 'window') feed.fill(await newestCalls(audit));

  const managed = await openManagedPolicy({ ...ports, rows, logger, approvals });
  undo.push(() => managed.close());
  mustRecord = () => managed.current()?.log?.required === true;
  const keepLog = (): void => {
    const own = ports.settings.read();
    const { retentionDays } = managedLimits(managed.current());
    if (own.ok) log.value.keep(keepOf(own.value, retentionDays));
  };
  keepLog();
  managed.policy.onChange(keepLog);
  undo.push(ports.settings.watch(keepLog));
  const sending = openSending(
    {
      profile: profile.value,
      paths,
      version: ports.version,
      audit,
      managed: {
        current: () => managed.current(),
        unreadable: () => managed.view().kind === 'locked-down',
        onChange: (listener) => managed.policy.onChange(listener),
      },
    },
    undo,
  );
  const inForce = settingsInForce(ports.settings, profile.value, managed, undo);
  const settings = inForce.now();
  // The files of AI apps are known by their names.
  const ownFiles = [paths.home];
  // The engine comes later: it takes what decides.
  const later: {
    catalog?: Engine['catalog'];
    stateChanged?: () => void;
    apps?: AppParts;
    signedIn?: (server: string) => boolean;
    alarm?: (alarm: Alarm) => void;
  } = {};
  const same = sameArguments(profile.value, log.value.digest);
  const room = openPolicyRoom({
    profile: profile.value,
    managed: managed.policy,
    deskSettings: () => managed.deskSettings(),
    presence: ports.presence,
    ownFiles: () => ownFiles,
    serverSays: (id) => later.catalog && serverSays(later.catalog, id),
    openUrl: ports.openUrl,
    now,
    markOf: (facts) => markOf(facts, same),
  });
  const { judge, desk } = room;

  const inspection = openInspection({ profile: profile.value, managed, judge });
  keptOut.room = inspection;
  const keepAnswer =
    front === 'window' ? (call: string, answer: Buffer) => feed.came(call, answer) : undefined;
  const inspectors = openInspectors({
    room: inspection,
    profile: profile.value,
    judge,
    signedIn: (id) => later.signedIn?.(id) === true,
    alarm: (one) => later.alarm?.(one),
    keep: keepAnswer,
    changed: () => later.stateChanged?.(),
    now,
  });
  undo.push(() => inspectors.close());

  const limits = openLimits({
    profile: profile.value,
    judge,
    managed: { current: () => managed.current(), onChange: (listener) => managed.policy.onChange(listener) },
    clock: now,
    now: () => performance.now(),
  });

  const texts = openTexts({ profile: profile.value, managed: () => managed.current() });
  const tokens = openTokens({
    db: profile.value.db,
    now,
    after: systemAfter,
    fault: (error) => logger.warn('The counts of tokens were not kept yet', { error: String(error) }),
  });
  undo.push(() => tokens.book.close());
  const shaping = openShaping(profile.value, keepAnswer);
  const toolProfiles = openToolProfiles({ profile: profile.value, platform: process.platform });

  const choice = choosePort(rows, ports.port, settings.port);
  const started = await ports.engine({
    home: paths.home,
    settings,
    servers,
    clients,
    approvals,
    redact: secrets.redact,
    fillIn: knownWhenFilled((id, launch) => vault.resolve(id, launch), secrets),
    signIn: {
      store: signInStore(vault.own),
      know: (server, values) => secrets.know(`sign-in:${server}`, values),
      openUrl: ports.openUrl,
      privatePlaces: () => managed.current()?.privateAddressesForSignIn ?? [],
      changed: () => later.stateChanged?.(),
    },
    snapshots: snapshotRepo(rows, settings.limits.schemaDepth),
    audit,
    logger,
    ports: choice.candidates,
    policy: judge,
    ...toolProfiles.road,
    approval: room.approval,
    inspectors: inspectors.all,
    askAboutAnswer: room.questions.askAboutAnswer,
    limits: limits.road,
    earlier: openEarlierTries({ ...log.value, judge, same, now, logger }),
    texts: { keep: (server) => texts.keep(server), digest: log.value.digest },
    meter: tokens.meter,
    shaping: shaping.road,
    serverLabels: labelsSaid(inspection.book),
    // Without a window nobody looks at calls live, and their road has nothing to pay for it.
    watcher: front === 'window' ? feed : undefined,
  });
  if (!started.ok) return started;
  const engine = started.value;
  undo.push(() => engine.close());
  const { admin, gateway, trust } = engine;
  later.catalog = engine.catalog;
  later.signedIn = (id) => {
    const record = servers.get(id);
    return record !== undefined && admin.signInView(id, record.launch).state === 'signed-in';
  };
  // What waits is refused before its connections are ended.
  undo.push(() => desk.close());
  choice.taken(gateway.port);

  const notices = (): readonly string[] => [
    ...profile.value.notices(),
    ...log.value.notices(),
    ...inspection.notices,
    ...limits.notices,
    ...sending.notices,
    ...texts.notices,
    ...shaping.notices,
    ...toolProfiles.notices,
  ];
  for (const notice of notices()) logger.warn(notice);

  const parts: HostParts = {
    ports,
    startedAt,
    settings,
    inForce,
    profile: profile.value,
    log: log.value,
    feed,
    managed,
    room,
    limits,
    sending,
    texts,
    tokens,
    shaping,
    toolProfiles,
    engine,
    notices,
  };
  const status = hostStatus(parts);
  const view = serverViewer(servers, admin, secrets.redact, () => ({
    trustedRegistries: settings.trustedRegistries ?? [],
    trustedProxies: managed.current()?.proxies ?? [],
  }));
  const state = createHostState({
    run: randomUUID(),
    status,
    servers: () => servers.all().map(view),
    clients: () => clients.all().map(toolProfiles.clientView),
    managed: () => managed.view(),
    reviews: () => trust.reviews(),
    pending: () => desk.pending(),
    missed: () => desk.missed(),
    rules: () => room.rules(),
    roles: () => room.roles(),
    apps: () => later.apps?.room.views() ?? NO_APPS,
    behindTheBack: () => later.apps?.room.behindTheBack() ?? NO_APPS,
    inspection: () => inspection.view(),
    profiles: () => toolProfiles.book.state(),
    calls: feed,
    now: () => performance.now(),
    after: systemAfter,
    fault: (error) => logger.error('A listener of the state failed', { error: String(error) }),
  });

  later.stateChanged = () => state.changed();
  desk.onChange(() => state.changed());
  log.value.onChange(() => state.changed());
  judge.onChange(() => state.changed());
  inspection.onChange(() => state.changed());
  const alarmed: ((alarm: Alarm) => void)[] = [];
  trust.onAlarm((alarm) => {
    logger.warn('Something changed that looks dangerous', { server: alarm.server });
    state.alarm(alarm);
  });
  later.alarm = (alarm) => {
    logger.warn('A canary was on its way to a server', { server: alarm.server });
    state.alarm(alarm);
    alarmed.forEach((listener) => listener(alarm));
  };
  const bridges = createBridges({
    relay: engine.relay,
    clients,
    servers,
    callsInFlight: settings.limits.callsPerClient,
    // Room for one result while another is on its way.
    waitingBytes: Math.max(MIN_WAITING_BYTES, 2 * settings.limits.resultBytes),
    now,
  });
  const added: ((record: ServerRecord) => void)[] = [];
  const clientGone = (id: string): void => {
    inspectors.clientGone(id);
    bridges.clientGone(id);
    gateway.clientGone(id);
  };
  const apps = await openAppParts(parts, {
    add: (input, context) => handlers['server.add'](input, context),
    remove: (input, context) => handlers['server.remove'](input, context),
    clientGone,
    changed: () => state.changed(),
    profile: bridgeHome(paths.home),
  });
  later.apps = apps;
  const handlers = allCommands(parts, {
    status,
    view,
    onAdded: (record) => added.forEach((listener) => listener(record)),
    clientGone,
    apps: apps.commands,
    inspection,
    appViews: () => apps.room.views(),
  });
  const vouchers = hostVouchers(parts, handlers);
  managed.policy.onChange(() => void vouchers.apply());
  const commands = commandRunner({
    handlers,
    operator,
    front,
    logger,
    redact: secrets.redact,
    cannotApprove: () => managed.policy.cannotApprove(),
    onRun: () => state.changed(),
  });
  const run: RunCommand = (name, input, caller) =>
    isClosing() ? Promise.resolve(fail('failed', 'Doorward is stopping.')) : commands(name, input, caller);

  lockWithScreen({
    vault,
    presence: ports.presence,
    wanted: () => inForce.now().lockVault,
    changed: () => state.changed(),
    logger,
  });

  const control = await startControlServer({
    paths,
    run,
    bridge: bridges.open,
    bridgeLine: settings.limits.bodyBytes,
    helloMs: HELLO_MS,
    logger,
  });
  if (!control.ok) return control;
  // Calls in flight are refused through their bridges and connections before those are ended.
  undo.splice(-2);
  undo.push(
    () => state.close(),
    () => desk.close(),
    () => control.value.close(),
    () => apps.close(),
    () => bridges.close(),
    () => engine.close(),
  );
  void vouchers.apply();
  apps.start();
  logger.info('Doorward runs', { port: gateway.port, pid: process.pid, version: ports.version });
  return ok({
    url: gateway.url,
    port: gateway.port,
    run,
    operator,
    settings: inForce,
    state,
    approvals: desk,
    notices,
    onServerAdded: (listener) => void added.push(listener),
    onAlarm(listener) {
      trust.onAlarm(listener);
      alarmed.push(listener);
    },
    close,
  });
}
