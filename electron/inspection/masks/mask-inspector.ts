import type { RecordedFinding } from '../../../shared/model/finding.ts';
import type { Call } from '../../relay/call.ts';
import type { Message } from '../../relay/message.ts';
import { argumentsOf } from '../../relay/replace-arguments.ts';
import type { Inspected } from '../../stages/inspect.ts';
import type { InspectionPolicy } from '../inspection-policy.ts';
import type { NoticeFrom, RoadInspector } from '../road-inspector.ts';
import { ClientSessions } from './client-sessions.ts';
import type { Crossing } from './mask.ts';
import {
  type Crossed,
  crossSteps,
  type CrossingPorts,
  findingsOf,
  masksFor,
  masksForAny,
} from './mask-crossing.ts';
import * as say from './mask-sentences.ts';
import { textsOfNotice, textsOfRequest, textsOfResponse } from './message-texts.ts';
import { GIVEN_UP, inSlices } from './slices.ts';
import { atOnce, type Steps } from '../steps.ts';
import { keepForms } from '../structured/keep-forms.ts';
import type { OutputSchema } from '../structured/fixed-form.ts';

export interface MaskInspectorPorts {
  readonly policy: Pick<InspectionPolicy, 'masks'>;
  /** 32 bytes of chance, others each time. */
  readonly key: () => Buffer;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
  /** Lets others have their turn. */
  readonly pause?: () => Promise<void>;
  /** Names of the properties of a tool (`toolKeys`): as keys they are never hidden. */
  readonly keys?: (server: string, tool: string) => ReadonlySet<string> | undefined;
  /** What a tool promises of its structured content (`outputSchemaOf`). */
  readonly output?: (server: string, tool: string) => OutputSchema | undefined;
}

export interface MaskInspectors {
  /** Comes first on the way of a request. */
  readonly out: RoadInspector;
  /** Comes last on the way of an answer, and of a notification. */
  readonly in: RoadInspector;
  /** Ends the session of an AI app: its tokens are nothing any more. */
  forgetClient(id: string): void;
}

type Seen = Inspected | undefined | Promise<Inspected | undefined>;

/** What the arguments of can be changed. */
const CHANGEABLE = new Set(['tools/call', 'prompts/get']);
/** A longer message is looked at in slices. */
const LONG = 64 * 1024;
/** A notification cannot wait, and an answer to a server does not. */
const LONGEST_AT_ONCE = 1024 * 1024;

/**
 * What people want hidden, on the road. Towards a server, texts of masks are replaced, and tokens are put back that stand
 * for what came from that very server, or that a mask is restored for. Towards an AI app, texts of masks are replaced,
 * and tokens put back that stand for what the app itself sent. Each app has a session with a key of its own, in memory
 * alone. What cannot be replaced is asked about or refused, and never passes. Attack 21.
 */
export function maskInspectors(ports: MaskInspectorPorts): MaskInspectors {
  const { policy, key, now = () => performance.now(), pause = nextTurn } = ports;
  const sessions = new ClientSessions({ key, now });

  /** What has to be done for a crossing; undefined: nothing. */
  const workOf = (crossing: Crossing): CrossingPorts | undefined => {
    const { server, client, tool } = crossing;
    const all = policy.masks();
    const masks = masksFor(all, crossing);
    if (masks.length === 0 && sessions.existing(client)?.hasTokens !== true) return undefined;
    const keys = tool === undefined ? undefined : ports.keys?.(server, tool);
    return { crossing, masks, all, session: sessions.of(client), keys };
  };
  const run = (steps: Steps<Inspected | undefined>, size: number): Seen =>
    size <= LONG
      ? atOnce(steps)
      : inSlices(steps, pause).then((done) =>
          done === GIVEN_UP ? { findings: [], refused: say.TOO_LONG } : done,
        );
  return {
    out: { name: 'masks', outgoing, given },
    in: { name: 'masks of answers', incoming, notice },
    forgetClient: (id) => sessions.forget(id),
  };

  function outgoing(call: Call): Seen {
    const { message, direction } = call;
    const work = workOf(crossingOf(call, direction === 'server' ? 'to-app' : 'to-server'));
    if (work === undefined || message.paramsSpan === undefined) return undefined;
    return run(direction === 'server' ? asked(message, work) : sent(call, work), message.bytes.length);
  }

  function incoming(call: Call, response: Message): Seen {
    const work = workOf(crossingOf(call, 'to-app'));
    if (work === undefined) return undefined;
    const { server, tool } = work.crossing;
    const output = tool === undefined ? undefined : ports.output?.(server, tool);
    return run(answered(response, work, output), response.bytes.length);
  }

  function given(call: Call, response: Message): Inspected | undefined {
    const work = workOf(crossingOf(call, 'to-server'));
    const texts = work && textsOfResponse(response);
    if (work === undefined || texts === undefined) return undefined;
    if (response.bytes.length > LONGEST_AT_ONCE) return { findings: [], refused: say.TOO_LONG };
    const done = atOnce(crossSteps(texts.bytes, work));
    return isWhole(done)
      ? inspected(done, 'arguments', say.NOT_GIVEN, texts.put)
      : { findings: findingsOf(done, 'arguments', 'blocked'), refused: say.NOT_GIVEN };
  }

  function notice(message: Message, from: NoticeFrom): Buffer | null | undefined {
    const all = policy.masks();
    const crossing: Crossing = { direction: 'to-app', server: from.server, client: from.client ?? '' };
    const masks = masksForAny(all, from);
    const texts = masks.length === 0 ? undefined : textsOfNotice(message);
    if (texts === undefined) return undefined;
    if (message.bytes.length > LONGEST_AT_ONCE) return null;
    // What goes to all AI apps at once is no app's own, and is never put back.
    const session = from.client === undefined ? sessions.apart() : sessions.of(from.client);
    const done = atOnce(crossSteps(texts.bytes, { crossing, masks, all, session }));
    if (!isWhole(done)) return null;
    return done.changed ? texts.put(done.bytes) : undefined;
  }
}

