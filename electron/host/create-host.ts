import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import type { StatusReport } from '../../shared/ipc/shapes.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import type { Alarm } from '../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createBridges } from './bridges.ts';
import { choosePort } from './chosen-port.ts';
import { clientCommands } from './client-commands.ts';
import { commandRunner, type Front, type Handlers, type RunCommand } from './commands.ts';
import { startControlServer } from './control-server.ts';
import { hostCommands } from './host-commands.ts';
import { CallFeed } from './live/call-feed.ts';
import { newestCalls } from './live/newest-calls.ts';
import { openLog } from './open-log.ts';
import { openProfile, type ProfilePorts, type Undo } from './open-profile.ts';
import type { Operator } from './operator.ts';
import type { EngineFactory } from './ports.ts';
import { profileHome, systemSurroundings } from './profile.ts';
import { serverCommands } from './server-commands.ts';
import { toolCommands } from './tool-commands.ts';
import { reviewCounts } from './review-view.ts';
import { secretsOf, serverViewer } from './server-view.ts';
import { snapshotRepo } from './snapshot-repo.ts';
import { createHostState, type StateFeed } from './state/host-state.ts';
import { windowCommands } from './window-commands.ts';

/** What a host needs from outside. */
export interface HostPorts extends ProfilePorts {
  readonly version: string;
  /** Whether a person has Doorward's own window; decides who may do what loosens something. */
  readonly front: Front;
  /** For this run only; 0 takes any free port. */
  readonly port: number | undefined;
  /** Program and arguments with which AI apps start our bridge, such as `[node, cli.mjs]`. */
  readonly launcher: readonly string[];
  /** Program of the log's worker. */
  readonly logWorker: URL;
  readonly engine: EngineFactory;
}

/** A running host. */
export interface Host {
  readonly url: string;
  readonly port: number;
  readonly run: RunCommand;
  readonly operator: Operator;
  /** What a window shows; calls are in it only when the host has a window. */
  readonly state: StateFeed;
  /** What a person should know, one sentence each. */
  notices(): readonly string[];
  /** Calls `listener` for every server that is added from now on. */
  onServerAdded(listener: (record: ServerRecord) => void): void;
  /** Calls `listener` for every change that looks dangerous from now on, also while no window follows the state. */
  onAlarm(listener: (alarm: Alarm) => void): void;
  /** Refuses calls in flight, ends everything, leaves the profile whole. Safe to call twice. */
  close(): Promise<void>;
}

const HELLO_MS = 10_000;
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
  const opened = await open(ports, undo, () => closing !== undefined, close);
  if (!opened.ok) await close();
  return opened;
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
  const { settings, logger, secrets, seals, rows, servers, approvals, clients, operator, guard } =
    profile.value;

  const log = await openLog({ ...ports, logger }, undo);
  if (!log.ok) return log;
  const { audit } = log.value;
  const feed = new CallFeed(secrets);
  if (front === 'window') feed.fill(await newestCalls(audit));

  const choice = choosePort(rows, ports.port, settings.port);
  const started = await ports.engine({
    home: paths.home,
    settings,
    servers,
    clients,
    approvals,
    redact: secrets.redact,
    snapshots: snapshotRepo(rows, settings.limits.schemaDepth),
    audit,
    logger,
    ports: choice.candidates,
    everythingBlocked: () => guard.blocked(),
    // Without a window nobody looks at calls live, and their road has nothing to pay for it.
    watcher: front === 'window' ? feed : undefined,
  });
  if (!started.ok) return started;
  const engine = started.value;
  undo.push(() => engine.close());
  const { admin, gateway, trust } = engine;
  choice.taken(gateway.port);

  const notices = (): readonly string[] => [...profile.value.notices(), ...log.value.notices()];
  for (const notice of notices()) logger.warn(notice);

  const status = (): StatusReport => {
    const all = servers.all();
    return {
      version: ports.version,
      pid: process.pid,
      home: paths.home,
      url: gateway.url,
      port: gateway.port,
      startedAt,
      seals: seals.report,
      // With a window the key opens nothing, so nobody should be asked for it.
      operatorKey: front === 'headless' && operator.isSet(),
      servers: {
        total: all.length,
        approved: all.filter(({ state }) => state === 'approved').length,
        waiting: all.filter(({ state }) => state === 'unreviewed' || state === 'inspected').length,
        running: all.filter(({ id }) => admin.health(id).state === 'running').length,
      },
      clients: clients.all().length,
      reviews: reviewCounts(trust.reviews()),
      guard: guard.blocked() ? 'block' : 'usual',
      notices: [...notices()],
    };
  };
  const view = serverViewer(servers, admin, secrets.redact, settings.trustedRegistries);
  const state = createHostState({
    run: randomUUID(),
    status,
    servers: () => servers.all().map(view),
    clients: () => [...clients.all()],
    reviews: () => trust.reviews(),
    calls: feed,
    now: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    fault: (error) => logger.error('A listener of the state failed', { error: String(error) }),
  });

  trust.onAlarm((alarm) => {
    logger.warn('Something changed that looks dangerous', { server: alarm.server });
    state.alarm(alarm);
  });
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
  const handlers: Handlers = {
    ...serverCommands({
      servers,
      admin,
      trust,
      view,
      redact: secrets.redact,
      now,
      remember: ({ id, launch }) => secrets.know(id, secretsOf(launch)),
      onAdded: (record) => added.forEach((listener) => listener(record)),
    }),
    ...toolCommands(servers, trust),
    ...clientCommands({
      clients,
      now,
      url: () => gateway.url,
      gone(id) {
        bridges.clientGone(id);
        gateway.clientGone(id);
      },
    }),
    ...hostCommands({
      status,
      audit,
      guard,
      operator,
      front,
      secrets,
      checks: {
        url: gateway.url,
        seals: () => seals.report,
        notices: () => [...rows.notices, ...log.value.happened()],
        servers,
        admin,
      },
    }),
    ...windowCommands({
      feed,
      audit,
      secrets,
      servers,
      clients,
      admin,
      view,
      settings: ports.settings,
      settingsFile: paths.settings,
      running: settings,
      url: () => gateway.url,
      platform: process.platform,
      launcher: ports.launcher,
      // An app starts the bridge with an environment of its own, so an unusual place is named.
      home: paths.home === usualHome() ? undefined : paths.home,
    }),
  };
  const commands = commandRunner({
    handlers,
    operator,
    front,
    logger,
    redact: secrets.redact,
    onRun: () => state.changed(),
  });
  const run: RunCommand = (name, input, caller) =>
    isClosing() ? Promise.resolve(fail('failed', 'Doorward is stopping.')) : commands(name, input, caller);

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
  undo.pop();
  undo.push(
    () => state.close(),
    () => control.value.close(),
    () => bridges.close(),
    () => engine.close(),
  );
  logger.info('Doorward runs', { port: gateway.port, pid: process.pid, version: ports.version });
  return ok({
    url: gateway.url,
    port: gateway.port,
    run,
    operator,
    state,
    notices,
    onServerAdded: (listener) => void added.push(listener),
    onAlarm: (listener) => trust.onAlarm(listener),
    close,
  });
}

/** Where the profile is when nobody says otherwise. */
function usualHome(): string {
  const around = systemSurroundings(homedir());
  return profileHome(undefined, { ...around, env: { ...around.env, DOORWARD_HOME: undefined } });
}
