import { createHash } from 'node:crypto';
import type { Era, ServerRecord } from '../../shared/model/server.ts';
import type { Connector, ServerTarget } from '../upstream/connection.ts';
import type { ClientIdentity } from './exchange.ts';
import { membersOf } from './framing/json-scan.ts';
import type { Message } from './message.ts';
import { Peer, type PeerOwner, type PeerPorts, whole } from './peer.ts';

export interface PoolPorts {
  readonly connector: Connector;
  readonly now: () => number;
  readonly startTimeoutMs: number;
  readonly caps: PeerPorts['caps'];
  /** How long a connection that nobody uses is kept. */
  readonly idleMs: number;
  readonly oddity: PeerPorts['oddity'];
  /** As that of a connection, with where it comes from: the AI app is undefined where several share the connection. */
  readonly notice?:
    | ((
        message: Message,
        from: { readonly server: string; readonly client: string | undefined },
      ) => Message | null | undefined)
    | undefined;
  /** A connection has shaken hands: the moment to read what the server offers. */
  readonly ready: (peer: Peer) => void;
}

export interface Wish {
  readonly server: ServerRecord;
  readonly client: ClientIdentity;
  /** Handshake parameters on behalf of this client, raw JSON. */
  readonly hello: Buffer;
  readonly owner: PeerOwner;
  /** True for a session-era client: connections that can ask questions then belong to this session alone. */
  readonly sessionBound: boolean;
  /** The generation to speak with the server. */
  readonly era: Era;
}

interface Entry {
  readonly peer: Peer;
  readonly key: string;
  readonly client: string;
  readonly exclusive: boolean;
  idleSince: number | undefined;
}

const MAX_PER_APP = 32;
/** Processes among which the calls of one stateless app that can be asked are spread. */
const MAX_SPREAD = 4;

/** Stands for a connection that is not opened, and says why. */
function refusing(reason: (server: string) => string): Pick<Connector, 'connect'> {
  return {
    connect: (server, events) => {
      events.closed({ code: 'unreachable', message: reason(server.id) });
      return {
        transport: 'stdio',
        backlog: 0,
        send: () => undefined,
        abort: () => undefined,
        initialized: () => undefined,
        close: () => Promise.resolve(),
      };
    },
  };
}

const FULL = refusing(
  (server) =>
    `"${server}" has ${MAX_PER_APP} calls running for this AI app, each on a connection of its own. Try again when some are done.`,
);
const STOPPING = refusing((server) => `Doorward is stopping, so "${server}" is not started.`);

/** Capabilities by which a server can ask the client something; without a stream nothing says which session is meant. */
const INTERACTIVE = ['sampling', 'elicitation', 'roots'];

/**
 * Hands out connections to servers. stdio: one process per (server, client, handshake); sessions that a server may
 * ask questions get a process of their own, because stdio carries no hint whose question it is. HTTP: one session
 * per client session. Stateless servers share. What nobody uses is ended after `idleMs`.
 */
export class PeerPool {
  readonly #ports: PoolPorts;
  readonly #entries = new Map<Peer, Entry>();
  readonly #sweep: NodeJS.Timeout;
  #closed = false;

  constructor(ports: PoolPorts) {
    this.#ports = ports;
    this.#sweep = setInterval(() => this.#reap(), Math.min(ports.idleMs, 10_000)).unref();
  }

  /** A connection for this wish: an open one that fits, or a new one that is still starting. */
  acquire(wish: Wish): Peer {
    const { server, hello, era } = wish;
    const exclusive = era === 'session' && wish.sessionBound && needsOwn(server, hello);
    const key = keyOf(wish);
    const spread = wish.owner.calls === true && era === 'session' && spreads(wish);
    const known = spread ? this.#quietest(wish, key) : this.#fitting(wish, key, exclusive);
    if (known !== undefined) {
      known.peer.owners.add(wish.owner);
      known.idleSince = undefined;
      return known.peer;
    }
    const from = {
      server: server.id,
      client: era === 'session' && server.sharing === 'client' ? wish.client.id : undefined,
    };
    const { notice } = this.#ports;
    const target: ServerTarget = { id: server.id, launch: server.launch, era };
    const ports: PeerPorts = {
      connector: this.#closed ? STOPPING : this.#hasRoom(server, wish.client) ? this.#ports.connector : FULL,
      now: this.#ports.now,
      startTimeoutMs: this.#ports.startTimeoutMs,
      caps: this.#ports.caps,
      oddity: this.#ports.oddity,
      notice: notice && ((message) => notice(message, from)),
      onReady: (ready) => this.#ports.ready(ready),
      onClosed: (closed) => this.#entries.delete(closed),
    };
    const peer = new Peer(ports, target, hello);
    peer.owners.add(wish.owner);
    if (peer.state !== 'closed')
      this.#entries.set(peer, { peer, key, client: wish.client.id, exclusive, idleSince: undefined });
    return peer;
  }

