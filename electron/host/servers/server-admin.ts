import type { Caps } from '../../../shared/model/caps.ts';
import type { Health, InspectReport, TestReport } from '../../../shared/ipc/shapes.ts';
import {
  eraFor,
  type Era,
  type Launch,
  type ServerRecord,
  type StdioLaunch,
} from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Approvals } from '../../catalog/approvals.ts';
import { capabilitySet, REVIEWED } from '../../catalog/catalog.ts';
import { sameLists, type Snapshot } from '../../catalog/snapshot.ts';
import { json } from '../../relay/framing/splice.ts';
import { helloFor, LATEST_SESSION_VERSION } from '../../relay/hello.ts';
import { Peer } from '../../relay/peer.ts';
import type { Connector, SendFailure } from '../../upstream/connection.ts';
import type { SignIns } from '../../upstream/oauth/sign-ins.ts';
import type { Supervisor } from '../../upstream/stdio/supervisor.ts';
import type { ServerAdmin } from '../ports.ts';
import type { Identify } from './identity-ports.ts';
import { firstLook } from './first-look.ts';
import { describeOffer, describePackage, leftOut, maybeNeedsSecrets } from './inspection.ts';
import type { NewVersions } from './new-versions.ts';
import type { Lookup, PinnedLaunch } from '../registry/package-lookup.ts';
import type { Runtime } from '../runtime.ts';
import type { TrustAdmin } from './trust-admin.ts';
import type { Verify } from './verified-connector.ts';
import { proposedLaunch, withKnownDigest } from './verify-identity.ts';

export interface AdminPorts {
  readonly runtime: Runtime;
  readonly trust: TrustAdmin;
  /** What a server is now, whatever it calls itself. */
  readonly identify: Identify;
  /** Which version a start command without one means today. */
  readonly lookUp: (launch: Launch) => Promise<Lookup>;
  readonly verify: Verify;
  readonly approvals: Approvals;
  readonly versions: NewVersions;
  readonly connector: Connector;
  readonly supervisor: Supervisor;
  readonly signIns: SignIns;
  readonly record: (id: string) => ServerRecord | undefined;
  readonly now: () => number;
  readonly version: string;
  readonly startTimeoutMs: number;
  readonly caps: Caps;
  /** stderr and stray output of a server, newest last. */
  readonly journal: (id: string) => readonly string[];
  /** When it last wrote to stderr. */
  readonly wroteAt: (id: string) => number | undefined;
  readonly forget: (id: string) => void;
  readonly findCommand: (launch: StdioLaunch) => Promise<Result<unknown>>;
}

/** How long a server that speaks the new generation may take to show that it speaks the old one too. */
const DUAL_TIMEOUT_MS = 15_000;
/** The capabilities of an AI app that can do everything. */
const EVERYTHING = {
  roots: { listChanged: true },
  sampling: { context: {}, tools: {} },
  elicitation: { form: {}, url: {} },
  tasks: {
    list: {},
    cancel: {},
    requests: { sampling: { createMessage: {} }, elicitation: { create: {} } },
  },
};
const NOBODY = { id: 'doorward', name: 'Doorward', role: 'review' };

