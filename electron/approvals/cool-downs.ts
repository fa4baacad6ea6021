import type { DeskPorts } from './contract.ts';

const IN_A_ROW = 2;
const COOL_MS = 5 * 60_000;

/**
 * Keeps an app from asking on and on while nobody answers (attack 31): after two of its questions in a row went
 * unanswered, no more of it are asked for five minutes, or until somebody touches the computer or answers anything.
 */
export class CoolDowns {
  readonly #after: DeskPorts['after'];
  /** Questions of an app that nobody answered, in a row. */
  readonly #unanswered = new Map<string, number>();
  /** Ends the clock of each app that cools down. */
  readonly #cooling = new Map<string, () => void>();

  constructor(ports: Pick<DeskPorts, 'after' | 'onInput'>) {
    this.#after = ports.after;
    ports.onInput(() => {
      for (const client of this.#cooling.keys()) this.#end(client);
    });
  }

  cools(client: string): boolean {
    return this.#cooling.has(client);
  }

  /** A question of this app ended without an answer. */
  unanswered(client: string): void {
    const count = (this.#unanswered.get(client) ?? 0) + 1;
    this.#unanswered.set(client, count);
    if (count < IN_A_ROW || this.#cooling.has(client)) return;
    this.#cooling.set(
      client,
      this.#after(COOL_MS, () => this.#end(client)),
    );
  }

  /** Somebody answered something: a person is there. */
  answered(): void {
    for (const client of this.#cooling.keys()) this.#end(client);
    this.#unanswered.clear();
  }

  #end(client: string): void {
    this.#cooling.get(client)?.();
    this.#cooling.delete(client);
    this.#unanswered.delete(client);
  }
}
