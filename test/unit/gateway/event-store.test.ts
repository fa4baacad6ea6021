import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventLog, EventStore, StoreBudget } from '../../../electron/gateway/event-store.ts';
import type { StreamWriter } from '../../../electron/gateway/stream-writer.ts';

/** A response that takes what it is given while it is open and not blocked. */
class Reader {
  readonly got: string[] = [];
  blocked = false;
  ended = false;
  destroyed = false;

  get ready(): boolean {
    return !this.blocked && !this.ended && !this.destroyed;
  }
  write(frame: Buffer): void {
    this.got.push(frame.toString());
  }
  end(): void {
    this.ended = true;
  }
  destroy(): void {
    this.destroyed = true;
  }
  get writer(): StreamWriter {
    return this as unknown as StreamWriter;
  }
  get numbers(): number[] {
    return this.got.map((frame) => Number(/^data: (\d+)$/m.exec(frame)?.[1]));
  }
  get ids(): (string | undefined)[] {
    return this.got.map((frame) => /^id: (.+)$/m.exec(frame)?.[1]);
  }
}

const MANY = { events: 1_000, bytes: 1_000_000 };
const number = (n: number): Buffer => Buffer.from(String(n));

function make(limits = MANY, total = 10_000_000): { store: EventStore; budget: StoreBudget } {
  const budget = new StoreBudget(total);
  return { store: new EventStore(limits, budget, true), budget };
}

describe('an event store', () => {
  it('drops sent events first, then unsent messages, then unsent answers with their stream', () => {
    const { store, budget } = make({ events: 3, bytes: 1_000_000 });
    const [a, b] = [store.open(), store.open()];
    const reader = new Reader();
    a.attach(reader.writer);
    a.append(number(1), false, 0);
    b.append(number(2), true, 0);
    b.append(number(3), false, 0);
    b.append(number(4), true, 0);
    expect([a.events.length, b.events.length]).toEqual([0, 3]);
    b.append(number(5), true, 0);
    expect(b.events.map((event) => event.answer)).toEqual([true, true, true]);
    const lost = new Reader();
    lost.blocked = true;
    b.attach(lost.writer);
    const c = store.open();
    for (const n of [6, 7, 8]) c.append(number(n), true, 0);
    c.append(number(9), true, 0);
    expect(store.find('1.0')).toBeUndefined();
    expect(lost.destroyed).toBe(true);
    expect(store.size).toBeLessThanOrEqual(3);
    expect(budget.events).toBe(store.size);
  });

  it('keeps the newest message even when that alone is over the limit', () => {
    const { store } = make({ events: 10, bytes: 100 });
    const log = store.open();
    log.append(Buffer.alloc(500, 0x31), true, 0);
    expect(store.size).toBe(1);
    const reader = new Reader();
    log.attach(reader.writer);
    expect(reader.got).toHaveLength(1);
  });

  it('shares a budget with others: the fullest gives way', () => {
    const budget = new StoreBudget(2_000);
    const [big, small] = [new EventStore(MANY, budget, true), new EventStore(MANY, budget, true)];
    const [one, two] = [big.open(), small.open()];
    two.append(Buffer.alloc(100, 0x31), true, 0);
    for (let i = 0; i < 50; i++) one.append(Buffer.alloc(100, 0x31), false, 0);
    expect(budget.bytes).toBeLessThanOrEqual(2_000);
    expect(two.events).toHaveLength(1);
    one.append(Buffer.alloc(5_000, 0x31), true, 0);
    expect(budget.bytes).toBeLessThanOrEqual(2_000);
    big.close();
    small.close();
    expect([budget.bytes, budget.events, budget.stores.size]).toEqual([0, 0, 0]);
  });

  it('cuts a stream that lost its answer', () => {
    const { store } = make({ events: 1, bytes: 1_000_000 });
    const log = store.open();
    const reader = new Reader();
    log.attach(reader.writer);
    reader.blocked = true;
    log.append(number(1), true, 0);
    store.open().append(number(2), true, 0);
    expect(reader.destroyed).toBe(true);
    expect(store.find('0.0')).toBeUndefined();
  });

  it('forgets what was sent long ago, and a finished stream with it', () => {
    const { store } = make();
    const log = store.open();
    log.attach(new Reader().writer);
    log.append(number(1), true, 5);
    log.finish();
    store.expire(5);
    expect(store.logCount).toBe(1);
    store.expire(6);
    expect([store.size, store.logCount]).toEqual([0, 0]);
  });

  it('of a stateless response keeps nothing and names nothing', () => {
    const budget = new StoreBudget(1_000_000);
    const store = new EventStore(MANY, budget, false);
    const log = store.open();
    const reader = new Reader();
    log.attach(reader.writer);
    log.append(number(1), false, 0);
    expect([store.size, reader.ids[0]]).toEqual([0, undefined]);
    reader.blocked = true;
    log.append(number(2), true, 0);
    log.finish();
    expect(store.size).toBe(1);
    reader.blocked = false;
    log.pump();
    expect([reader.numbers, reader.ended, budget.stores.size, budget.bytes]).toEqual([[1, 2], true, 0, 0]);
  });

  it('gives every event of every stream once and in order, through any blocking and reconnecting', () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('append' as const), log: fc.nat(2) }) },
      fc.record({ do: fc.constant('block' as const), log: fc.nat(2) }),
      fc.record({ do: fc.constant('drain' as const), log: fc.nat(2) }),
      fc.record({ do: fc.constant('reconnect' as const), log: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const { store, budget } = make();
        const lanes = [0, 1, 2].map(() => {
          const log: EventLog = store.open();
          const reader = new Reader();
          log.attach(reader.writer);
          return { log, reader, seen: [] as number[], ids: [] as (string | undefined)[] };
        });
        const sent: number[][] = [[], [], []];
        let n = 0;
        const take = (lane: (typeof lanes)[number]): void => {
          lane.seen.push(...lane.reader.numbers);
          lane.ids.push(...lane.reader.ids);
          lane.reader.got.length = 0;
        };
        for (const each of steps) {
          const lane = lanes[each.log] as (typeof lanes)[number];
          if (each.do === 'append') {
            sent[each.log]?.push(++n);
            lane.log.append(number(n), false, 0);
          } else if (each.do === 'block') {
            lane.reader.blocked = true;
          } else if (each.do === 'drain') {
            lane.reader.blocked = false;
            lane.log.pump();
          } else {
            take(lane);
            lane.reader.destroyed = true;
            lane.log.writerClosed(lane.reader.writer);
            lane.reader = new Reader();
            const last = lane.ids.at(-1);
            const place = last === undefined ? undefined : store.find(last);
            if (last !== undefined) expect(place?.log).toBe(lane.log);
            lane.log.attach(lane.reader.writer, place?.after);
          }
        }
        for (const [i, lane] of lanes.entries()) {
          lane.reader.blocked = false;
          lane.log.finish();
          take(lane);
          expect(lane.seen).toEqual(sent[i]);
          expect(lane.reader.ended).toBe(true);
        }
        const ids = lanes.flatMap((lane) => lane.ids);
        expect(new Set(ids).size).toBe(ids.length);
        expect(budget.events).toBe(store.size);
        store.close();
        expect([budget.bytes, budget.events]).toEqual([0, 0]);
      }),
      { numRuns: 300 },
    );
  });
});
