import type { InspectionAct, Trial } from '../../../shared/model/inspection.ts';
import type { Call } from '../../relay/call.ts';
import { bytesAt, type Span } from '../../relay/framing/json-scan.ts';
import { applySplices } from '../../relay/framing/splice.ts';
import type { Message } from '../../relay/message.ts';
import { argumentsOf } from '../../relay/replace-arguments.ts';
import type { Inspected } from '../../stages/inspect.ts';
import type { TextKind } from '../finding.ts';
import type { InspectionPolicy } from '../inspection-policy.ts';
import type { NoticeFrom, RoadInspector } from '../road-inspector.ts';
import type { OutputSchema } from '../structured/fixed-form.ts';
import { type ContentWatch, directionOf } from '../verdict.ts';
import { walkJson } from '../walk/json-texts.ts';
import { judge } from './judge.ts';
import { lookTime } from './look-time.ts';
import { RoadTask, settled } from './road-task.ts';
import { askSentence, refusal } from './sentences.ts';
import { shown } from './shown.ts';
import { type Form, type Judged, type Task, unread, whereOf } from './task.ts';
import { type Pasted, tryText } from './try-text.ts';
import type { ContentWorker } from './worker-queue.ts';

export interface ContentInspectorPorts {
  readonly policy: Pick<InspectionPolicy, 'act' | 'personal'>;
  /** A new mark for notices to a model, eight letters or digits or more: what nobody can guess nobody can forge. */
  readonly nonce: () => string;
  /** A text without known secrets, for people. */
  readonly redact: (text: string) => string;
  /** Looks at what is large. */
  readonly worker: ContentWorker;
  /** Monotonic milliseconds, with fractions. */
  readonly now: () => number;
  /** What a tool promises of its structured content (`outputSchemaOf`). */
  readonly output?: (server: string, tool: string) => OutputSchema | undefined;
  /** A line for the log of one server: a notification of it was not passed on. */
  readonly note?: (server: string, sentence: string) => void;
}

/** Looks for hidden text, orders to a model, secrets and personal data in what crosses. */
export interface ContentInspector extends RoadInspector {
  outgoing(call: Call): Inspected | undefined | Promise<Inspected | undefined>;
  incoming(call: Call, response: Message): Inspected | undefined | Promise<Inspected | undefined>;
  given(call: Call, response: Message): Inspected | undefined;
  notice(message: Message, from: NoticeFrom): Buffer | null | undefined;
  /** What would happen to a text that a person pasted. Nothing is kept. */
  tryText(pasted: Pasted): Promise<Trial>;
  close(): Promise<void>;
}

/** More text is looked at by the worker: this takes a few milliseconds, in which nobody else is served. */
export const LARGE_BYTES = 64 * 1024;
/** Up to here it is worth telling text from pictures first, of which there is nothing to look at. */
const PICTURE_BYTES = 4 * 1024 * 1024;

/** What is said to a server's question is looked at at once; more is kept back. */
const LONGEST_REPLY = 1024 * 1024;

/** An answer as long as this that was not looked at is no question for a person: nobody could judge it. */
const LONGEST_ASKED = 1024 * 1024;

const TOO_MANY =
  'The messages of the server take too long to be looked at, so for now they are not passed on.';

/** What carries nothing that anybody wrote for this call. */
const EMPTY = new Set([
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
  'logging/setLevel',
  'roots/list',
]);
/** Answers that were looked at when their server was reviewed, and are held when they change. */
const REVIEWED = new Set([
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'prompts/list',
  'resources/templates/list',
]);
const TAKES_ARGUMENTS = new Set(['tools/call', 'prompts/get']);

/**
 * Puts the detectors on the road. Towards a server: the arguments, or the params of whatever else is asked. Towards an AI
 * app: everything of an answer, a question or a notification, keys and all; bytes of pictures and files stay untouched.
 * What is clean crosses as the very bytes it came as. What is found is removed, fenced, masked, asked about or blocked
 * as the policy says; what could not be looked at to its end is asked about always. Nobody can be asked about a
 * notification: where somebody would have to be, it is not passed on.
 *
 * Attacks 6, 10–14, 20, 21, 30.
 */
