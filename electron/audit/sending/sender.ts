import { after, type Attempts, batchOf, fresh, passed, type Progress, rowsToRead } from './progress.ts';
import type { Page, PageLimits, Place } from './read-rows.ts';
import { type SentRow, testRow } from './sent-row.ts';
import type { Transport } from './transport.ts';

/** How a destination is doing, for people. */
export interface SenderState {
  readonly progress: Progress;
  readonly state: 'done' | 'sending' | 'waiting';
  /** Rows behind its place. */
  readonly waiting: number;
  readonly retryAt?: number;
  readonly trouble?: string;
}

/** What sends to one destination works with. */
export interface SenderPorts {
  readonly name: string;
  readonly what: 'all' | 'notable';
  readonly texts: boolean;
  readonly transport: Transport;
  /** Undefined: there is no log to read at present. Throws what SQLite throws. */
  read(from: Place, limits: PageLimits): Page | undefined;
  /** Takes known secrets out of rows. */
  hide(rows: readonly SentRow[]): Promise<readonly SentRow[]>;
  /** Keeps how far it has come. */
  keep(progress: Progress): void;
  onState(state: SenderState): void;
  /** Milliseconds since the epoch. */
  now(): number;
  random(): number;
  /** Runs something later; gives what takes that back. */
  after(ms: number, run: () => void): () => void;
}

/** Sends the rows of the log to one destination, one batch after the other, in order. */
export interface Sender {
  /** There may be new rows. */
  stir(): void;
  state(): SenderState;
  /** Ends it; what is under way is given up and sent again by the next run. Resolves when nothing is under way. */
  close(): Promise<void>;
}

/** Text of one batch, in UTF-16 units. */
const batchChars = 512 * 1024;
/** New rows are awaited for a moment, so that they go together. */
const lingerMs = 200;
/** Between two batches: others of the same thread have their turn. */
const breathMs = 10;
/** At the end, an answer is waited for so long. */
const graceMs = 1000;
/** When the log itself cannot be read. */
const unreadableMs = 5000;

/**
 * Starts sending from where it had come. Memory is bounded by one batch, however long a destination is down: the queue
 * is the log. At least once: a place is kept only when its rows are there, so whatever ends this at whatever moment,
 * rows come twice rather than not at all, and twice with the same id.
 */
export function startSender(ports: SenderPorts, from: Progress): Sender {
  let progress = from;
  let attempts: Attempts = fresh;
  let waiting = 0;
  let state: SenderState['state'] = 'done';
  let retryAt: number | undefined;
  let running: Promise<void> | undefined;
  let later: (() => void) | undefined;
  let stirred = false;
  let closing = false;
  const ending = new AbortController();

  const shown = (): SenderState => ({
    progress,
    state,
    waiting,
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(attempts.trouble === undefined ? {} : { trouble: attempts.trouble }),
  });
  const tell = (next: SenderState['state'], at?: number): void => {
    state = next;
    retryAt = at;
    ports.onState(shown());
  };
  const again = (ms: number): void => {
    if (closing || later !== undefined) return;
    later = ports.after(ms, () => {
      later = undefined;
      running = step().finally(() => {
        running = undefined;
        if (stirred && state === 'done') again(lingerMs);
      });
    });
  };

  async function step(): Promise<void> {
    stirred = false;
    let page: Page | undefined;
    try {
      page = ports.read(progress.place, {
        rows: rowsToRead(attempts),
        chars: batchChars,
        texts: ports.texts,
      });
    } catch {
      // Writing tells of what is wrong with the log.
    }
    if (page === undefined) {
      tell('waiting', ports.now() + unreadableMs);
      return again(unreadableMs);
    }
    waiting = page.more + page.rows.length;
    const batch = batchOf(page, ports.what, attempts, () => testRow(ports.now(), `test-${page.to.hash}`));
    if (batch.length === 0) return idle(page);
    tell('sending');
    const safe = await ports.hide(batch);
    if (ending.signal.aborted) return undefined;
    const result = await ports.transport.send(safe, ending.signal);
    if (ending.signal.aborted && result.kind !== 'taken') return undefined;
    const { waitMs, ...next } = after({ progress, attempts }, page, batch, result, {
      now: ports.now(),
      random: () => ports.random(),
    });
    const moved = next.progress !== progress;
    ({ progress, attempts } = next);
    if (moved) {
      ports.keep(progress);
      waiting = page.more;
    }
    if (waitMs > 0) tell('waiting', ports.now() + waitMs);
    else tell(waiting === 0 ? 'done' : 'sending');
    return again(waitMs > 0 ? waitMs : waiting === 0 && !stirred ? lingerMs : breathMs);
  }

  /** Nothing to send: the place moves behind what is not wanted, and the next row is waited for. */
  function idle(page: Page): void {
    if (page.to.seq !== progress.place.seq && page.rows.length + page.lost > 0) {
      progress = passed(progress, page);
      ports.keep(progress);
      waiting = page.more;
    }
    if (waiting > 0) {
      tell('sending');
      return again(breathMs);
    }
    return tell('done');
  }

  again(0);
  return {
    stir() {
      stirred = true;
      // While a failure is waited out, new rows change nothing.
      if (running !== undefined || state === 'waiting') return;
      again(lingerMs);
    },
    state: shown,
    async close() {
      closing = true;
      later?.();
      later = undefined;
      // What is nearly there need not be sent twice.
      const cancel = ports.after(graceMs, () => ending.abort());
      await running;
      cancel();
      ending.abort();
      ports.transport.close();
    },
  };
}
