import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogAnchor } from '../../../electron/audit/anchor.ts';
import { readCheckpoints } from '../../../electron/audit/checkpoint.ts';
import { signerOf } from '../../../electron/audit/signer.ts';
import { verifyFile } from '../../../electron/audit/verify.ts';
import { keepOf } from '../../../electron/host/log/log-keep.ts';
import { managedLimits } from '../../../shared/model/managed-limits.ts';
import { settings } from '../../../shared/model/settings.ts';
import { behindItsBack, callsIn, durable, freshFile, openLog, row } from './support.ts';

const seed = Buffer.alloc(32, 7);
/** Generous: what is waited for is done beside other things. */
const soon = { timeout: 30_000 };
const keys = [signerOf(seed).key];
const day = 86_400_000;
const old = () => Date.now() - 100 * day;
const count = (file: string) =>
  behindItsBack(file, (db) => Number(db.prepare('SELECT count(*) AS n FROM legs').get()?.['n']));

/** A log of old rows and then as many new ones. */
async function twoAges(file: string, rows: number, given: { seed?: Buffer } = { seed }) {
  let anchor: LogAnchor | undefined;
  const log = await openLog({ file, ...given, onReached: (reached) => (anchor = reached) });
  for (let index = 0; index < rows; index += 1) log.append(row({ at: old() }));
  await log.flush();
  // Marks are made between batches, so the old rows end at one of their own.
  if (given.seed !== undefined)
    await expect.poll(() => behindItsBack(file, (db) => readCheckpoints(db).at(-1)?.seq), soon).toBe(rows);
  for (let index = 0; index < rows; index += 1) log.append(row({ at: Date.now() }));
  await log.flush();
  return { log, anchor: () => anchor };
}

describe('what is too old', () => {
  it('goes up to a checkpoint, which is recorded, and the log verifies as one that was cut', async () => {
    const file = freshFile();
    const { log, anchor } = await twoAges(file, 2000);
    log.keep({ days: 30 });
    await expect.poll(() => count(file), soon).toBe(2000);
    const report = await log.verify();
    expect(report).toMatchObject({ ok: true, rows: 2000, first: 2001, keyKnown: true });
    expect(report.sentence).toContain('Rows before 2001 were removed because they were old.');
    log.append(row());
    await log.close();
    const reached = anchor();
    const against = { keys, ...(reached === undefined ? {} : { anchor: reached }) };
    expect(await verifyFile(file, undefined, against)).toMatchObject({ ok: true, rows: 2001, first: 2001 });
    // It opens as one that is whole, and goes on.
    const again = await openLog({ file, seed, ...(reached === undefined ? {} : { anchor: reached }) });
    expect(again.notice).toBeUndefined();
    expect(await again.verify()).toMatchObject({ ok: true, rows: 2001, first: 2001 });
    await again.close();
    // What is cut by somebody else is missed all the same.
    behindItsBack(file, (db) => db.exec('DELETE FROM legs WHERE seq < 2500'));
    expect(await verifyFile(file, undefined, { keys })).toMatchObject({
      ok: false,
      problem: 'deleted',
      firstBad: 2001,
    });
  });

  it('stays as long as it is not too old, and the newest row always', async () => {
    const file = freshFile();
    const { log } = await twoAges(file, 1000);
    log.keep({ days: 365 });
    expect(await log.verify()).toMatchObject({ ok: true, rows: 2000 });
    await log.close();
    const again = await openLog({ file, seed });
    again.keep({ days: 1 });
    expect(await durable(again, row({ at: old() }))).toBeUndefined();
    await again.flush();
    await expect.poll(() => count(file), soon).toBeLessThanOrEqual(1001);
    expect(callsIn(file).length).toBeGreaterThan(0);
    expect((await again.verify()).ok).toBe(true);
  });

  it('goes from a log without a key as well, which nobody vouches for', async () => {
    const file = freshFile();
    const { log } = await twoAges(file, 2000, {});
    log.keep({ days: 30 });
    await expect.poll(() => count(file), soon).toBe(2000);
    expect(await log.verify()).toMatchObject({ ok: true, rows: 2000, first: 2001 });
  });

  it('waits while the log is exported', async () => {
    const file = freshFile();
    const { log } = await twoAges(file, 6000);
    const piece = await log.export({ format: 'jsonl' });
    expect(piece.next).toBeDefined();
    log.keep({ days: 30 });
    log.append(row());
    await log.flush();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count(file)).toBe(12_001);
    for (let next = piece.next; next !== undefined;) next = (await log.export({ next })).next;
    await expect.poll(() => count(file), soon).toBe(6001);
  });
});

describe('what is too much', () => {
  it('goes until it is no more, with its entries in the index', async () => {
    const file = freshFile();
    const index = `${file}-index`;
    const log = await openLog({ file, seed, index });
    const total = 24_000;
    for (let made = 0; made < total; made += 2000) {
      for (let each = 0; each < 2000; each += 1) log.append(row({ reason: 'x'.repeat(500) }));
      await log.flush();
    }
    log.keep({ megabytes: 16 });
    await expect.poll(() => count(file), soon).toBeLessThan(total - 1000);
    await expect
      .poll(
        () =>
          behindItsBack(file, (db) => Number(db.prepare('PRAGMA page_count').get()?.['page_count']) * 4096),
        soon,
      )
      .toBeLessThan(17 * 1024 * 1024);
    expect(existsSync(index)).toBe(true);
    expect(await log.verify()).toMatchObject({ ok: true });
  });
});

describe('how much is kept', () => {
  const own = (log: object) => settings.parse({ log });
  it('is what the person chose, and the shorter time where the organisation limits it', () => {
    expect(keepOf(own({}), undefined)).toEqual({});
    expect(keepOf(own({ keepDays: 90, maxMegabytes: 500 }), undefined)).toEqual({ days: 90, megabytes: 500 });
    const limited = managedLimits({ log: { retentionDays: 30 } } as Parameters<
      typeof managedLimits
    >[0]).retentionDays;
    expect(keepOf(own({ keepDays: 90 }), limited)).toEqual({ days: 30 });
    expect(keepOf(own({ keepDays: 7 }), limited)).toEqual({ days: 7 });
    expect(keepOf(own({}), limited)).toEqual({ days: 30 });
  });
});
