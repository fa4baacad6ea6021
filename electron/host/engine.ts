import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { ServerRecord } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Directory, REVIEWED } from '../catalog/catalog.ts';
import type { RoleView } from '../catalog/role-view.ts';
import { createGateway, type Gateway, type GatewayPorts } from '../gateway/gateway.ts';
import { defaultLimits } from '../gateway/limits.ts';
import { type ToolChoices, toolChoices } from '../context/demand/tool-choices.ts';
import { createConnector } from '../upstream/connector.ts';
import { createHttpClient } from '../upstream/http/client.ts';
import { createSignIns } from '../upstream/oauth/sign-ins.ts';
import { systemClock, systemSpawn } from '../upstream/stdio/ports.ts';
import type { ServerJournal } from '../upstream/stdio/server-journal.ts';
import { createStdioHost } from '../upstream/stdio/stdio-host.ts';
import { Supervisor } from '../upstream/stdio/supervisor.ts';
import { identifier } from './servers/identity-ports.ts';
import { createNewVersions } from './servers/new-versions.ts';
import { type Ask, packageFetch } from './registry/package-fetch.ts';
import { lookUpPackage } from './registry/package-lookup.ts';
import { askRegistry, registryOf } from './registry/package-registry.ts';
import type { Engine, EngineContext, EngineFactory } from './ports.ts';
import type { ServerRepo } from './servers/server-repo.ts';
import { createRuntime } from './runtime.ts';
import { createServerAdmin } from './servers/server-admin.ts';
import { createTrustAdmin } from './servers/trust-admin.ts';
import { vaultConnector } from './vault/vault-connector.ts';
import { verifiedConnector } from './servers/verified-connector.ts';
import { identityVerifier } from './servers/verify-identity.ts';

export interface EnginePorts {
  readonly version: string;
  /** Program for the watchdog: a Node that may run scripts. */
  readonly nodePath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks registries of packages; in tests another one than the network. */
  readonly ask?: Ask;
  /** The public document that stands for this build at authorization servers (CIMD); none unless its maker hosts one. */
  readonly clientDocument?: string;
}

/** From a server's start to its first answer; a first `npx` downloads in it. */
const START_TIMEOUT_MS = 120_000;
/** How long a review waits for a registry. */
const LOOKUP_MS = 4000;
/** How long the daily look for newer versions waits for one; nobody waits for it. */
const VERSIONS_MS = 30_000;
const MINUTE_MS = 60_000;
const NOBODY = { id: '', role: '' };
/** So many sets of visible servers are kept. */
const MOST_VIEWS = 2000;

