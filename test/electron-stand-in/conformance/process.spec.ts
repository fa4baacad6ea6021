import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appFolder, electronBinary, expect, onStandIn, test } from './launch.ts';

/** The processes whose command line names a folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

test.describe('The process', () => {
  test('looks like an unpackaged Electron', async ({ launch }) => {
    const app = await launch('basic', { args: ['--own-flag', 'own-value'] });
    const facts = await app.evaluate(() => ({
      type: process.type,
      electron: process.versions.electron,
      chrome: process.versions['chrome'],
      defaultApp: process.defaultApp,
      resources: typeof process.resourcesPath,
      first: process.argv[0] === process.execPath,
      rest: process.argv.slice(-2),
    }));
    expect(facts).toEqual({
      type: 'browser',
      electron: expect.stringMatching(/^45\./),
      chrome: expect.stringMatching(/^\d+\./),
      defaultApp: true,
      resources: 'string',
      first: true,
      rest: ['--own-flag', 'own-value'],
    });
  });

  test('looks packaged when it is told to', async ({ launch }) => {
    test.skip(!onStandIn, 'needs a packaged app');
    const app = await launch('basic', { env: { DOORWARD_STANDIN_PACKAGED: '1' } });
    const facts = await app.evaluate(({ app: own }) => [own.isPackaged, process.defaultApp === undefined]);
    expect(facts).toEqual([true, true]);
  });

  test('forks utility processes that talk, end and are noticed when they fail', async ({ launch }) => {
    const app = await launch('basic');
    const outcome = await app.evaluate(
      async ({ app: own, utilityProcess }, script) => {
        const child = utilityProcess.fork(script, ['--flag'], { serviceName: 'Test', stdio: 'pipe' });
        const answer = new Promise((resolve) => {
          child.on('message', resolve);
        });
        child.postMessage({ numbers: new Map([[1, 2]]) });
        const first = await answer;
        const gone = new Promise((resolve) => {
          own.on('child-process-gone', (_event, details) => resolve(details.type));
        });
        const exit = new Promise((resolve) => {
          child.on('exit', resolve);
        });
        child.postMessage({ exit: 3 });
        return [first, await exit, await gone];
      },
      join(appFolder('utility'), 'worker.mjs'),
    );
    expect(outcome).toEqual([{ type: 'utility', sum: 3, flag: true }, 3, 'Utility']);
  });

  test('opens no TCP port and no inspector when a person starts it', async ({ folder }) => {
    test.skip(!onStandIn, 'says nothing about a real Electron');
    const child = spawn(electronBinary, [appFolder('basic'), `--user-data-dir=${folder}`], { stdio: 'pipe' });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const profiles = (): string[] => processesOf(folder);
    await expect.poll(profiles).not.toEqual([]);
    await expect.poll(() => processTree(child.pid ?? 0).some((line) => line.includes('chromium'))).toBe(true);
    const tree = processTree(child.pid ?? 0).join('\n');
    expect(tree).toContain('--remote-debugging-pipe');
    expect(tree).not.toContain('--remote-debugging-port');
    expect(tree).not.toContain('--inspect');
    expect(errors).not.toContain('listening on');
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  });

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    test(`leaves nothing behind after ${signal}`, async ({ launch }) => {
      test.skip(!onStandIn, 'says nothing about a real Electron');
      const app = await launch('basic');
      await app.firstWindow();
      const profile = chromiumProfile(app.process().pid ?? 0);
      expect(existsSync(profile)).toBe(true);
      const gone = once(app.process(), 'exit');
      app.process().kill(signal);
      await gone;
      await expect.poll(() => processesOf(profile)).toEqual([]);
      await expect.poll(() => existsSync(profile)).toBe(false);
    });
  }

  test('ends with an error when the main module throws', async ({ folder }) => {
    test.skip(!onStandIn, 'a real Electron shows a dialog and waits');
    const child = spawn(electronBinary, [
      join(appFolder('utility'), 'throws.mjs'),
      `--user-data-dir=${folder}`,
    ]);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(errors).toContain('A JavaScript error occurred in the main process');
    expect(errors).toContain('thrown on purpose');
  });
});

/** The command lines of a process and of all that it has started, also in groups of their own. */
function processTree(root: number): string[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args=', '-ww'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args: args ?? '' }));
  const found = new Set([root]);
  for (const { pid, parent } of table) if (found.has(parent)) found.add(pid);
  return table.filter((entry) => found.has(entry.pid)).map((entry) => entry.args);
}

/** The folder of the profile that the stand-in's Chromium uses. */
function chromiumProfile(root: number): string {
  const prefix = join(tmpdir(), 'doorward-stand-in-');
  const line = processTree(root).find((args) => args.includes(`--user-data-dir=${prefix}`)) ?? '';
  return /--user-data-dir=(\S+)/.exec(line.slice(line.indexOf(`--user-data-dir=${prefix}`)))?.[1] ?? '';
}
