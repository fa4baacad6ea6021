import { memberOf } from './envelope.ts';
import { bytesAt, elementsOf, membersOf, stringAt } from './framing/json-scan.ts';
import { applySplices, setMember } from './framing/splice.ts';
import { type Message, rescan, scanMessage } from './message.ts';
import { whole } from './peer.ts';

/** Questions of one round; an honest form needs one or two. */
export const MAX_QUESTIONS = 16;
/** More rounds than any honest form needs; ends a server that asks for ever. */
export const MAX_ROUNDS = 16;
export const TOO_MANY = 'The server asked too many questions for one call.';
export const UNREADABLE = 'The server asked a question that Doorward cannot read.';
/** 2025-11-25: the client has to open pages before this can be answered. */
const URL_REQUIRED = -32042;

/** What a server asks in one answer, by the keys under which it wants to hear. */
export type Questions = ReadonlyMap<string, Message>;

/**
 * The questions that stand in a result (`inputRequests` of 2026-07-28), whatever it says of its own type; undefined
 * when there are none, a sentence when they cannot be read in one way only (attack 29).
 */
export function questionsInResult({ bytes, resultSpan }: Message): Questions | string | undefined {
  if (resultSpan === undefined || !mayName(bytes)) return undefined;
  if (bytes[resultSpan.start] !== 0x7b) return undefined;
  const result = membersOf(bytes, resultSpan);
  if (result === undefined) return UNREADABLE;
  const span = result.get('inputRequests');
  if (span === undefined) return undefined;
  const members = membersOf(bytes, span);
  if (members === undefined) return UNREADABLE;
  if (members.size > MAX_QUESTIONS) return TOO_MANY;
  const questions = new Map<string, Message>();
  for (const [key, place] of members) {
    const question = askMessage(bytesAt(bytes, place));
    if (question === undefined) return UNREADABLE;
    questions.set(key, question);
  }
  return questions.size === 0 ? undefined : questions;
}

/** The pages that an error asks the client to open, as the questions they are; otherwise as above. */
export function questionsInError({ bytes, errorSpan }: Message): Questions | string | undefined {
  if (errorSpan === undefined || bytes[errorSpan.start] !== 0x7b) return undefined;
  const error = membersOf(bytes, errorSpan);
  if (error === undefined) return UNREADABLE;
  const code = error.get('code');
  if (code === undefined || Number(bytes.toString('latin1', code.start, code.end)) !== URL_REQUIRED)
    return undefined;
  const data = error.get('data');
  if (data === undefined || bytes[data.start] !== 0x7b) return undefined;
  const members = membersOf(bytes, data);
  if (members === undefined) return UNREADABLE;
  const list = members.get('elicitations');
  const pages = (list && elementsOf(bytes, list, MAX_QUESTIONS + 1)) ?? [];
  if (pages.length > MAX_QUESTIONS) return TOO_MANY;
  const questions = new Map<string, Message>();
  for (const [i, page] of pages.entries()) {
    const question = requestOf('elicitation/create', bytesAt(bytes, page));
    if (question === undefined) return UNREADABLE;
    questions.set(String(i), question);
  }
  return questions.size === 0 ? undefined : questions;
}

/** Cheap, and never wrong in the direction of no: a key may be written with escapes. */
function mayName(bytes: Buffer): boolean {
  return bytes.includes('inputRequests') || bytes.includes('\\u00');
}

/** An input request (`{method, params}`) as a JSON-RPC request; undefined when it is none. */
export function askMessage(question: Buffer): Message | undefined {
  const members = membersOf(question, whole(question));
  const method = members && stringAt(question, members.get('method'));
  if (members === undefined || method === undefined) return undefined;
  const span = members.get('params');
  return requestOf(method, span === undefined ? Buffer.from('{}') : bytesAt(question, span));
}

function requestOf(method: string, params: Buffer): Message | undefined {
  const head = Buffer.from(`{"jsonrpc":"2.0","id":0,"method":${JSON.stringify(method)},"params":`);
  // The server wrote what stands in it: it may be no request at all.
  const scanned = scanMessage(Buffer.concat([head, params, Buffer.from('}')]));
  return scanned.ok ? scanned.value : undefined;
}

/** The same for a session-era client, which needs an id for each page that it shall open. */
export function withElicitationId(ask: Message): Message {
  const { bytes, params, paramsSpan } = ask;
  const isUrl = stringAt(bytes, params?.get('mode')) === 'url';
  if (!isUrl || params?.has('elicitationId') || paramsSpan === undefined || params === undefined) return ask;
  const id = Buffer.from(JSON.stringify(`doorward-${crypto.randomUUID()}`));
  return rescan(applySplices(bytes, [setMember(paramsSpan, params, 'elicitationId', id)]));
}

/** The original request once more, with answers and the server's state byte for byte. */
export function retryWith(sent: Message, answers: ReadonlyMap<string, Buffer>, result: Buffer): Message {
  const pairs = [...answers].map(([key, value]) =>
    Buffer.concat([Buffer.from(`${JSON.stringify(key)}:`), value]),
  );
  const object = Buffer.concat([
    Buffer.from('{'),
    ...pairs.flatMap((pair, i) => (i === 0 ? [pair] : [Buffer.from(','), pair])),
    Buffer.from('}'),
  ]);
  let message = sent;
  const set = (key: string, value: Buffer): void => {
    if (message.paramsSpan === undefined || message.params === undefined) return;
    message = rescan(
      applySplices(message.bytes, [setMember(message.paramsSpan, message.params, key, value)]),
    );
  };
  if (answers.size > 0) set('inputResponses', object);
  const state = memberOf(result, 'requestState');
  if (state !== undefined) set('requestState', state);
  return message;
}
