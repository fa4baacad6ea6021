import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The thread inherits neither arguments nor environment, which may hold secrets, and its memory is bounded. */
export const threadOptions = {
  name: 'call-log',
  execArgv: [],
  env: {},
  resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 },
} satisfies WorkerOptions;

let waiting: { readonly href: string; readonly worker: Worker } | undefined;

/**
 * Starts the thread of the log before it is known which log it will open, so that it loads its program while the rest of
 * the host is loaded. It waits for its settings as its first message and keeps no process alive. Nothing is lost when
 * nobody takes it.
 */
export function startEarlyThread(program: URL): void {
  const worker = new Worker(program, threadOptions);
  const gone = (): void => {
    if (waiting?.worker === worker) waiting = undefined;
  };
  worker.on('error', gone);
  worker.once('exit', gone);
  worker.unref();
  waiting = { href: program.href, worker };
}

/** The thread that was started early, once; undefined: there is none of this program, or it has ended. */
export function takeEarlyThread(program: URL): Worker | undefined {
  if (waiting?.href !== program.href) return undefined;
  const { worker } = waiting;
  waiting = undefined;
  worker.ref();
  return worker;
}
