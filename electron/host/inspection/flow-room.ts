import type { ServerLabel } from '../../../shared/model/inspection.ts';
import type { Launch, ServerRecord } from '../../../shared/model/server.ts';
import type { Approvals, Approved, ServerTrust } from '../../catalog/approvals.ts';
import { pinKey } from '../../catalog/pins/pin.ts';
import { treeOf } from '../../catalog/pins/review.ts';
import { type Json, member } from '../../catalog/pins/tree.ts';
import { canaryInspector } from '../../inspection/flow/canary-inspector.ts';
import { type FlowInspector, flowInspector } from '../../inspection/flow/flow-inspector.ts';
import { type FlowServer, type FlowTool, guessLabels } from '../../inspection/flow/guess.ts';
import type { InspectionPolicy } from '../../inspection/inspection-policy.ts';
import type { RoadInspector } from '../../inspection/road-inspector.ts';
import type { Alarm } from '../../../shared/model/trust.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import { firstLook } from '../servers/first-look.ts';
import type { Judge } from '../policy/judge.ts';
import { type Canaries, type CanaryPorts, openCanaries } from './canaries.ts';

export interface FlowRoomPorts extends Pick<CanaryPorts, 'vault' | 'book' | 'random' | 'now'> {
  readonly policy: Pick<InspectionPolicy, 'act' | 'labels'>;
  readonly judge: Pick<Judge, 'facts'>;
  readonly approvals: Pick<Approvals, 'of' | 'effect' | 'places'>;
  readonly server: (id: string) => ServerRecord | undefined;
  /** Whether somebody has signed in to a remote server. */
  readonly signedIn: (id: string) => boolean;
  readonly clients: Pick<ClientRepo, 'find'>;
  readonly secrets: Pick<KnownSecrets, 'know' | 'redact'>;
  readonly alarm: (alarm: Alarm) => void;
}

/** Data flow and canaries of one running host. */
export interface FlowRoom {
  /** First of all but what puts masked values back, in both directions. */
  readonly canaryInspector: RoadInspector;
  /** After what looks at the content, in both directions. */
  readonly flow: FlowInspector;
  readonly canaries: Canaries;
  /** What Doorward takes a server for while a person has not said. */
  guess(server: string): ReadonlyMap<ServerLabel, boolean>;
}

const NO_GUESS: ReadonlyMap<ServerLabel, boolean> = new Map();

/** Puts what follows data together with what the host knows of servers, tools and AI apps. */
export function openFlowRoom(ports: FlowRoomPorts): FlowRoom {
  const { approvals, clients, secrets, now } = ports;
  const canaries = openCanaries({ ...ports, know: (values) => secrets.know('canaries', values) });
  const opens = new WeakMap<Approved, boolean>();
  const entrusted = new WeakMap<Launch, boolean>();
  /** What was approved is another object after every change of it. */
  const guesses = new WeakMap<
    ServerTrust,
    { readonly entrusted: boolean; readonly labels: ReadonlyMap<ServerLabel, boolean> }
  >();

  function statesOpenWorld(one: Approved): boolean {
    let known = opens.get(one);
    if (known === undefined) {
      const tree = treeOf(one.bytes);
      const readable = typeof tree !== 'object' || tree === null || !('why' in tree);
      known = readable && member(member(tree as Json, 'annotations'), 'openWorldHint') === true;
      opens.set(one, known);
    }
    return known;
  }

  function serverOf(id: string): FlowServer | undefined {
    const record = ports.server(id);
    if (record === undefined) return undefined;
    const { launch } = record;
    let given = entrusted.get(launch);
    if (given === undefined) entrusted.set(launch, (given = firstLook(launch).withheld.length > 0));
    const remote = launch.transport === 'http';
    return { remote, entrusted: given || (remote && ports.signedIn(id)) };
  }

  const clientName = (id: string): string => secrets.redact(clients.find(id)?.name ?? id);
  const flow = flowInspector({
    policy: ports.policy,
    facts: (call) => ports.judge.facts(call),
    server: serverOf,
    openWorld: (server, tool) =>
      approvals.of(server).items.get(pinKey('tool', tool))?.some(statesOpenWorld) === true,
    clientName,
    canaryTrouble: () => canaries.trouble(),
    now,
  });

  return {
    canaryInspector: canaryInspector({
      finder: () => canaries.finder(),
      seen: (name, left) => canaries.seen(name, left),
      clientName,
      alarm: (sentence, server) => ports.alarm({ server, sentence, at: now() }),
      now,
    }),
    flow: {
      ...flow,
      marks() {
        const marks = flow.marks();
        const gone = marks.filter(({ clientId }) => clients.find(clientId)?.id !== clientId);
        // An AI app that was removed is nobody any more; one with a new key is the same.
        for (const { clientId } of gone) flow.reset(clientId);
        return gone.length === 0 ? marks : marks.filter((one) => !gone.includes(one));
      },
    },
    canaries,
    guess(id) {
      const server = serverOf(id);
      if (server === undefined) return NO_GUESS;
      const trust = approvals.of(id);
      const known = guesses.get(trust);
      if (known?.entrusted === server.entrusted) return known.labels;
      const tools: FlowTool[] = [];
      for (const versions of trust.items.values()) {
        const [one] = versions;
        if (one?.kind !== 'tool') continue;
        tools.push({
          effect: approvals.effect(id, one.key),
          places: approvals.places(id, one.key),
          openWorld: versions.some(statesOpenWorld),
        });
      }
      const labels = guessLabels(server, tools);
      guesses.set(trust, { entrusted: server.entrusted, labels });
      return labels;
    },
  };
}
