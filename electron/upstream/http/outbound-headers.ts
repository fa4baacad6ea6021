import type { Outbound } from '../connection.ts';
import { encodeHeaderValue, isVisibleAscii, paramHeaderList, type Remote } from './address.ts';
import type { HeaderList } from './client.ts';
import { MAX_ID_CHARS, MAX_SENT_HEADER } from './limits.ts';

const JSON_AND_EVENTS: HeaderList = [
  'content-type',
  'application/json',
  'accept',
  'application/json, text/event-stream',
];
const EVENTS_ONLY: HeaderList = ['accept', 'text/event-stream'];
const STATELESS_VERSION = '2026-07-28';

/** The headers of one connection. The lists are made anew only when something changes, not for each call. */
export class OutboundHeaders {
  readonly #remote: Remote;
  #session: HeaderList = [];
  #post: HeaderList;

  constructor(remote: Remote) {
    this.#remote = remote;
    this.#post = [...JSON_AND_EVENTS, ...remote.headers];
  }

  /** For POST in the session era; in the stateless era `stateless` adds to it. */
  get post(): HeaderList {
    return this.#post;
  }

  /** For DELETE. */
  get bare(): HeaderList {
    return [...this.#remote.headers, ...this.#session];
  }

  get(lastEventId: string): HeaderList {
    const resume = lastEventId === '' ? [] : ['last-event-id', lastEventId];
    return [...EVENTS_ONLY, ...this.#remote.headers, ...this.#session, ...resume];
  }

  /** Sets what every later request of the session carries. */
  setSession(sessionId: string | undefined, protocolVersion: string | undefined): void {
    const id = sessionId === undefined ? [] : ['mcp-session-id', sessionId];
    const version =
      protocolVersion === undefined || !isVisibleAscii(protocolVersion, MAX_ID_CHARS)
        ? []
        : ['mcp-protocol-version', protocolVersion];
    this.#session = [...id, ...version];
    this.#post = [...JSON_AND_EVENTS, ...this.#remote.headers, ...this.#session];
  }

  /** 2026-07-28: what the message says, repeated in headers. Undefined when it cannot be put into headers. */
  stateless(out: Outbound): HeaderList | undefined {
    const version = out.protocolVersion ?? STATELESS_VERSION;
    const list = ['mcp-protocol-version', version];
    if (!isVisibleAscii(version, MAX_ID_CHARS)) return undefined;
    if (out.method !== undefined) list.push('mcp-method', encodeHeaderValue(out.method));
    if (out.name !== undefined) list.push('mcp-name', encodeHeaderValue(out.name));
    const params = out.paramHeaders === undefined ? [] : paramHeaderList(out.paramHeaders);
    if (params === undefined) return undefined;
    list.push(...params);
    if (list.some((text) => text.length > MAX_SENT_HEADER)) return undefined;
    return [...this.#post, ...list];
  }
}
