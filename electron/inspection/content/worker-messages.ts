import type { Judged, Task } from './task.ts';

/** One piece of JSON to judge. */
export interface ToContentWorker {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly task: Task;
}

export interface FromContentWorker {
  /** 0, once, when the program is ready for messages. */
  readonly id: number;
  /** Undefined: there is nothing to say. */
  readonly judged: Judged | undefined;
}
