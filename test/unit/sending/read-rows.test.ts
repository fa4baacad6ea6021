import { describe, expect, it } from 'vitest';
import { readPage } from '../../../electron/audit/sending/read-rows.ts';
import { behindItsBack, freshFile, openLog, row, wholeCall } from '../audit/support.ts';

const limits = { rows: 100, chars: 1e6 };
const seqs = (page: ReturnType<typeof readPage>) => page?.rows.map(({ seq }) => seq);

async function logOf(calls: number): Promise<string> {
  const file = freshFile();
  const log = await openLog({ file });
  for (let call = 0; call < calls; call += 1) for (const leg of wholeCall()) log.append(leg);
  await log.flush();
  return file;
}

describe('rows behind a place', () => {
  it('come in order, chained, with the context of their call, until there are none', async () => {
    const file = freshFile();
    const log = await openLog({ file });
    log.append(row({ call: 'a', context: '{"request":"1"}' }));
    log.append(row({ call: 'a', leg: 'answered', outcome: 'ok' }));
    log.append(row({ call: 'b' }));
    await log.flush();
    const first = readPage(file, { seq: 0 }, { ...limits, rows: 2 });
    expect([seqs(first), first?.more, first?.lost]).toEqual([[1, 2], 1, 0]);
    expect(first?.rows[1]?.previous).toBe(first?.rows[0]?.hash);
    expect(first?.rows.map(({ began }) => began)).toEqual([undefined, '{"request":"1"}']);
    const second = readPage(file, first?.to ?? { seq: 0 }, limits);
    expect([seqs(second), second?.more]).toEqual([[3], 0]);
    expect(second?.rows[0]?.previous).toBe(first?.to.hash);
    expect(seqs(readPage(file, second?.to ?? { seq: 0 }, limits))).toEqual([]);
  });

  it('are bounded by their text, and one is given whatever it has', async () => {
    const file = await logOf(5);
    expect(seqs(readPage(file, { seq: 0 }, { rows: 100, chars: 1 }))).toEqual([1]);
    expect(seqs(readPage(file, { seq: 0 }, { rows: 100, chars: 1500 }))?.length).toBeLessThan(10);
  });

  it('that were removed are counted, and those from before it was chosen are not', async () => {
    const file = await logOf(5);
    const to = readPage(file, { seq: 0 }, { ...limits, rows: 2 })?.to ?? { seq: 0 };
    behindItsBack(file, (db) => db.exec('DELETE FROM legs WHERE seq <= 6'));
    expect(readPage(file, to, limits)).toMatchObject({ lost: 4 });
    expect(readPage(file, { seq: 0 }, limits)).toMatchObject({ lost: 6 });
    expect(readPage(file, { seq: -1 }, limits)).toMatchObject({ lost: 0, more: 0 });
    expect(seqs(readPage(file, { seq: -1 }, limits))).toEqual([7, 8, 9, 10]);
  });

  it('that Doorward would never write are counted and not sent', async () => {
    const file = await logOf(2);
    behindItsBack(file, (db) => db.exec("UPDATE legs SET leg = 'evil' WHERE seq = 2"));
    const page = readPage(file, { seq: 0 }, limits);
    expect([seqs(page), page?.lost]).toEqual([[1, 3, 4], 1]);
  });

  it('have the texts that the log keeps only where those are wanted, and say when one is left out', async () => {
    const file = await logOf(1);
    behindItsBack(file, (db) => db.exec("UPDATE legs SET text = 'the arguments' WHERE seq = 1"));
    const [without, other] = readPage(file, { seq: 0 }, limits)?.rows ?? [];
    expect([without?.text, without?.withheld, other?.withheld]).toEqual([undefined, true, undefined]);
    const [withText] = readPage(file, { seq: 0 }, { ...limits, texts: true })?.rows ?? [];
    expect([withText?.text, withText?.withheld]).toEqual(['the arguments', undefined]);
  });

  it('of another log begin at its beginning', async () => {
    const file = await logOf(3);
    const place = readPage(file, { seq: 0 }, limits)?.to ?? { seq: 0 };
    const other = await logOf(2);
    expect(seqs(readPage(other, place, limits))).toEqual([1, 2, 3, 4]);
    // Longer than the place, and still another one: the row there has another hash.
    const longer = await logOf(9);
    expect(seqs(readPage(longer, place, limits))?.[0]).toBe(1);
  });

  it('are not there where there is no log of ours', async () => {
    expect(readPage('/nowhere/log.db', { seq: 0 }, limits)).toBeUndefined();
    const file = await logOf(1);
    behindItsBack(file, (db) => db.exec('PRAGMA user_version = 999'));
    expect(readPage(file, { seq: 0 }, limits)).toBeUndefined();
  });
});
