import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { CallFeed } from '../../../electron/host/live/call-feed.ts';
import { heldText, safeRow, summaryOf } from '../../../electron/host/live/call-row.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import { callDetail, liveCall } from '../../../shared/model/live.ts';
import type { CallSummary, LegRecord } from '../../../shared/model/log.ts';
import { liveDriver } from '../../fixtures/live-calls.ts';

function aFeed(limits?: { calls: number; textBytes: number }) {
  const secrets = createRedactor();
  const feed = new CallFeed(secrets, limits);
  return { secrets, feed, calls: liveDriver(feed) };
}

describe('the live list of calls', () => {
  it('has a call from the moment it comes in, with what is known at each leg', () => {
    const { feed, calls } = aFeed();
    calls.open('a', '{\n\t"path":  "/x"}');
    expect(feed.newest(5)).toEqual([
      {
        call: 'a',
        at: 1,
        clientId: 'app',
        clientName: 'App',
        direction: 'client',
        server: '',
        method: 'tools/call',
        name: 'echo',
        outcome: 'open',
        argsBytes: 17,
        n: 1,
        preview: '{ "path":  "/x"}',
      },
    ]);
    calls.leg('a', 'sent', { server: 'files', name: 'read' });
    expect(feed.row('a')).toMatchObject({ server: 'files', name: 'read', outcome: 'open', at: 1 });
    calls.leg('a', 'answered', { durationMs: 3, resultBytes: 9, outcome: 'tool-error' }, '{"a":"b"}');
    expect(feed.row('a')).toMatchObject({ outcome: 'tool-error', durationMs: 3, resultBytes: 9 });
    expect(feed.detail('a')).toMatchObject({
      texts: {
        args: { head: '{\n\t"path":  "/x"}', bytes: 17 },
        result: { head: '{"a":"b"}', bytes: 9 },
        gone: false,
      },
    });
    for (const row of feed.newest(5)) liveCall.strict().parse(row);
  });

  it('has the arguments of a refused call, which the log never saw', () => {
    const { feed, calls } = aFeed();
    calls.open('a', '{"x":1}');
    calls.leg('a', 'refused', { reason: 'No.', server: '' });
    expect(feed.row('a')).toMatchObject({ outcome: 'refused', reason: 'No.', preview: '{"x":1}' });
    expect(feed.detail('a')?.texts.args?.head).toBe('{"x":1}');
  });

  it('copies at once: the message may change afterwards', () => {
    const { feed } = aFeed();
    const bytes = Buffer.from('{"x":1}');
    liveDriver({ opened: (call) => feed.opened(call, bytes), leg: () => undefined }).open('a', 'unused');
    bytes.fill(0x20);
    expect(feed.row('a')?.preview).toBe('{"x":1}');
  });

  it('hides in rows what became secret after they were made', () => {
    const { feed, calls, secrets } = aFeed();
    calls.open('a', '{"x":"hunter2-hunter2"}', 'res://hunter2-hunter2');
    calls.leg('a', 'failed', { name: 'res://hunter2-hunter2', reason: 'It said hunter2-hunter2.' });
    expect(JSON.stringify(feed.newest(1))).toContain('hunter2');
    secrets.know('s', ['hunter2-hunter2']);
    expect(JSON.stringify([feed.newest(1), feed.detail('a')])).not.toContain('hunter2');
    expect(feed.row('a')).toMatchObject({
      preview: '{"x":"[hidden]"}',
      reason: 'It said [hidden].',
      name: 'res://[hidden]',
    });
  });

  it('leaves invisible and bidirectional characters for whoever draws them', () => {
    const { feed, calls } = aFeed();
    calls.open('a', '{"x":"a\u202eb\u200bc"}');
    expect(feed.row('a')?.preview).toBe('{"x":"a\u202eb\u200bc"}');
  });

  it('begins with calls of earlier runs, in order, and says which of them never ended', () => {
    const { feed, calls } = aFeed();
    const earlier = ['c', 'b', 'a'].map((call, i): CallSummary => ({
      call,
      at: 9 - i,
      clientId: 'x',
      clientName: 'X',
      direction: 'client',
      server: 's',
      method: 'tools/call',
      name: 't',
      outcome: call === 'b' ? 'open' : 'ok',
    }));
    feed.fill(earlier);
    calls.open('d');
    const rows = feed.newest(10);
    expect(rows.map(({ call, n }) => [call, n])).toEqual([
      ['a', -2],
      ['b', -1],
      ['c', 0],
      ['d', 1],
    ]);
    expect(rows[1]).toMatchObject({ outcome: 'open', reason: 'Doorward stopped before this call ended.' });
    expect(feed.detail('a')?.texts).toEqual({ gone: true });
    expect(feed.newest(0)).toEqual([]);
    expect(feed.newest(2).map(({ call }) => call)).toEqual(['c', 'd']);
  });

  it('lets the oldest texts go when there are too many, and says so', () => {
    const { feed, calls } = aFeed({ calls: 1000, textBytes: 10_000 });
    for (let i = 0; i < 100; i++) calls.open(`c${i}`, `{"x":"${'y'.repeat(992)}"}`);
    expect(feed.textBytes).toBeLessThanOrEqual(10_000);
    expect(feed.detail('c0')?.texts).toEqual({ gone: true });
    expect(feed.row('c0')?.preview).toBeUndefined();
    expect(feed.row('c99')?.preview).toBeDefined();
  });

  it('stays bounded in a burst of 100,000 calls with large texts', () => {
    const { feed, calls } = aFeed();
    const large = Buffer.from(`{"x":"${'y'.repeat(200_000)}"}`);
    const small = Buffer.from('{}');
    const name = 'n'.repeat(100_000);
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const used = (): number => {
      gc();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = used();
    for (let i = 0; i < 100_000; i++) {
      const text = i % 10 === 0 ? large : small;
      calls.open(`c${i}`, text, name);
      // A third of them never ends.
      if (i % 3 > 0) calls.leg(`c${i}`, 'answered', { name, reason: name }, text);
    }
    expect(feed.textBytes).toBeLessThanOrEqual(32 * 1024 * 1024);
    expect(feed.newest(1_000_000).length).toBe(10_000);
    expect(used() - before).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('rows of the log', () => {
  const leg = (over: Partial<LegRecord>): LegRecord => ({
    call: 'a',
    leg: 'sent',
    at: 1,
    clientId: 'x',
    clientName: 'X',
    direction: 'client',
    server: 's',
    method: 'm',
    name: 'n',
    outcome: 'open',
    ...over,
  });

  it('fold as the log folds them', () => {
    expect(summaryOf([])).toBeUndefined();
    const folded = summaryOf([
      leg({ argsBytes: 3 }),
      leg({ leg: 'answered', at: 5, server: '', outcome: 'ok', resultBytes: 7, durationMs: 4 }),
    ]);
    expect(folded).toEqual({
      call: 'a',
      at: 1,
      clientId: 'x',
      clientName: 'X',
      direction: 'client',
      server: 's',
      method: 'm',
      name: 'n',
      outcome: 'ok',
      argsBytes: 3,
      resultBytes: 7,
      durationMs: 4,
    });
    callDetail.parse({ call: folded, legs: [leg({})] });
  });

  it('hold no more of a text than tells a secret from others at the end of what is shown', () => {
    expect(heldText('x'.repeat(1024))).toHaveLength(1024);
    const held = heldText('x'.repeat(1_000_000));
    expect([held.length, held.at(-1)]).toEqual([1024, '…']);
  });

  it('are redacted, also where the log cut a secret in two', () => {
    const secrets = createRedactor();
    secrets.know('s', ['hunter2-hunter2']);
    const name = `${'x '.repeat(250)}hunter2-hunt…`.slice(-512);
    expect(name.length).toBe(512);
    expect(safeRow(leg({ name, reason: 'hunter2-hunter2' }), secrets)).toMatchObject({
      name: expect.not.stringContaining('hunter') as string,
      reason: '[hidden]',
    });
  });
});
