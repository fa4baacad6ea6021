import { fail, ok, type Result } from '../../shared/result.ts';
import type { Accepted } from './accept-log.ts';
import type { LogAnchor } from './anchor.ts';
import type { AuditLog, RecordedCall } from './log.ts';
import { createQuestions, type Question } from './questions.ts';
import { parseCalls, parseLegs } from './read-model.ts';
import { createRowQueue, type QueueLimits } from './row-queue.ts';
import type { KeptOut } from './texts/text-keeper.ts';
import type { Trouble } from './trouble.ts';
import { startWorker, type WorkerLink } from './worker-link.ts';
import type { Answer, FromWorker, Keep } from './worker-messages.ts';

/** Whether calls can be recorded. */
export interface LogState {
  /** One sentence when rows cannot be written at present; absent when all is well. */
  readonly trouble?: string;
  /** Rows given up since the log was opened: nobody waited for them and the queue was full, or it closed in trouble. */
  readonly lost: number;
}

export interface AuditLogSettings {
  /** Path of log.db; its folder exists. */
  readonly file: string;
  /** See `logWorkerUrl`. */
  readonly workerUrl: URL;
  /** Path of the index for searching, in the same folder; without it everything is looked through. */
  readonly index?: string;
  /** Seed of the key that signs checkpoints (`logSeed`), and that of the key before while it is being replaced. */
  readonly seed?: Uint8Array;
  readonly seedBefore?: Uint8Array;
  /** How far the log had come, as it was kept outside its folder. */
  readonly anchor?: LogAnchor;
  /** What may never be written. Asked again whenever `version` has changed, before the next rows are written. */
  readonly keptOut?: { readonly version: () => number | string; readonly now: () => KeptOut };
  /** Called every few seconds with how far it has come by now, once that is safe on the disk, and when it is closed. */
  readonly onReached?: (anchor: LogAnchor) => void;
  /** Milliseconds since the epoch; names a damaged file that is set aside. */
  readonly clock?: { now(): number };
  /** Called when writing stops, when it works again, and when rows begin to be lost. */
  readonly onState?: (state: LogState) => void;
  /** Called with one sentence when a damaged file had to be set aside while running. */
  readonly onNotice?: (sentence: string) => void;
  /**
   * `maxPages` caps the size of the database, in SQLite pages; `patienceMs` is how long a commit may take before
   * the disk counts as hanging and everybody who waits is refused (10 s).
   */
  readonly limits?: Partial<QueueLimits> & { readonly maxPages?: number; readonly patienceMs?: number };
}

/** An open log, with what a person should be told about its opening. */
export interface OpenAuditLog extends AuditLog {
  /** One sentence, for example that a damaged file was set aside and under which name; absent when all was well. */
  readonly notice?: string;
  /** How much is kept from now on. What is older goes in the background, and that it went is recorded. */
  keep(keep: Keep): void;
  /** Number of the newest row that is committed. */
  newest(): number;
  /** What was noticed about it at a start and nobody has accepted: one sentence. */
  noticed(): Promise<string | undefined>;
  /** See `acceptLog`. Rejects with one sentence when the log cannot be read. */
  accept(): Promise<Accepted>;
  /** Calls of earlier runs that have no end on record, the oldest 10,000. */
  unfinished(): Promise<RecordedCall[]>;
}

/** A row that nobody waits for goes after this at the latest; a durable one takes it along earlier. */
const lingerMs = 5;
/** Pause before the next attempt after a failure, doubled up to the longest. */
const firstPauseMs = 100;
const longestPauseMs = 2000;
/** How often it is looked whether the worker still answers, within the patience that it has; a sleeping computer does not count. */
const looksInPatience = 5;
const closeMs = 5000;
const openMs = 30_000;

const stopped = "The call log stopped and is being restarted, so calls can't be recorded and are refused.";
const hanging =
  "The disk does not answer, so calls can't be recorded and are refused. Check the disk that holds Doorward's profile folder.";
const behind = 'The call log cannot keep up, so this call is refused. Try again in a moment.';
const closed = "The call log is closed because Doorward is stopping, so calls can't be recorded.";
const notNow = 'The call log is being restarted. Try again in a moment.';

/**
 * Opens the call log in a thread of its own. Refused with a sentence: a log of a newer Doorward, another program's
 * database, a file that cannot be opened. Once open it mends itself: after a failure everybody who waits hears of
 * it at once, durable rows are refused until the next attempt, rows that nobody waits for are kept (bounded) and
 * written when it is over, and a dead worker is replaced.
 */
