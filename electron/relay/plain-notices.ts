import { bytesAt, membersOf } from './framing/json-scan.ts';
import { applySplices, withoutMembers } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import { whole } from './peer.ts';
import { SUBSCRIPTION_KEY } from './subscription-mark.ts';

const LIST_CHANGED = /^notifications\/(?:tools|prompts|resources)\/list_changed$/;
const INPUT_REQUESTS = new Set(['inputRequests']);

/**
 * A notification without what a server could hide in it from those who approved its lists: a changed list says that it
 * changed and nothing else. Questions of a task (2026-07-28) are left out of the news of it: they are asked where they
 * can be refused, in the answer to `tasks/get`. What has nothing to leave out passes byte for byte.
 *
 * `marked`: it came on a listen stream and carries the id of that request, which the connection has turned back into
 * the client's own, so that nothing of the server's stands there.
 */
export function withoutSmuggled(notice: Message, marked = false): Message {
  if (LIST_CHANGED.test(notice.method)) return plainChange(notice, marked);
  const { bytes, params, paramsSpan } = notice;
  if (paramsSpan === undefined || !params?.has('inputRequests')) return notice;
  const rest = withoutMembers(bytes, params, INPUT_REQUESTS);
  return rescan(applySplices(bytes, [{ span: paramsSpan, bytes: rest }]));
}

function plainChange(notice: Message, marked: boolean): Message {
  const { bytes, method, params, meta } = notice;
  const mark = marked ? meta?.get(SUBSCRIPTION_KEY) : undefined;
  const metaIsPlain = meta === undefined ? !params?.has('_meta') : meta.size === (mark === undefined ? 0 : 1);
  const paramsArePlain = params === undefined || params.size === (params.has('_meta') ? 1 : 0);
  const size = membersOf(bytes, whole(bytes))?.size;
  if (metaIsPlain && paramsArePlain && size === (params === undefined ? 2 : 3)) return notice;
  const said =
    mark === undefined
      ? ''
      : `,"params":{"_meta":{"${SUBSCRIPTION_KEY}":${bytesAt(bytes, mark).toString()}}}`;
  return rescan(Buffer.from(`{"jsonrpc":"2.0","method":"${method}"${said}}`));
}
