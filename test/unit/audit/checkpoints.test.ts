import { copyFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogAnchor } from '../../../electron/audit/anchor.ts';
import { readCheckpoints } from '../../../electron/audit/checkpoint.ts';
import { chainHash, columns } from '../../../electron/audit/row.ts';
import { signerOf } from '../../../electron/audit/signer.ts';
import { verifyFile } from '../../../electron/audit/verify.ts';
import { behindItsBack, durable, freshFile, openLog, row } from './support.ts';

const seed = Buffer.alloc(32, 7);
/** Generous: what is waited for is done beside other things. */
const soon = { timeout: 30_000 };
const { key } = signerOf(seed);

/** Opens a log with a key, appends rows, closes it; gives what the keychain would hold afterwards. */
async function run(
  file: string,
  rows: number,
  given: { anchor?: LogAnchor | undefined; seed?: Buffer; seedBefore?: Buffer } = {},
): Promise<{ anchor: LogAnchor | undefined; notice: string | undefined }> {
  let { anchor } = given;
  const log = await openLog({
    file,
    seed: given.seed ?? seed,
    ...(given.seedBefore === undefined ? {} : { seedBefore: given.seedBefore }),
    ...(anchor === undefined ? {} : { anchor }),
    onReached: (reached) => (anchor = reached),
  });
  for (let index = 0; index < rows; index += 1) log.append(row());
  await log.flush();
  await log.close();
  return { anchor, notice: log.notice };
}
const kinds = (file: string) => behindItsBack(file, (db) => readCheckpoints(db).map(({ kind }) => kind));
const against = (anchor: LogAnchor | undefined) => ({
  keys: [key],
  ...(anchor === undefined ? {} : { anchor }),
});

/** Computes the chain anew from a row on, as somebody would who can write the file and knows how it is made. */
function forge(file: string, from: number, change: string): void {
  behindItsBack(file, (db) => {
    db.exec(change);
    const page = db.prepare(`SELECT seq, hash, ${columns.join(', ')} FROM legs WHERE seq >= ? ORDER BY seq`);
    page.setReturnArrays(true);
    let previous = String(db.prepare('SELECT hash FROM legs WHERE seq = ?').get(from - 1)?.['hash']);
    for (const found of page.all(from) as unknown as unknown[][]) {
      const [seq, , ...cells] = found;
      previous = chainHash(previous, Number(seq), cells);
      db.prepare('UPDATE legs SET hash = ? WHERE seq = ?').run(previous, Number(seq));
    }
  });
}