  #fitting(wish: Wish, key: string, exclusive: boolean): Entry | undefined {
    for (const entry of this.#entries.values()) {
      if (entry.key !== key || entry.exclusive !== exclusive || entry.peer.state === 'closed') continue;
      // An HTTP session is never handed from one client session to another: the server keeps state in it.
      if (exclusive && (wish.server.launch.transport === 'http' || entry.peer.owners.size > 0)) continue;
      return entry;
    }
    return undefined;
  }

  /**
   * A connection without a call, for on stdio only a call that is alone can be asked a question; parked calls count.
   * None while there may be one more; then the one with the fewest calls.
   */
  #quietest(wish: Wish, key: string): Entry | undefined {
    let quietest: Entry | undefined;
    let fewest = Infinity;
    let count = 0;
    for (const entry of this.#entries.values()) {
      if (entry.key !== key || entry.exclusive || entry.peer.state === 'closed') continue;
      count++;
      let calls = 0;
      for (const owner of entry.peer.owners) if (owner.calls === true) calls++;
      if (calls >= fewest) continue;
      quietest = entry;
      fewest = calls;
      if (calls === 0) break;
    }
    const mayGrow = count < MAX_SPREAD && this.#theirs(wish.server, wish.client).length < MAX_PER_APP;
    return fewest > 0 && mayGrow ? undefined : quietest;
  }

  #theirs(server: ServerRecord, client: ClientIdentity): Entry[] {
    return [...this.#entries.values()].filter(
      (entry) => entry.client === client.id && entry.peer.server.id === server.id,
    );
  }

  /**
   * Whether this app may have one more connection to this server; the one that has been quiet for longest makes
   * room (its session gets a new one with its next call). An app that varies its handshake, or never ends its
   * sessions, would otherwise start processes without end.
   */
  #hasRoom(server: ServerRecord, client: ClientIdentity): boolean {
    const theirs = this.#theirs(server, client);
    if (theirs.length < MAX_PER_APP) return true;
    let quiet: Entry | undefined;
    for (const entry of theirs)
      if (entry.peer.calls === 0 && entry.peer.state === 'ready' && before(entry, quiet)) quiet = entry;
    if (quiet === undefined) return false;
    void quiet.peer.close();
    return true;
  }

  release(peer: Peer, owner: PeerOwner): void {
    peer.owners.delete(owner);
    const entry = this.#entries.get(peer);
    if (entry === undefined || peer.owners.size > 0) return;
    entry.idleSince = this.#ports.now();
    // An upstream HTTP session belongs to one client session and ends with it.
    if (entry.exclusive && peer.server.launch.transport === 'http') void peer.close();
  }

  /** Open connections of a server, for status and for reading its lists. */
  of(server: string): Peer[] {
    return [...this.#entries.keys()].filter((peer) => peer.server.id === server);
  }

  async closeServer(server: string): Promise<void> {
    await Promise.all(this.of(server).map((peer) => peer.close()));
  }

  async closeClient(client: string): Promise<void> {
    const theirs = [...this.#entries.values()].filter((entry) => entry.client === client);
    await Promise.all(theirs.map((entry) => entry.peer.close()));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweep);
    await Promise.all([...this.#entries.keys()].map((peer) => peer.close()));
  }

  #reap(): void {
    const now = this.#ports.now();
    for (const { peer, idleSince } of this.#entries.values()) {
      if (idleSince === undefined || peer.owners.size > 0 || peer.inFlight > 0) continue;
      if (now - idleSince >= this.#ports.idleMs) void peer.close();
    }
  }
}

/** Unused connections go before used ones, then those that were used longest ago. */
function before(entry: Entry, other: Entry | undefined): boolean {
  if (other === undefined) return true;
  const unused = entry.peer.owners.size === 0;
  if (unused !== (other.peer.owners.size === 0)) return unused;
  return entry.peer.usedAt < other.peer.usedAt;
}

function needsOwn(server: ServerRecord, hello: Buffer): boolean {
  if (server.launch.transport === 'http') return true;
  return server.sharing !== 'shared' && canBeAsked(hello);
}

/** A process of its own kind for each call in flight helps only where questions can come, and nothing names the call. */
function spreads({ server, hello }: Wish): boolean {
  return server.launch.transport === 'stdio' && server.sharing !== 'shared' && canBeAsked(hello);
}

function canBeAsked(hello: Buffer): boolean {
  const span = membersOf(hello, whole(hello))?.get('capabilities');
  const capabilities = span && membersOf(hello, span);
  return INTERACTIVE.some((name) => capabilities?.has(name));
}

function keyOf(wish: Wish): string {
  const { server, client, hello, era } = wish;
  if (server.sharing === 'shared' && server.launch.transport === 'stdio') return `${server.id} ${era}`;
  if (era === 'stateless')
    return server.launch.transport === 'http' ? server.id : `${server.id} ${client.id}`;
  return `${server.id} ${client.id} ${createHash('sha256').update(hello).digest('base64')}`;
}
