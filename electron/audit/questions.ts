import type { Answer, ToWorker } from './worker-messages.ts';

/** A question to the worker without its number. */
export type Question =
  | Omit<Extract<ToWorker, { ask: 'list' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'show' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'overview' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'session' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'verify' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'unfinished' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'accept' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'noticed' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'report' }>, 'id'>
  | Omit<Extract<ToWorker, { ask: 'export' }>, 'id'>;

interface Asker {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Questions that wait for the worker's answer, at most `most` at once. */
export interface Questions {
  /** Rejects with one sentence when too many wait, when the log cannot be read, or when the worker ends. */
  ask(question: Question, send: (message: ToWorker) => void): Promise<Answer>;
  answer(id: number, value: Answer): void;
  fail(id: number, message: string): void;
  failAll(message: string): void;
}

/** An empty list of questions. */
export function createQuestions(most: number): Questions {
  const askers = new Map<number, Asker>();
  let last = 0;

  const take = (id: number): Asker | undefined => {
    const asker = askers.get(id);
    askers.delete(id);
    return asker;
  };

  return {
    ask(question, send) {
      if (askers.size >= most) {
        return Promise.reject(
          new Error('Too many questions to the call log at once. Ask again in a moment.'),
        );
      }
      last += 1;
      const id = last;
      return new Promise<Answer>((resolve, reject) => {
        askers.set(id, { resolve, reject });
        send({ ...question, id });
      });
    },
    answer: (id, value) => take(id)?.resolve(value),
    fail: (id, message) => take(id)?.reject(new Error(message)),
    failAll(message) {
      for (const id of askers.keys()) take(id)?.reject(new Error(message));
    },
  };
}
