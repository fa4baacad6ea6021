import { createMaskSession, type MaskSession } from './session.ts';

/** An AI app that has been silent for so long begins anew: its tokens are nothing any more. */
const IDLE_MS = 24 * 60 * 60 * 1000;
const MOST = 200;

export interface ClientSessionsPorts {
  /** 32 bytes of chance, others each time. */
  readonly key: () => Buffer;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

interface Held {
  readonly session: MaskSession;
  usedAt: number;
}

/** What is hidden from and for each AI app, in memory alone: no AI app can do anything with another one's tokens. */
export class ClientSessions {
  readonly #ports: ClientSessionsPorts;
  /** The one that was used last is the last. */
  readonly #held = new Map<string, Held>();

  constructor(ports: ClientSessionsPorts) {
    this.#ports = ports;
  }

  /** The session of an AI app, begun when there is none. */
  of(client: string): MaskSession {
    const session = this.existing(client) ?? this.apart();
    this.#held.delete(client);
    this.#held.set(client, { session, usedAt: this.#ports.now() });
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MOST) break;
      this.#held.delete(oldest);
    }
    return session;
  }

  /** The session of an AI app if there is one. */
  existing(client: string): MaskSession | undefined {
    const now = this.#ports.now();
    for (const [id, { usedAt }] of this.#held) {
      if (now - usedAt < IDLE_MS) break;
      this.#held.delete(id);
    }
    return this.#held.get(client)?.session;
  }

  /** A session of nobody: what is hidden in it is never put back. */
  apart(): MaskSession {
    return createMaskSession({ key: this.#ports.key() });
  }

  forget(client: string): void {
    this.#held.delete(client);
  }
}
