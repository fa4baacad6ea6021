import { expect, it } from 'vitest';
import { runSystemProgram } from '../../../electron/host/endpoint/system-program.ts';

const node = (script: string) => runSystemProgram(process.execPath, ['-e', script]);

it('says what a program of the system printed, and whether all went well', async () => {
  expect(await node('process.stdout.write("out"); process.stderr.write("err")')).toEqual({
    ended: true,
    stdout: 'out',
    stderr: 'err',
  });
  expect(await node('process.stdout.write("out"); process.exitCode = 1')).toEqual({
    ended: false,
    stdout: 'out',
    stderr: '',
  });
});

it('never rejects, and lets no program print without end', async () => {
  expect(await runSystemProgram('/there/is/no/such/program', [])).toMatchObject({ ended: false });
  const flood = await node('for (;;) require("node:fs").writeSync(1, "x".repeat(65536))');
  expect(flood.ended).toBe(false);
  expect(flood.stdout.length).toBeLessThanOrEqual(4 * 1024 * 1024);
});
