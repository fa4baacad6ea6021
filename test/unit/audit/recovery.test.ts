import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogState } from '../../../electron/audit/audit-log.ts';
import { behindItsBack, callsIn, durable, freshFile, openLog, row, untilRecorded } from './support.ts';

const mortal = new URL('mortal-worker.ts', import.meta.url);
const diskFull = "The disk is full, so calls can't be recorded and are refused. Free 200 MB.";
const many = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('a worker that dies', () => {
  it.each(['.die-before', '.die-after'])(
    'is replaced; who waits hears of it, nothing is written twice (%s)',
    async (moment) => {
      const file = freshFile();
      const states: LogState[] = [];
      const log = await openLog({ file, workerUrl: mortal, onState: (state) => states.push(state) });
      expect(await durable(log, row({ call: 'before' }))).toBeUndefined();

      writeFileSync(file + moment, '');
      const plain = many(20, 'plain-');
      for (const call of plain) log.append(row({ call }));
      const answers = await Promise.all(many(5, 'durable-').map((call) => durable(log, row({ call }))));
      expect(answers.map((error) => error?.message)).toEqual(
        Array.from({ length: 5 }, () => expect.stringContaining('is being restarted')),
      );
      // Until it runs again, the next ones are refused without a wait.
      expect(await durable(log, row({ call: 'early' }))).toBeInstanceOf(Error);

      await untilRecorded(log, () => row({ call: 'after' }));
      const calls = callsIn(file);
      expect(calls.filter((call) => String(call).startsWith('plain'))).toEqual(plain);
      expect(calls.filter((call) => call === 'before')).toHaveLength(1);
      expect(calls.at(-1)).toBe('after');
      // Whether the batch had been written decides whether the refused rows are in it.
      expect(calls.filter((call) => String(call).startsWith('durable'))).toHaveLength(
        moment === '.die-after' ? 5 : 0,
      );
      expect(await log.verify()).toMatchObject({ ok: true });
      expect(states.at(0)?.trouble).toContain('is being restarted');
      expect(states.at(-1)).toEqual({ lost: 0 });
    },
  );

  it('ends the questions that were put to it', async () => {
    const file = freshFile();
    const log = await openLog({ file, workerUrl: mortal });
    writeFileSync(`${file}.die-asked`, '');
    await expect(log.verify()).rejects.toThrow('is being restarted');
    await untilRecorded(log);
    expect(await log.verify()).toMatchObject({ ok: true });
  });

  it('while closing does not keep the log from closing', async () => {
    const file = freshFile();
    const log = await openLog({ file, workerUrl: mortal });
    writeFileSync(`${file}.die-before`, '');
    const waiting = durable(log, row());
    await log.close();
    expect(await waiting).toBeInstanceOf(Error);
  });
});

