import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ElectronApplication } from 'playwright/test';
import { appFolder, electronBinary, expect, onStandIn, test } from './launch.ts';
import { osSurface } from '../os.ts';

// A global where the callbacks below run.
declare const seen: unknown[];

/** Starts an app as a person would, without test tools, and returns what it prints and its exit code. */
async function startPlainly(
  app: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electronBinary, [...sandbox, appFolder(app), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

function exitOf(app: ElectronApplication): Promise<number | null> {
  const child = app.process();
  return child.exitCode === null
    ? once(child, 'exit').then(([code]) => code as number | null)
    : Promise.resolve(child.exitCode);
}

function printed(app: ElectronApplication): () => string[] {
  let text = '';
  app.process().stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () =>
    text
      .split('\n')
      .filter((line) => line.startsWith('event '))
      .map((line) => line.slice(6));
}

test.describe('The app', () => {
  test('quits in order: before-quit, windows, will-quit, quit', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const lines = printed(app);
    const exit = exitOf(app);
    await app.evaluate(({ app: own, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.on('closed', () => console.log('event closed'));
      own.quit();
    });
    expect(await exit).toBe(0);
    expect(lines()).toEqual(['before-quit', 'closed', 'will-quit', 'quit']);
  });

  test('stays when before-quit, a window or will-quit objects', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    await app.evaluate(({ app: own }) => {
      own.once('before-quit', (event: { preventDefault(): void }) => event.preventDefault());
      own.quit();
    });
    expect(await app.evaluate(() => seen.filter((name) => name === 'will-quit'))).toEqual([]);
    await app.evaluate(({ app: own, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.once('close', (event: { preventDefault(): void }) =>
        event.preventDefault(),
      );
      own.quit();
    });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    const lines = printed(app);
    const exit = exitOf(app);
    await app.evaluate(({ app: own }) => {
      own.once('will-quit', (event: { preventDefault(): void }) => {
        event.preventDefault();
        setTimeout(() => own.quit(), 0);
      });
      own.quit();
    });
    expect(await exit).toBe(0);
    expect(lines().filter((line) => line !== 'before-quit')).toEqual(['will-quit', 'will-quit', 'quit']);
  });

  test('exits at once, skipping before-quit and will-quit', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const lines = printed(app);
    const exit = exitOf(app);
    await app.evaluate(({ app: own }) => setTimeout(() => own.exit(7), 0));
    expect(await exit).toBe(7);
    expect(lines()).not.toContain('before-quit');
    expect(lines()).not.toContain('will-quit');
    expect(lines()).toContain('quit');
  });

  test('quits when the last window has closed, unless it listens', async ({ launch }) => {
    const app = await launch('plain');
    await app.firstWindow();
    // A window that closes while it loads ends the loading with an error.
    await expect.poll(() => app.evaluate(() => (globalThis as { loaded?: boolean }).loaded)).toBe(true);
    const exit = exitOf(app);
    await app.evaluate(({ BrowserWindow }) => setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0));
    expect(await exit).toBe(0);
  });

  test('runs once per profile: the second start hands over and ends', async ({ launch, folder }) => {
    const first = await launch('plain', { userData: folder });
    await first.firstWindow();
    const second = await startPlainly('plain', [`--user-data-dir=${folder}`, '--extra']);
    expect(second.output).toContain('lock refused');
    expect(second.code).toBe(0);
    const calls = (): Promise<unknown> =>
      first.evaluate(() => (globalThis as unknown as { secondInstances: unknown }).secondInstances);
    await expect
      .poll(calls)
      .toEqual([{ hasExtra: true, cwd: process.cwd(), data: { link: 'doorward://x', list: [1, 2] } }]);
    const third = await launch('plain', { userData: `${folder}/other` });
    expect(await third.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
  });

  test('takes the lock of an instance that was killed', async ({ launch, folder }) => {
    const first = await launch('plain', { userData: folder });
    await first.firstWindow();
    const gone = exitOf(first);
    first.process().kill('SIGKILL');
    await gone;
    const next = await launch('plain', { userData: folder });
    expect(await next.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
  });

  test('says what it is and where its files are', async ({ launch, folder }) => {
    const app = await launch('basic', { userData: folder });
    const facts = await app.evaluate(({ app: own }) => ({
      name: own.getName(),
      version: own.getVersion(),
      userData: own.getPath('userData'),
      logs: own.getPath('logs').startsWith(own.getPath('userData')),
      packaged: own.isPackaged,
      ready: own.isReady(),
      dock: own.dock === undefined,
    }));
    expect(facts).toEqual({
      name: 'conformance-basic',
      version: '1.2.3',
      userData: folder,
      logs: true,
      packaged: false,
      ready: true,
      dock: process.platform !== 'darwin',
    });
    expect(await app.evaluate(({ app: own }) => own.whenReady().then(() => 'ready'))).toBe('ready');
  });

  test('remembers login items and link schemes', async ({ launch }) => {
    test.skip(!onStandIn, 'would change the real desktop');
    const app = await launch('basic');
    const state = await app.evaluate(({ app: own }) => {
      own.setLoginItemSettings({ openAtLogin: true, args: ['--hidden'] });
      const taken = own.setAsDefaultProtocolClient('doorward-test');
      return [
        own.getLoginItemSettings().openAtLogin,
        taken,
        own.isDefaultProtocolClient('doorward-test'),
        own.isDefaultProtocolClient('other'),
      ];
    });
    expect(state).toEqual([true, true, true, false]);
  });

  test('hears of links', async ({ launch }) => {
    const app = await launch('basic');
    await app.evaluate(({ app: own }) => {
      own.on('open-url', (_event, url) => Object.assign(globalThis, { opened: url }));
    });
    await (await osSurface(app)).openUrl('doorward://settings');
    expect(await app.evaluate(() => (globalThis as unknown as { opened: string }).opened)).toBe(
      'doorward://settings',
    );
  });
});
