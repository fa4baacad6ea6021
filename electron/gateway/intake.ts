import type { Scope } from '../relay/exchange.ts';
import type { Account } from './account.ts';
import type { Attendant, BodyTaker, GatewayRequest, GatewayResponse } from './http-message.ts';
import { ownRefusal, refuseAndClose } from './refusal.ts';

/** Where a complete body goes. */
export interface IntakeOwner {
  readonly bodyBytes: number;
  readonly heldBytesPerClient: number;
  received(post: Intake, body: Buffer): void;
}

/** One POST whose body is arriving. Never holds more than the limit, and counts what it holds for its app. */
export class Intake implements Attendant, BodyTaker {
  readonly #owner: IntakeOwner;
  readonly req: GatewayRequest;
  readonly res: GatewayResponse;
  readonly account: Account;
  readonly scope: Scope;
  readonly scopeKey: string;
  #first: Buffer | undefined = undefined;
  #rest: Buffer[] | undefined = undefined;
  #size = 0;

  constructor(
    owner: IntakeOwner,
    req: GatewayRequest,
    res: GatewayResponse,
    account: Account,
    scope: Scope,
    scopeKey: string,
  ) {
    this.#owner = owner;
    this.req = req;
    this.res = res;
    this.account = account;
    this.scope = scope;
    this.scopeKey = scopeKey;
  }

  /** Starts reading, unless the sender announces more than is taken. `awaited`: it waits for leave to send. */
  start(awaited: boolean): void {
    const { req, res } = this;
    const announced = req.header('content-length');
    if (announced !== undefined && Number(announced) > this.#owner.bodyBytes) return this.#tooLarge();
    if (this.account.heldBytes + Number(announced ?? 0) > this.#owner.heldBytesPerClient)
      return this.#tooMuch();
    res.attend(this);
    if (awaited) res.writeContinue();
    req.deliverTo(this);
  }

  take(chunk: Buffer): void {
    this.#size += chunk.length;
    this.account.heldBytes += chunk.length;
    if (this.#first === undefined) this.#first = chunk;
    else if (this.#rest === undefined) this.#rest = [this.#first, chunk];
    else this.#rest.push(chunk);
    if (this.#size > this.#owner.bodyBytes) this.#tooLarge();
    else if (this.account.heldBytes > this.#owner.heldBytesPerClient) this.#tooMuch();
  }

  complete(): void {
    const body = this.#rest === undefined ? this.#first : Buffer.concat(this.#rest, this.#size);
    this.#release();
    this.#owner.received(this, body ?? EMPTY);
  }

  connectionClosed(): void {
    this.req.taker = undefined;
    this.#release();
  }

  #release(): void {
    this.account.heldBytes -= this.#size;
    this.#size = 0;
    this.#first = undefined;
    this.#rest = undefined;
  }

  #tooLarge(): void {
    this.connectionClosed();
    const mib = Math.floor(this.#owner.bodyBytes / 1024 / 1024);
    refuseAndClose(this.res, ownRefusal(413, `A message may have at most ${mib} MiB.`));
  }

  #tooMuch(): void {
    this.connectionClosed();
    refuseAndClose(
      this.res,
      ownRefusal(429, 'This app has too much data in calls that are not answered yet. Wait, then try again.'),
    );
  }
}

const EMPTY = Buffer.alloc(0);
