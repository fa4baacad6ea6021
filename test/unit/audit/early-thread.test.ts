import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEarlyThread, takeEarlyThread } from '../../../electron/audit/early-thread.ts';
import { logWorkerOfTests } from '../../fixtures/log-worker.ts';
import { freshFile, openLog, row } from './support.ts';

describe('the thread of the log that is started early', () => {
  it('is told later which log it opens, and then keeps it like any other', async () => {
    const program = logWorkerOfTests();
    startEarlyThread(program);
    const log = await openLog({ file: freshFile(), workerUrl: program });
    // It was taken.
    expect(takeEarlyThread(program)).toBeUndefined();
    log.append(row({ call: 'c-1' }));
    await log.flush();
    expect(await log.list({ limit: 10 })).toMatchObject([{ call: 'c-1' }]);
    expect(await log.verify()).toMatchObject({ ok: true, rows: 1 });
  });

  it('is not given to a log of another program', async () => {
    const program = logWorkerOfTests();
    startEarlyThread(program);
    expect(takeEarlyThread(new URL('other.mjs', program))).toBeUndefined();
    const worker = takeEarlyThread(program);
    expect(worker).toBeDefined();
    await worker?.terminate();
  });

  it('keeps no process alive when nobody takes it, nor when it cannot be started', () => {
    const module = JSON.stringify(resolve(import.meta.dirname, '../../../electron/audit/early-thread.ts'));
    for (const program of ['process.argv[1]', "'file:///nowhere/log-worker.mjs'"]) {
      const script = `import(${module}).then(({ startEarlyThread }) => startEarlyThread(new URL(${program})))`;
      const { status, stderr } = spawnSync(process.execPath, ['-e', script, logWorkerOfTests().href], {
        timeout: 60_000,
        encoding: 'utf8',
      });
      expect(stderr).not.toContain('Error');
      expect(status).toBe(0);
    }
  });
});
