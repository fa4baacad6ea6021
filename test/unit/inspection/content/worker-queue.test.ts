import { describe, expect, it } from 'vitest';
import type { ContentThread, ThreadEvents } from '../../../../electron/inspection/content/worker-link.ts';
import { contentThread } from '../../../../electron/inspection/content/worker-link.ts';
import { contentWorkerUrl } from '../../../../electron/inspection/content/worker-location.ts';
import type { ToContentWorker } from '../../../../electron/inspection/content/worker-messages.ts';
import { workerQueue } from '../../../../electron/inspection/content/worker-queue.ts';
import { asks, aTask, HINT, ORDER } from './support.ts';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const answer = (says: string) => ({ content: [{ type: 'text', text: says }] });

/** Threads that do what a test says. */
function world(options: { budget?: number; startMs?: number; idleMs?: number; failsToStart?: boolean } = {}) {
  const threads: { events: ThreadEvents; sent: ToContentWorker[]; ended: boolean }[] = [];
  const queue = workerQueue({
    start: (events): ContentThread => {
      if (options.failsToStart === true) throw new Error('no threads left');
      const thread = { events, sent: [] as ToContentWorker[], ended: false };
      threads.push(thread);
      return {
        send: (message) => void thread.sent.push(message),
        end: () => {
          thread.ended = true;
          return Promise.resolve();
        },
      };
    },
    budget: () => options.budget ?? 60_000,
    idleMs: options.idleMs ?? 60_000,
    startMs: options.startMs ?? 60_000,
  });
  const of = (server: string) => queue.judge(bytes('x'), aTask('result', {}, { server }));
  const reply = (n = threads.length - 1): void => {
    const thread = threads[n];
    const last = thread?.sent.at(-1);
    if (thread === undefined || last === undefined) throw new Error('nothing was sent');
    thread.events.answered({ id: last.id, judged: undefined });
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, threads, of, reply, settle };
}

describe('the queue of the worker', () => {
  it('starts the thread with the first message, and hands it one at a time', async () => {
    const { of, threads, reply } = world();
    expect(threads).toEqual([]);
    const [first, second] = [of('a'), of('a')];
    expect(threads).toHaveLength(1);
    expect(threads[0]?.sent).toHaveLength(1);
    reply();
    expect(await first).toBeUndefined();
    expect(threads[0]?.sent).toHaveLength(2);
    reply();
    expect(await second).toBeUndefined();
  });

  it('lets servers take turns', async () => {
    const { of, threads, reply } = world();
    const all = [of('busy'), of('busy'), of('busy'), of('quiet')];
    for (let i = 0; i < 4; i++) reply();
    await Promise.all(all);
    expect(threads[0]?.sent.map(({ task }) => task.server)).toEqual(['busy', 'busy', 'quiet', 'busy']);
  });

  it('holds a message at which the thread dies, and goes on with another thread', async () => {
    const { of, threads, reply } = world();
    const [first, second] = [of('a'), of('a')];
    threads[0]?.events.died();
    expect(asks(await first)).toEqual(['unread']);
    expect(threads).toHaveLength(2);
    reply();
    expect(await second).toBeUndefined();
  });

  it('holds a message that takes too long, ends that thread and believes nothing it still says', async () => {
    const { of, threads } = world({ budget: 1 });
    const first = of('a');
    threads[0]?.events.answered({ id: 0, judged: undefined });
    expect(asks(await first)).toEqual(['unread']);
    expect(threads[0]?.ended).toBe(true);
    const second = of('a');
    threads[1]?.events.answered({ id: 0, judged: undefined });
    // An id of the thread before.
    threads[1]?.events.answered({ id: threads[0]?.sent[0]?.id ?? 0, judged: undefined });
    expect(asks(await second)).toEqual(['unread']);
  });

  it('holds a message for which the thread does not come up', async () => {
    const { of, threads } = world({ startMs: 1 });
    expect(asks(await of('a'))).toEqual(['unread']);
    expect(threads[0]?.ended).toBe(true);
  });

  it('holds everything when no thread can be started', async () => {
    const { of } = world({ failsToStart: true });
    expect((await Promise.all([of('a'), of('b')])).map((one) => asks(one))).toEqual([['unread'], ['unread']]);
  });

  it('holds what comes while too much waits', async () => {
    const { queue, of, reply } = world();
    const first = of('a');
    const large = () => queue.judge(new Uint8Array(30 * 1024 * 1024), aTask('result'));
    const waiting = large();
    expect(asks(await large())).toEqual(['unread']);
    reply();
    reply();
    expect(await first).toBeUndefined();
    expect(await waiting).toBeUndefined();
  });

  it('ends the thread when there was nothing to do for a while, and starts it again', async () => {
    const { of, threads, reply, settle } = world({ idleMs: 1 });
    const first = of('a');
    reply();
    await first;
    while (threads[0]?.ended !== true) await new Promise((resolve) => setTimeout(resolve, 1));
    const second = of('a');
    await settle();
    expect(threads).toHaveLength(2);
    reply();
    expect(await second).toBeUndefined();
  });

  it('holds what waits when it is closed, and whatever comes after', async () => {
    const { queue, of, threads } = world();
    const all = [of('a'), of('b'), of('c')];
    await queue.close();
    expect(threads[0]?.ended).toBe(true);
    for (const one of [...all, of('d')]) expect(asks(await one)).toEqual(['unread']);
    expect(threads).toHaveLength(1);
  });
});

describe('the thread', () => {
  const run = (start = contentThread(contentWorkerUrl())) => workerQueue({ start, idleMs: 60_000 });

  it('judges as it is done without it', async () => {
    const queue = run();
    try {
      const calm = 'Sales are flat in the north. '.repeat(9000);
      expect(await queue.judge(bytes(answer(calm)), aTask('result'))).toBeUndefined();
      expect(asks(await queue.judge(bytes(answer(calm + ORDER)), aTask('result')))).toEqual([
        'injection-high',
      ]);
      const fenced = await queue.judge(bytes(answer(calm + HINT)), aTask('result'));
      const { content } = JSON.parse(Buffer.from(fenced?.changed ?? []).toString()) as { content: unknown[] };
      expect(content).toHaveLength(3);
    } finally {
      await queue.close();
    }
  });

  it('holds what makes its program fail', async () => {
    const queue = run(contentThread(new URL('no-such-program.ts', import.meta.url)));
    try {
      expect(asks(await queue.judge(bytes('x'), aTask('result')))).toEqual(['unread']);
    } finally {
      await queue.close();
    }
  });

  it('is found beside the running file', () => {
    const of = (file: string): string => contentWorkerUrl(file).href;
    expect(of('file:///a/electron/inspection/content/worker-location.ts')).toBe(
      'file:///a/electron/inspection/content/content-worker.ts',
    );
    expect(of('file:///a/dist/electron/cli.mjs')).toBe('file:///a/dist/electron/content-worker.mjs');
    expect(of('file:///a/dist/electron/main.js')).toBe('file:///a/dist/electron/content-worker.mjs');
  });
});
