import { hash } from 'node:crypto';
import { approvedFrom } from '../../../../electron/catalog/approvals.ts';
import { placesOf } from '../../../../electron/catalog/effects/places.ts';
import { treeOf } from '../../../../electron/catalog/pins/review.ts';
import { type Json, member } from '../../../../electron/catalog/pins/tree.ts';
import { factsOf, type KnownThings, recordOf } from '../../../../electron/host/policy/call-facts.ts';
import { canaryInspector } from '../../../../electron/inspection/flow/canary-inspector.ts';
import { createCanaryFinder } from '../../../../electron/inspection/flow/canary-finder.ts';
import { type FlowInspector, flowInspector } from '../../../../electron/inspection/flow/flow-inspector.ts';
import type { FlowServer } from '../../../../electron/inspection/flow/guess.ts';
import { detectResult } from '../../../../electron/inspection/detect-result.ts';
import type { RoadInspector } from '../../../../electron/inspection/road-inspector.ts';
import { COUNTS } from '../../../../electron/inspection/verdict.ts';
import { compilePolicy } from '../../../../electron/policy/compile.ts';
import type { Call } from '../../../../electron/relay/call.ts';
import type { Rule } from '../../../../shared/model/policy.ts';
import type { Effect, Place } from '../../../../shared/model/review.ts';
import { bytesAt } from '../../../../electron/relay/framing/json-scan.ts';
import type { RecordedFinding } from '../../../../shared/model/finding.ts';
import type { InspectionAct, ServerLabel } from '../../../../shared/model/inspection.ts';
import { presetAct } from '../../../../shared/model/inspection.ts';
import { aRelay, anOpenSession, settle, type RelayKit } from '../../../fixtures/relay-kit.ts';
import type { SessionKit } from '../../../fixtures/relay-client.ts';

/** A tool of a server of the world, and what it does. */
export interface WorldTool {
  readonly name: string;
  readonly description?: string;
  readonly inputSchema: unknown;
  readonly annotations?: object;
  readonly run: (args: Record<string, unknown>) => string;
}

export interface WorldServer extends Partial<FlowServer> {
  readonly tools: readonly WorldTool[];
  readonly labels?: Partial<Record<ServerLabel, boolean>>;
  /** Folders in which it may read and write without a question. */
  readonly folders?: readonly string[];
}

/** A question that a person got. */
export interface AskedOf {
  readonly server: string;
  readonly tool: string;
  readonly args: string;
  /** It is about data that would leave. */
  readonly flow: Call['flow'];
  readonly doubts: readonly string[];
}

export interface World {
  readonly kit: RelayKit;
  readonly flow: FlowInspector;
  readonly asked: AskedOf[];
  readonly alarms: string[];
  /** What every server was told in calls, as bytes. */
  told(server: string): string[];
  /** Uses a tool as an AI app; the text that comes back, `refused: …` where Doorward stopped it. */
  use(server: string, tool: string, args?: unknown, client?: string): Promise<string>;
  /** What a person says from now on. */
  person(answer: (asked: AskedOf) => 'allow' | 'deny'): void;
  labels(server: string, labels: Partial<Record<ServerLabel, boolean>>): void;
  act: InspectionAct;
}

export const schema = (properties: Record<string, unknown>, required = Object.keys(properties)): unknown => ({
  type: 'object',
  properties,
  required,
});
export const text = { type: 'string' };

/**
 * Servers with tools as real ones have them, behind the real stages with the real policy (Guarded), and a person who
 * answers at once.
 */
