import type { Dispatcher } from 'undici';
import { systemReason } from '../../../shared/system-reason.ts';
import type { HttpClient, HttpRequest, Lane } from '../http/client.ts';
import type { Exchange, ResponseHeaders } from '../http/exchange.ts';
import { MAX_DISCARD_BYTES } from '../http/limits.ts';
import type { Account } from './account.ts';
import { bearerChallenge } from './challenge.ts';
import { SignInNeeded } from './sign-in-needed.ts';

type Controller = Dispatcher.DispatchController;

const CUT = new Error('cut');

/**
 * A client whose requests carry the token of one sign-in, and nobody else's: what an AI app sent to Doorward's own
 * endpoint never comes here. A token that has run out, or that is refused with 401, is renewed once and the request
 * sent again; the answer that counts is the only one that the exchange sees.
 */
export function authorizedClient(base: HttpClient, account: Account): HttpClient {
  const attempt = (lane: Lane, request: HttpRequest, exchange: Exchange, again: boolean): void => {
    const lease = account.lease();
    switch (lease.kind) {
      case 'bare':
        send(lane, request, exchange, undefined, again);
        break;
      case 'token':
        send(lane, request, exchange, lease.token, again);
        break;
      case 'stale':
        renewed(lane, request, exchange, lease.token, true);
        break;
      case 'refused':
        refuse(exchange, lease.sentence, undefined);
    }
  };

  /** `again`: the renewed token may be renewed once more when it is refused, because nothing was sent so far. */
  const renewed = (
    lane: Lane,
    request: HttpRequest,
    exchange: Exchange,
    stale: string,
    again: boolean,
  ): void => {
    account.renew(stale).then(
      (outcome) => {
        if (exchange.done) return;
        // What has not run out yet serves on while it cannot be renewed.
        const rest = outcome.kind === 'failed' && again ? account.lease() : outcome;
        if (rest.kind === 'token') send(lane, request, exchange, rest.token, again);
        else if (outcome.kind === 'failed') refuse(exchange, outcome.sentence, undefined);
      },
      (error: unknown) =>
        refuse(exchange, `The sign-in could not be renewed: ${systemReason(error)}`, undefined),
    );
  };

  const send = (
    lane: Lane,
    request: HttpRequest,
    exchange: Exchange,
    token: string | undefined,
    again: boolean,
  ): void => {
    const headers =
      token === undefined ? request.headers : [...request.headers, 'authorization', `Bearer ${token}`];
    const judge: Judge = (status, answered, controller) => {
      if (status < 400) {
        if (token !== undefined) account.worked();
        return 'pass';
      }
      if (status !== 401 && status !== 403) return 'pass';
      const challenge = bearerChallenge(answered['www-authenticate']);
      if (status === 403 && challenge?.error !== 'insufficient_scope') return 'pass';
      if (status === 401 && token !== undefined && again) {
        account.heard(challenge);
        renewed(lane, request, exchange, token, false);
        return 'hold';
      }
      const sentence =
        challenge !== undefined && status === 403
          ? account.wants(challenge)
          : token === undefined
            ? account.challenged(challenge)
            : account.rejected(challenge);
      // Streams and goodbyes judge a status by themselves; nobody is told a sentence there.
      if (request.method !== 'POST') return 'pass';
      queueMicrotask(() => refuse(exchange, sentence, controller, status));
      return 'hold';
    };
    base.dispatch(lane, { ...request, headers }, new Attempt(exchange, judge));
  };

  return {
    userAgent: base.userAgent,
    dispatch: (lane, request, exchange) => attempt(lane, request, exchange, true),
    quota: (serverId) => base.quota(serverId),
    release: (serverId) => base.release(serverId),
    pause: (serverId) => base.pause(serverId),
    close: () => base.close(),
  };
}

function refuse(
  exchange: Exchange,
  sentence: string,
  controller: Controller | undefined,
  status = 401,
): void {
  if (!exchange.done) exchange.onResponseError(controller, new SignInNeeded(sentence, status));
}

/** Whether an answer goes on to the exchange; a held one is read a little, so that its socket can be used again. */
type Judge = (status: number, headers: ResponseHeaders, controller: Controller) => 'pass' | 'hold';

/** One request of an exchange that may have several. */
class Attempt implements Exchange {
  readonly #exchange: Exchange;
  readonly #judge: Judge;
  #held = false;
  #discarded = 0;

  constructor(exchange: Exchange, judge: Judge) {
    this.#exchange = exchange;
    this.#judge = judge;
  }

  get done(): boolean {
    return this.#exchange.done;
  }

  onRequestStart(controller: Controller): void {
    this.#exchange.onRequestStart(controller);
  }

  onResponseStart(controller: Controller, status: number, headers: ResponseHeaders): void {
    if (status >= 200 && !this.#exchange.done)
      this.#held = this.#judge(status, headers, controller) === 'hold';
    if (!this.#held) this.#exchange.onResponseStart(controller, status, headers);
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (!this.#held) {
      this.#exchange.onResponseData(controller, chunk);
      return;
    }
    this.#discarded += chunk.length;
    if (this.#discarded > MAX_DISCARD_BYTES) controller.abort(CUT);
  }

  onResponseEnd(): void {
    if (!this.#held) this.#exchange.onResponseEnd();
  }

  onResponseError(controller: Controller | undefined, error: Error): void {
    if (!this.#held) this.#exchange.onResponseError(controller, error);
  }
}
