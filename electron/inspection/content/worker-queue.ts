import { type Judged, type Task, unread } from './task.ts';
import type { ContentThread, StartThread } from './worker-link.ts';

export interface WorkerQueuePorts {
  readonly start: StartThread;
  /** How long the thread is kept without work, in milliseconds. */
  readonly idleMs?: number;
  /** How long one message may take, in milliseconds, from its length in bytes. */
  readonly budget?: (bytes: number) => number;
  /** How long the thread may take to start, in milliseconds. */
  readonly startMs?: number;
}

/** Judges what is too large to be judged between two calls. */
export interface ContentWorker {
  /** Copies `bytes` when their turn comes; nobody may change them until then. Never rejects; what was not looked at is held. */
  judge(bytes: Uint8Array, task: Task): Promise<Judged | undefined>;
  /** Ends the thread; whatever waits is held. */
  close(): Promise<void>;
}

interface Job {
  readonly bytes: Uint8Array;
  readonly task: Task;
  readonly size: number;
  readonly done: (judged: Judged | undefined) => void;
}

const IDLE_MS = 15_000;
/** As much may wait. More is held at once: whoever sends so much is not waited for. */
const MOST_WAITING_BYTES = 48 * 1024 * 1024;
const MIB = 1024 * 1024;
/** Fifty times what an ordinary text takes, for machines that are slow and busy. */
const budgetOf = (bytes: number): number => 3000 + (bytes / MIB) * 2000;
/** What starting the thread may take on such a machine, in milliseconds. */
const START_MS = 20_000;

/**
 * One thread for all large messages, started when the first one comes and ended when there was none for a while. Servers
 * take turns, so that one with many large answers does not keep another's waiting. A message that takes too long ends
 * the thread, and so does whatever makes it crash; that message is held, and the next one gets a new thread.
 */
export function workerQueue({
  start,
  idleMs = IDLE_MS,
  budget = budgetOf,
  startMs = START_MS,
}: WorkerQueuePorts): ContentWorker {
  const waiting = new Map<string, Job[]>();
  let bytesWaiting = 0;
  let thread: ContentThread | undefined;
  let ready = false;
  let current: { readonly id: number; readonly job: Job; timer: NodeJS.Timeout } | undefined;
  let idle: NodeJS.Timeout | undefined;
  let ids = 0;
  let closed = false;

  const finish = (judged: Judged | undefined): void => {
    if (current === undefined) return;
    const { job, timer } = current;
    clearTimeout(timer);
    current = undefined;
    job.done(judged);
    next();
  };
  const drop = (): Promise<void> | undefined => {
    const gone = thread;
    thread = undefined;
    ready = false;
    return gone?.end();
  };
  const started = (): void => {
    ready = true;
    if (current === undefined) return;
    clearTimeout(current.timer);
    current.timer = setTimeout(lost, budget(current.job.size));
  };
  /** The thread failed this message. */
  const lost = (): void => {
    void drop();
    if (current !== undefined) finish(unread(current.job.task.form));
  };
  const next = (): void => {
    if (current !== undefined || closed) return;
    clearTimeout(idle);
    const job = turn();
    if (job === undefined) {
      idle = setTimeout(() => void drop(), idleMs).unref();
      return;
    }
    const id = ++ids;
    // Starting takes its time, of which no message is to blame.
    current = { id, job, timer: setTimeout(lost, ready ? budget(job.size) : startMs) };
    try {
      thread ??= start({
        answered: (message) => {
          if (message.id === 0) started();
          else if (message.id === current?.id) finish(message.judged);
        },
        died: () => {
          thread = undefined;
          ready = false;
          lost();
        },
      });
      thread.send({ id, bytes: new Uint8Array(job.bytes), task: job.task });
    } catch {
      lost();
    }
  };
  /** The next message of the server whose turn it is; that server is the last one then. */
  const turn = (): Job | undefined => {
    for (const [server, jobs] of waiting) {
      const job = jobs.shift();
      waiting.delete(server);
      if (jobs.length > 0) waiting.set(server, jobs);
      if (job === undefined) continue;
      bytesWaiting -= job.size;
      return job;
    }
    return undefined;
  };

  return {
    judge: (bytes, task) =>
      new Promise((done) => {
        const size = bytes.byteLength;
        if (closed || bytesWaiting + size > MOST_WAITING_BYTES) return done(unread(task.form));
        const job: Job = { bytes, task, size, done };
        const theirs = waiting.get(task.server);
        if (theirs === undefined) waiting.set(task.server, [job]);
        else theirs.push(job);
        bytesWaiting += size;
        next();
      }),
    async close() {
      closed = true;
      clearTimeout(idle);
      const ended = drop();
      for (const jobs of waiting.values()) for (const { done, task } of jobs) done(unread(task.form));
      waiting.clear();
      if (current !== undefined) finish(unread(current.job.task.form));
      await ended;
    },
  };
}
