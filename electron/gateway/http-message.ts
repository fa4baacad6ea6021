import { IncomingMessage, ServerResponse } from '../upstream/http/node-http.ts';

/** Whoever wants to know that a connection is gone. Also called after a response that ended well. */
export interface Attendant {
  connectionClosed(): void;
}

/** Whoever takes the body of a request. */
export interface BodyTaker {
  take(chunk: Buffer): void;
  complete(): void;
}

function onData(this: GatewayRequest, chunk: Buffer): void {
  this.taker?.take(chunk);
}

function onEnd(this: GatewayRequest): void {
  const taker = this.taker;
  this.taker = undefined;
  taker?.complete();
}

/** A request with a place for the taker of its body, so that listeners are shared and not made for each call. */
export class GatewayRequest extends IncomingMessage {
  taker: BodyTaker | undefined = undefined;

  /** Starts reading the body. Setting `taker` to undefined throws the rest of it away. */
  deliverTo(taker: BodyTaker): void {
    this.taker = taker;
    this.on('data', onData);
    this.on('end', onEnd);
  }

  /** One header as a string; repeated ones are joined by a comma, so that a second value is never overlooked. */
  header(name: string): string | undefined {
    const value = this.headers[name];
    return typeof value === 'string' || value === undefined ? value : value.join(', ');
  }
}

function onClose(this: GatewayResponse): void {
  const { attendant } = this;
  this.attendant = undefined;
  attendant?.connectionClosed();
}

/** A response with a place for whoever attends to it. */
export class GatewayResponse extends ServerResponse<GatewayRequest> {
  attendant: Attendant | undefined = undefined;
  #listening = false;

  /** From now on `attendant` hears when the connection closes; a later attendant takes over from an earlier one. */
  attend(attendant: Attendant): void {
    if (!this.#listening) {
      this.#listening = true;
      this.on('close', onClose);
    }
    this.attendant = attendant;
  }
}
