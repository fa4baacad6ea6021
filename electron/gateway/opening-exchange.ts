import type { Scope } from '../relay/exchange.ts';
import type { Message } from '../relay/message.ts';
import type { Account } from './account.ts';
import { CallExchange } from './call-exchange.ts';
import type { EventStore } from './event-store.ts';
import { NO_PARAMS } from './param-headers.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

export interface Opening {
  readonly id: string;
  readonly scopeKey: string;
  readonly store: EventStore;
  readonly sessions: Sessions;
}

/**
 * `initialize` in flight. Unlike every other session-era request it is given up when its client leaves: without
 * the answer nobody knows the session's id.
 */
export class OpeningExchange extends CallExchange {
  readonly #opening: Opening;
  #session: Session | undefined = undefined;

  constructor(reply: Reply, account: Account, scope: Scope, message: Message, opening: Opening) {
    super(reply, account, scope, message, undefined, undefined, NO_PARAMS);
    this.#opening = opening;
    reply.mayOpen = opening.id;
    reply.caller = this;
    account.opening++;
  }

  /** The session stands. Called late, when the client has gone, it stands for a moment only. */
  accept(protocolVersion: string): Session {
    if (this.#session !== undefined) return this.#session;
    const { id, scopeKey, store, sessions } = this.#opening;
    const { bytes, paramsSpan } = this.message;
    const session = sessions.add({
      id,
      account: this.account,
      scope: this.scope,
      scopeKey,
      protocolVersion,
      // A copy, so that the session does not keep the whole request.
      initializeParams: Buffer.from(bytes.subarray(paramsSpan?.start ?? 0, paramsSpan?.end ?? 0)),
      store,
      now: () => this.reply.now,
    });
    this.#session = session;
    this.reply.opened = true;
    if (this.over) queueMicrotask(() => sessions.close(session));
    return session;
  }

  protected override settled(): void {
    this.account.opening--;
  }

  override clientLeft(): void {
    super.clientLeft();
    if (this.#session !== undefined) this.#opening.sessions.close(this.#session);
  }
}