describe('checkpoints', () => {
  it('are signed when a log begins, every thousand rows and when it closes, and reach the anchor', async () => {
    const file = freshFile();
    const { anchor, notice } = await run(file, 20);
    expect(notice).toBeUndefined();
    expect(kinds(file)).toEqual(['begin', 'close']);
    expect(anchor).toMatchObject({ seq: 20, n: 2 });
    const report = await verifyFile(file, undefined, against(anchor));
    expect(report).toMatchObject({ ok: true, rows: 20, key, keyKnown: true });
    expect(report.sentence).toContain(`signed up to row 20 with the key ${key}`);

    const log = await openLog({ file, seed, ...(anchor === undefined ? {} : { anchor }) });
    for (let index = 0; index < 1000; index += 1) log.append(row());
    await log.flush();
    await expect.poll(() => kinds(file), soon).toEqual(['begin', 'close', 'mark', 'mark']);
    expect(await log.verify()).toMatchObject({ ok: true, rows: 1020, keyKnown: true });
  });

  it('say of themselves only that one key made them all; whose it is, the key that is given tells', async () => {
    const file = freshFile();
    await run(file, 3);
    const alone = await verifyFile(file);
    expect(alone).toMatchObject({ ok: true, key, keyKnown: false });
    expect(alone.sentence).toContain('is not known here');
    const other = signerOf(Buffer.alloc(32, 8)).key;
    expect(await verifyFile(file, undefined, { keys: [other] })).toMatchObject({
      ok: false,
      problem: 'signature',
      key,
    });
    expect(await verifyFile(file, undefined, { own: other })).toMatchObject({ ok: true, keyKnown: false });
  });

  it('show a log that was computed anew from a row on, and from where', async () => {
    const file = freshFile();
    let { anchor } = await run(file, 10);
    ({ anchor } = await run(file, 10, { anchor }));
    forge(file, 15, "UPDATE legs SET name = 'harmless' WHERE seq = 15");
    expect(await verifyFile(file)).toMatchObject({ ok: false, problem: 'rewritten', firstBad: 11, rows: 10 });
    // With the checkpoints gone as well, the file alone says nothing …
    behindItsBack(file, (db) => db.exec('DELETE FROM checkpoints'));
    expect(await verifyFile(file)).toMatchObject({ ok: true });
    // … but the key and the keychain do.
    expect(await verifyFile(file, undefined, { keys: [key] })).toMatchObject({
      ok: false,
      problem: 'signature',
    });
    expect(await verifyFile(file, undefined, against(anchor))).toMatchObject({
      ok: false,
      problem: 'rolled-back',
    });
    // Opening it does not make it good: that it does not fit is signed for ever.
    const again = await run(file, 5, { anchor });
    expect(again.notice).toContain('not the one that Doorward left');
    expect(await verifyFile(file, undefined, against(again.anchor))).toMatchObject({
      ok: false,
      problem: 'rolled-back',
    });
  });

  it.each([
    ['a checkpoint that was changed', 'UPDATE checkpoints SET at = at + 1 WHERE n = 2'],
    ['one that was taken away', 'DELETE FROM checkpoints WHERE n = 2'],
    ['one with another note', `UPDATE checkpoints SET note = '{}' WHERE n = 2`],
    [
      'one whose signature is of another one',
      'UPDATE checkpoints SET signature = (SELECT signature FROM checkpoints WHERE n = 1) WHERE n = 2',
    ],
    ['one without a signature', 'UPDATE checkpoints SET signature = NULL, key = NULL WHERE n = 4'],
    ['one that cannot be read', "UPDATE checkpoints SET hash = 'x' WHERE n = 2"],
    ['the newest one gone', 'DELETE FROM checkpoints WHERE n = 4'],
  ])('are missed or do not fit: %s', async (_, sql) => {
    const file = freshFile();
    let { anchor } = await run(file, 5);
    ({ anchor } = await run(file, 5, { anchor }));
    behindItsBack(file, (db) => db.exec(sql));
    expect(await verifyFile(file, undefined, against(anchor))).toMatchObject({
      ok: false,
      problem: 'signature',
      rows: 10,
    });
  });

  it('name the first row that was cut off at the end', async () => {
    const file = freshFile();
    const { anchor } = await run(file, 10);
    behindItsBack(file, (db) => db.exec('DELETE FROM legs WHERE seq > 7'));
    expect(await verifyFile(file)).toMatchObject({ ok: false, problem: 'cut-off', firstBad: 8, rows: 7 });
    expect(await verifyFile(file, undefined, against(anchor))).toMatchObject({
      problem: 'cut-off',
      firstBad: 8,
    });
  });
});

