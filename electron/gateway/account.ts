import type { ClientIdentity } from '../relay/exchange.ts';
import type { CallExchange } from './call-exchange.ts';
import type { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

/** What one AI app has open here. Everything is bounded for each app, so that none takes another's share. */
export class Account {
  readonly id: string;
  /** As the token named it last: the role may change while a session lives. */
  identity: ClientIdentity;
  readonly calls = new Set<CallExchange>();
  readonly sessions = new Set<Session>();
  /** Calls of `initialize` that may become sessions. */
  opening = 0;
  getStreams = 0;
  /** Bytes of bodies being received and of calls in flight. */
  heldBytes = 0;

  /** Why this account is over: its token was revoked or replaced while requests were still arriving. */
  dropped: Refusal | undefined = undefined;

  constructor(identity: ClientIdentity) {
    this.id = identity.id;
    this.identity = identity;
  }
}
