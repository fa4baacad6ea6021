import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenAuditLog } from '../../../electron/audit/audit-log.ts';
import { readCheckpoints } from '../../../electron/audit/checkpoint.ts';
import type { OverviewQuery } from '../../../electron/audit/overview.ts';
import { troubles } from '../../../shared/model/history.ts';
import type { LegRecord } from '../../../shared/model/log.ts';
import { behindItsBack, freshFile, openLog, row, wholeCall } from './support.ts';

const QUARTER = 900_000;

/** Waits until the index has taken in every row. */
async function indexed(index: string, rows: number): Promise<void> {
  await expect
    .poll(
      () => behindItsBack(index, (db) => db.prepare('SELECT max(seq) AS seq FROM meta').get()?.['seq'] ?? 0),
      { timeout: 60_000 },
    )
    .toBe(rows);
}

const ruling = (effect: string) =>
  JSON.stringify({ decision: 'allow', kind: 'tool', effect, role: 'default' });
const found = JSON.stringify([{ source: 'secret', type: 'x', where: 'answer', act: 'noted', count: 1 }]);

/** A call as the test knows it. */
interface Known {
  readonly sent: LegRecord;
  ended: LegRecord | undefined;
}

const effects = ['read', 'send'];
const names = ['read_file', 'write', 'listThings'];

/** What is counted, worked out the plain way. */
function naive(calls: readonly Known[], query: OverviewQuery): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { sent, ended } of calls) {
    const outcome = ended?.outcome ?? 'open';
    const { clientId, clientName, server, method, name } = sent;
    const text = [clientId, clientName, server, method, name, ended?.reason ?? '', ended?.found ?? '']
      .flatMap((each) => [each, each.replaceAll(/([a-z])([A-Z])/g, '$1 $2')])
      .join(' ')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    const words = (query.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const fits =
      (query.client === undefined || query.client === sent.clientId) &&
      (query.server === undefined || query.server === sent.server) &&
      (query.name === undefined || query.name === sent.name) &&
      (query.outcome === undefined ||
        (query.outcome === 'trouble'
          ? troubles.some((one) => one === outcome)
          : query.outcome === outcome)) &&
      (query.effect === undefined || sent.ruling === ruling(query.effect)) &&
      (query.found === undefined || ended?.found !== undefined) &&
      (query.since === undefined || sent.at >= query.since) &&
      (query.until === undefined || sent.at < query.until) &&
      words.every((word) => text.some((one) => one.startsWith(word)));
    if (!fits) continue;
    const key = `${Math.floor(sent.at / QUARTER)} ${outcome}`;
    sums.set(key, (sums.get(key) ?? 0) + 1);
  }
  return sums;
}

const counted = async (log: OpenAuditLog, query: OverviewQuery) =>
  new Map(
    (await log.overview(query)).counts.map(({ quarter, outcome, calls }) => [`${quarter} ${outcome}`, calls]),
  );
const sorted = (sums: ReadonlyMap<string, number>) =>
  [...sums].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const start = 1_790_000_000_000;
const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const asked = fc.record({
  server: optional(['git', 'files', '', 'none']),
  client: optional(['x', 'y']),
  name: optional(names),
  outcome: optional(['ok', 'failed', 'open', 'trouble'] as const),
  effect: optional(['read', 'send', 'destroy'] as const),
  found: optional([true] as const),
  since: optional([start - 1, start + 5 * QUARTER + 77, start + 19 * QUARTER]),
  until: optional([start + 1, start + 9 * QUARTER, start + 30 * QUARTER]),
  search: optional(['re', 'read fi', 'things', 'wr cl', 'no', 'xyzzy']),
});