export function contentInspector(ports: ContentInspectorPorts): ContentInspector {
  const { policy, worker, redact } = ports;
  const time = lookTime(ports.now);
  /** Servers of whose notifications some were not looked at, of which the log has a line. */
  const busy = new Set<string>();

  const taskOf = (
    form: Form,
    kind: TextKind,
    method: string,
    server: string,
    client: string,
    output?: OutputSchema,
  ): Task => {
    const direction = directionOf(kind);
    const act = (watch: ContentWatch): InspectionAct => policy.act(watch, direction, server, client);
    const personal = act('personal') === 'pass' ? [] : policy.personal();
    return new RoadTask({ form, kind, method, server, output, personal }, act, ports.nonce);
  };

  const inspect = (
    bytes: Buffer,
    task: Task,
    rebuilt: (changed: Buffer) => Buffer,
  ): Inspected | undefined | Promise<Inspected | undefined> => {
    const said = (judged: Judged | undefined): Inspected | undefined =>
      judged && (tooMuch(judged, bytes, task.form) ?? inspected(judged, task.form, rebuilt));
    if (!isLarge(bytes, task)) return said(judge(bytes, task));
    return worker.judge(bytes, settled(task)).then(said);
  };

  const inspected = (
    { recorded, changed, reasons, sightings }: Judged,
    form: Form,
    rebuilt: (changed: Buffer) => Buffer,
  ): Inspected => {
    const blocks = reasons.filter(({ act }) => act === 'block');
    if (blocks.length > 0) return { findings: recorded, refused: refusal(form, blocks) };
    const asks = reasons.filter(({ act }) => act === 'ask');
    return {
      findings: recorded,
      ...(changed === undefined
        ? {}
        : { changed: rebuilt(Buffer.from(changed.buffer, changed.byteOffset, changed.byteLength)) }),
      ...(asks.length === 0
        ? {}
        : { ask: askSentence(form, asks), found: shown(whereOf(form), sightings, redact) }),
    };
  };

  /** What an AI app or its person says to a question of a server: nobody can be asked about it, so it is kept back. */
  const reply = (call: Call, bytes: Buffer, rebuilt: (changed: Buffer) => Buffer): Inspected | undefined => {
    const task = taskOf('reply', 'argument', call.message.method, call.server?.id ?? '', call.client.id);
    const judged = bytes.length > LONGEST_REPLY ? unread('reply') : judge(bytes, task);
    if (judged === undefined) return undefined;
    const stops = judged.reasons.filter(({ act }) => act === 'ask' || act === 'block');
    const seen = inspected(judged, 'reply', rebuilt);
    return stops.length === 0 ? seen : { findings: seen.findings, refused: refusal('reply', stops) };
  };

  /** The same in a retry of a 2026-07-28 client, which has them beside the arguments, where nothing can be changed. */
  const repliesIn = (call: Call): Inspected | undefined => {
    const span = call.message.params?.get('inputResponses');
    const seen = span && reply(call, bytesAt(call.message.bytes, span), same);
    return seen?.changed === undefined ? seen : { findings: seen.findings, refused: UNCHANGEABLE };
  };

  return {
    name: 'content',
    outgoing(call) {
      const { message, client, direction } = call;
      if (EMPTY.has(message.method)) return undefined;
      const server = call.server?.id ?? '';
      const params = message.paramsSpan && bytesAt(message.bytes, message.paramsSpan);
      if (direction === 'server')
        return (
          params && inspect(params, taskOf('question', 'question', message.method, server, client.id), same)
        );
      const takes = TAKES_ARGUMENTS.has(message.method);
      const bytes = takes ? argumentsOf(call) : params;
      const form = takes ? 'arguments' : 'params';
      const replies = takes ? repliesIn(call) : undefined;
      if (replies?.refused !== undefined) return replies;
      const seen = bytes && inspect(bytes, taskOf(form, 'argument', message.method, server, client.id), same);
      if (replies === undefined) return seen;
      return seen instanceof Promise ? seen.then((one) => both(replies, one)) : both(replies, seen);
    },
    given(call, { bytes, resultSpan }) {
      if (resultSpan === undefined) return undefined;
      return reply(call, bytesAt(bytes, resultSpan), (changed) => inPlace(bytes, resultSpan, changed));
    },
    incoming(call, response) {
      const { method } = call.message;
      const { resultSpan, errorSpan, bytes } = response;
      if (REVIEWED.has(method) && errorSpan === undefined) return undefined;
      const span = resultSpan ?? errorSpan;
      if (span === undefined) return undefined;
      const form = resultSpan === undefined ? 'error' : 'result';
      // What a prompt says was written for a model; a result is copied from anywhere.
      const kind = method === 'prompts/get' && form === 'result' ? 'prompt' : 'result';
      const server = call.server?.id ?? '';
      const output = method === 'tools/call' ? ports.output?.(server, call.name) : undefined;
      return inspect(
        bytesAt(bytes, span),
        taskOf(form, kind, method, server, call.client.id, output),
        (changed) => inPlace(bytes, span, changed),
      );
    },
    notice(message, { server, client }) {
      const { paramsSpan: span, bytes, method } = message;
      if (span === undefined) return undefined;
      const dropped = (why: string): null => {
        ports.note?.(server, why);
        return null;
      };
      if (span.end - span.start > LARGE_BYTES)
        return dropped('A message of the server is too large to be looked at, so it was not passed on.');
      const looked = time.spend(server, () =>
        judge(bytesAt(bytes, span), taskOf('notice', 'result', method, server, client ?? '')),
      );
      if (looked === undefined) {
        if (!busy.has(server)) ports.note?.(server, TOO_MANY);
        busy.add(server);
        return null;
      }
      busy.delete(server);
      const judged = looked.did;
      if (judged === undefined) return undefined;
      const stops = judged.reasons.filter(({ act }) => act === 'ask' || act === 'block');
      if (stops.length > 0) return dropped(refusal('notice', stops));
      return judged.changed && inPlace(bytes, span, Buffer.from(judged.changed));
    },
    tryText: (pasted) =>
      tryText(pasted, {
        redact,
        task: (form, kind, method) => ({
          ...settled(taskOf(form, kind, method, pasted.server ?? '', pasted.client ?? '')),
          showsAll: true,
        }),
        judge: (bytes, task) =>
          isLarge(bytes, task) ? worker.judge(bytes, settled(task)) : Promise.resolve(judge(bytes, task)),
      }),
    close: () => worker.close(),
  };
}

