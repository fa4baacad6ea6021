import { randomBytes } from 'node:crypto';
import type { Caps } from '../../shared/model/caps.ts';
import type { AuditLog } from '../audit/log.ts';
import { type Aggregate, Aggregates } from '../catalog/aggregate.ts';
import { type RoleView, seesEverything } from '../catalog/role-view.ts';
import { capabilitySet, Catalog, type Directory, type SnapshotStore } from '../catalog/catalog.ts';
import type { Call } from '../relay/call.ts';
import type { CallWatcher } from '../relay/call-watcher.ts';
import type { ClientIdentity } from '../relay/exchange.ts';
import { Ledger, type LedgerTexts } from '../relay/ledger.ts';
import { type Message, rescan } from '../relay/message.ts';
import { replaceArguments } from '../relay/replace-arguments.ts';
import type { RoadInspector } from '../inspection/road-inspector.ts';
import { PeerPool, type PoolPorts } from '../relay/peer-pool.ts';
import { Pipeline } from '../relay/pipeline.ts';
import { Relay } from '../relay/relay.ts';
import { ResultWatch } from '../relay/result-watch.ts';
import type { Trust } from '../catalog/trust.ts';
import { onHold } from '../catalog/withheld.ts';
import { offeredInList } from '../catalog/reviews.ts';
import type { Offered } from '../catalog/pins/pin.ts';
import type { Item, ListName } from '../catalog/snapshot.ts';
import { FreshLists } from '../relay/fresh-lists.ts';
import type { Peer } from '../relay/peer.ts';
import { Screen } from '../relay/screen.ts';
import type { TokenMeter } from '../relay/token-meter.ts';
import { approval, type ApprovalPorts } from '../stages/approval.ts';
import { decide, type RoadPolicy } from '../stages/decide.ts';
import { type AskAboutAnswer, inspect } from '../stages/inspect.ts';
import type { ServerLabels } from '../context/demand/server-labels.ts';
import type { ToolChoices } from '../context/demand/tool-choices.ts';
import type { ToolSets } from '../context/profiles/tool-sets.ts';
import { OnDemand } from '../context/demand/on-demand.ts';
import { identify } from '../stages/identify.ts';
import { paramHeaders } from '../stages/param-headers.ts';
import { pinCheck, type PinCheckPorts } from '../stages/pin-check.ts';
import { earlierTry, type EarlierTries } from '../stages/earlier-try.ts';
import { rateLimit, type RoadLimits } from '../stages/rate-limit.ts';
import { resolve } from '../stages/resolve.ts';
import { type SamplingBudget, serverQuestions } from '../stages/server-questions.ts';
import type { Connector } from '../upstream/connection.ts';
import { listParams, Offers } from './servers/offers.ts';
import type { RoadShaping } from './shaping/open-shaping.ts';
import { shapeRoad } from './shaping/shape-road.ts';

