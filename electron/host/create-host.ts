import type { DoctorReport, StatusReport } from '../../shared/ipc/shapes.ts';
import type { Launch, ServerRecord } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type LogState, openAuditLog } from '../audit/audit-log.ts';
import { createLogger } from '../log/logger.ts';
import { createRedactor } from '../log/redact.ts';
import { rotatingFile } from '../log/rotating-file.ts';
import type { Keychain } from '../vault/keychain.ts';
import { openSeals } from '../vault/seal-key.ts';
import { createBridges } from './bridges.ts';
import { choosePort } from './chosen-port.ts';
import { clientCommands } from './client-commands.ts';
import { openClientRepo } from './client-repo.ts';
import { commandRunner, type Handlers, type RunCommand } from './commands.ts';
import { startControlServer } from './control-server.ts';
import { hostChecks } from './doctor.ts';
import { openOperator, type Operator } from './operator.ts';
import type { EngineFactory } from './ports.ts';
import { type ProfilePaths, prepareProfile } from './profile.ts';
import { lockProfile } from './profile-lock.ts';
import { openSealedRows } from './sealed-rows.ts';
import { serverCommands } from './server-commands.ts';
import { openServerRepo } from './server-repo.ts';
import { fileSettings } from './settings.ts';
import { snapshotRepo } from './snapshot-repo.ts';
import { keyNotes, openStateDb } from './state-db.ts';

/** What a host needs from outside. */
export interface HostPorts {
  readonly paths: ProfilePaths;
  readonly version: string;
  readonly keychain: Keychain;
  readonly passphrase: Buffer | undefined;
  /** DOORWARD_OPERATOR_KEY: stands in for this run while no key is kept. */
  readonly operatorKey: string | undefined;
  /** For this run only; 0 takes any free port. */
  readonly port: number | undefined;
  /** Program of the log's worker. */
  readonly logWorker: URL;
  readonly engine: EngineFactory;
  readonly now: () => number;
}

/** A running host. */
export interface Host {
  readonly url: string;
  readonly port: number;
  readonly run: RunCommand;
  readonly operator: Operator;
  /** What a person should know, one sentence each. */
  notices(): readonly string[];
  /** Calls `listener` for every server that is added from now on. */
  onServerAdded(listener: (record: ServerRecord) => void): void;
  /** Refuses calls in flight, ends everything, leaves the profile whole. Safe to call twice. */
  close(): Promise<void>;
}

type Undo = () => void | Promise<void>;
const HELLO_MS = 10_000;
const MIN_WAITING_BYTES = 64 * 1024 * 1024;
const LOG_FILES = { bytes: 2 * 1024 * 1024, files: 4 };

