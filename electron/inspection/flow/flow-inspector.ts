import type { FlowMarks, ServerLabel } from '../../../shared/model/inspection.ts';
import type { RecordedFinding } from '../../../shared/model/finding.ts';
import type { PlaceKind } from '../../../shared/model/review.ts';
import type { CallFacts } from '../../policy/facts.ts';
import type { Call } from '../../relay/call.ts';
import { bytesAt } from '../../relay/framing/json-scan.ts';
import type { Message } from '../../relay/message.ts';
import type { Inspected } from '../../stages/inspect.ts';
import type { InspectionPolicy } from '../inspection-policy.ts';
import type { RoadInspector } from '../road-inspector.ts';
import { answersFiles, answersReceipt, answersStrangers, type FlowServer, UNKNOWN_SERVER } from './guess.ts';
import { destinationOf, isOut } from './out.ts';
import { containerOf, placesIn } from './places.ts';
import { SessionMarks } from './session-marks.ts';

export interface FlowPorts {
  readonly policy: Pick<InspectionPolicy, 'act' | 'labels'>;
  /** What rules look at in a call; undefined for messages that they are not about. */
  readonly facts: (call: Call) => CallFacts | undefined;
  /** What is known of a server; undefined: nothing is, and it counts as the worst. */
  readonly server: (id: string) => FlowServer | undefined;
  /** Whether the approved version of a tool says of itself that it meets the open world. */
  readonly openWorld: (server: string, tool: string) => boolean;
  readonly clientName: (clientId: string) => string;
  /** Why canaries cannot be looked for now, though there may be some; undefined while they can. */
  readonly canaryTrouble?: () => string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Follows where data flows, and keeps the marks of every AI app. */
export interface FlowInspector extends RoadInspector {
  /** Of the AI apps that have any; texts in it may be a server's. */
  marks(): readonly FlowMarks[];
  /** A person takes the marks of an AI app away: what it has read until now counts no more. */
  reset(clientId: string): void;
  /** Hears when an AI app has a mark that it did not have, or has none any more. */
  onChange(listener: () => void): void;
}

/** What the inspectors before this one call private, and what they call written by somebody else for the model. */
const PRIVATE_SOURCES: ReadonlySet<RecordedFinding['source']> = new Set(['personal', 'secret', 'vault']);
const STRANGE_SOURCES: ReadonlySet<RecordedFinding['source']> = new Set(['injection', 'hidden']);
/** What bears on a call that was let pass, and answers as that call would have. */
const LATER = new Set(['tasks/get', 'tasks/result']);
const NAME_SHOWN = 40;
const TYPE = 'private-untrusted-out';

/** What has to be known of an asked call once it was sent. */
interface AskedAbout {
  readonly session: SessionMarks;
  readonly readings: number;
}

interface AnswerMarks {
  readonly isPrivate: boolean;
  readonly isUntrusted: boolean;
  /** It may tell the AI app what it did not know. */
  readonly tells: boolean;
  readonly container: string;
}

/**
 * Attack 17, the lethal trifecta: an AI app that has read private data and has met text of strangers is asked about,
 * or kept from, every call that would send data out. Marks are set before the AI app has the answer that makes them,
 * and stay until a person takes them away; no agent and no server can, and what a server says of itself only ever
 * adds one. What a person labels goes before what Doorward guesses; what the other inspectors find in an answer counts
 * whatever the label.
 *
 * When a person let a call go, the same tool may send to the same place without another question of this kind as long
 * as nothing more was read: `SessionMarks.readings`. A permission for this very call (same arguments) also counts; any
 * other permission does not, for it was given before anybody knew what would be read.
 *
 * What a server asks of an AI app's model is out to that server. Forms and pages are not: a person fills them in, and
 * sees who asks. Notifications make no marks: models are not shown them.
 */
export function flowInspector(ports: FlowPorts): FlowInspector {
  const { policy, now } = ports;
  const sessions = new Map<string, SessionMarks>();
  const listeners: (() => void)[] = [];
  const asked = new WeakMap<Call, AskedAbout>();
  const changed = (): void => listeners.forEach((listener) => listener());
  const label = (server: string, which: ServerLabel): boolean | undefined => policy.labels(server).get(which);

  function sessionOf(clientId: string): SessionMarks {
    let session = sessions.get(clientId);
    if (session === undefined) sessions.set(clientId, (session = new SessionMarks()));
    return session;
  }

  function leaves(facts: CallFacts, session: SessionMarks): boolean {
    const { server, kind, name } = facts;
    return isOut(facts, {
      server: ports.server(server) ?? UNKNOWN_SERVER,
      openWorld: kind === 'tool' && ports.openWorld(server, name),
      isPublic: label(server, 'public') === true,
      hearsStrangers: session.hears(server),
      readOnly: (container) => session.readOnly(server, container),
      seenUrl: (url) => session.urls.passes(url),
      seenHost: (host) => session.urls.hostPasses(host),
    });
  }

  function outgoing(call: Call): Inspected | undefined {
    const id = call.server?.id;
    const session = sessions.get(call.client.id);
    if (id === undefined || session === undefined || !session.hasPrivate) return undefined;
    const trouble = session.isArmed ? undefined : ports.canaryTrouble?.();
    if (!session.isArmed && trouble === undefined) return undefined;
    const act = policy.act('flow', 'to-server', id, call.client.id);
    if (act === 'pass') return undefined;
    const facts = ports.facts(call);
    if (facts === undefined || !leaves(facts, session)) return undefined;
    if (trouble !== undefined)
      return act === 'note'
        ? { findings: recorded('noted', 'canaries-unread') }
        : { findings: recorded('asked', 'canaries-unread'), ask: trouble };
    const legs = session.legs(id);
    if (legs === undefined) return undefined;
    if (act === 'note') return { findings: recorded('noted'), flow: legs };
    if (act === 'block') return { findings: recorded('blocked'), flow: legs, refused: REFUSED };
    const destination = destinationOf(facts);
    if (destination !== undefined && session.isAllowed(destination)) return { findings: recorded('noted') };
    asked.set(call, { session, readings: session.readings });
    const ask =
      `${ports.clientName(call.client.id)} has read private data of "${legs.private.server}" (${short(legs.private.name)}) ` +
      `and text of strangers from "${legs.untrusted.server}" (${short(legs.untrusted.name)}), ` +
      `and this call would send data out through "${id}".`;
    return { findings: recorded('asked'), ask, flow: legs };
  }

  /**
   * The model's answer to a prompt of a server: it goes back there. Attack: the server asks before anything was read,
   * waits until it was, and takes what the model says then. Nobody can be asked any more, so it is kept back.
   */
  function given(call: Call): Inspected | undefined {
    const id = call.server?.id;
    const session = sessions.get(call.client.id);
    if (id === undefined || session?.isArmed !== true || asked.has(call)) return undefined;
    const act = policy.act('flow', 'to-server', id, call.client.id);
    const facts = ports.facts(call);
    if (act === 'pass' || facts === undefined || !leaves(facts, session)) return undefined;
    const legs = session.legs(id);
    if (act === 'note') return { findings: recorded('noted'), flow: legs };
    return { findings: recorded('blocked'), flow: legs, refused: REFUSED };
  }

  /** The bytes went: a person said yes to it, in the words and to the place that it has by now. */
  function learn(call: Call, session: SessionMarks): void {
    const about = asked.get(call);
    asked.delete(call);
    // Whoever takes the marks away takes away what was allowed under them.
    if (about?.session !== session || call.decision === undefined) return;
    const facts = ports.facts(call);
    const destination = facts && destinationOf(facts);
    if (destination !== undefined) session.allow(destination, about.readings);
  }

  function incoming(call: Call, response: Message): undefined {
    const id = call.server?.id;
    const span = response.resultSpan ?? response.errorSpan;
    if (id === undefined || call.direction !== 'client' || span === undefined) return undefined;
    const session = sessionOf(call.client.id);
    learn(call, session);
    const answer = bytesAt(response.bytes, span);
    const { isPrivate, isUntrusted, tells, container } = marksOf(call, id);
    const leg = { server: id, call: call.id, name: call.name.slice(0, 200), at: now() };
    const first = isPrivate && session.markPrivate(leg, container, tells ? answer : undefined);
    const strange = isUntrusted && session.markUntrusted(leg);
    if (isPrivate || isUntrusted)
      call.marks = [
        ...(isPrivate ? ['private' as const] : []),
        ...(isUntrusted ? ['untrusted' as const] : []),
      ];
    session.urls.see(answer);
    if (first || strange) changed();
    return undefined;
  }

  function marksOf(call: Call, id: string): AnswerMarks {
    const found = (call.findings ?? []).filter(({ where }) => where === 'answer');
    const sure = found.some(
      ({ source, type }) => PRIVATE_SOURCES.has(source) || (source === 'flow' && type === CANARY),
    );
    const strange = found.some(({ source }) => STRANGE_SOURCES.has(source));
    const facts = ports.facts(call);
    if (facts === undefined && !LATER.has(call.message.method))
      return { isPrivate: sure, isUntrusted: strange, tells: true, container: '' };
    const values = facts === undefined ? [] : placesIn(facts).values;
    const kinds: PlaceKind[] = values.map(({ kind }) => kind);
    const { effect, name } = facts ?? { effect: 'read' as const, name: '' };
    const receipt = answersReceipt(effect);
    const server = ports.server(id) ?? UNKNOWN_SERVER;
    return {
      isPrivate:
        sure || (label(id, 'private') ?? ((server.entrusted && !receipt) || answersFiles(effect, kinds))),
      isUntrusted:
        strange ||
        (label(id, 'untrusted') ??
          answersStrangers(effect, kinds, facts?.kind === 'tool' && ports.openWorld(id, name))),
      tells: sure || !receipt,
      container: containerOf(values),
    };
  }

  return {
    name: 'data flow',
    outgoing,
    incoming,
    given,
    marks: () =>
      [...sessions].flatMap(([clientId, session]): FlowMarks[] => {
        const shown = session.shown();
        return shown.private.length + shown.untrusted.length === 0
          ? []
          : [{ clientId, clientName: ports.clientName(clientId), ...shown }];
      }),
    reset(clientId) {
      if (sessions.delete(clientId)) changed();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** The type of finding that the canary inspector leaves. */
export const CANARY = 'canary';

const REFUSED =
  'This call would send data out, and private data and text of strangers were read before it. Nothing was sent. A person can start afresh in Doorward on the page of this AI app.';

const recorded = (act: RecordedFinding['act'], type = TYPE): RecordedFinding[] => [
  { source: 'flow', type, where: 'arguments', act, count: 1 },
];

const short = (name: string): string => (name.length > NAME_SHOWN ? `${name.slice(0, NAME_SHOWN)}…` : name);