describe('a database that cannot be written', () => {
  it('because it may not grow: every durable row is refused with the sentence, quickly and again and again', async () => {
    const file = freshFile();
    const states: LogState[] = [];
    const log = await openLog({ file, limits: { maxPages: 12 }, onState: (state) => states.push(state) });
    const errors: Error[] = [];
    const recorded: string[] = [];
    for (const call of many(300, 'c')) {
      const error = await durable(log, row({ call, reason: 'r'.repeat(400) }));
      if (error === undefined) recorded.push(call);
      else errors.push(error);
    }
    expect(errors.length).toBeGreaterThan(200);
    expect(new Set(errors.map(({ message }) => message))).toEqual(new Set([diskFull]));
    expect(states.some(({ trouble }) => trouble === diskFull)).toBe(true);
    // What was promised is there, what was refused is not.
    expect(callsIn(file)).toEqual(recorded);
    expect((await log.list({ limit: 1 }))[0]?.call).toBe(recorded.at(-1));
    await expect(
      (async () => {
        log.append(row());
        await log.flush();
      })(),
    ).rejects.toThrow(diskFull);
  });

  it('because the disk is full: rows nobody waits for are kept and written when there is room', async (test) => {
    const folder = join(dirname(freshFile()), 'disk');
    mkdirSync(folder);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'doorward-test', folder]);
    if (mounted.status !== 0) test.skip('mounting a small file system needs root on Linux');
    onTestFinished(() => void spawnSync('umount', ['-l', folder]));

    const file = join(folder, 'log.db');
    const log = await openLog({ file });
    expect(await durable(log, row({ call: 'before' }))).toBeUndefined();
    const filler = join(folder, 'filler');
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']);

    let refused: Error | undefined;
    while (refused === undefined) refused = await durable(log, row({ reason: 'r'.repeat(500) }));
    expect(refused.message).toBe(diskFull);
    const kept = many(100, 'kept-');
    for (const call of kept) log.append(row({ call, reason: 'r'.repeat(500) }));
    await expect(log.flush()).rejects.toThrow(diskFull);

    rmSync(filler);
    await untilRecorded(log);
    const calls = callsIn(file);
    expect(calls.filter((call) => String(call).startsWith('kept-'))).toEqual(kept);
    expect(await log.verify()).toMatchObject({ ok: true });
    await log.close();
  });

  it('because the disk hangs: who waits hears of it, and it goes on when the disk answers', async () => {
    const file = freshFile();
    const log = await openLog({ file, workerUrl: mortal, limits: { patienceMs: 1000 } });
    writeFileSync(`${file}.hang`, '');
    const [first, second] = [durable(log, row({ call: 'first' })), log.flush()];
    await expect(second).rejects.toThrow('The disk does not answer');
    expect((await first)?.message).toContain('The disk does not answer');
    expect((await durable(log, row({ call: 'refused' })))?.message).toContain('The disk does not answer');
    log.append(row({ call: 'kept' }));
    await untilRecorded(log, () => row({ call: 'after' }));
    // The first was on disk although nobody heard of it in time.
    expect(callsIn(file)).toEqual(['first', 'kept', 'after']);
  });

  it('because another program holds it: refused meanwhile, well again when it lets go', async () => {
    const file = freshFile();
    const log = await openLog({ file });
    expect(await durable(log, row({ call: 'before' }))).toBeUndefined();
    const refused = await new Promise<Error | undefined>((resolve) => {
      void (async () => {
        const { DatabaseSync } = await import('node:sqlite');
        const other = new DatabaseSync(file);
        other.exec('BEGIN IMMEDIATE');
        const error = await durable(log, row({ call: 'refused' }));
        other.exec('ROLLBACK');
        other.close();
        resolve(error);
      })();
    });
    expect(refused?.message).toContain('Another program holds the call log');
    await untilRecorded(log, () => row({ call: 'after' }));
    expect(callsIn(file)).toEqual(['before', 'after']);
  });

  it('because it was deleted or moved while running: a new one is begun and rows nobody waited for are in it', async () => {
    const file = freshFile();
    const log = await openLog({ file });
    expect(await durable(log, row({ call: 'before' }))).toBeUndefined();
    renameSync(file, `${file}.moved`);
    // The look at the file is made once per second.
    const errors: Error[] = [];
    while (errors.length === 0) {
      const error = await durable(log, row({ call: 'lost' }));
      if (error !== undefined) errors.push(error);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(errors[0]?.message).toContain('moved or deleted');
    log.append(row({ call: 'kept' }));
    await untilRecorded(log, () => row({ call: 'after' }));
    expect(callsIn(file)).toEqual(['kept', 'after']);
    expect(await log.verify()).toMatchObject({ ok: true, rows: 2 });
  });

  it('because its pages are damaged: it is set aside with a notice and a new one is begun', async () => {
    const file = freshFile();
    const first = await openLog({ file });
    for (const call of many(3000, 'old-')) first.append(row({ call }));
    await first.close();
    // The index of calls is only met when a row is written, so the log opens.
    const { root, size } = behindItsBack(file, (db) => ({
      root: Number(
        db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'legs_call'").get()?.['rootpage'],
      ),
      size: Number(db.prepare('PRAGMA page_size').get()?.['page_size']),
    }));
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const fd = openSync(file, 'r+');
    writeSync(fd, Buffer.alloc(size, 0xee), 0, size, (root - 1) * size);
    closeSync(fd);

    const notices: string[] = [];
    const log = await openLog({ file, onNotice: (sentence) => notices.push(sentence) });
    expect((await durable(log, row({ call: 'first' })))?.message).toContain('is damaged');
    await untilRecorded(log, () => row({ call: 'new' }));
    expect(notices).toHaveLength(1);
    const aside = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.damaged-`));
    expect(aside.some((name) => notices[0]?.includes(name))).toBe(true);
    expect(callsIn(file)).toEqual(['new']);
  });
});

describe('a queue that is full', () => {
  it('refuses durable rows at once, still takes the ends of calls, and counts what it had to give up', async () => {
    const file = freshFile();
    const states: LogState[] = [];
    const log = await openLog({
      file,
      limits: { rows: 10, reserve: 5 },
      onState: (state) => states.push(state),
    });
    const answers = Promise.all(many(13, 'd').map((call) => durable(log, row({ call }))));
    for (const call of many(8, 'p')) log.append(row({ call }));
    const errors = await answers;
    expect(errors.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => undefined));
    for (const error of errors.slice(10)) expect(error?.message).toContain('cannot keep up');
    await log.flush();
    expect(callsIn(file)).toEqual([...many(10, 'd'), ...many(5, 'p')]);
    expect(states).toEqual([{ lost: 1 }]);
  });

  it('after closing takes nothing more and says why', async () => {
    const log = await openLog({ file: freshFile() });
    await log.close();
    log.append(row());
    expect((await durable(log, row()))?.message).toContain('is stopping');
    await expect(log.list({ limit: 1 })).rejects.toThrow('is stopping');
    await log.close();
  });
});