/**
 * Opens a profile and everything that works on it, in the order in which one needs the other. When a step is
 * refused, the steps before it are undone in reverse, and the sentence says what to do.
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
  const { paths, now } = ports;
  const startedAt = now();
  const prepared = prepareProfile(paths);
  if (!prepared.ok) return prepared;
  const lock = lockProfile(paths);
  if (!lock.ok) return lock;
  undo.push(() => lock.value.release());

  const read = fileSettings(paths.settings).read();
  if (!read.ok) return read;
  const settings = read.value;
  const sink = rotatingFile(paths.logs, LOG_FILES);
  undo.push(() => sink.close());
  const secrets = createRedactor();
  const logger = createLogger({ sink, level: settings.logLevel, redact: secrets.redact, now });

  const db = openStateDb(paths.state);
  if (!db.ok) return db;
  undo.push(() => db.value.close());
  const seals = await openSeals({
    home: paths.home,
    keychain: ports.keychain,
    passphrase: ports.passphrase,
    notes: keyNotes(db.value),
  });
  if (!seals.ok) return seals;
  const rows = openSealedRows(db.value, seals.value);
  undo.push(() => rows.settled());
  const unreadable: string[] = [];
  const servers = openServerRepo(rows, (id) => unreadable.push(id.slice(0, 40)));
  const clients = openClientRepo(db.value, rows);
  const operator = await openOperator(rows, ports.operatorKey, now);
  if (!operator.ok) return operator;
  const remember = (record: ServerRecord): void => secrets.know(record.id, secretsOf(record.launch));
  servers.all().forEach(remember);

  let logState: LogState = { lost: 0 };
  const logNotices: string[] = [];
  const audit = await openAuditLog({
    file: paths.log,
    workerUrl: ports.logWorker,
    clock: { now },
    onState(state) {
      logState = state;
      if (state.trouble !== undefined) logger.error(state.trouble, { lost: state.lost });
    },
    onNotice(sentence) {
      logNotices.push(sentence);
      logger.warn(sentence);
    },
  });
  if (!audit.ok) return audit;
  undo.push(() => audit.value.close());
  if (audit.value.notice !== undefined) logNotices.push(audit.value.notice);

  const choice = choosePort(rows, ports.port, settings.port);
  const started = await ports.engine({
    home: paths.home,
    settings,
    servers,
    clients,
    snapshots: snapshotRepo(rows, settings.limits.schemaDepth),
    audit: audit.value,
    logger,
    ports: choice.candidates,
  });
  if (!started.ok) return started;
  const engine = started.value;
  undo.push(() => engine.close());
  const { admin, gateway } = engine;
  choice.taken(gateway.port);

  const notices = (): readonly string[] => [
    ...(seals.value.report.state === 'sealed' ? [] : [seals.value.report.sentence]),
    ...rows.notices,
    ...clients.distrusted.map((id) => `The AI app "${id}" does not count any more. Add it again.`),
    ...unreadable.map((id) => `The record of the server "${id}" cannot be read. Add it again.`),
    ...logNotices.slice(-5),
    ...(logState.trouble === undefined ? [] : [logState.trouble]),
  ];
  for (const notice of notices()) logger.warn(notice);

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
      catalog: engine.catalog,
      now,
      onAdded(record) {
        remember(record);
        for (const listener of added) listener(record);
      },
    }),
    ...clientCommands({
      clients,
      now,
      url: () => gateway.url,
      gone(id) {
        bridges.clientGone(id);
        gateway.clientGone(id);
      },
    }),
    async status() {
      const all = servers.all();
      const report: StatusReport = {
        version: ports.version,
        pid: process.pid,
        home: paths.home,
        url: gateway.url,
        port: gateway.port,
        startedAt,
        seals: seals.value.report,
        operatorKey: operator.value.isSet(),
        servers: {
          total: all.length,
          approved: all.filter(({ state }) => state === 'approved').length,
          waiting: all.filter(({ state }) => state === 'unreviewed' || state === 'inspected').length,
          running: all.filter(({ id }) => admin.health(id).state === 'running').length,
        },
        clients: clients.all().length,
        notices: [...notices()],
      };
      return ok(report);
    },
    async 'log.list'({ limit, before, client, server, name, outcome, since }) {
      return ok(
        await audit.value.list({
          limit,
          ...(before === undefined ? {} : { before }),
          ...(client === undefined ? {} : { client }),
          ...(server === undefined ? {} : { server }),
          ...(name === undefined ? {} : { name }),
          ...(outcome === undefined ? {} : { outcome }),
          ...(since === undefined ? {} : { since }),
        }),
      );
    },
    async 'log.show'({ call }) {
      const legs = await audit.value.show(call);
      return legs.length > 0 ? ok([...legs]) : fail('unknown', `There is no call "${call}" in the log.`);
    },
    async 'log.verify'() {
      return ok(await audit.value.verify());
    },
    async 'operator.set'({ newKey }) {
      if (operator.value.distrusted && !operator.value.isSet())
        return fail(
          'operator',
          'The operator\'s key was changed outside Doorward or cannot be checked. Run "doorward doctor".',
        );
      const changed = operator.value.isSet();
      await operator.value.set(newKey);
      return ok({
        changed,
        sentence: changed ? "The operator's key was changed." : "The operator's key is set.",
      });
    },
    async doctor(_input, { onProgress }) {
      const checks = await hostChecks(
        {
          url: gateway.url,
          seals: () => seals.value.report,
          operator: operator.value,
          notices: () => [...rows.notices, ...logNotices.slice(-5)],
          servers,
          admin,
          audit: audit.value,
        },
        onProgress,
      );
      const report: DoctorReport = { ok: checks.every(({ state }) => state !== 'bad'), checks };
      return ok(report);
    },
  };
  const commands = commandRunner(handlers, operator.value, logger);
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
    () => control.value.close(),
    () => bridges.close(),
    () => engine.close(),
  );
  logger.info('Doorward runs', { port: gateway.port, pid: process.pid, version: ports.version });
  return ok({
    url: gateway.url,
    port: gateway.port,
    run,
    operator: operator.value,
    notices,
    onServerAdded: (listener) => void added.push(listener),
    close,
  });
}

/** Environment values and headers of a server: names are told, values never. */
function secretsOf(launch: Launch): string[] {
  return launch.transport === 'stdio' ? Object.values(launch.env) : Object.values(launch.headers);
}