export interface RuntimePorts {
  readonly audit: Pick<AuditLog, 'append' | 'appendDurable'>;
  readonly directory: Directory;
  readonly snapshots: SnapshotStore;
  /** What people have approved. */
  readonly trust: Trust;
  /** Stands in for the look at a server's lists right before a call, in tests of other things. */
  readonly fresh?: PinCheckPorts['fresh'] | undefined;
  readonly knowsClient: (clientId: string) => boolean;
  readonly connector: Connector;
  readonly caps: Caps;
  readonly version: string;
  /** Milliseconds since the epoch, and monotonic milliseconds. */
  readonly clock: () => number;
  readonly now: () => number;
  /** How long a server may take from its start to its first answer (a first `npx` downloads). */
  readonly startTimeoutMs: number;
  /** How long a process that nobody uses is kept. */
  readonly idleMs: number;
  /** A line for the log of one server. */
  readonly note: (server: string, sentence: string) => void;
  readonly stageFault: (stage: string, error: unknown) => void;
  /** What the rules say. */
  readonly policy: RoadPolicy;
  /** What roles let AI apps be listed; without it, everything. */
  readonly view?: RoleView | undefined;
  /** What people chose to list; without it, everything. */
  readonly choices?: Pick<ToolChoices, 'has' | 'shown'> | undefined;
  /** What profiles leave; without it, everything. */
  readonly sets?: Pick<ToolSets, 'has'> | undefined;
  /** What people say of servers, for AI apps that find their tools on demand. */
  readonly serverLabels?: ServerLabels | undefined;
  /** Look at what crosses, one after the other in both directions; without them nobody does. */
  readonly inspectors?: readonly RoadInspector[] | undefined;
  /** Puts answers of servers to a person; without it, what would be asked about is kept back. */
  readonly askAboutAnswer?: AskAboutAnswer | undefined;
  /** Where a person is asked; without it, what the rules say to ask about is refused. */
  readonly approval?: ApprovalPorts | undefined;
  /** How often and how much at once; without it, any. */
  readonly limits?: RoadLimits | undefined;
  /** Calls of earlier runs that may have happened; without it nobody is asked about one that is made again. */
  readonly earlier?: EarlierTries | undefined;
  /** What the log keeps of the texts of calls. */
  readonly texts?: LedgerTexts | undefined;
  /** How answers are made smaller; without it, none is. */
  readonly shaping?: RoadShaping | undefined;
  /** Counts the tokens that AI apps are given. */
  readonly meter?: TokenMeter | undefined;
  /** How much of the models of AI apps one server may ask for. */
  readonly samplingBudget?: SamplingBudget | undefined;
  /** Sees every call while it happens; none when nothing shows calls live. */
  readonly watcher?: CallWatcher | undefined;
  /** A server listed this to us or to an AI app; it may be taken back before all of its lists are read again. */
  readonly glimpsed?: (server: string, offered: readonly Offered[]) => void;
}

export interface Runtime {
  readonly relay: Relay;
  readonly pool: PeerPool;
  readonly catalog: Catalog;
  readonly offers: Offers;
  /** What an AI app is listed on `/mcp`, as far as it is known; starts nothing. */
  listed(client: ClientIdentity): Aggregate;
}

/** How long a question of a server waits for a 2026-07-28 client to come back with the answer. */
const PARK_MS = 10 * 60_000;
/** Servers that are started for their lists come up one after the other, so that the machine stays usable. */
const WARM_DELAY_MS = 50;
const WARM_STEP_MS = 150;

/** Of an app that has not come yet. */
const NO_CAPABILITIES = capabilitySet(Buffer.from('{}'));

const NOBODY_TO_ASK: ApprovalPorts = {
  ask: () => ({
    id: '',
    outcome: Promise.resolve({ kind: 'refused', sentence: 'There is nobody here who could be asked.' }),
    gone: () => undefined,
  }),
  redeem: () => 'There is no answer to this call.',
  answered: () => undefined,
};

/** What all who look at notifications make of one, one after the other. */
function noticedBy(inspectors: readonly RoadInspector[]): PoolPorts['notice'] {
  if (!inspectors.some((inspector) => 'notice' in inspector)) return undefined;
  return (message, from) => {
    if (message.kind !== 'notification') return undefined;
    let changed: Message | undefined;
    for (const inspector of inspectors) {
      const bytes = inspector.notice?.(changed ?? message, from);
      if (bytes === null) return null;
      if (bytes !== undefined) changed = rescan(bytes);
    }
    return changed;
  };
}