/** Whether looking at it here would keep others waiting. */
function isLarge(bytes: Buffer, { skipBytes }: Task): boolean {
  if (bytes.length <= LARGE_BYTES) return false;
  if (!skipBytes || bytes.length > PICTURE_BYTES) return true;
  // What is no text, and what stands around texts.
  let left = LARGE_BYTES;
  let rest = bytes.length;
  const complete = walkJson(bytes.toString('latin1'), {
    skipBytes,
    text: ({ start, end }) => {
      left -= end - start;
      rest -= end - start;
    },
    bytes: (length) => {
      rest -= length;
    },
  });
  return !complete || left < 0 || rest > LARGE_BYTES;
}

const UNCHANGEABLE =
  'The answer to the server has something in it that would have to be masked, which is not possible here. Nothing was sent.';

/** What two looks at one request have found. */
const both = (one: Inspected, other: Inspected | undefined): Inspected =>
  other === undefined ? one : { ...other, findings: [...one.findings, ...other.findings] };

/** A long answer that was not looked at is kept back at once: held for a person, many of them fill the memory. */
function tooMuch({ reasons, recorded }: Judged, bytes: Buffer, form: Form): Inspected | undefined {
  const unlooked = reasons.filter(({ watch }) => watch === 'unread');
  if (bytes.length <= LONGEST_ASKED || unlooked.length === 0 || whereOf(form) !== 'answer') return undefined;
  const findings = recorded.map((one) => (one.act === 'asked' ? { ...one, act: 'blocked' as const } : one));
  return { findings, refused: refusal(form, unlooked) };
}

const same = (changed: Buffer): Buffer => changed;

const inPlace = (bytes: Buffer, span: Span, changed: Buffer): Buffer =>
  applySplices(bytes, [{ span, bytes: changed }]);
