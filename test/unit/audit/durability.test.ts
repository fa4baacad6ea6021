import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyFile } from '../../../electron/audit/verify.ts';
import { signerOf } from '../../../electron/audit/signer.ts';
import { anchorIn, seed } from './child-support.ts';
import { callsIn, freshFile, openLog } from './support.ts';

const program = fileURLToPath(new URL('appending-child.ts', import.meta.url));

/** Runs the appending child and kills it at a random moment after it has begun to promise. */
async function killOnce(file: string, promises: string, prefix: string): Promise<void> {
  const child = spawn(process.execPath, [program, file, promises, prefix], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = once(child, 'exit');
  const before = existsSync(promises) ? statSync(promises).size : 0;
  while (!existsSync(promises) || statSync(promises).size === before) {
    if (child.exitCode !== null) throw new Error('The child ended by itself.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
  child.kill('SIGKILL');
  await exited;
}

it('a row that was reported durable is in the log after kill -9, ten times over, and the chain is whole', async () => {
  const file = freshFile();
  const promises = `${file}.promises`;
  const { key } = signerOf(seed);
  for (let run = 1; run <= 10; run += 1) {
    await killOnce(file, promises, `run${run}`);
    const anchor = anchorIn(`${promises}.anchor`);
    // The keychain lags behind at every kill, and that is no alarm.
    expect(
      await verifyFile(file, undefined, { keys: [key], ...(anchor === undefined ? {} : { anchor }) }),
    ).toMatchObject({ ok: true });
    const promised = readFileSync(promises, 'utf8').split('\n').slice(0, -1);
    const inLog = new Set(callsIn(file));
    expect(promised.filter((call) => !inLog.has(call))).toEqual([]);
  }
  const anchor = anchorIn(`${promises}.anchor`);
  expect(anchor).toBeDefined();
  const log = await openLog({ file, seed, ...(anchor === undefined ? {} : { anchor }) });
  expect(log.notice).toBeUndefined();
  expect(await log.verify()).toMatchObject({ ok: true });
});