/** Puts the relay together: the order of the stages is the road of every call. */
export function createRuntime(ports: RuntimePorts): Runtime {
  const { clock, now, directory } = ports;
  const { trust, inspectors = [] } = ports;
  const catalog = new Catalog(ports.snapshots, trust);
  const shaped =
    ports.shaping &&
    shapeRoad({
      shaping: ports.shaping,
      directory,
      view: ports.view ?? seesEverything,
      inspectors,
      askAboutAnswer: ports.askAboutAnswer,
      stop: () => ports.policy.stop(),
      now,
      meter: ports.meter,
      fault: (error) => ports.stageFault('shape', error),
    });
  if (shaped !== undefined) catalog.onChange((id) => shaped.serverChanged(directory.get(id), id));
  const aggregates = new Aggregates(catalog, shaped?.view ?? ports.view);
  const watch = new ResultWatch();
  const offers = new Offers(catalog, clock, ports.note, ports.caps);
  // Sorts by time: first the run, then the call; the log's index stays cheap to write that way.
  const run = `${clock().toString(36)}-${randomBytes(4).toString('hex')}`;
  let calls = 0;
  const ledger = new Ledger({
    audit: ports.audit,
    clock,
    now,
    callId: () => `${run}-${(++calls).toString(36).padStart(8, '0')}`,
    texts: ports.texts,
    meter: ports.meter,
    watcher: ports.watcher,
    watcherFault: (error) => ports.stageFault('live list', error),
  });
  const pool = new PeerPool({
    connector: ports.connector,
    now,
    startTimeoutMs: ports.startTimeoutMs,
    idleMs: ports.idleMs,
    caps: ports.caps,
    oddity: ports.note,
    notice: noticedBy(inspectors),
    ready: (peer) => offers.opened(peer),
  });
  const glimpsed = (peer: Peer, list: ListName, items: readonly Item[]): void =>
    ports.glimpsed?.(peer.server.id, offeredInList(list, items));
  const lists = new FreshLists({
    now,
    caps: ports.caps,
    trust,
    params: listParams,
    listed(peer, list, items) {
      glimpsed(peer, list, items);
      offers.listed(peer, list, items);
    },
  });
  const screen = new Screen({
    trust,
    held(peer, list, items) {
      glimpsed(peer, list, items);
      offers.refresh(peer);
    },
    view: ports.view,
  });
  const capabilities = (call: Call): string => call.capabilities;
  const pipeline = new Pipeline(
    [
      identify(ports.knowsClient),
      resolve({
        directory,
        aggregates,
        uriServer: (client, uri) => watch.server(client, uri),
        capabilities,
        chosen: (client, server, tool) =>
          ports.choices?.has(client.id, server, tool) !== false &&
          ports.sets?.has(client, server, tool) !== false,
        taskServer: (client, task) => watch.taskServer(client, task),
        hold: (server, kind, { key, bytes }) => {
          const standing = trust.standing(server, kind, key, bytes);
          return onHold(server, kind, key, standing === 'approved' ? 'gone' : standing);
        },
      }),
      ...(ports.limits === undefined ? [] : [rateLimit(ports.limits)]),
      ...(ports.earlier === undefined ? [] : [earlierTry(ports.earlier)]),
      pinCheck({
        trust,
        fresh: ports.fresh ?? ((call, peer) => lists.check(call, peer)),
        usable: (server) => server.state === 'approved' && server.enabled,
      }),
      ...inspectors.map((inspector) =>
        inspect({
          name: inspector.name,
          inspector,
          replace: replaceArguments,
          rescan,
          askAboutAnswer: ports.askAboutAnswer,
        }),
      ),
      paramHeaders(catalog, capabilities),
      decide(directory, ports.policy),
      serverQuestions({ now, budget: ports.samplingBudget }),
      approval(ports.approval ?? NOBODY_TO_ASK),
      ...(shaped === undefined ? [] : [shaped.stage]),
    ],
    ports.stageFault,
  );
  const relay = new Relay({
    pipeline,
    ledger,
    pool,
    directory,
    catalog,
    aggregates,
    watch,
    trust,
    screen: (call, peer, response) => screen.answer(call, peer, response),
    now,
    parkMs: PARK_MS,
    version: ports.version,
    demand: new OnDemand(now, ports.serverLabels),
    meter: ports.meter,
    onDemand: (client) => ports.choices?.shown(client) !== undefined,
    reading: shaped?.reading,
    refresh: (peer) => {
      lists.changed(peer);
      offers.refresh(peer);
    },
    warm: (servers, start) =>
      servers.forEach((server, i) =>
        setTimeout(() => start(server), WARM_DELAY_MS + i * WARM_STEP_MS).unref(),
      ),
  });
  return {
    relay,
    pool,
    catalog,
    offers,
    listed: (client) => aggregates.for(directory.visible(client), NO_CAPABILITIES, client),
  };
}
