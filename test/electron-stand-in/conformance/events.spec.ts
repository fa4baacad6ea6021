import { expect, test } from './launch.ts';

test.describe('Events of a page', () => {
  test('tell of its console, its keys and its way', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await page.waitForLoadState();
    await app.evaluate(({ BrowserWindow }) => {
      const list: unknown[] = [];
      Object.assign(globalThis, { list });
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('console-message', (event) => list.push(['console', event.level, event.message]));
      contents?.on('before-input-event', (_event, input) =>
        list.push(['key', input.type, input.key, input.control]),
      );
      contents?.on('did-start-navigation', (event) => list.push(['start', event.url, event.isMainFrame]));
      contents?.on('did-navigate', (_event, url) => list.push(['navigated', url]));
    });
    const list = (): Promise<unknown> =>
      app.evaluate(() => (globalThis as unknown as { list: unknown }).list);
    await page.evaluate("console.warn('careful', 7)");
    await expect.poll(list).toContainEqual(['console', 'warning', 'careful 7']);
    await page.locator('#field').focus();
    await page.keyboard.press('Control+k');
    await expect.poll(list).toContainEqual(['key', 'keyDown', 'k', true]);
    await page.locator('#inside').click();
    await expect.poll(list).toContainEqual(['navigated', 'app://bundle/second']);
    expect(await list()).toContainEqual(['start', 'app://bundle/second', true]);
  });

  test('come to the app for every page and session', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const events = await app.evaluate(({ app: own, BrowserWindow, session }) => {
      const list: string[] = [];
      for (const name of ['web-contents-created', 'browser-window-created', 'session-created'] as const) {
        own.on(name as 'web-contents-created', () => list.push(name));
      }
      session.fromPartition('another');
      const window = new BrowserWindow({ show: false });
      window.destroy();
      return list;
    });
    expect(events.toSorted()).toEqual(['browser-window-created', 'session-created', 'web-contents-created']);
  });
});
