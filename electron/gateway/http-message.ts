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

/**
 * A request that hands its body to one taker as it is read from the connection. The events of a stream would come
 * several turns of the queue later, each turn a good part of what a whole call costs.
 */
export class GatewayRequest extends IncomingMessage {
  taker: BodyTaker | undefined = undefined;
  #delivers = false;

  /** Starts reading the body. Setting `taker` to undefined throws the rest of it away. */
  deliverTo(taker: BodyTaker): void {
    this.taker = taker;
    this.#delivers = true;
    // Else Node would read a stream to its end that nothing goes into, once the response is through.
    (this as { _consumed?: boolean })._consumed = true;
  }

  /** Called by Node's HTTP server for each part of the body, and with null at its end. */
  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (!this.#delivers) return super.push(chunk, encoding);
    const { taker } = this;
    if (chunk !== null) {
      taker?.take(chunk);
      return true;
    }
    this.taker = undefined;
    taker?.complete();
    return false;
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
