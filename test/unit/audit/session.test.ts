import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostOnASide, sessionPauseMs } from '../../../electron/audit/session.ts';
import type { LegRecord } from '../../../shared/model/log.ts';
import { freshFile, openLog, wholeCall } from './support.ts';

const MINUTE = 60_000;
const start = 1_790_000_000_000;
const named = (session: string) => JSON.stringify({ request: '"session":"fake"', session, transport: 'tcp' });

describe('a session', () => {
  it('is what a plain look finds: the calls of one app around one, without a long pause', async () => {
    const call = fc.record({
      client: fc.constantFrom('a', 'b'),
      server: fc.constantFrom('files', 'mail', ''),
      // Minutes since the call before, of whatever app.
      after: fc.constantFrom(0, 1, 5, 14, 29, 31, 45),
      took: fc.constantFrom(0, 2, 20),
    });
    // One log for all: each case has apps of its own, long after the one before.
    const log = await openLog({ file: freshFile() });
    let at = start;
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 40 }), fc.nat(39), async (given, pick) => {
        round += 1;
        at += 10 * 60 * MINUTE;
        const calls = given.map(({ client: kind, server, after, took }) => {
          at += after * MINUTE;
          const client = `${kind}-${round}`;
          const [sent, answered] = wholeCall({ clientId: client, clientName: client, server, at });
          log.append(sent);
          log.append({ ...answered, at: at + took * MINUTE, durationMs: took * MINUTE });
          return { id: sent.call, client, at, end: at + took * MINUTE };
        });
        const place = pick % calls.length;
        const middle = calls[place];
        if (middle === undefined) throw new Error('no call');
        const mine = calls.filter(({ client }) => client === middle.client);
        let [first, last] = [mine.indexOf(middle), mine.indexOf(middle)];
        while (first > 0 && (mine[first]?.at ?? 0) - (mine[first - 1]?.end ?? 0) <= sessionPauseMs)
          first -= 1;
        while (last + 1 < mine.length && (mine[last + 1]?.at ?? 0) - (mine[last]?.end ?? 0) <= sessionPauseMs)
          last += 1;
        const session = await log.session(middle.id);
        expect(session?.calls.map(({ call: id }) => id)).toEqual(
          mine.slice(first, last + 1).map(({ id }) => id),
        );
        expect(session).toMatchObject({ pauseMs: sessionPauseMs, before: false, after: false });
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it('is what the app itself calls one, whatever the pauses; nothing that an app says passes for its name', async () => {
    const log = await openLog({ file: freshFile() });
    const add = (id: string, given: Partial<LegRecord>) => {
      const [sent, answered] = wholeCall({ call: id, clientId: 'a', ...given });
      const { context: _, ...end } = answered;
      log.append(sent);
      log.append(end);
    };
    add('1', { at: start, context: named('one') });
    add('2', { at: start + MINUTE, context: named('two') });
    add('3', { at: start + 5 * 60 * MINUTE, context: named('one'), server: 'mail' });
    add('4', { at: start + 5 * 60 * MINUTE });
    add('5', { at: start + 5 * 60 * MINUTE, clientId: 'b', context: named('one') });
    add('6', { at: start + 9 * 60 * MINUTE, context: named('one') });
    const of = async (id: string) => (await log.session(id))?.calls.map(({ call }) => call);
    expect(await of('1')).toEqual(['1', '3', '6']);
    expect(await of('3')).toEqual(['1', '3', '6']);
    expect(await of('2')).toEqual(['2']);
    expect(await of('4')).toEqual(['4']);
    expect(await of('5')).toEqual(['5']);
    expect((await log.session('1'))?.pauseMs).toBeUndefined();
    expect(await log.session('none')).toBeUndefined();
  });

  it('says where there is more than it lists', async () => {
    const log = await openLog({ file: freshFile() });
    const ids: string[] = [];
    for (let each = 0; each < 2 * mostOnASide + 50; each += 1) {
      const legs = wholeCall({ at: start + each * 1000 });
      ids.push(legs[0].call);
      for (const leg of legs) log.append(leg);
    }
    const middle = await log.session(ids[mostOnASide + 10] ?? '');
    expect(middle?.calls.map(({ call }) => call)).toEqual(ids.slice(10, 2 * mostOnASide + 11));
    expect(middle).toMatchObject({ before: true, after: true });
    const first = await log.session(ids[0] ?? '');
    expect(first?.calls).toHaveLength(mostOnASide + 1);
    expect(first).toMatchObject({ before: false, after: true });
  });
});
