import type { PendingRequest } from './peer.ts';
import { LISTEN } from './subscription-mark.ts';

/** A request that a server has not answered yet. */
export interface Waiting {
  readonly request: PendingRequest;
  readonly method: string;
  /** The asker's own id, raw: what a listen stream marks its messages with is turned back into it. */
  readonly id: string;
  /** The client's progress token, raw, when it sent one. */
  readonly token: Buffer | undefined;
  /** Asked by Doorward itself: nothing that the server says meanwhile belongs to it. */
  readonly own: boolean;
  /** ms without any sign of life, as of the last look. */
  silentMs: number;
}

export function countsAsCall(waiting: Waiting): boolean {
  return !waiting.own && waiting.method !== LISTEN;
}
