import { onOneLine } from '../relay/framing/splice.ts';

const END = Buffer.from('\n\n');

/** A comment that keeps proxies and clients from giving up on a quiet stream. */
export const KEEP_ALIVE = Buffer.from(': keep-alive\n\n');

/** Response headers of every event stream, name and value alternating. */
export const STREAM_HEADERS: readonly string[] = [
  'Content-Type',
  'text/event-stream',
  'Cache-Control',
  'no-cache, no-transform',
  'X-Accel-Buffering',
  'no',
];

/**
 * One JSON message as one event. The message is put on one line first: a line break inside would end the `data`
 * field and let the rest pose as fields or events of its own.
 */
export function messageEvent(message: Buffer, id: string | undefined): Buffer {
  const head = id === undefined ? 'event: message\ndata: ' : `event: message\nid: ${id}\ndata: `;
  return Buffer.concat([Buffer.from(head), onOneLine(message), END]);
}

/** The event that gives a client an id to resume from before there is any message (2025-11-25, polling). */
export const primingEvent = (id: string, retryMs: number): Buffer =>
  Buffer.from(`id: ${id}\nretry: ${retryMs}\ndata: \n\n`);

/** Sets after how many milliseconds the client comes back; no event by itself. */
export const retryField = (retryMs: number): Buffer => Buffer.from(`retry: ${retryMs}\n\n`);
