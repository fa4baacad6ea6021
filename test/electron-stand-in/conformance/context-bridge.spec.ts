import type { Bridge } from './app-types.ts';
import { expect, test } from './launch.ts';

// Globals where the callbacks below run.
declare const bridge: Bridge;

test.describe('contextBridge', () => {
  test('binds a name once, to frozen copies', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    expect(await page.evaluate(() => bridge.facts['second'])).toEqual({
      error: 'Cannot bind an API on top of an existing property on the window object',
    });
    const state = await page.evaluate(() => {
      const before = bridge['add'];
      try {
        (bridge as Record<string, unknown>)['add'] = () => 0;
        Object.assign(globalThis, { bridge: 1 });
      } catch {
        // Strict code throws, sloppy code ignores: both leave it as it is.
      }
      return [Object.isFrozen(bridge), Object.isFrozen(bridge.nested.list), bridge['add'] === before];
    });
    expect(state).toEqual([true, true, true]);
  });

  test('passes values, functions, promises and callbacks', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    const results = await page.evaluate(async () => [
      bridge['add']?.(2, 3),
      await bridge['later']?.({ a: [1, { b: 2 }] }),
      bridge.nested.make()(21),
      await bridge['awaited']?.(async (n: number) => n * 2),
      await new Promise((resolve) => void bridge['callback']?.((...args: unknown[]) => resolve(args))),
      await bridge['later']?.(undefined),
    ]);
    expect(results).toEqual([5, { a: [1, { b: 2 }] }, 42, 41, [{ deep: [1, 2] }, 'two'], undefined]);
  });

  test('lets a subscription be ended by the function that it returned', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await page.evaluate(() => {
      const got: unknown[] = [];
      const end = bridge['onPush']?.((value: unknown) => got.push(value)) as unknown as () => void;
      Object.assign(globalThis, { got, end });
    });
    const push = (value: string): Promise<void> =>
      app.evaluate(
        ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.send('push', text),
        value,
      );
    const got = (): Promise<unknown> =>
      page.evaluate(() => (globalThis as unknown as { got: unknown[] }).got);
    await push('one');
    await expect.poll(got).toEqual(['one']);
    await page.evaluate(() => (globalThis as unknown as { end: () => void }).end());
    await push('two');
    expect(await page.evaluate(() => bridge['invoke']?.('echo', 1))).toEqual([1]);
    expect(await got()).toEqual(['one']);
  });

  test('carries errors as plain errors with their message', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    const errors = await page.evaluate(async () => {
      const look = (error: Error & { code?: string }): unknown[] => [
        error.name,
        error.message,
        error.code ?? 'no code',
      ];
      const thrown = (name: string): unknown[] => {
        try {
          void bridge[name]?.();
          return [];
        } catch (error) {
          return look(error as Error);
        }
      };
      const own = bridge['error'] as unknown as Error;
      return [thrown('fails'), thrown('failsOddly')[1], await bridge['rejects']?.().catch(look), look(own)];
    });
    expect(errors).toEqual([
      ['Error', 'sync failure', 'no code'],
      expect.stringContaining('a valid exception was not thrown'),
      ['Error', 'async failure', 'no code'],
      ['Error', 'kept message', 'no code'],
    ]);
  });

  test('copies data, drops prototypes and symbols, and reads getters once', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    const copied = await page.evaluate(() => {
      const { date, bytes, point, once, ipcRenderer } = bridge as unknown as {
        date: Date;
        bytes: Uint8Array;
        point: object;
        once: number;
        ipcRenderer: object;
      };
      const again = (bridge as unknown as { once: number }).once;
      return {
        date: date instanceof Date && date.getTime(),
        bytes: bytes instanceof Uint8Array && [...bytes],
        point: [Object.keys(point), Object.getPrototypeOf(point) === Object.prototype],
        once: once === again,
        symbols: [Object.getOwnPropertySymbols(bridge).length, 'symbol' in bridge],
        ipcRenderer: Object.keys(ipcRenderer),
      };
    });
    expect(copied).toEqual({
      date: 0,
      bytes: [1, 2, 3],
      point: [['x'], true],
      once: true,
      symbols: [0, false],
      ipcRenderer: [],
    });
  });

  test('refuses arguments that cannot be cloned', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    const refusal = await page.evaluate(() => {
      try {
        void bridge['add']?.(new WeakMap());
        return 'accepted';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(refusal).toContain('could not be cloned');
  });
});