/** What an AI app sends: its arguments are changed; whatever else it says is refused where it would have to be. */
function* sent(call: Call, work: CrossingPorts): Steps<Inspected | undefined> {
  const args = CHANGEABLE.has(call.message.method) ? argumentsOf(call) : undefined;
  const refused = yield* unchanged(textsOfRequest(call.message, args !== undefined), work, say.NOT_SENT);
  if (refused !== undefined || args === undefined) return refused;
  const done = yield* crossSteps(args, work);
  return inspected(done, 'arguments', say.IN_ARGUMENTS, (bytes) => bytes);
}

/** What a server asks cannot be changed on the road. */
function* asked(message: Message, work: CrossingPorts): Steps<Inspected | undefined> {
  return yield* unchanged(textsOfRequest(message, false), work, say.NOT_ASKED);
}

function* answered(
  response: Message,
  work: CrossingPorts,
  output: OutputSchema | undefined,
): Steps<Inspected | undefined> {
  const texts = textsOfResponse(response);
  if (texts === undefined) return undefined;
  yield response.bytes.length;
  const done = yield* crossSteps(texts.bytes, work);
  const seen = inspected(done, 'answer', say.IN_ANSWER, texts.put);
  if (seen === undefined || output === undefined || !done.changed) return seen;
  const { bytes, count } = keepForms(texts.bytes, done.bytes, output);
  if (count === 0) return seen;
  const findings: RecordedFinding[] = [
    ...seen.findings,
    { source: 'mask', type: 'fixed form', where: 'answer', act: 'asked', count },
  ];
  return { ...seen, findings, changed: texts.put(bytes), ask: seen.ask ?? say.IN_FORM };
}

function* unchanged(
  texts: readonly Buffer[],
  work: CrossingPorts,
  sentence: string,
): Steps<Inspected | undefined> {
  if (work.masks.length === 0) return undefined;
  for (const text of texts) {
    const done = yield* crossSteps(text, work);
    if (done.counts.size > 0 || !isWhole(done))
      return { findings: findingsOf(done, 'arguments', 'blocked', 'blocked'), refused: sentence };
  }
  return undefined;
}

const isWhole = ({ inNumbers, complete }: Crossed): boolean => complete && inNumbers.length === 0;

function inspected(
  done: Crossed,
  where: 'arguments' | 'answer',
  numbers: string,
  put: (bytes: Buffer) => Buffer,
): Inspected | undefined {
  if (isWhole(done) && !done.changed) return undefined;
  return {
    findings: findingsOf(done, where, 'asked'),
    ...(done.changed ? { changed: put(done.bytes) } : {}),
    ...(isWhole(done) ? {} : { ask: done.complete ? numbers : say.TOO_MUCH }),
  };
}

function crossingOf(call: Call, direction: Crossing['direction']): Crossing {
  // Without a server nothing crosses, and no mask is for a server without a name.
  const about = { direction, server: call.server?.id ?? '', client: call.client.id };
  return call.message.method === 'tools/call' ? { ...about, tool: call.name } : about;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
