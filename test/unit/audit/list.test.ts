import { describe, expect, it } from 'vitest';
import { durable, freshFile, openLog, row, wholeCall } from './support.ts';

describe('the list of calls', () => {
  it('folds the legs of a call into one row', async () => {
    const log = await openLog({ file: freshFile() });
    const [sent, answered] = wholeCall({ name: 'search', server: 'notes' });
    expect(await durable(log, sent)).toBeUndefined();
    log.append(answered);

    expect(await log.list({ limit: 10 })).toEqual([
      {
        call: sent.call,
        at: sent.at,
        clientId: 'claude',
        clientName: 'Claude Desktop',
        direction: 'client',
        server: 'notes',
        method: 'tools/call',
        name: 'search',
        outcome: 'ok',
        durationMs: 1.5,
        argsBytes: 12,
        resultBytes: 34,
      },
    ]);
  });

  it('shows a call without an end as open, and one that never was sent as refused with its reason', async () => {
    const log = await openLog({ file: freshFile() });
    log.append(row({ call: 'a' }));
    log.append(row({ call: 'b', leg: 'refused', outcome: 'refused', server: '', reason: 'No such tool.' }));

    const calls = await log.list({ limit: 10 });
    expect(calls.map(({ call, outcome, reason, server }) => ({ call, outcome, reason, server }))).toEqual([
      { call: 'b', outcome: 'refused', reason: 'No such tool.', server: '' },
      { call: 'a', outcome: 'open', reason: undefined, server: 'files' },
    ]);
  });

  it('keeps the order in which calls came when the clock jumps back a day', async () => {
    const log = await openLog({ file: freshFile() });
    const day = 86_400_000;
    for (const [call, at] of [
      ['first', 10 * day],
      ['second', 9 * day],
      ['third', 9 * day + 1],
    ] as const) {
      for (const leg of wholeCall({ call, at })) log.append(leg);
    }

    expect((await log.list({ limit: 10 })).map(({ call }) => call)).toEqual(['third', 'second', 'first']);
    expect((await log.list({ limit: 10, since: 9 * day + 1 })).map(({ call }) => call)).toEqual([
      'third',
      'first',
    ]);
    expect((await log.verify()).ok).toBe(true);
  });

  it('pages with `before` through many interleaved calls without losing or repeating one', async () => {
    const log = await openLog({ file: freshFile() });
    const calls = Array.from({ length: 3000 }, (_, index) => wholeCall({ call: `c${index}` }));
    // Ends come long after beginnings, so the two legs of one call lie in different slices.
    for (const [sent] of calls) log.append(sent);
    for (const [, answered] of calls) log.append(answered);

    const seen: string[] = [];
    for (;;) {
      const before = seen.at(-1);
      const page = await log.list({ limit: 700, ...(before === undefined ? {} : { before }) });
      if (page.length === 0) break;
      expect(page.every(({ outcome }) => outcome === 'ok')).toBe(true);
      seen.push(...page.map(({ call }) => call));
    }
    expect(seen).toEqual(calls.map(([{ call }]) => call).reverse());
    expect(await log.list({ limit: 10, before: 'no such call' })).toEqual([]);
  });

  it('filters by app, server, tool, outcome and all of them together', async () => {
    const log = await openLog({ file: freshFile() });
    const add = (...legs: ReturnType<typeof wholeCall>) => legs.forEach((leg) => log.append(leg));
    add(...wholeCall({ call: '1', clientId: 'x', clientName: 'Cursor', server: 'git', name: 'log' }));
    add(
      ...wholeCall({ call: '2', clientId: 'x', clientName: 'Cursor', server: 'git', outcome: 'tool-error' }),
    );
    add(...wholeCall({ call: '3', clientId: 'y', clientName: 'Zed', server: 'git', name: 'log' }));
    log.append(row({ call: '4', clientId: 'y', clientName: 'Zed', name: 'log' }));

    const ids = async (query: object) => (await log.list({ limit: 10, ...query })).map(({ call }) => call);
    expect(await ids({ client: 'x' })).toEqual(['2', '1']);
    expect(await ids({ client: 'Zed' })).toEqual(['4', '3']);
    expect(await ids({ server: 'git' })).toEqual(['3', '2', '1']);
    expect(await ids({ name: 'log' })).toEqual(['4', '3', '1']);
    expect(await ids({ outcome: 'open' })).toEqual(['4']);
    expect(await ids({ outcome: 'tool-error' })).toEqual(['2']);
    expect(await ids({ client: 'y', server: 'git', name: 'log', outcome: 'ok' })).toEqual(['3']);
    expect(await ids({ name: "log' OR 1=1 --" })).toEqual([]);
  });

  it('bounds what one page holds, whatever is asked for', async () => {
    const log = await openLog({ file: freshFile() });
    for (let index = 0; index < 1100; index += 1) log.append(row());
    for (const limit of [0, -5, Number.NaN]) expect(await log.list({ limit })).toHaveLength(1);
    expect(await log.list({ limit: 1e9 })).toHaveLength(1000);
  });

  it('sees rows that were appended just before, and shows the legs of a call in order with their hashes', async () => {
    const log = await openLog({ file: freshFile() });
    const [sent, answered] = wholeCall();
    log.append(row());
    log.append(sent);
    log.append(row());
    log.append(answered);

    const legs = await log.show(sent.call);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(legs).toEqual([
      { seq: 2, hash, ...sent },
      { seq: 4, hash, ...answered },
    ]);
    expect(await log.show('no such call')).toEqual([]);
  });
});
