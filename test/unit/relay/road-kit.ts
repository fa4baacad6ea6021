import { defaultCaps } from '../../../shared/model/caps.ts';
import type { LegRecord } from '../../../shared/model/log.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import { Aggregates } from '../../../electron/catalog/aggregate.ts';
import { Catalog } from '../../../electron/catalog/catalog.ts';
import type { Call, Refusal } from '../../../electron/relay/call.ts';
import type { After } from '../../../electron/relay/holding.ts';
import { Ledger } from '../../../electron/relay/ledger.ts';
import { PeerPool } from '../../../electron/relay/peer-pool.ts';
import { Pipeline, type Stage, type Stop } from '../../../electron/relay/pipeline.ts';
import { Relay } from '../../../electron/relay/relay.ts';
import { ResultWatch } from '../../../electron/relay/result-watch.ts';
import { resolve } from '../../../electron/stages/resolve.ts';
import type { Connector } from '../../../electron/upstream/connection.ts';
import { ClientKit } from '../../fixtures/relay-client.ts';
import { FakeAudit } from '../../fixtures/relay-kit.ts';
import { ScriptedServer, type ServerScript } from '../../fixtures/scripted-server.ts';
import { trusting } from '../../fixtures/trusting.ts';
import { ManualClock } from '../gateway/harness.ts';

/** One call that is held: the test lets it go. */
export interface HeldByTest {
  readonly call: Call;
  abandoned: number;
  readonly let: (stop?: Stop) => void;
}

/** A stage that holds what `which` picks until the test says so. */
export class HoldingStage implements Stage {
  readonly name = 'holder';
  readonly held: HeldByTest[] = [];
  /** Everything that came by, in order. */
  readonly seen: Call[] = [];
  which: (call: Call) => boolean = () => true;
  verdict: (call: Call) => Stop | undefined = () => undefined;
  recheck: (call: Call) => Refusal | undefined = () => undefined;

  request(call: Call): Stop | undefined | Promise<Stop | undefined> {
    this.seen.push(call);
    if (!this.which(call)) return this.verdict(call);
    return new Promise((resolveHeld) => {
      const held: HeldByTest = { call, abandoned: 0, let: (stop) => resolveHeld(stop) };
      this.held.push(held);
      call.onAbandoned = () => void held.abandoned++;
    });
  }

  /** Of requests of servers. */
  get questions(): Call[] {
    return this.seen.filter((call) => call.direction === 'server');
  }
}

/** The relay with one stage of a test on its road, scripted servers, and a clock that the test moves. */
export class RoadKit {
  readonly stage = new HoldingStage();
  readonly audit = new FakeAudit();
  readonly clock = new ManualClock();
  readonly faults: string[] = [];
  readonly relay: Relay;
  readonly pool: PeerPool;
  readonly catalog: Catalog;
  readonly #servers: ReadonlyMap<string, ScriptedServer>;

  /** `after` in place of the test's own clock; `more` stages after the one that holds. */
  constructor(
    scripts: readonly ServerScript[] = [{ id: 'alpha' }],
    after?: After,
    more: readonly Stage[] = [],
  ) {
    this.#servers = new Map(scripts.map((script) => [script.id, new ScriptedServer(script)]));
    const records = scripts.map(recordOf);
    const directory = {
      get: (id: string) => records.find((record) => record.id === id),
      visible: () => records,
    };
    const connector: Connector = {
      connect: (target, events) => this.server(target.id).connect(target, events),
      probe: () => Promise.reject(new Error('not scripted')),
      close: () => Promise.resolve(),
    };
    const now = (): number => this.clock.monotonic();
    this.catalog = new Catalog(
      { load: () => new Map(), save: () => undefined, remove: () => undefined },
      trusting,
    );
    const aggregates = new Aggregates(this.catalog);
    const watch = new ResultWatch();
    let calls = 0;
    const ledger = new Ledger({ audit: this.audit, clock: now, now, callId: () => `call-${++calls}` });
    this.pool = new PeerPool({
      connector,
      now,
      startTimeoutMs: 60_000,
      idleMs: 60_000,
      caps: defaultCaps,
      oddity: () => undefined,
      ready: () => undefined,
    });
    const stages = [
      resolve({
        directory,
        aggregates,
        uriServer: () => undefined,
        capabilities: (call) => call.capabilities,
        taskServer: () => undefined,
        hold: () => ({ kind: 'refused', sentence: 'on hold' }),
      }),
      this.stage,
      ...more,
    ];
    this.relay = new Relay({
      pipeline: new Pipeline(stages, (stage, error) => this.faults.push(`${stage}: ${String(error)}`)),
      ledger,
      pool: this.pool,
      directory,
      catalog: this.catalog,
      aggregates,
      watch,
      trust: trusting,
      screen: (_call, _peer, response) => response,
      now,
      after: after ?? ((ms, run) => this.clock.after(ms, run)),
      parkMs: 600_000,
      version: '0.0.0',
      refresh: () => undefined,
      warm: () => undefined,
    });
  }

  server(id = 'alpha'): ScriptedServer {
    return this.#servers.get(id) as ScriptedServer;
  }

  client(id: string): ClientKit {
    return new ClientKit(this.relay, id);
  }

  /** Legs of requests of servers, in order. */
  get questionLegs(): (readonly [string, string])[] {
    return this.audit.rows
      .filter((row: LegRecord) => row.direction === 'server')
      .map((row: LegRecord) => [row.method, row.leg] as const);
  }
}

function recordOf(script: ServerScript): ServerRecord {
  return {
    id: script.id,
    launch:
      script.transport === 'http'
        ? { transport: 'http', url: 'http://127.0.0.1:1/mcp', headers: {} }
        : { transport: 'stdio', command: 'scripted', args: [], env: {} },
    state: 'approved',
    enabled: true,
    sharing: script.sharing ?? 'client',
    era: script.era ?? 'session',
    addedAt: 0,
  };
}
