import { withMeta, withoutMark } from './envelope.ts';
import { json } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import type { Peer } from './peer.ts';
import { LISTEN } from './subscription-mark.ts';

/** What is wanted of a 2026-07-28 server outside calls. */
export interface StreamWish {
  readonly lists: readonly string[];
  readonly uris: readonly string[];
  /** The client's part of `_meta`. */
  readonly envelope: ReadonlyMap<string, Buffer>;
  /** A changed list or resource, without the mark of the stream. */
  readonly heard: (notification: Message) => void;
  /** The stream is over though nobody has closed it; `refused`: the server will not have one. */
  readonly ended: (refused: boolean) => void;
}

/**
 * Opens the stream (`subscriptions/listen`) on which a 2026-07-28 server tells about changed lists and subscribed
 * resources. Returns what closes it; after that nothing of it is heard. `ended` may be called before this returns.
 */
export function listenAt(peer: Peer, wish: StreamWish): () => void {
  const { lists, uris, envelope, heard, ended } = wish;
  const notifications = {
    ...Object.fromEntries(lists.map((list) => [`${list}ListChanged`, true])),
    ...(uris.length === 0 ? {} : { resourceSubscriptions: uris }),
  };
  const plain = rescan(json({ jsonrpc: '2.0', id: 0, method: LISTEN, params: { notifications } }));
  const stream = {
    answer: (response: Message) => ended(response.errorSpan !== undefined),
    failed: () => ended(false),
    interim: (message: Message) => {
      if (message.method !== 'notifications/subscriptions/acknowledged') heard(withoutMark(message));
    },
    ask: () => undefined,
    detached: () => undefined,
  };
  const id = peer.request(withMeta(plain, envelope), stream, {}, true);
  return () => peer.cancel(id);
}
