import type { CallerConnection, ClientIdentity, Envelope, Exchange, Scope } from '../relay/exchange.ts';
import type { Message } from '../relay/message.ts';
import type { Account } from './account.ts';
import { type Refusal, refusalBody } from './refusal.ts';
import type { Caller, Reply } from './reply.ts';
import type { Session } from './session.ts';

/** One request in flight. It is over once: by an answer, by being abandoned, or by being cancelled. */
export class CallExchange implements Exchange, Caller {
  readonly client: ClientIdentity;
  readonly scope: Scope;
  readonly message: Message;
  readonly session: Session | undefined;
  readonly envelope: Envelope | undefined;
  readonly paramHeaders: Readonly<Record<string, string>>;
  readonly reply: Reply;
  readonly account: Account;
  readonly #bytes: number;
  oncancel: (() => void) | undefined = undefined;
  onlost: (() => void) | undefined = undefined;
  #over = false;

  /** `reply` is shared by the requests of one batch. */
  constructor(
    reply: Reply,
    account: Account,
    scope: Scope,
    message: Message,
    session: Session | undefined,
    envelope: Envelope | undefined,
    paramHeaders: Readonly<Record<string, string>>,
  ) {
    this.reply = reply;
    this.account = account;
    this.client = account.identity;
    this.scope = scope;
    this.message = message;
    this.session = session;
    this.envelope = envelope;
    this.paramHeaders = paramHeaders;
    this.#bytes = message.bytes.length;
    account.heldBytes += this.#bytes;
    account.calls.add(this);
    if (session !== undefined) session.openCalls++;
  }

  answer(bytes: Buffer, httpStatus?: number): void {
    if (this.#settle()) this.reply.answer(bytes, this.envelope === undefined ? 200 : (httpStatus ?? 200));
  }

  interim(bytes: Buffer): void {
    if (!this.#over) this.reply.interim(bytes);
  }

  detach(retryMs: number | undefined): void {
    if (!this.#over) this.reply.detach(retryMs);
  }

  abandon(): void {
    if (this.#settle()) this.reply.withdraw();
  }

  clientLeft(): void {
    this.cancel();
  }

  /** Nobody has come back for the answer: what is not under way yet need not begin. */
  lost(): void {
    if (!this.#over) this.onlost?.();
  }

  /** The client gave this request up, or everything of it is being ended; then `why` is what it is told. */
  cancel(why?: Refusal): void {
    if (!this.#settle()) return;
    this.oncancel?.();
    if (why === undefined) this.reply.withdraw();
    else this.reply.answer(refusalBody(why, this.message.id?.raw ?? 'null'), why.status);
  }

  get connection(): CallerConnection {
    return this.reply.connection;
  }

  get over(): boolean {
    return this.#over;
  }

  #settle(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.account.calls.delete(this);
    this.account.heldBytes -= this.#bytes;
    const { session } = this;
    if (session !== undefined) {
      session.openCalls--;
      session.usedAt = this.reply.now;
    }
    this.settled();
    return true;
  }

  /** Called once, when the request is over. */
  protected settled(): void {
    // Only special requests have something to add.
  }
}
