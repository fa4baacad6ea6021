import type {
  FromSender,
  ReadyDestination,
  SenderStart,
  Shown,
} from '../../audit/sending/sender-messages.ts';
import type { SenderState } from '../../audit/sending/sender.ts';
import { type SenderThread, startSenderThread } from '../../audit/sending/sender-thread.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** What the thread that sends is held by. */
export interface SenderHostPorts {
  readonly url: URL;
  readonly start: SenderStart;
  /** Takes known secrets out of the texts of a row. */
  readonly hide: (texts: Shown) => Shown;
  readonly onState: () => void;
  /** Hears that the thread ended by itself. */
  readonly fault: () => void;
}

/** The thread that sends, while there is somewhere to send to. */
export interface SenderHost {
  /** From now on the log is sent to these. `all`: those of which it is remembered how far they have come. */
  set(destinations: readonly ReadyDestination[], all: readonly string[]): void;
  /** There are new rows. */
  stir(): void;
  state(id: string): SenderState | undefined;
  test(destination: ReadyDestination): Promise<Result<{ readonly ok: boolean; readonly sentence: string }>>;
  close(): Promise<void>;
}

const CLOSE_MS = 3000;
const TEST_MS = 45_000;
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Starts no thread before there is somewhere to send to, and ends it when there is not any more. */
export function openSenderHost(ports: SenderHostPorts): SenderHost {
  let thread: SenderThread | undefined;
  let wanted: { readonly destinations: readonly ReadyDestination[]; readonly all: readonly string[] } = {
    destinations: [],
    all: [],
  };
  const states = new Map<string, SenderState>();
  const tests = new Map<number, (result: Result<{ ok: boolean; sentence: string }>) => void>();
  let tested = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let again: NodeJS.Timeout | undefined;
  let closed = false;
  let onGone = (): void => undefined;

  const receive = (message: FromSender): void => {
    if (message.tell === 'state') {
      states.set(message.id, message.state);
      if (message.state.progress.lastAt !== undefined) pauseMs = FIRST_PAUSE_MS;
      ports.onState();
    } else if (message.tell === 'hide') {
      thread?.send({ ask: 'hidden', id: message.id, texts: message.texts.map(ports.hide) });
    } else {
      tests.get(message.id)?.(ok({ ok: message.ok, sentence: message.sentence }));
      tests.delete(message.id);
    }
  };
  const running = (): SenderThread => {
    thread ??= startSenderThread(ports.url, ports.start, receive, () => {
      thread = undefined;
      for (const [id, answer] of tests) {
        tests.delete(id);
        answer(fail('failed', 'Sending stopped. Try again.'));
      }
      onGone();
      if (closed || wanted.destinations.length === 0) return;
      ports.fault();
      // It begins where it had come, so nothing is lost by it.
      again = setTimeout(apply, pauseMs).unref();
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
    return thread;
  };
  const apply = (): void => {
    clearTimeout(again);
    const { destinations, all } = wanted;
    if (closed || (destinations.length === 0 && thread === undefined)) return;
    running().send({ ask: 'set', destinations, all });
    // Without anywhere to send to, the thread ends when it has forgotten what is to be forgotten.
    if (destinations.length === 0 && tests.size === 0) running().send({ ask: 'close' });
  };

  return {
    set(destinations, all) {
      wanted = { destinations, all };
      for (const id of states.keys()) if (!destinations.some((one) => one.id === id)) states.delete(id);
      apply();
    },
    stir: () => thread?.send({ ask: 'stir' }),
    state: (id) => states.get(id),
    test(destination) {
      if (closed) return Promise.resolve(fail('failed', 'Doorward is stopping.'));
      if (tests.size > 0) return Promise.resolve(fail('busy', 'A test is under way. Wait for it.'));
      tested += 1;
      const id = tested;
      return new Promise((resolve) => {
        const late = setTimeout(() => {
          tests.delete(id);
          resolve(ok({ ok: false, sentence: 'It did not answer in time.' }));
        }, TEST_MS);
        tests.set(id, (result) => {
          clearTimeout(late);
          resolve(result);
        });
        running().send({ ask: 'test', id, destination });
      });
    },
    async close() {
      closed = true;
      clearTimeout(again);
      if (thread === undefined) return;
      const gone = new Promise<void>((resolve) => (onGone = resolve));
      const ending = thread;
      ending.send({ ask: 'close' });
      const late = setTimeout(() => void ending.end(), CLOSE_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
