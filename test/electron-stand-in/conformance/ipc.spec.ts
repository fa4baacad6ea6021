import type { Bridge } from './app-types.ts';
import { expect, test } from './launch.ts';

// Globals where the callbacks below run.
declare const bridge: Bridge;

test.describe('IPC', () => {
  test('clones arguments and results the structured way, in both directions', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    expect(await page.evaluate(() => bridge['richAnswer']?.())).toEqual([
      true,
      0,
      [1, 2, 3],
      true,
      true,
      true,
      true,
      '/a+/gi',
    ]);
    expect(await page.evaluate(() => bridge['circular']?.())).toBe(true);
    expect(await page.evaluate(() => bridge['invokeHere']?.('map'))).toEqual([
      'Map',
      [['a', ['Object', [['when', ['Date', '1970-01-01T00:00:00.000Z']]]]]],
    ]);
    expect(await page.evaluate(() => bridge['invokeHere']?.('class'))).toEqual([
      'Object',
      [['x', ['Number', '1']]],
    ]);
  });

  test('keeps undefined arguments', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    const shape = await page.evaluate(async () => {
      const args = (await bridge['invoke']?.('echo', undefined, 1, undefined)) as unknown[];
      return [args.length, args[0] === undefined, args[2] === undefined];
    });
    expect(shape).toEqual([3, true, true]);
  });

  test('refuses what cannot be cloned', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const refusal = 'An object could not be cloned.';
    expect(await page.evaluate(() => bridge['invokeHere']?.('function'))).toBe(`rejected: ${refusal}`);
    expect(await page.evaluate(() => bridge['invokeHere']?.('element'))).toBe(`rejected: ${refusal}`);
    const answer = await page.evaluate(() =>
      bridge['invoke']?.('uncloneable').catch((error: Error) => error.message),
    );
    expect(answer).toBe(`Error invoking remote method 'uncloneable': Error: ${refusal}`);
    const sent = await app.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]?.webContents.send('push', () => {});
        return 'sent';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(sent).toContain(refusal);
  });

  test('reports missing and duplicate handlers and failures in its own words', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const missing = await page.evaluate(() =>
      bridge['invoke']?.('nobody').catch((error: Error) => error.message),
    );
    expect(missing).toBe("Error invoking remote method 'nobody': Error: No handler registered for 'nobody'");
    const failed = await page.evaluate(() =>
      bridge['invoke']?.('fail').catch((error: Error & { code?: string }) => [
        error.name,
        error.message,
        error.code ?? 'no code',
      ]),
    );
    expect(failed).toEqual(['Error', "Error invoking remote method 'fail': TypeError: no good", 'no code']);
    const twice = await app.evaluate(({ ipcMain }) => {
      try {
        ipcMain.handle('echo', () => {});
        return 'registered';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(twice).toBe("Attempted to register a second handler for 'echo'");
  });

  test('handles once, and not after the handler was removed', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await app.evaluate(({ ipcMain }) => {
      ipcMain.handleOnce('single', () => 'once');
      ipcMain.removeHandler('echo');
    });
    const call = (channel: string): Promise<unknown> =>
      page.evaluate((name) => bridge['invoke']?.(name).catch((error: Error) => error.message), channel);
    expect(await call('single')).toBe('once');
    expect(await call('single')).toContain("No handler registered for 'single'");
    expect(await call('echo')).toContain("No handler registered for 'echo'");
  });

  test('tells who sent a message, and forgets the frame once it has navigated', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    expect(await page.evaluate(() => bridge['invoke']?.('sender'))).toEqual({
      url: 'app://bundle/',
      origin: 'app://bundle',
      parent: null,
      id: 1,
      type: 'frame',
    });
    expect(await page.evaluate(() => bridge['invoke']?.('frame-later'))).toBe(true);
    await app.evaluate(async ({ BrowserWindow }) => {
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://other/second');
    });
    const kept = await app.evaluate(() => {
      const { keptEvent } = globalThis as unknown as { keptEvent: { senderFrame: unknown } };
      return keptEvent.senderFrame === null;
    });
    expect(kept).toBe(true);
  });

  test('keeps the order of sent messages, in both directions', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await page.evaluate(() => {
      for (let n = 0; n < 50; n += 1) void bridge['send']?.('note', 'order', n);
    });
    const orders = (): Promise<unknown> =>
      app.evaluate(() =>
        (globalThis as unknown as { seen: unknown[] }).seen.filter(Array.isArray).map((note) => note[1]),
      );
    await expect.poll(orders).toEqual(Array.from({ length: 50 }, (_value, n) => n));
    await page.evaluate(() => {
      const got: unknown[] = [];
      Object.assign(globalThis, { got });
      void bridge['onPush']?.((n: unknown) => got.push(n));
    });
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (let n = 0; n < 50; n += 1) contents?.send('push', n);
    });
    const got = (): Promise<unknown> =>
      page.evaluate(() => (globalThis as unknown as { got: unknown[] }).got);
    await expect.poll(got).toEqual(Array.from({ length: 50 }, (_value, n) => n));
  });

  test('carries large payloads at a high rate', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await page.evaluate(() => {
      const state = { bytes: 0, count: 0 };
      Object.assign(globalThis, { state });
      void bridge['onPush']?.((rows: { text: string }[]) => {
        state.count += 1;
        state.bytes += rows.reduce((sum, row) => sum + row.text.length, 0);
      });
    });
    await app.evaluate(({ BrowserWindow }) => {
      const rows = Array.from({ length: 100 }, (_value, n) => ({ id: n, text: 'x'.repeat(1024) }));
      for (let n = 0; n < 100; n += 1) BrowserWindow.getAllWindows()[0]?.webContents.send('push', rows);
    });
    const state = (): Promise<unknown> =>
      page.evaluate(() => (globalThis as unknown as { state: unknown }).state);
    await expect.poll(state).toEqual({ count: 100, bytes: 100 * 100 * 1024 });
    const answers = await page.evaluate(() =>
      Promise.all(Array.from({ length: 200 }, async (_value, n) => bridge['invoke']?.('echo', n))),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, (_value, n) => [n]));
  });

  test('lets a channel be called "error", and refuses to send to what is gone', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await page.evaluate(() => bridge['send']?.('error', 'harmless'));
    expect(await page.evaluate(() => bridge['invoke']?.('echo', 1))).toEqual([1]);
    const refusal = await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      const contents = window?.webContents;
      window?.destroy();
      try {
        contents?.send('push', 1);
        return 'sent';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(refusal).toBe('Object has been destroyed');
  });
});
