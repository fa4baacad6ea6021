import { ANSWER_MS, type Answer } from './channel.ts';

interface Open {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Requests that wait for their answers. */
export class OpenRequests {
  readonly #open = new Map<string, Open>();

  /** Rejects after a minute of silence. */
  wait(id: string, method: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#open.delete(id);
        reject(new Error(`No answer to ${method} within ${ANSWER_MS / 1000} seconds.`));
      }, ANSWER_MS);
      this.#open.set(id, { resolve, reject, timer });
    });
  }

  /** False for an answer that nobody waits for. */
  settle(id: string, answer: Answer): boolean {
    const open = this.#take(id);
    open?.resolve(answer);
    return open !== undefined;
  }

  fail(id: string, error: Error): void {
    this.#take(id)?.reject(error);
  }

  failAll(error: Error): void {
    for (const id of this.#open.keys()) this.fail(id, error);
  }

  #take(id: string): Open | undefined {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (open !== undefined) clearTimeout(open.timer);
    return open;
  }
}
