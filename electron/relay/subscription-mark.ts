import { membersOf } from './framing/json-scan.ts';
import { applySplices } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';

/** The request of 2026-07-28 whose stream tells about changed lists and resources. */
export const LISTEN = 'subscriptions/listen';
/** In the `_meta` of what comes on such a stream: the id of the listen request. */
export const SUBSCRIPTION_KEY = 'io.modelcontextprotocol/subscriptionId';

/** The id of ours that a notification is marked with; undefined when it is not marked. */
export function markOf(message: Message): number | undefined {
  const span = message.meta?.get(SUBSCRIPTION_KEY);
  if (span === undefined) return undefined;
  const digits = /^"?(\d{1,15})"?$/.exec(message.bytes.toString('latin1', span.start, span.end))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The same message (or closing response) marked with `id`, raw, if it is marked at all. */
export function markedFor(message: Message, id: string): Message {
  const { bytes, resultSpan } = message;
  const metaSpan = resultSpan && membersOf(bytes, resultSpan)?.get('_meta');
  const meta = message.meta ?? (metaSpan && membersOf(bytes, metaSpan));
  const span = meta?.get(SUBSCRIPTION_KEY);
  return span === undefined ? message : rescan(applySplices(bytes, [{ span, bytes: Buffer.from(id) }]));
}
