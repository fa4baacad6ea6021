import type { Caps } from '../../shared/model/caps.ts';
import type { Health, InspectReport, TestReport } from '../../shared/ipc/shapes.ts';
import { eraFor, type Era, type ServerRecord, type StdioLaunch } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { REVIEWED } from '../catalog/catalog.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import { membersOf, stringAt } from '../relay/framing/json-scan.ts';
import { memberOf, SERVER_INFO_KEY } from '../relay/envelope.ts';
import { helloFor } from '../relay/hello.ts';
import { Peer, whole } from '../relay/peer.ts';
import type { Connector, SendFailure } from '../upstream/connection.ts';
import type { Supervisor } from '../upstream/stdio/supervisor.ts';
import type { ServerAdmin } from './ports.ts';
import type { Runtime } from './runtime.ts';

export interface AdminPorts {
  readonly runtime: Runtime;
  readonly connector: Connector;
  readonly supervisor: Supervisor;
  readonly record: (id: string) => ServerRecord | undefined;
  readonly now: () => number;
  readonly version: string;
  readonly startTimeoutMs: number;
  readonly caps: Caps;
  /** stderr and stray output of a server, newest last. */
  readonly journal: (id: string) => readonly string[];
  readonly forget: (id: string) => void;
  readonly findCommand: (launch: StdioLaunch) => Promise<Result<unknown>>;
}

/** How long a server that speaks the new generation may take to show that it speaks the old one too. */
const DUAL_TIMEOUT_MS = 15_000;
const NOBODY = { id: 'doorward', name: 'Doorward', role: 'review' };

/** What a person does with servers: look inside, test, stop. Connections made here never carry a client's call. */
export function createServerAdmin(ports: AdminPorts): ServerAdmin {
  const { runtime, connector, supervisor, now } = ports;

  const open = async (server: ServerRecord, era: Era, timeoutMs: number): Promise<Peer | SendFailure> => {
    const peer = new Peer(
      {
        connector,
        now,
        startTimeoutMs: timeoutMs,
        caps: ports.caps,
        oddity: () => undefined,
        onReady: () => undefined,
        onClosed: () => undefined,
      },
      { id: server.id, launch: server.launch, era },
      helloFor({ ...server, sharing: 'shared' }, era, NOBODY, ports.version),
    );
    const failure = await new Promise<SendFailure | undefined>((resolve) => peer.whenReady(resolve));
    return failure ?? peer;
  };

  const speaksSessions = async (server: ServerRecord): Promise<boolean> => {
    const peer = await open(server, 'session', DUAL_TIMEOUT_MS);
    if (!(peer instanceof Peer)) return false;
    await peer.close();
    return true;
  };

  return {
    async inspect(id, { onProgress }): Promise<Result<InspectReport>> {
      const server = ports.record(id);
      if (server === undefined) return fail('unknown-server', `There is no server "${id}".`);
      supervisor.enabled(id, now());
      onProgress(server.launch.transport === 'stdio' ? `Starting "${id}"…` : `Connecting to "${id}"…`);
      const probe = await connector.probe(server);
      if (!probe.ok) return fail(probe.failure.code, probe.failure.message);
      const dual = probe.era === 'stateless' && (await speaksSessions(server));
      const peer = await open(server, probe.era, ports.startTimeoutMs);
      if (!(peer instanceof Peer)) return fail(peer.code, peer.message);
      onProgress(`Reading what "${id}" offers…`);
      const offer = await runtime.offers.read(peer);
      await peer.close();
      if (!('snapshot' in offer)) return fail(offer.code, offer.message);
      runtime.catalog.put(id, REVIEWED, offer.snapshot);
      return ok({
        ...report(offer.snapshot, probe.era),
        transport: probe.transport,
        dual,
        warnings: [...offer.warnings],
      });
    },

    async test(id): Promise<Result<TestReport>> {
      const server = ports.record(id);
      if (server === undefined) return fail('unknown-server', `There is no server "${id}".`);
      const began = now();
      const era = eraFor(server, server.era ?? 'session');
      const peer = await open(server, era, ports.startTimeoutMs);
      if (!(peer instanceof Peer)) return fail(peer.code, peer.message);
      const offer = await runtime.offers.read(peer);
      await peer.close();
      if (!('snapshot' in offer)) return fail(offer.code, offer.message);
      const { transport } = server.launch;
      return ok({ era, transport, tools: offer.snapshot.lists.tools.length, ms: Math.round(now() - began) });
    },

    stop: (id) => runtime.pool.closeServer(id),

    health(id): Health {
      const server = ports.record(id);
      const peers = runtime.pool.of(id);
      if (server?.launch.transport === 'http') {
        const running = peers.some((peer) => peer.state === 'ready');
        return { state: running ? 'running' : peers.length > 0 ? 'starting' : 'stopped' };
      }
      const health = supervisor.health(id, now());
      const state = health.state === 'waiting' ? 'crashed' : health.state;
      return health.lastFailure === undefined ? { state } : { state, sentence: health.lastFailure };
    },

    findCommand: (launch) => ports.findCommand(launch),

    stderr: (id) => [...ports.journal(id)],

    changed(id): void {
      const server = ports.record(id);
      if (server === undefined) {
        supervisor.forget(id);
        ports.forget(id);
        runtime.catalog.forget(id);
      } else {
        supervisor.enabled(id, now());
        runtime.catalog.changed(id);
      }
      if (server === undefined || !server.enabled || server.state !== 'approved')
        void runtime.pool.closeServer(id);
    },
  };
}

function report(snapshot: Snapshot, era: Era): Omit<InspectReport, 'transport' | 'dual' | 'warnings'> {
  const { hello, lists } = snapshot;
  const meta = memberOf(hello, '_meta');
  const info = memberOf(hello, 'serverInfo') ?? (meta && memberOf(meta, SERVER_INFO_KEY));
  const members = info && membersOf(info, whole(info));
  const text = (key: string): Record<string, string> => {
    const value = info && members && stringAt(info, members.get(key));
    return value === undefined ? {} : { [key]: value };
  };
  const instructions = memberOf(hello, 'instructions');
  const said = instructions && stringAt(instructions, whole(instructions));
  return {
    era,
    serverInfo: { ...text('name'), ...text('version'), ...text('title') },
    ...(said === undefined ? {} : { instructions: said }),
    tools: lists.tools.map(({ bytes, key }) => {
      const tool = membersOf(bytes, whole(bytes));
      const title = stringAt(bytes, tool?.get('title'));
      const description = stringAt(bytes, tool?.get('description'));
      return {
        name: key,
        ...(title === undefined ? {} : { title }),
        ...(description === undefined ? {} : { description }),
      };
    }),
    prompts: lists.prompts.length,
    resources: lists.resources.length,
    templates: lists.templates.length,
  };
}
