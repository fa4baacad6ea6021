import type { Bridge, Policy } from './app-types.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, loadInto } from './launch.ts';

// Globals where the callbacks below run.
declare const bridge: Bridge;
declare const policy: Policy;

test.describe('Preload scripts', () => {
  test('run before the scripts of the page, on every load, in a world of their own', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await page.waitForLoadState();
    const look = (): Promise<unknown> =>
      page.evaluate(() => {
        const { early, ...rest } = globalThis as unknown as Record<string, unknown>;
        return {
          early,
          require: typeof rest['require'],
          process: typeof rest['process'],
          own: typeof rest['onlyHere'],
        };
      });
    const expected = {
      early: { bridge: 'object', worlds: [] },
      require: 'undefined',
      process: 'undefined',
      own: 'undefined',
    };
    expect(await look()).toEqual(expected);
    await page.reload();
    expect(await look()).toEqual(expected);
    await page.goto(new URL('/second', page.url()).href);
    expect(await look()).toEqual(expected);
    // What a test tool starts is no navigation of the page.
    expect(await app.evaluate(() => policy.navigations)).toEqual([]);
  });

  test('have the modules of a sandboxed renderer and no others', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    const facts = await page.evaluate(() => bridge.facts);
    expect(facts['modules']).toMatchObject({
      electron: { value: 'object' },
      'electron/renderer': { value: 'object' },
      'electron/common': { value: 'object' },
      timers: { value: 'object' },
      url: { value: 'object' },
      'node:url': { value: 'object' },
      fs: { error: 'module not found: fs' },
      'node:path': { error: 'module not found: node:path' },
    });
    expect(facts).toMatchObject({
      dirname: 'undefined',
      filename: 'undefined',
      moduleType: 'object',
      setImmediate: 'function',
      pageScripts: 0,
      process: { type: 'renderer', sandboxed: true, isolated: true, platform: process.platform },
    });
  });

  for (const [what, source, message] of [
    ['a syntax error', 'const = 1;', /Unexpected token/],
    ['ES module syntax', "import 'electron';", /Cannot use import statement/],
    ['an exception', "throw new Error('broken preload');", /broken preload/],
  ] as const) {
    test(`with ${what} are reported, and the page still loads`, async ({ launch, folder }) => {
      const file = join(folder, 'broken.cjs');
      writeFileSync(file, source);
      const app = await launch('basic');
      await app.firstWindow();
      const opened = app.waitForEvent('window');
      await app.evaluate(async ({ BrowserWindow }, path) => {
        await new BrowserWindow({ webPreferences: { preload: path } }).loadURL('app://bundle/second');
      }, file);
      const page = await opened;
      await expect(page.getByRole('heading')).toHaveText('Second');
      expect(await page.evaluate(() => typeof bridge)).toBe('undefined');
      const error = (): Promise<unknown> =>
        app.evaluate(() => (globalThis as unknown as { preloadError: string }).preloadError);
      await expect.poll(error).toMatch(message);
    });
  }

  test('given by a relative path are not run', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const opened = app.waitForEvent('window');
    await app.evaluate(async ({ BrowserWindow }) => {
      await new BrowserWindow({ webPreferences: { preload: 'preload.cjs' } }).loadURL('app://bundle/second');
    });
    expect(await (await opened).evaluate(() => typeof bridge)).toBe('undefined');
  });

  test('do not run in frames of the page', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await loadInto(app, page, 'app://bundle/framed');
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    await frame?.waitForLoadState();
    expect(await frame?.evaluate(() => typeof bridge)).toBe('undefined');
    expect(await page.evaluate(() => typeof bridge)).toBe('object');
  });
});
