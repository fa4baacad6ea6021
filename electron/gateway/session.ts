import type { ClientIdentity, DownstreamSession, Scope } from '../relay/exchange.ts';
import type { Account } from './account.ts';
import type { EventLog, EventStore } from './event-store.ts';

const BATCH_VERSION = '2025-03-26';
const PRIMING_VERSION = '2025-11-25';

export interface SessionOptions {
  readonly id: string;
  readonly account: Account;
  readonly scope: Scope;
  readonly scopeKey: string;
  readonly protocolVersion: string;
  readonly initializeParams: Buffer;
  readonly store: EventStore;
  readonly now: () => number;
}

/** A session of the revisions up to 2025-11-25, bound to one AI app and one endpoint. */
export class Session implements DownstreamSession {
  readonly id: string;
  readonly account: Account;
  readonly scope: Scope;
  readonly scopeKey: string;
  readonly protocolVersion: string;
  readonly initializeParams: Buffer;
  readonly store: EventStore;
  /** Messages that belong to no request. */
  readonly standalone: EventLog;
  readonly #now: () => number;
  /** Monotonic ms. */
  usedAt: number;
  openCalls = 0;
  closed = false;

  constructor(options: SessionOptions) {
    this.id = options.id;
    this.account = options.account;
    this.scope = options.scope;
    this.scopeKey = options.scopeKey;
    this.protocolVersion = options.protocolVersion;
    this.initializeParams = options.initializeParams;
    this.store = options.store;
    this.standalone = options.store.open();
    this.#now = options.now;
    this.usedAt = options.now();
  }

  get client(): ClientIdentity {
    return this.account.identity;
  }

  /** Only 2025-03-26 knows JSON-RPC batches; later revisions removed them. */
  get batches(): boolean {
    return this.protocolVersion === BATCH_VERSION;
  }

  /** Whether the client understands events without data, and so polling (SEP-1699). */
  get primes(): boolean {
    return this.protocolVersion >= PRIMING_VERSION;
  }

  /** No call in flight and no open stream. */
  get idle(): boolean {
    return this.openCalls === 0 && this.standalone.readers === 0;
  }

  send(bytes: Buffer): void {
    if (!this.closed) this.standalone.append(bytes, false, this.#now());
  }
}