/** The real parts behind the host: endpoint, relay, processes and sockets of this machine. */
export function engineFactory(ports: EnginePorts): EngineFactory {
  return async (context): Promise<Result<Engine>> => {
    const { servers, clients, settings, logger } = context;
    const { limits } = settings;
    const now = (): number => performance.now();
    const supervisor = new Supervisor(Math.random);
    const stdio = createStdioHost({
      spawn: systemSpawn,
      clock: systemClock,
      platform: process.platform,
      env: ports.env,
      home: homedir(),
      nodePath: ports.nodePath,
      version: ports.version,
      nonce: () => randomBytes(16).toString('hex'),
      lineCap: limits.resultBytes,
    });
    const userAgent = `doorward/${ports.version}`;
    const client = createHttpClient({
      env: ports.env,
      userAgent,
      messageBytes: limits.resultBytes,
    });
    const http = { client, random: Math.random, clientInfo: { name: 'doorward', version: ports.version } };
    const signIns = createSignIns({
      ...context.signIn,
      env: ports.env,
      userAgent,
      now: Date.now,
      clientDocument: ports.clientDocument,
    });
    signIns.onChange(context.signIn.changed);
    const connector = vaultConnector(
      createConnector({
        stdio,
        http,
        supervisor,
        now,
        closeHttp: () => client.close(),
        signedIn: (server, base) => signIns.client(server, base),
      }),
      context.fillIn,
    );
    const choices = toolChoices((id) => {
      const client = clients.find(id);
      return client && (client.tools ?? context.roleTools?.(client.role));
    });
    const directory = directoryOf(servers, context);
    const identify = identifier({
      resolve: (launch) => stdio.resolve(launch),
    });
    const registry = {
      ask: ports.ask ?? packageFetch(),
      timeoutMs: LOOKUP_MS,
      trustedRegistries: settings.trustedRegistries ?? [],
    };
    const verify = identityVerifier({
      servers,
      approvals: context.approvals,
      identify,
      clock: Date.now,
      changed: (id) => admin.changed(id),
    });
    const runtime = createRuntime({
      audit: context.audit,
      directory,
      snapshots: context.snapshots,
      trust: context.approvals,
      knowsClient: (id) => clients.find(id) !== undefined,
      connector: { ...connector, ...verifiedConnector(connector, verify) },
      caps: limits,
      version: ports.version,
      clock: Date.now,
      now,
      startTimeoutMs: START_TIMEOUT_MS,
      idleMs: settings.idle.serverMinutes * MINUTE_MS,
      note: (server, sentence) => logger.debug(sentence, { server }),
      stageFault: (stage, error) => logger.error('A stage failed', { stage, error: String(error) }),
      policy: context.policy,
      view: roleView(context, choices),
      choices,
      sets: context.sets,
      serverLabels: context.serverLabels,
      approval: context.approval,
      inspectors: context.inspectors,
      askAboutAnswer: context.askAboutAnswer,
      limits: context.limits,
      earlier: context.earlier,
      texts: context.texts,
      shaping: context.shaping,
      meter: context.meter,
      watcher: context.watcher,
      glimpsed: (id, offered) => trust.glimpsed(id, offered),
    });
    const trust = createTrustAdmin({
      approvals: context.approvals,
      catalog: runtime.catalog,
      servers: () => servers.all(),
      clock: Date.now,
      redact: context.redact,
      identify,
      decided: (id) => runtime.relay.decided(id),
    });
    const versions = createNewVersions({
      servers: () => servers.all(),
      approvals: context.approvals,
      clock: Date.now,
      after(ms, run) {
        const timer = setTimeout(run, ms).unref();
        return () => clearTimeout(timer);
      },
      registryOf: (launch) => registryOf(launch, registry.trustedRegistries),
      newest: (where, name) => askRegistry(where, name, undefined, { ...registry, timeoutMs: VERSIONS_MS }),
      note: (server, sentence) => logger.info(sentence, { server }),
    });
    const admin = createServerAdmin({
      runtime,
      trust,
      identify,
      lookUp: (launch) => lookUpPackage(launch, registry),
      verify,
      approvals: context.approvals,
      versions,
      connector,
      supervisor,
      signIns,
      record: (id) => servers.get(id),
      now,
      version: ports.version,
      startTimeoutMs: START_TIMEOUT_MS,
      caps: limits,
      journal: (id) => journalLines(stdio.journal(id)),
      wroteAt: (id) => stdio.journal(id).stderrTail().at(-1)?.at,
      forget: (id) => stdio.forget(id),
      findCommand: (launch) => stdio.resolve(launch),
    });
    // The first list of a client comes from memory: what is stored is read before anybody can ask.
    for (const server of directory.visible(NOBODY)) runtime.catalog.get(server.id, REVIEWED);
    const gateway = await listen(context, {
      relay: runtime.relay,
      authenticate(digest) {
        const found = clients.byTokenDigest(digest);
        if (found === undefined || !context.policy.allowsClient(found.name)) return undefined;
        clients.seen(found.id, Date.now());
        return { id: found.id, name: found.name, role: found.role };
      },
      scopeExists: (id, who) => directory.visible(who).some((server) => server.id === id),
      limits: {
        ...defaultLimits,
        bodyBytes: limits.bodyBytes,
        callsPerClient: limits.callsPerClient,
        waitingBytesTotal: Math.max(defaultLimits.waitingBytesTotal, 2 * limits.resultBytes),
        sessionIdleMs: settings.idle.sessionMinutes * MINUTE_MS,
      },
      clock: {
        monotonic: now,
        after(ms, run) {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
      ids: { session: () => randomBytes(24).toString('base64url') },
    });
    if (!gateway.ok) {
      await connector.close();
      return gateway;
    }
    const { door, port, url } = gateway.value;
    versions.start();
    return ok({
      admin,
      relay: runtime.relay,
      catalog: runtime.catalog,
      trust,
      listed: (client) => runtime.listed(client),
      gateway: {
        port,
        url,
        clientGone(id) {
          door.dropClient(id);
          runtime.relay.dropClient(id);
        },
      },
      relisted() {
        const ids = servers.all().map(({ id }) => id);
        runtime.catalog.relisted(ids);
        for (const id of ids) runtime.relay.decided(id);
      },
      async close() {
        versions.close();
        signIns.close();
        // The relay answers what is in flight while the endpoint still holds the sockets open for it.
        const closed = door.close('Doorward is stopping.');
        await runtime.pool.close();
        await connector.close();
        await closed;
      },
    });
  };
}

interface OpenDoor {
  readonly door: Gateway;
  readonly port: number;
  readonly url: string;
}

/** Takes the first port that is free. */
async function listen(
  context: EngineContext,
  ports: Omit<GatewayPorts, 'settings'>,
): Promise<Result<OpenDoor>> {
  let last: Result<OpenDoor> = fail('listen-failed', 'There is no port to listen on.');
  for (const port of context.ports) {
    const { allowedOrigins } = context.settings;
    const door = createGateway({ ...ports, settings: { port, allowedOrigins } });
    const listening = await door.listen();
    if (listening.ok) return ok({ door, ...listening.value });
    last = listening;
    if (listening.code !== 'port-taken') break;
  }
  return last;
}

/** Approved, switched on, and left to the client by its role and by profiles, in order of their names. */
function directoryOf(
  servers: ServerRepo,
  { policy, sets }: Pick<EngineContext, 'policy' | 'sets'>,
): Directory {
  let all: readonly ServerRecord[] = [];
  let usable: readonly ServerRecord[] = [];
  let version = policy.version;
  const shown = new Map<string, readonly ServerRecord[]>();
  return {
    get: (id) => servers.get(id),
    // Asked several times for every call; the repository answers the same array until a record changes.
    visible(client) {
      const { id } = client;
      const now = servers.all();
      if (now !== all || version !== policy.version) {
        all = now;
        version = policy.version;
        usable = now.filter((server) => server.state === 'approved' && server.enabled);
        shown.clear();
      }
      // Nobody in particular: what is there for anybody.
      if (id === NOBODY.id) return usable;
      const left = sets?.key(client) ?? '';
      const key = left === '' ? id : `${id} ${left}`;
      let mine = shown.get(key);
      if (mine === undefined) {
        mine = usable.filter(
          (server) =>
            policy.seesServer(id, server.id) && (left === '' || sets?.hasServer(client, server.id) === true),
        );
        if (shown.size >= MOST_VIEWS) shown.clear();
        shown.set(key, mine);
      }
      return mine;
    },
  };
}

/** What the role of an AI app lets it be listed, as the policy says, and what of that a person chose and profiles leave. */
function roleView({ policy, approvals, sets }: EngineContext, choices: ToolChoices): RoleView {
  return {
    key(viewer) {
      const chosen = choices.key(viewer.id);
      const left = sets?.key(viewer) ?? '';
      const seen = policy.viewKey(viewer.id);
      return chosen === '' && left === '' ? seen : `${seen} ${chosen} ${left}`;
    },
    sees: (viewer, server, list, key) =>
      policy.sees(viewer.id, server, key, list === 'tools' ? approvals.effect(server, key) : 'read') &&
      (sets?.hasServer(viewer, server) ?? true) &&
      (list !== 'tools' || (choices.has(viewer.id, server, key) && (sets?.has(viewer, server, key) ?? true))),
    shown: ({ id }) => choices.shown(id),
  };
}

function journalLines(journal: ServerJournal): string[] {
  const { count, last } = journal.strayLines();
  const stray =
    count === 0 ? [] : [`(${count} lines on stdout were no messages; the last: ${last.at(-1)?.text ?? ''})`];
  return [...journal.stderrTail().map((line) => line.text), ...stray];
}
