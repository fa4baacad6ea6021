import type { Policy } from './app-types.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onStandIn, test, loadInto } from './launch.ts';
import { osSurface } from '../os.ts';

// A global where the callbacks below run.
declare const policy: Policy;

test.describe('Sessions', () => {
  test('enforce the policy and headers that the protocol handler sends', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    await loadInto(app, page, 'app://bundle/inline');
    expect(await page.evaluate(() => 'inline' in globalThis)).toBe(false);
    expect(problems.join('\n')).toContain('Content Security Policy');
    const attempt = (code: string): Promise<string> =>
      page.evaluate(`(async () => { ${code} })().then(() => 'worked', (error) => error.name)`);
    const tries = [
      // Evaluating from outside is exempt: the page's own script has tried.
      await page.evaluate('evaluated'),
      await attempt("document.body.innerHTML = '<b>x</b>'"),
      await attempt("document.createElement('script').src = '/page.js'"),
      await attempt("await fetch('https://example.invalid/')"),
    ];
    expect(tries).toEqual(['EvalError', 'TypeError', 'TypeError', 'TypeError']);
  });

  test('answer requests of a custom scheme, also with 404', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const answers = await page.evaluate(async () => {
      const missing = await fetch('/missing');
      const echoed = (await (await fetch('/echo', { method: 'POST', body: 'text' })).json()) as Record<
        string,
        string
      >;
      return [missing.status, await missing.text(), missing.headers.get('x-content-type-options'), echoed];
    });
    expect(answers).toEqual([
      404,
      'not found',
      'nosniff',
      { method: 'POST', url: 'app://bundle/echo', body: 'text' },
    ]);
    const broken = await page.evaluate(() =>
      fetch('/broken').then(
        () => 'answered',
        (error: Error) => error.name,
      ),
    );
    expect(broken).toBe('TypeError');
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
    ).toBe('app://bundle/');
  });

  test('cancel and change requests', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const outcome = (path: string): Promise<string> =>
      page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'answered',
            (error: Error) => error.name,
          ),
        path,
      );
    expect(await outcome('/second')).toBe('answered');
    expect(await outcome('/blocked')).toBe('TypeError');
    expect(await app.evaluate(() => policy.requests)).toEqual(
      expect.arrayContaining(['app://bundle/', 'app://bundle/second', 'app://bundle/blocked']),
    );
    await app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onHeadersReceived((details, callback) => {
        callback({ responseHeaders: { ...details.responseHeaders, 'x-added': ['by the app'] } });
      });
    });
    expect(await page.evaluate(async () => (await fetch('/second')).headers.get('x-added'))).toBe(
      'by the app',
    );
  });

  test('let allowed requests out to the network', async ({ launch }) => {
    const server = createServer((_request, response) => response.end('<h1>From the network</h1>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const app = await launch('basic');
    const page = await app.firstWindow();
    await app.evaluate(async ({ BrowserWindow }, allowed) => {
      policy.allowed = [allowed];
      await BrowserWindow.getAllWindows()[0]?.loadURL(`${allowed}/`);
    }, origin);
    await expect(page.getByRole('heading')).toHaveText('From the network');
    server.close();
  });

  test('ask about navigations of the page, not about those of the app', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const navigations = (): Promise<unknown> => app.evaluate(() => policy.navigations);
    const url = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
    expect(await navigations()).toEqual([]);
    await page.locator('#forbidden').click();
    await expect.poll(navigations).toEqual([['will-frame-navigate', 'app://bundle/forbidden']]);
    expect(await url()).toBe('app://bundle/');
    await page.evaluate("location.assign('https://example.invalid/page')");
    await expect.poll(async () => ((await navigations()) as unknown[]).length).toBe(2);
    expect(await url()).toBe('app://bundle/');
    await page.locator('#inside').click();
    await expect(page.getByRole('heading')).toHaveText('Second');
    expect(await navigations()).toEqual([
      ['will-frame-navigate', 'app://bundle/forbidden'],
      ['will-frame-navigate', 'https://example.invalid/page'],
      ['will-frame-navigate', 'app://bundle/second'],
      ['will-navigate', 'app://bundle/second'],
    ]);
  });

  test('ask about redirects and frames', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await page.locator('#redirect').click();
    await expect
      .poll(() => app.evaluate(() => policy.navigations))
      .toContainEqual(['will-redirect', 'app://bundle/forbidden']);
    await expect(page.getByRole('heading')).toHaveText('First');
    await loadInto(app, page, 'app://bundle/framed');
    const asked = await app.evaluate(() =>
      policy.navigations.filter(([, url]) => url === 'app://bundle/second'),
    );
    expect(asked).toEqual([['will-frame-navigate', 'app://bundle/second']]);
  });

  test('open no windows for the page', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    let opened = 0;
    app.on('window', () => {
      opened += 1;
    });
    expect(await page.evaluate("open('https://example.invalid/script') === null")).toBe(true);
    await page.locator('#window').click();
    await page.locator('#inside').click({ modifiers: ['Shift'] });
    await expect
      .poll(() => app.evaluate(() => policy.opened))
      .toEqual(['https://example.invalid/script', 'https://example.invalid/window', 'app://bundle/second']);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect([opened, app.windows().length]).toEqual([0, 1]);
    expect(await page.title()).toBe('First');
  });

  test('ask both handlers for permissions, and the page gets what they say', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null))
      .toBe(true);
    const outcome = (code: string): Promise<string> =>
      page.evaluate(`navigator.clipboard.${code}.then(() => 'done', (error) => error.name)`);
    const write = (text: string): Promise<string> => outcome(`writeText(${JSON.stringify(text)})`);
    await page.locator('#field').click();
    expect(await write('from the page')).toBe('done');
    const surface = await osSurface(app);
    expect(await surface.clipboardText()).toBe('from the page');
    expect(await outcome('readText()')).toBe('NotAllowedError');
    expect(await page.evaluate('Notification.permission')).toBe('denied');
    await app.evaluate(() => {
      policy.permissions = [];
    });
    await loadInto(app, page, 'app://bundle/');
    expect(await write('not this')).toBe('NotAllowedError');
    const asked = await app.evaluate(() => policy.asked);
    expect(asked.some((question) => question.startsWith('check '))).toBe(true);
    expect(asked.some((question) => question.startsWith('request '))).toBe(true);
  });

  test('are kept apart by partition', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const opened = app.waitForEvent('window');
    const results = await app.evaluate(async ({ BrowserWindow, session }) => {
      const other = session.fromPartition('other');
      other.protocol.handle(
        'app',
        () => new Response('<h1>Other</h1>', { headers: { 'content-type': 'text/html' } }),
      );
      await new BrowserWindow({ webPreferences: { partition: 'other' } }).loadURL('app://bundle/');
      return [other === session.fromPartition('other'), other === session.defaultSession];
    });
    expect(results).toEqual([true, false]);
    await expect((await opened).getByRole('heading')).toHaveText('Other');
  });

  test('write to the clipboard from the main process', async ({ launch }) => {
    test.skip(!onStandIn, 'would overwrite the real clipboard');
    const app = await launch('basic');
    await app.firstWindow();
    const text = await app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('from the app');
      return [await clipboard.readText(), await clipboard.has('text/plain')];
    });
    expect(text).toEqual(['from the app', true]);
  });
});