export async function openAuditLog(settings: AuditLogSettings): Promise<Result<OpenAuditLog>> {
  const { file, workerUrl, clock = Date, onState = () => {}, onNotice = () => {}, limits = {} } = settings;
  const { maxPages, patienceMs = 10_000, ...queueLimits } = limits;
  const { index, seed, seedBefore, keptOut, onReached = () => {} } = settings;
  let { anchor } = settings;
  let kept: Keep | undefined;
  const queue = createRowQueue({ rows: 50_000, reserve: 10_000, chars: 16 * 1024 * 1024, ...queueLimits });
  const questions = createQuestions(32);

  let worker: WorkerLink | undefined;
  let ready = false;
  let committedSeq = 0;
  let trouble: Error | undefined;
  /** From a failure until the next attempt: durable rows are refused without trying. */
  let pausing = false;
  let pauseMs = firstPauseMs;
  let suspect = false;
  let lost = 0;
  let closing: Promise<void> | undefined;
  let onClosed = () => {};
  let pumpComes = false;
  let linger: NodeJS.Timeout | undefined;
  let looks = 0;
  let told: number | string | undefined;
  /** Name of the log that was set aside while running; the next one names it. */
  let leftAs: string | undefined;

  const tell = () => onState(trouble === undefined ? { lost } : { trouble: trouble.message, lost });
  const lose = (rows: number) => {
    if (rows === 0) return;
    const first = lost === 0;
    lost += rows;
    if (first) tell();
  };

  /** What became secret before a row was queued is known to the worker before it gets that row. */
  const tellKeptOut = () => {
    if (keptOut === undefined || told === keptOut.version()) return;
    told = keptOut.version();
    worker?.send({ ask: 'know', out: keptOut.now() });
  };
  const pump = () => {
    pumpComes = false;
    if (!ready || pausing) return;
    const batch = queue.next();
    if (batch === undefined) return;
    looks = 0;
    tellKeptOut();
    worker?.send(batch);
  };
  /** Runs after everything that this turn of the event loop still brings, so that it all goes in one batch. */
  const pumpSoon = () => {
    if (pumpComes || queue.underWay() > 0) return;
    pumpComes = true;
    setImmediate(pump);
  };
  const pumpLater = () => {
    linger ??= setTimeout(() => {
      linger = undefined;
      pumpSoon();
    }, lingerMs);
  };

  const refuseAll = (error: Error) => {
    trouble = error;
    pausing = true;
    queue.refuse(error);
    tell();
  };
  const refuseUntil = (error: Error, retry: () => void) => {
    refuseAll(error);
    setTimeout(() => {
      pausing = false;
      retry();
    }, pauseMs).unref();
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };
  const well = () => {
    pausing = false;
    looks = 0;
    if (trouble === undefined) return;
    trouble = undefined;
    tell();
  };

  const onCommitted = (seq: number) => {
    committedSeq = seq;
    pauseMs = firstPauseMs;
    well();
    queue.committed();
    if (queue.urgent()) pumpSoon();
    else if (queue.size() > 0) pumpLater();
  };

  const onFailed = ({ code, message }: Trouble) => {
    if (code === 'corrupt' || code === 'removed') {
      // Opening anew mends both, and the end of this thread leads there.
      suspect = code === 'corrupt';
      refuseAll(new Error(message));
      void worker?.end();
      return;
    }
    refuseUntil(new Error(message), pumpSoon);
    queue.requeue();
  };

  const onReady = (seq: number) => {
    // A worker that died may have committed the batch under way without living to say so.
    if (queue.underWay() > 0 && seq === committedSeq + queue.underWay()) queue.committed();
    else queue.requeue();
    committedSeq = seq;
    suspect = false;
    ready = true;
    leftAs = undefined;
    told = undefined;
    if (kept !== undefined) worker?.send({ ask: 'keep', keep: kept });
    well();
    if (queue.size() > 0) pumpSoon();
  };

  const onEnd = () => {
    ready = false;
    worker = undefined;
    questions.failAll(notNow);
    if (closing !== undefined) {
      queue.refuse(new Error(closed));
      onClosed();
      return;
    }
    refuseUntil(trouble ?? new Error(stopped), launch);
  };

  /** What the current run of the worker may say, and what follows; `opened` hears how the opening went. */
  const launch = (opened?: (result: Result<OpenAuditLog>) => void): void => {
    if (closing !== undefined) return;
    let refusal: Result<never> | undefined;
    const onMessage = (message: FromWorker) => {
      if (typeof message === 'number') onCommitted(message);
      else if (message.tell === 'reached') {
        ({ anchor } = message);
        onReached(anchor);
      } else if (message.tell === 'failed') onFailed(message.trouble);
      else if (message.tell === 'notice') onNotice(message.notice);
      else if (message.tell === 'answer') questions.answer(message.id, message.value);
      else if (message.tell === 'error') questions.fail(message.id, message.message);
      else if (message.tell === 'refused') {
        refusal = fail(message.code, message.message);
        trouble = new Error(message.message);
      } else if (message.tell === 'ready') {
        onReady(message.seq);
        if (opened !== undefined) opened(ok(log(message.notice)));
        else if (message.notice !== undefined) onNotice(message.notice);
        opened = undefined;
      }
    };
    const start = {
      file,
      now: clock.now(),
      suspect,
      ...(maxPages === undefined ? {} : { maxPages }),
      ...(index === undefined ? {} : { index }),
      ...(seed === undefined ? {} : { seed }),
      ...(seedBefore === undefined ? {} : { seedBefore }),
      ...(anchor === undefined ? {} : { anchor }),
      ...(leftAs === undefined ? {} : { aside: leftAs }),
    };
    worker = startWorker(workerUrl, start, onMessage, () => {
      if (opened === undefined) onEnd();
      else opened(refusal ?? fail('io', 'The call log could not be started. Start Doorward again.'));
    });
  };

  const look = setInterval(() => {
    const awaited = queue.underWay() > 0 || (worker !== undefined && !ready);
    looks = awaited ? looks + 1 : 0;
    if (looks === looksInPatience) refuseAll(new Error(hanging));
  }, patienceMs / looksInPatience);
  look.unref();

  const flush = () =>
    new Promise<void>((resolve, reject) => {
      const ended = closing !== undefined && worker === undefined;
      if ((pausing || ended) && queue.size() > 0) {
        reject(ended ? new Error(closed) : (trouble ?? new Error(stopped)));
        return;
      }
      queue.barrier((error) => (error === undefined ? resolve() : reject(error)));
      pumpSoon();
    });

  const read = async (question: Question): Promise<Answer> => {
    // What was appended before is seen; when it cannot be written, what is there is still worth reading.
    if (closing === undefined && queue.size() > 0) await flush().catch(() => {});
    if (closing !== undefined) throw new Error(closed);
    const running = worker;
    if (!ready || running === undefined) throw new Error(notNow);
    return questions.ask(question, (message) => running.send(message));
  };

  const shutDown = async () => {
    const ended = new Promise<void>((resolve) => (onClosed = resolve));
    if (worker !== undefined) {
      const deadline = setTimeout(() => void worker?.end(), closeMs);
      if (ready) {
        pausing = false;
        await flush().catch(() => {});
      }
      worker?.send({ ask: 'close' });
      if (worker !== undefined) await ended;
      clearTimeout(deadline);
    }
    lose(queue.size());
    clearInterval(look);
    clearTimeout(linger);
  };

  let verifying: Promise<Answer> | undefined;

  const log = (notice: string | undefined): OpenAuditLog => ({
    ...(notice === undefined ? {} : { notice }),
    append(row, raw) {
      if (closing !== undefined || !queue.add(row, undefined, raw)) lose(1);
      else if (queue.urgent()) pumpSoon();
      else pumpLater();
    },
    appendDurable(row, then, raw) {
      if (closing === undefined && !pausing && queue.add(row, then, raw)) {
        pumpSoon();
        return;
      }
      const error = closing !== undefined ? new Error(closed) : pausing ? trouble : undefined;
      queueMicrotask(() => then(error ?? new Error(behind)));
    },
    async list(query) {
      const answer = await read({ ask: 'list', query });
      return Array.isArray(answer) ? parseCalls(answer) : [];
    },
    async show(call) {
      const answer = await read({ ask: 'show', call });
      return Array.isArray(answer) ? parseLegs(answer) : [];
    },
    async overview(query) {
      const answer = await read({ ask: 'overview', query });
      if (!('counts' in answer)) throw new Error('The call log answered an overview with something else.');
      return answer;
    },
    async session(call) {
      const answer = await read({ ask: 'session', call });
      if (!('session' in answer)) throw new Error('The call log answered a session with something else.');
      if (answer.session === undefined) return undefined;
      const { rows, ...rest } = answer.session;
      return { ...rest, calls: parseCalls(rows) };
    },
    newest: () => committedSeq,
    async noticed() {
      const answer = await read({ ask: 'noticed' });
      return 'noticed' in answer ? answer.noticed : undefined;
    },
    async accept() {
      const answer = await read({ ask: 'accept' });
      if (!('accepted' in answer)) throw new Error('The call log answered with something else.');
      leftAs = answer.aside;
      return answer;
    },
    async unfinished() {
      const answer = await read({ ask: 'unfinished' });
      return Array.isArray(answer) ? parseCalls(answer) : [];
    },
    async report(query) {
      const answer = await read({ ask: 'report', query });
      if (!('timeline' in answer)) throw new Error('The call log answered a report with something else.');
      return answer;
    },
    async export(what) {
      const answer = await read({ ask: 'export', what });
      if (!('text' in answer)) throw new Error('The call log answered an export with something else.');
      return answer;
    },
    keep(keep) {
      kept = keep;
      if (ready) worker?.send({ ask: 'keep', keep });
    },
    async verify() {
      verifying ??= read({ ask: 'verify' }).finally(() => (verifying = undefined));
      const answer = await verifying;
      if (!('sentence' in answer)) throw new Error('The call log answered a check with something else.');
      return answer;
    },
    flush,
    close: () => (closing ??= shutDown()),
  });

  const opened = await new Promise<Result<OpenAuditLog>>((resolve) => {
    const deadline = setTimeout(() => {
      resolve(fail('io', hanging));
      void worker?.end();
    }, openMs);
    launch((result) => {
      clearTimeout(deadline);
      resolve(result);
    });
  });
  if (!opened.ok) clearInterval(look);
  return opened;
}
