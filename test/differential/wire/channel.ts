import { type Json, json, member, readJson, textOf } from '../json/exact.ts';

/** A notification or a request that a server sent. */
export interface Heard {
  readonly kind: 'notification' | 'request';
  readonly method: string;
  readonly params: Json | undefined;
}

/** The answer to one request: exactly one of the two is there in a message that keeps to JSON-RPC. */
export interface Answer {
  readonly result: Json | undefined;
  readonly error: Json | undefined;
}

/** What a client says to a question of a server: the result, as JSON text. */
export type Responder = (method: string, params: Json | undefined) => string;

/** What a client says of itself; the same towards every side that is compared. */
export interface Persona {
  /** JSON text. */
  readonly capabilities: string;
  /** JSON text. */
  readonly clientInfo: string;
  readonly respond: Responder;
  /** The log level that every request of 2026-07-28 asks for. */
  readonly logLevel?: string;
}

/** What may go with a request. */
export interface Extra {
  /** Members for `_meta`, as JSON text without braces. */
  readonly meta?: string;
  /** Request headers beside those that the protocol demands; over HTTP only. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A connection to a server or to an endpoint that keeps the bytes of everything it hears. */
export interface Channel {
  /** The result of the handshake. */
  readonly hello: Json;
  /** `params` is the JSON text of an object. */
  request(method: string, params?: string, extra?: Extra): Promise<Answer>;
  /** Session era only. */
  notify(method: string, params: string): Promise<void>;
  /** Everything heard so far beside answers. */
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

/** How long one answer may take. */
export const ANSWER_MS = 60_000;
export const SESSION_VERSION = '2025-11-25';
export const STATELESS_VERSION = '2026-07-28';

/** The params of `initialize`. */
export const initializeParams = ({ capabilities, clientInfo }: Persona): string =>
  `{"protocolVersion":"${SESSION_VERSION}","capabilities":${capabilities},"clientInfo":${clientInfo}}`;

/** The members that every request of 2026-07-28 carries in its `_meta`. */
function envelope({ capabilities, clientInfo, logLevel }: Persona): string {
  const members: [string, string][] = [
    ['protocolVersion', `"${STATELESS_VERSION}"`],
    ['clientInfo', clientInfo],
    ['clientCapabilities', capabilities],
    ...(logLevel === undefined ? [] : [['logLevel', `"${logLevel}"`] as [string, string]]),
  ];
  return members.map(([key, value]) => `"io.modelcontextprotocol/${key}":${value}`).join(',');
}

/** The params of a request with what the era wants in their `_meta`. */
export function withEnvelope(
  persona: Persona,
  era: 'session' | 'stateless',
  params: string | undefined,
  meta: string | undefined,
): string | undefined {
  if (era === 'session') return withMeta(params, meta);
  return withMeta(params, meta === undefined ? envelope(persona) : `${envelope(persona)},${meta}`);
}

/** Params with members in front in their `_meta`. */
function withMeta(params: string | undefined, meta: string | undefined): string | undefined {
  if (meta === undefined) return params;
  const rest = (params ?? '{}').trimStart().slice(1);
  return `{"_meta":{${meta}}${rest.trim() === '}' ? '' : ','}${rest}`;
}

/** One request as it goes on the wire. */
export const requestText = (id: string, method: string, params: string | undefined): string =>
  `{"jsonrpc":"2.0","id":${id},"method":${JSON.stringify(method)}${params === undefined ? '' : `,"params":${params}`}}`;

/** A message that came in, taken apart. */
export type Incoming =
  | { readonly kind: 'answer'; readonly id: string; readonly answer: Answer }
  | { readonly kind: 'request'; readonly id: string; readonly heard: Heard }
  | { readonly kind: 'notification'; readonly heard: Heard };

/** Ids are told apart by what they say: `1` is not `"1"`, but `"\u0031"` is. */
export const idKey = (id: Json | undefined): string =>
  id?.kind === 'string' ? JSON.stringify(textOf(id)) : (id?.raw ?? 'none');

/** Reads one message; throws on what is none. */
export function readMessage(bytes: Buffer): Incoming {
  const message = readJson(bytes);
  const method = textOf(member(message, 'method'));
  const id = member(message, 'id');
  if (method === undefined)
    return {
      kind: 'answer',
      id: idKey(id),
      answer: { result: member(message, 'result'), error: member(message, 'error') },
    };
  const params = member(message, 'params');
  if (id === undefined) return { kind: 'notification', heard: { kind: 'notification', method, params } };
  return { kind: 'request', id: id.raw ?? 'null', heard: { kind: 'request', method, params } };
}

/** The result of a handshake; throws with the error of a refused one. */
export function helloOf({ result, error }: Answer): Json {
  if (result !== undefined) return result;
  throw new Error(`The handshake was refused: ${(error ?? json(null)).raw}`);
}

/** Ids as different clients write them, in turn: a number, a string, a string with an escape. */
export function idMaker(): () => string {
  let n = 0;
  return () => {
    n += 1;
    return [`${n}`, `"c-${n}"`, `"\\u0063-${n}"`][n % 3] ?? `${n}`;
  };
}
