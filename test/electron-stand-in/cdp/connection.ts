import type { Duplex, Readable, Writable } from 'node:stream';

/** Parameters and results of the DevTools protocol; read with care where they are used. */
// eslint-disable-next-line typescript/no-explicit-any
export type Wire = any;

export type CdpListener = (method: string, params: Wire) => void;

interface Pending {
  readonly method: string;
  resolve(result: Wire): void;
  reject(error: Error): void;
}

/** One DevTools session with Chromium over its debugging pipe; sessions of targets share the connection. */
export class CdpConnection {
  readonly #output: Writable;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, CdpListener>();
  #count = 0;
  #closed = false;

  constructor(output: Writable | Duplex, input: Readable | Duplex, onClosed: () => void) {
    this.#output = output;
    output.on('error', () => {});
    input.on('error', () => {});
    const chunks: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let rest = chunk;
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        chunks.push(rest.subarray(0, end));
        this.#receive(Buffer.concat(chunks.splice(0)).toString('utf8'));
        rest = rest.subarray(end + 1);
      }
      if (rest.length > 0) chunks.push(rest);
    });
    input.on('close', () => {
      this.#closed = true;
      for (const call of this.#pending.values()) call.reject(new Error(`${call.method}: Chromium has ended`));
      this.#pending.clear();
      onClosed();
    });
  }

  /** Sends a command and resolves with its result. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Wire> {
    if (this.#closed) return Promise.reject(new Error(`${method}: Chromium has ended`));
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Sends a command whose failure means only that the page is gone meanwhile. */
  tell(method: string, params: object = {}, sessionId?: string): void {
    this.send(method, params, sessionId).catch(() => {});
  }

  /** Takes the events of one session (`''` is the browser). */
  listen(sessionId: string, listener: CdpListener): void {
    this.#listeners.set(sessionId, listener);
  }

  /** Stops taking events of a session. */
  forget(sessionId: string): void {
    this.#listeners.delete(sessionId);
  }

  /** Ends Chromium by closing its debugging pipe. */
  close(): void {
    this.#output.end();
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Wire;
    if (message.id === undefined) {
      this.#listeners.get(message.sessionId ?? '')?.(message.method, message.params);
      return;
    }
    const call = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`));
    else call?.resolve(message.result);
  }
}
