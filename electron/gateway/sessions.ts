import type { RelayPort } from '../relay/exchange.ts';
import type { Account } from './account.ts';
import { ownRefusal } from './refusal.ts';
import { Session, type SessionOptions } from './session.ts';

const SESSION_ENDED = ownRefusal(404, 'The session ended before this call was answered. Start a new one.');

/** The sessions of all AI apps: who may use which, and when one ends. */
export class Sessions {
  readonly #relay: RelayPort;
  readonly #perAccount: number;
  readonly #byId = new Map<string, Session>();

  constructor(relay: RelayPort, perAccount: number) {
    this.#relay = relay;
    this.#perAccount = perAccount;
  }

  get size(): number {
    return this.#byId.size;
  }

  all(): IterableIterator<Session> {
    return this.#byId.values();
  }

  /**
   * The session of this id, if it is this app's and of this endpoint. An id of another app or endpoint is as
   * unknown as one that never was: knowing it must be worth nothing (session hijacking).
   */
  find(id: string, account: Account, scopeKey: string): Session | undefined {
    const session = this.#byId.get(id);
    return session !== undefined && session.account === account && session.scopeKey === scopeKey
      ? session
      : undefined;
  }

  /** Makes room for one more session of this app by ending the one unused for longest; false when all are in use. */
  makeRoom(account: Account): boolean {
    if (account.sessions.size + account.opening < this.#perAccount) return true;
    let oldest: Session | undefined;
    for (const session of account.sessions)
      if (session.idle && (oldest === undefined || session.usedAt < oldest.usedAt)) oldest = session;
    if (oldest === undefined) return false;
    this.close(oldest);
    return true;
  }

  add(options: SessionOptions): Session {
    const session = new Session(options);
    this.#byId.set(session.id, session);
    session.account.sessions.add(session);
    return session;
  }

  /** Ends a session: its calls are given up, its streams end, the relay hears of it once. */
  close(session: Session): void {
    if (session.closed) return;
    session.closed = true;
    this.#byId.delete(session.id);
    session.account.sessions.delete(session);
    for (const call of session.account.calls) if (call.session === session) call.cancel(SESSION_ENDED);
    session.store.close();
    this.#relay.sessionClosed(session);
  }

  /** Ends what has been unused since before `usedBefore`, and forgets events sent before `sentBefore`. */
  sweep(usedBefore: number, sentBefore: number): void {
    for (const session of this.#byId.values()) {
      if (session.idle && session.usedAt < usedBefore) this.close(session);
      else if (session.store.size > 0) session.store.expire(sentBefore);
    }
  }
}