export function aWorld(
  servers: Readonly<Record<string, WorldServer>>,
  options: {
    readonly canaries?: Readonly<Record<string, string>>;
    readonly act?: InspectionAct;
    /** A person has allowed every call for good, so that nothing but the flow of data is asked about. */
    readonly everythingAllowed?: boolean;
  } = {},
): World {
  const known = knownOf(servers);
  const labels = new Map(
    Object.entries(servers).map(([id, one]) => [
      id,
      new Map(Object.entries(one.labels ?? {}) as [ServerLabel, boolean][]),
    ]),
  );
  const finder = createCanaryFinder();
  finder.set(Object.entries(options.canaries ?? {}).map(([name, value]) => ({ name, value })));
  const alarms: string[] = [];
  const asked: AskedOf[] = [];
  let answer: (asked: AskedOf) => 'allow' | 'deny' = () => 'deny';
  const { policy } = compilePolicy(
    {
      managed: [],
      person: options.everythingAllowed === true ? [ALLOW_ALL] : [],
      roles: [],
      preset: 'guarded',
      askAboutEverything: false,
      run: 'r',
    },
    {
      folders: (id) => servers[id]?.folders ?? [],
      realPath: (path) => path,
      home: '/home/ann',
      platform: 'linux',
      ownFiles: () => [],
    },
  );
  const facts = (call: Call) => factsOf(call, 'default', known);
  const world = { act: options.act };
  const flow = flowInspector({
    policy: {
      act: (watch, direction, server) =>
        world.act ?? presetAct('guarded', watch, direction, servers[server]?.remote === true),
      labels: (server) => labels.get(server) ?? new Map<ServerLabel, boolean>(),
    },
    facts,
    server: (id) => {
      const one = servers[id];
      return one && { remote: one.remote === true, entrusted: one.entrusted === true };
    },
    openWorld: (id, tool) => {
      const hints = servers[id]?.tools.find(({ name }) => name === tool)?.annotations;
      return (hints as { openWorldHint?: boolean } | undefined)?.openWorldHint === true;
    },
    clientName: (id) => `App ${id}`,
    now: () => 1000,
  });
  const kit = aRelay({
    servers: Object.entries(servers).map(([id, { tools }]) => ({
      id,
      tools: tools.map(({ run: _run, ...tool }) => tool),
    })),
    inspectors: [
      canaryInspector({
        finder: () => (finder.empty ? undefined : finder),
        seen: () => undefined,
        clientName: (id) => `App ${id}`,
        alarm: (sentence) => alarms.push(sentence),
        now: () => 1000,
      }),
      noting,
      flow,
    ],
    policy: {
      version: 1,
      judge(call) {
        const about = facts(call);
        if (about === undefined) return undefined;
        const ruling = policy.decide(about);
        return { ruling, policy: 1, record: recordOf(about, ruling, (one) => one) };
      },
    },
    approval: {
      ask(call) {
        const { flow: legs, doubts = [], name, server } = call;
        const about = facts(call)?.args?.toString() ?? '';
        const question = { server: server?.id ?? '', tool: name, args: about, flow: legs, doubts };
        asked.push(question);
        const outcome =
          answer(question) === 'allow'
            ? {
                kind: 'allowed' as const,
                decision: { nonce: 'n', policy: 1, expiresAt: 1e12, bond: {} as never },
              }
            : { kind: 'refused' as const, sentence: 'A person said no.', by: 'person' as const };
        return { id: String(asked.length), outcome: Promise.resolve(outcome), gone: () => undefined };
      },
      redeem: () => undefined,
      answered: () => undefined,
    },
  });
  const sessions = new Map<string, SessionKit>();
  let id = 1;
  return {
    kit,
    flow,
    asked,
    alarms,
    get act() {
      return world.act ?? 'ask';
    },
    set act(act) {
      world.act = act;
    },
    told: (server) =>
      kit.server(server).connections.flatMap((one) => one.all('tools/call').map(({ raw }) => raw)),
    async use(server, tool, args = {}, client = 'one') {
      const key = `${client} ${server}`;
      let session = sessions.get(key);
      if (session === undefined) sessions.set(key, (session = await anOpenSession(kit, client, { server })));
      const exchange = session.call(++id, tool, args);
      await settle();
      const run = servers[server]?.tools.find((one) => one.name === tool)?.run;
      if (exchange.answers.length === 0) {
        const connection = kit
          .server(server)
          .connections.find((one) =>
            one
              .all('tools/call')
              .some(
                (request) => request.raw.includes(`"name":${JSON.stringify(tool)}`) && !done.has(request),
              ),
          );
        const request = connection?.all('tools/call').findLast((one) => !done.has(one));
        if (request === undefined || connection === undefined || run === undefined)
          throw new Error(`${tool} hangs`);
        done.add(request);
        const said = run((request.params['arguments'] ?? {}) as Record<string, unknown>);
        connection.answerTo(request, { content: [{ type: 'text', text: said }] });
        await settle();
      }
      const result = exchange.result as { isError?: boolean; content: { text: string }[] };
      const said = result.content.map((one) => one.text).join('\n');
      return result.isError === true ? `refused: ${said}` : said;
    },
    person: (says) => void (answer = says),
    labels: (server, chosen) =>
      void labels.set(server, new Map(Object.entries(chosen) as [ServerLabel, boolean][])),
  };
}

const ALLOW_ALL: Rule = { id: 'all', action: 'allow', origin: 'person', who: 'window', createdAt: 0 };

/** Notes what is found in answers and does nothing about it: what the real one removes or fences is not tested here. */
const noting: RoadInspector = {
  name: 'content',
  incoming(_call, { bytes, resultSpan }) {
    if (resultSpan === undefined) return undefined;
    const { findings } = detectResult(JSON.parse(bytesAt(bytes, resultSpan).toString()));
    const counted = findings.filter(({ score }) => score >= COUNTS);
    return {
      findings: counted.map(({ detector, type }): RecordedFinding => ({
        source: detector,
        type,
        where: 'answer',
        act: 'noted',
        count: 1,
      })),
    };
  },
};

const done = new WeakSet<object>();

function knownOf(servers: Readonly<Record<string, WorldServer>>): KnownThings {
  const effects = new Map<string, Effect>();
  const places = new Map<string, readonly Place[]>();
  for (const [id, { tools }] of Object.entries(servers))
    for (const { run: _run, ...tool } of tools) {
      const bytes = Buffer.from(JSON.stringify(tool));
      const approved = approvedFrom({ kind: 'tool', key: tool.name, bytes }, true);
      effects.set(`${id} ${tool.name}`, approved?.effect ?? 'unknown');
      places.set(`${id} ${tool.name}`, placesOf(member(treeOf(bytes) as Json, 'inputSchema')));
    }
  return {
    effect: (server, tool) => effects.get(`${server} ${tool}`) ?? 'unknown',
    places: (server, tool) => places.get(`${server} ${tool}`) ?? [],
    pin: () => '',
    identity: (server) => hash('sha256', server),
  };
}
