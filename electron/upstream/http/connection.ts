import type { ConnectionEvents, Outbound, SendFailure, UpstreamConnection } from '../connection.ts';
import { isVisibleAscii, type Remote } from './address.ts';
import type { HttpClient, Quota } from './client.ts';
import { deleteSession } from './delete-session.ts';
import type { HttpExchange, ResponseHeaders } from './exchange.ts';
import { over, paused, sessionLost } from './failures.ts';
import { InitializedGate } from './initialized-gate.ts';
import { MAX_ID_CHARS } from './limits.ts';
import { Lingering } from './lingering.ts';
import { Listener } from './listener.ts';
import { OutboundHeaders } from './outbound-headers.ts';
import { Post, type PostOwner } from './post.ts';
import { Resumption, type ResumptionOwner } from './resumption.ts';
import type { Pause } from './retry-after.ts';

/** What a remote connection needs from outside. */
export interface HttpPorts {
  readonly client: HttpClient;
  /** 0 to 1; spreads reconnections. */
  readonly random: () => number;
}

/** Told of a first request refused with 400, 404 or 405. True: it tries another way, and calls `giveUp` if that fails. */
export type Refused = (out: Outbound, giveUp: () => void) => boolean;

const LISTEN = 'subscriptions/listen';

/**
 * One Streamable HTTP connection: a session (2025-03-26 to 2025-11-25), or stateless requests (2026-07-28).
 * After `close` no event fires; when the connection ends by itself, every open request fails first, then `closed`.
 */
export class HttpConnection implements UpstreamConnection, PostOwner, ResumptionOwner {
  readonly transport = 'http';
  readonly remote: Remote;
  readonly quota: Quota;
  readonly pause: Pause;
  path: string;
  readonly #events: ConnectionEvents;
  readonly #ports: HttpPorts;
  readonly #stateless: boolean;
  readonly #refused: Refused;
  readonly #headers: OutboundHeaders;
  readonly #gate: InitializedGate;
  readonly #pending = new Map<number, Post | Resumption>();
  /** Notifications and responses on their way. */
  readonly #loose = new Set<Post>();
  readonly #lingering = new Lingering();
  #listener: Listener | undefined;
  #sessionId: string | undefined;
  #version: string | undefined;
  #accepted = false;
  #backlog = 0;
  #over = false;
  #closing: Promise<void> | undefined;

