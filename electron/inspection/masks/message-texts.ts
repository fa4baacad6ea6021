import { bytesAt, membersOf, type Span } from '../../relay/framing/json-scan.ts';
import { applySplices, withoutMembers } from '../../relay/framing/splice.ts';
import type { Message } from '../../relay/message.ts';

/** A part of a message that is looked at, and how another one is put in its place. */
export interface Texts {
  readonly bytes: Buffer;
  /** The whole message, with other bytes in the place of these. */
  readonly put: (bytes: Buffer) => Buffer;
}

/** Handles and numbers of the protocol itself: changed, nobody would know what they mean. */
const OF_RESULTS = new Set(['requestState', 'nextCursor', 'taskId', 'resultType', 'ttlMs']);
const OF_ERRORS = new Set(['code']);
const OF_PARAMS = new Set([
  'requestState',
  'cursor',
  'taskId',
  'progressToken',
  'requestId',
  'level',
  '_meta',
]);
const OF_ARGUMENTS = new Set([...OF_PARAMS, 'name', 'arguments']);
const OPEN = 0x7b;

/** What a response says: its result, or its error without the code. */
export function textsOfResponse({ bytes, resultSpan, errorSpan }: Message): Texts | undefined {
  if (resultSpan !== undefined) return textsAt(bytes, resultSpan, OF_RESULTS);
  return errorSpan && textsAt(bytes, errorSpan, OF_ERRORS);
}

/** What a notification says. */
export function textsOfNotice({ bytes, paramsSpan }: Message): Texts | undefined {
  return paramsSpan && textsAt(bytes, paramsSpan, OF_PARAMS);
}

/** What a request says, beside its arguments when those are looked at for themselves. */
export function textsOfRequest({ bytes, params, paramsSpan, meta }: Message, beside: boolean): Buffer[] {
  if (paramsSpan === undefined || params === undefined) return [];
  const untold = beside ? OF_ARGUMENTS : OF_PARAMS;
  const texts = [withoutMembers(bytes, params, untold)];
  for (const [name, span] of meta ?? [])
    if (name !== 'progressToken' && !name.startsWith('io.modelcontextprotocol/'))
      texts.push(bytesAt(bytes, span));
  // A member of "params" that is no object is one of the request's all the same.
  const other = meta === undefined ? params.get('_meta') : undefined;
  if (other !== undefined) texts.push(bytesAt(bytes, other));
  return texts.filter((text) => text.length > 2);
}

function textsAt(bytes: Buffer, span: Span, untold: ReadonlySet<string>): Texts {
  const members = bytes[span.start] === OPEN ? membersOf(bytes, span) : undefined;
  const put = (text: Buffer): Buffer => applySplices(bytes, [{ span, bytes: text }]);
  const apart = [...(members ?? [])].filter(([name]) => untold.has(name));
  if (members === undefined || apart.length === 0) return { bytes: bytesAt(bytes, span), put };
  const front = Buffer.concat(
    apart.flatMap(([name, place], n) => [
      Buffer.from(`${n === 0 ? '{' : ','}${JSON.stringify(name)}:`),
      bytesAt(bytes, place),
    ]),
  );
  return {
    bytes: withoutMembers(bytes, members, untold),
    put: (text) => put(Buffer.concat([front, Buffer.from(text.length > 2 ? ',' : ''), text.subarray(1)])),
  };
}
