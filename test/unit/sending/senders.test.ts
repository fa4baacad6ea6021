import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSenders, type Senders } from '../../../electron/audit/sending/senders.ts';
import type { FromSender, ReadyDestination, Shown } from '../../../electron/audit/sending/sender-messages.ts';
import type { SenderState } from '../../../electron/audit/sending/sender.ts';
import type { OpenAuditLog } from '../../../electron/audit/audit-log.ts';
import { destination } from '../../../shared/model/sending.ts';
import { otlpCollector, type OtlpCollector } from '../../fixtures/collectors/otlp-collector.ts';
import { until } from '../../fixtures/process-facts.ts';
import { freshFile, openLog, wholeCall } from '../audit/support.ts';
import { origin } from './support.ts';

interface World {
  readonly file: string;
  readonly log: OpenAuditLog;
  readonly collector: OtlpCollector;
  readonly states: Map<string, SenderState>;
  /** Begins to send as a new run does. */
  begin: (more?: Partial<ReadyDestination>, hide?: (texts: Shown) => Shown) => Senders;
  calls: (count: number, given?: Parameters<typeof wholeCall>[0]) => Promise<void>;
}

/** A log, a collector, and what sends from one to the other; time goes ten times as fast for whoever waits. */
async function world(): Promise<World> {
  const file = freshFile();
  const log = await openLog({ file });
  const collector = await otlpCollector();
  onTestFinished(() => collector.close());
  const states = new Map<string, SenderState>();
  return {
    file,
    log,
    collector,
    states,
    begin(more = {}, hide = (texts) => texts) {
      const send = (message: FromSender): void => {
        if (message.tell === 'state') states.set(message.id, message.state);
        else if (message.tell === 'hide')
          queueMicrotask(() =>
            senders.receive({ ask: 'hidden', id: message.id, texts: message.texts.map(hide) }),
          );
      };
      const senders: Senders = openSenders({
        start: { log: file, places: `${file}-sent.json`, origin, pid: 1 },
        send,
        now: Date.now,
        random: () => 0,
        after(ms, run) {
          const timer = setTimeout(run, ms / 10);
          return () => clearTimeout(timer);
        },
      });
      onTestFinished(() => senders.close());
      const one: ReadyDestination = {
        id: 'a',
        after: 0,
        headers: {},
        destination: destination.parse({ kind: 'otlp', name: 'a', url: collector.url }),
        ...more,
      };
      senders.receive({ ask: 'set', destinations: [one], all: ['a'] });
      return senders;
    },
    async calls(count, given) {
      for (let call = 0; call < count; call += 1) for (const leg of wholeCall(given)) log.append(leg);
      await log.flush();
    },
  };
}

const seqs = ({ records }: OtlpCollector) =>
  records.map(({ attributes }) => Number(attributes['doorward.row.seq']));
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('sending', () => {
  it('sends each row once, in order, while all is well, and waits for more', async () => {
    const { collector, begin, calls } = await world();
    await calls(300);
    const senders = begin();
    await until('600 rows', () => collector.records.length >= 600);
    await calls(2);
    senders.receive({ ask: 'stir' });
    await until('the newest', () => collector.records.length >= 604);
    expect(seqs(collector)).toEqual(upTo(604));
  });

  it('sends again what was not acknowledged before the end of a run: nothing is lost, and twice is the same id', async () => {
    const { collector, begin, calls, file } = await world();
    await calls(10);
    let first = true;
    // It has the rows, and Doorward never hears of it.
    collector.answer = ({ path }, response) => {
      if (!first || path !== '/v1/logs') return false;
      response.socket?.destroy();
      return true;
    };
    const before = begin();
    await until('the first attempt', () => collector.requests.some(({ path }) => path === '/v1/logs'));
    await before.close();
    first = false;
    begin();
    await until('all', () => collector.records.length >= 20);
    expect([...new Set(seqs(collector))]).toEqual(upTo(20));
    expect(new Set(collector.spans.map(({ spanId }) => spanId)).size).toBe(10);
    await until('a place', () => {
      try {
        return readFileSync(`${file}-sent.json`, 'utf8').includes('"seq":20');
      } catch {
        return false;
      }
    });
  });

  it('goes on where it was after a restart, and begins where it was added when its place is lost', async () => {
    const { collector, begin, calls, file } = await world();
    await calls(5);
    const first = begin({ after: 4 });
    await until('the rows', () => collector.records.length >= 6);
    await first.close();
    await calls(1);
    const second = begin({ after: 4 });
    await until('the newest', () => collector.records.length >= 8);
    await second.close();
    expect(seqs(collector)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    writeFileSync(`${file}-sent.json`, '{"version":1,"destinations":{"a":');
    begin({ after: 4 });
    await until('all again', () => collector.records.length >= 16);
    expect(seqs(collector).slice(8)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('passes rows over that are never taken, however many, and says so; a wrong place gets none of them', async () => {
    const { collector, begin, calls, states } = await world();
    collector.answer = (_, response) => {
      response.writeHead(400).end();
      return true;
    };
    await calls(20);
    await calls(3, { name: 'poison' });
    await calls(20);
    begin();
    await until('the trouble', () => states.get('a')?.state === 'waiting');
    expect(states.get('a')?.progress).toMatchObject({ place: { seq: 0 }, refused: 0 });
    collector.answer = ({ path, body }, response) => {
      if (path !== '/v1/logs' || !body.includes('poison')) return false;
      response.writeHead(400).end();
      return true;
    };
    await until('the rows behind', () => seqs(collector).includes(86));
    const rows = [...new Set(seqs(collector))].filter((seq) => seq > 0).toSorted((a, b) => a - b);
    expect(rows).toEqual(upTo(86).filter((seq) => seq <= 40 || seq > 46));
    expect(states.get('a')?.progress).toMatchObject({ refused: 6, lost: 0 });
  });

  it('holds no more in memory the longer a destination is down, and hides what is secret', async () => {
    const { collector, begin, calls } = await world();
    let down = true;
    collector.answer = (_, response) => {
      if (!down) return false;
      response.writeHead(503).end();
      return true;
    };
    await calls(400, { name: 'a-secret-b' });
    begin({}, (texts) => ({ ...texts, name: texts.name.replace('secret', '[hidden]') }));
    await until('two attempts', () => collector.requests.length >= 2);
    for (const { body } of collector.requests) expect(body.length).toBeLessThan(2 * 1024 * 1024);
    down = false;
    await until('all', () => collector.records.length >= 800);
    for (const { body } of collector.records) {
      expect(body).not.toContain('secret');
      expect(JSON.parse(body)).toMatchObject({ name: 'a-[hidden]-b', hidden: true });
    }
  });

  it('ends at once while a collector hangs', async () => {
    const { collector, begin, calls } = await world();
    collector.answer = () => true;
    await calls(1);
    const senders = begin();
    await until('a request', () => collector.requests.length > 0);
    await Promise.race([
      senders.close(),
      pause(20_000, undefined, { ref: false }).then(() => {
        throw new Error('it did not end');
      }),
    ]);
  });
});
