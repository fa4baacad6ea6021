import { describe, expect, it } from 'vitest';
import { signerOf } from '../../../electron/audit/signer.ts';
import { verifyFile } from '../../../electron/audit/verify.ts';
import { behindItsBack, freshFile, openLog, row, wholeCall } from './support.ts';

const seed = Buffer.alloc(32, 7);
const keys = [signerOf(seed).key];

const dropped = (...columns: string[]): string =>
  columns.map((column) => `ALTER TABLE legs DROP COLUMN ${column}`).join('; ');

/** What takes a log of today back to how an earlier Doorward left it. */
const back: readonly [number, string][] = [
  [5, dropped('text')],
  [4, dropped('context', 'text')],
  [3, `DROP TABLE checkpoints; ${dropped('context', 'text')}`],
  [2, `DROP TABLE checkpoints; ${dropped('context', 'text', 'found')}`],
  [1, `DROP TABLE checkpoints; ${dropped('context', 'text', 'found', 'ruling')}`],
];

describe('a log of an earlier Doorward', () => {
  it.each(back)(
    'of format %i verifies as it is, and keeps every hash when it is brought forward',
    async (version, sql) => {
      const file = freshFile();
      const before = await openLog({ file });
      for (let call = 0; call < 5; call += 1) for (const leg of wholeCall()) before.append(leg);
      await before.close();
      behindItsBack(file, (db) => db.exec(`${sql}; PRAGMA user_version = ${version}`));
      const hashes = () =>
        behindItsBack(file, (db) => db.prepare('SELECT hash FROM legs WHERE seq <= 10 ORDER BY seq').all());
      const old = hashes();
      expect(await verifyFile(file)).toMatchObject({ ok: true, rows: 10 });

      const log = await openLog({ file, seed, index: `${file}-index` });
      expect(log.notice).toBeUndefined();
      log.append(row({ call: 'new' }));
      expect(await log.verify()).toMatchObject({ ok: true, rows: 11, keyKnown: true });
      await log.close();
      expect(hashes()).toEqual(old);
      expect(await verifyFile(file, undefined, { keys })).toMatchObject({ ok: true, rows: 11 });
    },
  );

  it.each(back)('of format %i shows a changed row before it was ever opened', async (version, sql) => {
    const file = freshFile();
    const before = await openLog({ file });
    for (let call = 0; call < 5; call += 1) before.append(row());
    await before.close();
    behindItsBack(file, (db) =>
      db.exec(`${sql}; UPDATE legs SET name = 'x' WHERE seq = 3; PRAGMA user_version = ${version}`),
    );
    expect(await verifyFile(file)).toMatchObject({ ok: false, problem: 'changed', firstBad: 3 });
  });
});