  constructor(
    remote: Remote,
    stateless: boolean,
    events: ConnectionEvents,
    ports: HttpPorts,
    refused: Refused,
  ) {
    this.remote = remote;
    this.path = remote.path;
    this.quota = ports.client.quota(remote.id);
    this.pause = ports.client.pause(remote.id);
    this.#stateless = stateless;
    this.#events = events;
    this.#ports = ports;
    this.#refused = refused;
    this.#headers = new OutboundHeaders(remote);
    this.#gate = new InitializedGate(
      (out) => this.#post(out),
      () => this.#listen(),
    );
  }

  get backlog(): number {
    return this.#backlog;
  }

  get hasSession(): boolean {
    return this.#sessionId !== undefined;
  }

  send(out: Outbound): void {
    if (this.#over) {
      this.#refuse(out, over(this.remote));
      return;
    }
    const { left, status } = this.pause;
    // What ends or answers something may go; only new work has to wait.
    if (left > 0 && out.id !== undefined) {
      this.#refuse(out, paused(this.remote, status, left));
      return;
    }
    const entered = this.#stateless ? 'now' : this.#gate.enter(out);
    if (entered === 'full') {
      const message = `"${this.remote.id}" does not take messages, and too many wait for it. Try again later.`;
      this.#refuse(out, { code: 'timeout', message });
      return;
    }
    this.#backlog += out.bytes.length;
    if (entered === 'now') this.#post(out);
  }

  abort(id: number): void {
    this.#backlog -= this.#gate.drop(id)?.bytes.length ?? 0;
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.abort();
  }

  initialized(protocolVersion: string): void {
    this.#version = protocolVersion;
    this.#headers.setSession(this.#sessionId, protocolVersion);
    this.#listen();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  // What requests and streams report.

  dispatch(post: Post): void {
    const { out } = post;
    const headers = this.#stateless ? this.#headers.stateless(out) : this.#headers.post;
    if (headers === undefined) {
      const message = `The method, name or parameters of a message to "${this.remote.id}" do not fit into its headers.`;
      post.refuse({ code: 'protocol', message });
      return;
    }
    const lane = out.method === LISTEN ? 'streams' : 'calls';
    const { origin } = this.remote;
    this.#ports.client.dispatch(
      lane,
      { origin, path: this.path, method: 'POST', headers, body: out.bytes },
      post.exchange,
    );
  }

  get(exchange: HttpExchange, lastEventId: string): void {
    const headers = this.#headers.get(lastEventId);
    const { origin } = this.remote;
    this.#ports.client.dispatch('streams', { origin, path: this.path, method: 'GET', headers }, exchange);
  }

  random(): number {
    return this.#ports.random();
  }

  taken(bytes: number): void {
    this.#backlog -= bytes;
  }

  accepted(headers: ResponseHeaders): void {
    if (this.#accepted) return;
    this.#accepted = true;
    const sessionId = headers['mcp-session-id'];
    if (this.#stateless || sessionId === undefined) return;
    if (typeof sessionId !== 'string' || !isVisibleAscii(sessionId, MAX_ID_CHARS)) {
      const message = `"${this.remote.id}" gave a session id that cannot be sent back. It needs an update.`;
      this.#end({ code: 'protocol', message });
      return;
    }
    this.#sessionId = sessionId;
    this.#headers.setSession(sessionId, this.#version);
  }

  message(bytes: Buffer, origin: number | undefined): void {
    if (!this.#over) this.#events.message(bytes, origin);
  }

  failed(id: number, failure: SendFailure): void {
    if (!this.#over) this.#events.failed(id, failure);
  }

  settled(post: Post): void {
    const { id } = post.out;
    if (id === undefined) {
      this.#loose.delete(post);
      this.#gate.delivered(post.out);
    } else if (this.#pending.get(id) === post) {
      this.#pending.delete(id);
    }
    if (post.answering) this.#lingering.add(post);
  }

  gone(post: Post): void {
    this.#lingering.remove(post);
  }

  lost(): void {
    this.#sessionId = undefined;
    this.#end(sessionLost(this.remote));
  }

  resume(id: number, lastEventId: string, retryMs: number | undefined): boolean {
    if (this.#stateless || this.#over) return false;
    this.#pending.set(id, new Resumption(this, id, lastEventId, retryMs));
    this.#events.detached(id, retryMs);
    return true;
  }

  resumed(id: number): void {
    this.#pending.delete(id);
  }

  refused(out: Outbound, giveUp: () => void): boolean {
    return !this.#accepted && this.#refused(out, giveUp);
  }

  #post(out: Outbound): void {
    const post = new Post(this, out);
    if (out.id === undefined) this.#loose.add(post);
    else this.#pending.set(out.id, post);
    this.dispatch(post);
  }

  #listen(): void {
    if (this.#stateless || this.#over || this.#listener !== undefined) return;
    if (!this.#gate.open || this.#version === undefined) return;
    this.#listener = new Listener(this, (bytes) => this.message(bytes, undefined));
  }

  #refuse(out: Outbound, failure: SendFailure): void {
    const { id } = out;
    if (id !== undefined) queueMicrotask(() => this.#events.failed(id, failure));
  }

  #end(failure: SendFailure): void {
    if (this.#over) return;
    for (const id of this.#stop()) this.#events.failed(id, failure);
    this.#events.closed(failure);
  }

  /** Silences and cuts everything; returns the ids that were still open. */
  #stop(): number[] {
    this.#over = true;
    const open = [...this.#pending.keys()];
    for (const out of this.#gate.clear()) if (out.id !== undefined) open.push(out.id);
    for (const pending of [...this.#pending.values(), ...this.#loose]) pending.abort();
    this.#pending.clear();
    this.#loose.clear();
    this.#lingering.clear();
    this.#listener?.stop();
    return open;
  }

  async #close(): Promise<void> {
    this.#stop();
    const { client } = this.#ports;
    if (this.#sessionId !== undefined)
      await deleteSession(client, this.remote, this.path, this.#headers.bare, this.quota);
    client.release(this.remote.id);
  }
}