/** What a person does with servers: look inside, test, stop. Connections made here never carry a client's call. */
export function createServerAdmin(ports: AdminPorts): ServerAdmin {
  const { runtime, connector, supervisor, now } = ports;

  const open = async (
    server: ServerRecord,
    era: Era,
    timeoutMs: number,
    hello = helloFor({ ...server, sharing: 'shared' }, era, NOBODY, ports.version),
  ): Promise<Peer | SendFailure> => {
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
      hello,
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

  /**
   * What the server offers to AI apps that can do everything, where that is more: kept beside the plain list, so that
   * a person reviews all of it at once. A server that does not take this greeting has nothing more to offer.
   */
  const lookFurther = async (server: ServerRecord, era: Era, plain: Snapshot): Promise<void> => {
    const shared = server.sharing === 'shared' && server.launch.transport === 'stdio';
    if (era !== 'session' || shared) return;
    const hello = json({
      protocolVersion: LATEST_SESSION_VERSION,
      capabilities: EVERYTHING,
      clientInfo: { name: 'doorward', version: ports.version },
    });
    const peer = await open(server, era, ports.startTimeoutMs, hello);
    if (!(peer instanceof Peer)) return;
    const offer = await runtime.offers.read(peer);
    await peer.close();
    if (!('snapshot' in offer) || sameLists(plain, offer.snapshot)) return;
    runtime.catalog.put(server.id, capabilitySet(hello), offer.snapshot);
  };

  /** What a registry said when the version was chosen that the command names now. */
  const knownVersion = ({ id, launch }: ServerRecord): PinnedLaunch | undefined => {
    const facts = ports.versions.factsOf(id, launch);
    return facts === undefined || launch.transport !== 'stdio' ? undefined : { launch, facts };
  };

  /** What nobody has approved yet gets no secrets from a test, and is the version that was looked at. */
  const tested = ({ id, state, launch }: ServerRecord): Launch =>
    state === 'approved' ? launch : firstLook(proposedLaunch(launch, ports.approvals.of(id).record)).launch;

  return {
    async inspect(id, { onProgress, withSecrets = false }): Promise<Result<InspectReport>> {
      const before = ports.record(id);
      if (before === undefined) return fail('unknown-server', `There is no server "${id}".`);
      // Is it another one than was approved, it is unreviewed from now on: else a call of an app would find that out
      // between this look and its approval, and the look would count for nothing.
      if (before.state === 'approved') await ports.verify(id);
      const record = ports.record(id) ?? before;
      supervisor.enabled(id, now());
      // What it is counts from before it ran: it must not exchange itself while it is looked at.
      const chosen = knownVersion(record);
      const looked: Lookup = chosen === undefined ? await ports.lookUp(record.launch) : {};
      const { pinned: found, known, warning } = looked;
      const named =
        known === undefined || record.launch.transport !== 'stdio'
          ? undefined
          : { launch: record.launch, facts: known };
      const pinned = chosen ?? found ?? named;
      // What is looked at is what is kept to: with its version, where there is one.
      const whole = pinned === undefined ? record : { ...record, launch: pinned.launch };
      const approved = ports.approvals.of(id).record.identity;
      const identity = withKnownDigest(await ports.identify(whole.launch, pinned?.facts), approved);
      const { launch, withheld } = withSecrets
        ? { launch: whole.launch, withheld: [] }
        : firstLook(whole.launch);
      const server = { ...whole, launch };
      const failed = (failure: SendFailure): Result<InspectReport> =>
        fail(failure.code, maybeNeedsSecrets(failure, launch.transport, withheld));
      onProgress(record.launch.transport === 'stdio' ? `Starting "${id}"…` : `Connecting to "${id}"…`);
      const probe = await connector.probe(server);
      if (!probe.ok) return failed(probe.failure);
      const dual = probe.era === 'stateless' && (await speaksSessions(server));
      const peer = await open(server, probe.era, ports.startTimeoutMs);
      if (!(peer instanceof Peer)) return failed(peer);
      onProgress(`Reading what "${id}" offers…`);
      const offer = await runtime.offers.read(peer);
      await peer.close();
      if (!('snapshot' in offer)) return failed(offer);
      runtime.catalog.put(id, REVIEWED, offer.snapshot);
      await lookFurther(server, probe.era, offer.snapshot);
      ports.trust.inspected(id, identity, found?.launch);
      return ok({
        ...describeOffer(offer.snapshot, probe.era, ports.trust.tools(id)),
        ...(pinned === undefined ? {} : { pinned: describePackage(pinned) }),
        transport: probe.transport,
        dual,
        warnings: [...(warning === undefined ? [] : [warning]), ...leftOut(withheld), ...offer.warnings],
        withheldSecrets: [...withheld],
      });
    },

    async test(id): Promise<Result<TestReport>> {
      const refusal = await ports.verify(id, 'test');
      const record = ports.record(id);
      if (record === undefined) return fail('unknown-server', `There is no server "${id}".`);
      if (refusal !== undefined) return fail('refused', refusal);
      const server = { ...record, launch: tested(record) };
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
        const { state: signIn, sentence } = ports.signIns.view(id, server.launch);
        const why = signIn === 'needed' || signIn === 'more-rights' ? sentence : undefined;
        const state = running ? 'running' : peers.length > 0 ? 'starting' : 'stopped';
        return why === undefined ? { state } : { state, sentence: why };
      }
      const health = supervisor.health(id, now());
      const state = health.state === 'waiting' ? 'crashed' : health.state;
      return health.lastFailure === undefined ? { state } : { state, sentence: health.lastFailure };
    },

    newVersion: (server) => ports.versions.of(server),

    async versions() {
      await ports.versions.look();
      return ports.versions.reports();
    },

    findCommand: (launch) => ports.findCommand(launch),

    stderr: (id) => [...ports.journal(id)],

    wroteAt: (id) => ports.wroteAt(id),

    async signIn(id, how, onProgress) {
      const server = ports.record(id);
      if (server === undefined) return fail('unknown-server', `There is no server "${id}".`);
      const done = await ports.signIns.signIn(id, server.launch, how, onProgress);
      if (done.ok) await runtime.pool.closeServer(id);
      return done;
    },

    async signOut(id) {
      const server = ports.record(id);
      if (server === undefined) return fail('unknown-server', `There is no server "${id}".`);
      const done = await ports.signIns.signOut(id, server.launch);
      if (done.ok) await runtime.pool.closeServer(id);
      return done;
    },

    signInView: (id, launch) => ports.signIns.view(id, launch),

    changed(id): void {
      const server = ports.record(id);
      if (server === undefined) {
        ports.signIns.forget(id);
        supervisor.forget(id);
        ports.forget(id);
        ports.trust.forget(id);
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