describe('an older log in place of the newest', () => {
  it('is told apart by the anchor, noticed at the next start, and stays noted', async () => {
    const file = freshFile();
    let { anchor } = await run(file, 10);
    copyFileSync(file, `${file}.old`);
    ({ anchor } = await run(file, 10, { anchor }));
    rmSync(file);
    copyFileSync(`${file}.old`, file);
    // The file alone is one that once was true.
    expect(await verifyFile(file, undefined, { keys: [key] })).toMatchObject({ ok: true, rows: 10 });
    expect(await verifyFile(file, undefined, against(anchor))).toMatchObject({
      ok: false,
      problem: 'rolled-back',
      firstBad: 11,
      rows: 10,
    });
    const after = await run(file, 4, { anchor });
    expect(after.notice).toContain('an older copy was put in its place');
    expect(kinds(file)).toContain('break');
    const report = await verifyFile(file, undefined, against(after.anchor));
    expect(report).toMatchObject({ ok: false, problem: 'rolled-back', firstBad: 11 });
    expect(report.sentence).toContain('20 rows had been recorded');
    // Putting the old copy there once more is noticed once more.
    rmSync(file);
    copyFileSync(`${file}.old`, file);
    expect((await run(file, 1, after)).notice).toContain('an older copy');
  });

  it('also when it went on by more rows than the newest had', async () => {
    const file = freshFile();
    let { anchor } = await run(file, 10);
    copyFileSync(file, `${file}.old`);
    ({ anchor } = await run(file, 10, { anchor }));
    rmSync(file);
    copyFileSync(`${file}.old`, file);
    // Somebody else's Doorward with the same key, such as one on a copied profile.
    await run(file, 50);
    expect(await verifyFile(file, undefined, against(anchor))).toMatchObject({
      ok: false,
      problem: 'rolled-back',
    });
    expect((await run(file, 1, { anchor })).notice).toContain('not the one that Doorward left');
  });

  it('is said of a log that was removed, and noted in the new one', async () => {
    const file = freshFile();
    const { anchor } = await run(file, 10);
    rmSync(file);
    const after = await run(file, 2, { anchor });
    expect(after.notice).toContain('10 rows had been recorded');
    const report = await verifyFile(file, undefined, against(after.anchor));
    expect(report).toMatchObject({ ok: true, rows: 2 });
    expect(report.sentence).toContain('after an earlier one of 10 rows had been removed');
  });

  it('is no matter of a crash: rows behind the anchor are what a crash leaves', async () => {
    const file = freshFile();
    const { anchor } = await run(file, 10);
    const log = await openLog({ file, seed, ...(anchor === undefined ? {} : { anchor }) });
    expect(await durable(log, row())).toBeUndefined();
    copyFileSync(file, `${file}.crashed`);
    copyFileSync(`${file}-wal`, `${file}.crashed-wal`);
    await log.close();
    // The machine stopped before the keychain followed, or before the row was safe: both are well.
    expect(await verifyFile(`${file}.crashed`, undefined, against(anchor))).toMatchObject({
      ok: true,
      rows: 11,
    });
    expect((await run(`${file}.crashed`, 1, { anchor })).notice).toBeUndefined();
    rmSync(`${file}.crashed-wal`, { force: true });
  });
});

describe('the key of a log', () => {
  it('that is replaced hands over to the next, which vouches for what was before', async () => {
    const file = freshFile();
    let { anchor } = await run(file, 5);
    const next = Buffer.alloc(32, 9);
    ({ anchor } = await run(file, 5, { anchor, seed: next, seedBefore: seed }));
    const nextKey = signerOf(next).key;
    expect(kinds(file)).toEqual(['begin', 'close', 'key', 'mark', 'close']);
    for (const keys of [[nextKey], [key]])
      expect(await verifyFile(file, undefined, { keys })).toMatchObject({ ok: true, rows: 10, key: nextKey });
    // A key that nobody handed over to is another one.
    const stranger = Buffer.alloc(32, 10);
    const { notice } = await run(file, 1, { anchor, seed: stranger });
    expect(notice).toContain('signed with another key');
    expect(await verifyFile(file, undefined, { keys: [key] })).toMatchObject({
      ok: false,
      problem: 'signature',
    });
  });

  it('that comes later vouches for a log that had none, whatever size it has', async () => {
    const file = freshFile();
    const before = await openLog({ file });
    for (let index = 0; index < 2500; index += 1) before.append(row());
    await before.close();
    expect(kinds(file)).toEqual([]);
    const { anchor, notice } = await run(file, 1);
    expect(notice).toBeUndefined();
    expect(kinds(file)).toEqual(['begin', 'mark', 'mark', 'close']);
    expect(await verifyFile(file, undefined, against(anchor))).toMatchObject({ ok: true, rows: 2501 });
  });
});

describe('rows behind a log that was closed', () => {
  it('are not Doorward’s, however well they fit', async () => {
    const file = freshFile();
    const { anchor } = await run(file, 5);
    behindItsBack(file, (db) =>
      db.exec(
        `INSERT INTO legs SELECT 6, ${columns.join(', ').replace('call', "'forged'")}, '' FROM legs WHERE seq = 5`.replace(
          'INSERT INTO legs SELECT',
          `INSERT INTO legs (seq, ${columns.join(', ')}, hash) SELECT`,
        ),
      ),
    );
    forge(file, 6, '');
    expect(await verifyFile(file)).toMatchObject({ ok: false, problem: 'added', firstBad: 6 });
    expect((await run(file, 1, { anchor })).notice).toContain('not the one that Doorward left');
  });
});
