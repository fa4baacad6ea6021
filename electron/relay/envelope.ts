import type { Envelope } from './exchange.ts';
import { bytesAt, type Members, membersOf, type Span } from './framing/json-scan.ts';
import { applySplices, json, setMember, type Splice, withoutMembers } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import { STATELESS_VERSION, whole } from './peer.ts';
import { SUBSCRIPTION_KEY } from './subscription-mark.ts';

export const PROTOCOL_VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';
export const CLIENT_INFO_KEY = 'io.modelcontextprotocol/clientInfo';
export const CAPABILITIES_KEY = 'io.modelcontextprotocol/clientCapabilities';
export const LOG_LEVEL_KEY = 'io.modelcontextprotocol/logLevel';
export const SERVER_INFO_KEY = 'io.modelcontextprotocol/serverInfo';

const RESERVED = new Set([PROTOCOL_VERSION_KEY, CLIENT_INFO_KEY, CAPABILITIES_KEY, LOG_LEVEL_KEY]);
const NO_MEMBERS: Members = new Map();

/** What a session client said in `initialize`, in the form that every 2026-07-28 request carries. */
export function envelopeMembers(initializeParams: Buffer, logLevel: string | undefined): Map<string, Buffer> {
  const hello = membersOf(initializeParams, whole(initializeParams)) ?? NO_MEMBERS;
  const raw = (key: string): Buffer | undefined => {
    const span = hello.get(key);
    return span && bytesAt(initializeParams, span);
  };
  const members = new Map<string, Buffer>([
    [PROTOCOL_VERSION_KEY, json(STATELESS_VERSION)],
    [CLIENT_INFO_KEY, raw('clientInfo') ?? json({ name: 'unknown', version: '0' })],
    [CAPABILITIES_KEY, raw('capabilities') ?? json({})],
  ]);
  if (logLevel !== undefined) members.set(LOG_LEVEL_KEY, json(logLevel));
  return members;
}

/** The same from what a 2026-07-28 client said in a request of its own; the log level belongs to that request alone. */
export function envelopeOf(envelope: Envelope | undefined): Map<string, Buffer> {
  return new Map<string, Buffer>([
    [PROTOCOL_VERSION_KEY, json(STATELESS_VERSION)],
    [CLIENT_INFO_KEY, envelope?.clientInfo ?? json({ name: 'unknown', version: '0' })],
    [CAPABILITIES_KEY, envelope?.clientCapabilities ?? json({})],
  ]);
}

/** The message with these members set in `params._meta`; `params` and `_meta` are added when absent. */
export function withMeta(message: Message, members: ReadonlyMap<string, Buffer>): Message {
  const { bytes, paramsSpan, params, metaSpan, meta } = message;
  const object = (): Buffer => {
    const pairs = [...members].map(([key, value]) =>
      Buffer.concat([Buffer.from(`${JSON.stringify(key)}:`), value]),
    );
    return Buffer.concat([
      Buffer.from('{'),
      ...pairs.flatMap((pair, i) => (i ? [Buffer.from(','), pair] : [pair])),
      Buffer.from('}'),
    ]);
  };
  if (paramsSpan === undefined || params === undefined) {
    const close = bytes.lastIndexOf(0x7d);
    const insert = Buffer.concat([Buffer.from(',"params":{"_meta":'), object(), Buffer.from('}')]);
    return rescan(applySplices(bytes, [{ span: { start: close, end: close }, bytes: insert }]));
  }
  if (metaSpan === undefined || meta === undefined) {
    return rescan(applySplices(bytes, [setMember(paramsSpan, params, '_meta', object())]));
  }
  const kept = withoutMembers(bytes, meta, new Set(members.keys()));
  const added = object();
  const comma = kept.length === 2 || added.length === 2 ? '' : ',';
  const merged = Buffer.concat([kept.subarray(0, -1), Buffer.from(comma), added.subarray(1)]);
  return rescan(applySplices(bytes, [{ span: metaSpan, bytes: merged }]));
}

/** The message without the envelope of 2026-07-28 and without the members named in `dropParams`. */
export function withoutEnvelope(message: Message, dropParams: ReadonlySet<string>): Message {
  const { bytes, paramsSpan, params, metaSpan, meta } = message;
  if (paramsSpan === undefined || params === undefined) return message;
  const splices: Splice[] = [];
  if (metaSpan !== undefined && meta !== undefined)
    splices.push({ span: metaSpan, bytes: withoutMembers(bytes, meta, RESERVED) });
  const stripped = splices.length === 0 ? message : rescan(applySplices(bytes, splices));
  if (stripped.paramsSpan === undefined || stripped.params === undefined) return stripped;
  const emptyMeta = stripped.meta?.size === 0 ? ['_meta'] : [];
  const drop = new Set([...dropParams, ...emptyMeta]);
  if (![...drop].some((key) => stripped.params?.has(key))) return stripped;
  const rest = withoutMembers(stripped.bytes, stripped.params, drop);
  return rescan(applySplices(stripped.bytes, [{ span: stripped.paramsSpan, bytes: rest }]));
}

/** A notification without its subscription id, which session-era clients know nothing of; other `_meta` stays. */
export function withoutMark(message: Message): Message {
  const { bytes, metaSpan, meta } = message;
  if (metaSpan === undefined || !meta?.has(SUBSCRIPTION_KEY)) return message;
  const rest = withoutMembers(bytes, meta, new Set([SUBSCRIPTION_KEY]));
  return rescan(applySplices(bytes, [{ span: metaSpan, bytes: rest }]));
}

/** Adds members to the result of a response unless they are there; returns the new response bytes. */
export function withResultMembers(response: Message, add: ReadonlyMap<string, Buffer>): Message {
  const span = response.resultSpan;
  const members = span && membersOf(response.bytes, span);
  if (span === undefined || members === undefined) return response;
  const missing = [...add].filter(([key]) => !members.has(key));
  if (missing.length === 0) return response;
  const at = span.start + 1;
  const parts = missing.map(([key, value], i) =>
    Buffer.concat([
      Buffer.from(`${JSON.stringify(key)}:`),
      value,
      Buffer.from(i < missing.length - 1 || members.size > 0 ? ',' : ''),
    ]),
  );
  return rescan(
    applySplices(response.bytes, [{ span: { start: at, end: at }, bytes: Buffer.concat(parts) }]),
  );
}

/** The result of a response without some members. */
export function withoutResultMembers(response: Message, drop: ReadonlySet<string>): Message {
  const span = response.resultSpan;
  const members: Members | undefined = span && membersOf(response.bytes, span);
  if (span === undefined || members === undefined || ![...drop].some((key) => members.has(key)))
    return response;
  return rescan(
    applySplices(response.bytes, [{ span, bytes: withoutMembers(response.bytes, members, drop) }]),
  );
}

/** A member of a JSON object, raw. */
export function memberOf(object: Buffer, key: string, span: Span = whole(object)): Buffer | undefined {
  const found = membersOf(object, span)?.get(key);
  return found && bytesAt(object, found);
}
