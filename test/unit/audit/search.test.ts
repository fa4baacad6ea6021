import fc from 'fast-check';
import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OpenAuditLog } from '../../../electron/audit/audit-log.ts';
import type { LogQuery } from '../../../electron/audit/log.ts';
import { askedWords, hasWords, matchOf } from '../../../electron/audit/search-words.ts';
import type { LegRecord } from '../../../shared/model/log.ts';
import { behindItsBack, freshFile, openLog, row, wholeCall } from './support.ts';

/** Waits until the index has taken in every row. */
async function indexed(index: string, rows: number): Promise<void> {
  await expect
    .poll(
      () => behindItsBack(index, (db) => db.prepare('SELECT max(seq) AS seq FROM meta').get()?.['seq'] ?? 0),
      { timeout: 30_000 },
    )
    .toBe(rows);
}
const ids = async (log: OpenAuditLog, query: Partial<LogQuery>) =>
  (await log.list({ limit: 1000, ...query })).map(({ call }) => call);

describe('searching', () => {
  it('finds words and beginnings of words in names, reasons and findings, in every script', async () => {
    const file = freshFile();
    const log = await openLog({ file, index: `${file}-index` });
    const add = (call: string, given: Partial<LegRecord>) =>
      wholeCall({ call, ...given }).forEach((leg) => log.append(leg));
    add('1', { name: 'read_text_file', server: 'files' });
    add('2', { name: 'readTextFile', server: 'git' });
    add('3', { name: 'send', reason: 'Überweisung an Müller' });
    add('4', { name: 'ファイルを読む', clientName: 'Zed' });
    add('5', { name: 'send', found: '{"findings":[{"kind":"secret"}]}' });
    log.append(
      row({
        call: '6',
        name: 'other',
        leg: 'refused',
        outcome: 'refused',
        reason: 'Blocked by the rule "no mail".',
      }),
    );
    log.append(row({ call: '7', name: 'send mail later' }));
    const all = [
      ['read', ['2', '1']],
      ['text file', ['2', '1']],
      ['READ files', ['1']],
      ['müll', ['3']],
      ['überweisung müller', ['3']],
      ['ファイル', ['4']],
      ['secret', ['5']],
      ['rule mail', ['6']],
      ['mail', ['7', '6']],
      ['m', ['7', '6', '3']],
      ['ead', []],
      ['"; DROP TABLE legs', []],
      ['read* OR send', []],
      ['***', ['7', '6', '5', '4', '3', '2', '1']],
    ] as const;
    for (const [search, calls] of all) expect(await ids(log, { search }), search).toEqual(calls);
    await indexed(`${file}-index`, 12);
    for (const [search, calls] of all) expect(await ids(log, { search }), search).toEqual(calls);
    expect(await ids(log, { search: 'mail', outcome: 'refused' })).toEqual(['6']);
    expect(await ids(log, { search: 'mail', outcome: 'open' })).toEqual(['7']);
  });

  it('finds the same with an index as without, whatever is asked for and however far it has come', async () => {
    const plain = await openLog({ file: freshFile() });
    const file = freshFile();
    const quick = await openLog({ file, index: `${file}-index` });
    const servers = ['git', 'files', ''];
    const outcomes = ['ok', 'tool-error', 'failed'] as const;
    const waiting: LegRecord[] = [];
    let made = 0;
    const append = (leg: LegRecord) => {
      made += 1;
      plain.append(leg);
      quick.append(leg);
    };
    const grow = (calls: number) => {
      for (let each = 0; each < calls; each += 1) {
        const n = made + waiting.length;
        const [sent, ended] = wholeCall({
          server: servers[n % 3] ?? '',
          clientId: n % 2 === 0 ? 'x' : 'y',
          name: ['read_file', 'write', 'list things'][n % 5] ?? 'other',
          outcome: outcomes[n % 4] ?? 'ok',
          at: 1000 + ((n * 7919) % 500),
        });
        append(sent);
        // Some end at once, some much later, some never.
        if (n % 3 === 0) append(ended);
        else if (n % 7 !== 0) waiting.push(ended);
        if (waiting.length > 40) append(waiting.shift() ?? ended);
      }
    };
    const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const asked = fc.record({
      limit: fc.integer({ min: 1, max: 60 }),
      server: optional(['git', 'files', 'none']),
      client: optional(['x', 'y']),
      name: optional(['read_file', 'write']),
      outcome: optional(['ok', 'failed', 'open'] as const),
      since: optional([1100, 1300, 1499]),
      until: optional([1050, 1200, 1400]),
      search: optional(['read', 'r', 'wr', 'list thi', 'claude']),
    });
    const compare = () =>
      fc.assert(
        fc.asyncProperty(asked, async (given) => {
          const query = Object.fromEntries(
            Object.entries(given).filter(([, value]) => value !== undefined),
          ) as unknown as LogQuery;
          let before: string | undefined;
          for (let page = 0; page < 3; page += 1) {
            const of = { ...query, ...(before === undefined ? {} : { before }) };
            const [expected, found] = [await plain.list(of), await quick.list(of)];
            expect(found).toEqual(expected);
            before = expected.at(-1)?.call;
            if (before === undefined) break;
          }
        }),
        { numRuns: 60 },
      );
    grow(700);
    await compare();
    await quick.flush();
    await indexed(`${file}-index`, made);
    await compare();
    grow(300);
    await compare();
  });

  it('begins its index anew when it is not of this log, was damaged, or is something else', async () => {
    const file = freshFile();
    const index = `${file}-index`;
    for (const spoil of [
      () => writeFileSync(index, 'no database'),
      () => behindItsBack(index, (db) => db.exec("UPDATE meta SET hash = 'x'")),
      () => behindItsBack(index, (db) => db.exec('PRAGMA user_version = 99')),
      () => behindItsBack(index, (db) => db.exec('DROP TABLE meta')),
    ]) {
      const log = await openLog({ file, index });
      wholeCall({ name: 'needle' }).forEach((leg) => log.append(leg));
      await log.flush();
      const rows = (await log.verify()).rows;
      await indexed(index, rows);
      expect((await ids(log, { search: 'needle' })).length).toBe(rows / 2);
      await log.close();
      expect(existsSync(index)).toBe(true);
      spoil();
    }
    const log = await openLog({ file, index });
    expect((await ids(log, { search: 'needle' })).length).toBe(4);
  });

  it('believes nothing because of the index: what it names wrongly is not shown', async () => {
    const file = freshFile();
    const index = `${file}-index`;
    const log = await openLog({ file, index });
    wholeCall({ call: 'a', name: 'harmless' }).forEach((leg) => log.append(leg));
    await log.flush();
    await indexed(index, 2);
    await log.close();
    behindItsBack(index, (db) =>
      db.exec("INSERT OR REPLACE INTO search (rowid, words) VALUES (1, 'evil'), (77, 'evil')"),
    );
    const again = await openLog({ file, index });
    expect(await ids(again, { search: 'evil' })).toEqual([]);
  });
});

describe('words', () => {
  it('are found by every beginning of them, and a match is never an error to the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (name, cut) => {
        const words = askedWords(name);
        expect(hasWords({ name }, words)).toBe(true);
        expect(
          hasWords(
            { name },
            words.map((word) => word.slice(0, 1 + cut)).filter((word) => word.isWellFormed()),
          ),
        ).toBe(true);
        expect(matchOf([], words) ?? '').toMatch(/^("[a-z0-9]+"\*( AND )?|"_1[a-z0-9]+"( AND )?)*$/);
      }),
    );
  });
});