describe('an overview', () => {
  it('counts what a plain count counts, with and without an index, however far that has come', async () => {
    const plain = await openLog({ file: freshFile() });
    const file = freshFile();
    const quick = await openLog({ file, index: `${file}-index` });
    const calls: Known[] = [];
    const waiting: { call: Known; end: LegRecord }[] = [];
    let made = 0;
    const append = (leg: LegRecord) => {
      made += 1;
      plain.append(leg);
      quick.append(leg);
    };
    const end = ({ call, end: leg }: (typeof waiting)[number]) => {
      call.ended = leg;
      append(leg);
    };
    const grow = (count: number) => {
      for (let each = 0; each < count; each += 1) {
        const n = calls.length;
        const outcome = (['ok', 'tool-error', 'failed', 'ok', 'cancelled'] as const)[n % 5] ?? 'ok';
        const [sent, answered] = wholeCall({
          server: ['git', 'files', ''][n % 3] ?? '',
          clientId: n % 2 === 0 ? 'x' : 'y',
          clientName: n % 2 === 0 ? 'Claude' : 'Cursor',
          name: names[n % 4] ?? 'other',
          ruling: ruling(effects[n % 3] ?? 'write'),
          outcome,
          // Clocks jump.
          at: start + ((n * 7919) % 40) * 600_000,
        });
        const { ruling: _, ...ended } = answered;
        const last: LegRecord = {
          ...ended,
          leg: outcome === 'failed' ? 'failed' : 'answered',
          ...(outcome === 'failed' && { reason: 'No answer.' }),
          ...(n % 7 === 0 && { found }),
        };
        const call: Known = { sent, ended: undefined };
        calls.push(call);
        append(sent);
        // Some end at once, some much later, some never.
        if (n % 3 === 0) end({ call, end: last });
        else if (n % 7 !== 1) waiting.push({ call, end: last });
        const [late] = waiting.length > 40 ? waiting.splice(0, 1) : [];
        if (late !== undefined) end(late);
      }
    };
    const compare = (numRuns: number) =>
      fc.assert(
        fc.asyncProperty(asked, async (given) => {
          const query: OverviewQuery = Object.fromEntries(
            Object.entries(given).filter(([, value]) => value !== undefined),
          );
          const expected = sorted(naive(calls, query));
          expect(sorted(await counted(quick, query)), JSON.stringify(query)).toEqual(expected);
          expect(sorted(await counted(plain, query)), JSON.stringify(query)).toEqual(expected);
        }),
        { numRuns },
      );
    grow(500);
    await compare(40);
    await quick.flush();
    await indexed(`${file}-index`, made);
    await compare(60);
    // Calls that the index knows as running end, and new ones come that it does not know at all.
    grow(200);
    await compare(40);
    // Times before and after all of the log.
    for (const span of [{ until: start - 1 }, { since: start + 99 * QUARTER }]) {
      expect((await quick.overview(span)).counts).toEqual([]);
      expect(await quick.list({ limit: 10, ...span })).toEqual([]);
    }
    const { begins } = await quick.overview({});
    expect(begins).toBe(calls[0]?.sent.at);
  }, 240_000);

  it('is empty of an empty log, and counts refusals that no server saw', async () => {
    const log = await openLog({ file: freshFile() });
    expect(await log.overview({})).toEqual({ counts: [] });
    log.append(row({ leg: 'refused', outcome: 'refused', at: start }));
    expect((await log.overview({})).counts).toEqual([
      { quarter: Math.floor(start / QUARTER), outcome: 'refused', calls: 1 },
    ]);
  });

  it('forgets in the index what was removed from the log', async () => {
    const file = freshFile();
    const index = `${file}-index`;
    const log = await openLog({ file, index, seed: new Uint8Array(32) });
    const soon = { timeout: 60_000 };
    for (let each = 0; each < 600; each += 1)
      wholeCall({ at: start - 1000 * 86_400_000 + each }).forEach((leg) => log.append(leg));
    await log.flush();
    // Rows go at checkpoints, which are made between batches.
    await expect.poll(() => behindItsBack(file, (db) => readCheckpoints(db).at(-1)?.seq), soon).toBe(1200);
    const kept = wholeCall({ at: Date.now() });
    for (const leg of kept) log.append(leg);
    await log.flush();
    await indexed(index, 1202);
    log.keep({ days: 30 });
    const calls = async () => (await log.overview({})).counts.reduce((sum, one) => sum + one.calls, 0);
    await expect.poll(calls, soon).toBe(1);
    await expect
      .poll(() => {
        const leastOf = (of: string, column: string, table: string): number =>
          behindItsBack(of, (db) => {
            const found = db.prepare(`SELECT min(${column}) AS least FROM ${table}`).get()?.['least'];
            return Number(found ?? Infinity);
          });
        return leastOf(index, 'first', 'ended') >= leastOf(file, 'seq', 'legs');
      }, soon)
      .toBe(true);
  }, 240_000);
});
