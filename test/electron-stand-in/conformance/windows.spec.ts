import { expect, onStandIn, test } from './launch.ts';

// A global where the callbacks below run.
declare const seen: unknown[];

test.describe('Windows', () => {
  test('are shown when there is something to see, with the size they were given', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    await expect(page.getByRole('heading')).toHaveText('First');
    const events = (): Promise<unknown[]> => app.evaluate(() => seen);
    await expect.poll(events).toContain('window show');
    const list = await events();
    expect(list.indexOf('window ready-to-show')).toBeLessThan(list.indexOf('window show'));
    expect(await page.evaluate('[innerWidth > 800, innerHeight > 500]')).toEqual([true, true]);
    const window = await app.browserWindow(page);
    expect(await window.evaluate((own) => [own.isVisible(), own.getBounds().width, own.id])).toEqual([
      true,
      900,
      1,
    ]);
    await expect.poll(() => window.evaluate((own) => own.getTitle())).toBe('First');
    expect(await window.evaluate((own) => own.webContents.getTitle())).toBe('First');
  });

  test('hide, minimise, restore, take and lose the focus', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const window = await app.browserWindow(page);
    await expect.poll(() => window.evaluate((own) => own.isVisible())).toBe(true);
    await window.evaluate((own) => own.hide());
    await expect.poll(() => window.evaluate((own) => own.isVisible())).toBe(false);
    await window.evaluate((own) => own.show());
    await expect.poll(() => window.evaluate((own) => own.isVisible())).toBe(true);
    await expect
      .poll(() => app.evaluate(() => seen))
      .toEqual(expect.arrayContaining(['window hide', 'window focus']));
  });

  test('grow and shrink, but not below their least size', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const window = await app.browserWindow(page);
    await expect.poll(() => window.evaluate((own) => own.isVisible())).toBe(true);
    await window.evaluate((own) => own.setContentSize(700, 500));
    await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([700, 500]);
  });

  test('come up beside the one that is used, without taking the focus, until they are asked to', async ({
    launch,
  }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const first = await app.browserWindow(page);
    await expect.poll(() => first.evaluate((own) => own.isFocused())).toBe(true);
    const coming = app.waitForEvent('window');
    await app.evaluate(async ({ BrowserWindow }) => {
      const second = new BrowserWindow({ width: 480, height: 200, useContentSize: true, show: false });
      Object.assign(globalThis, { second });
      await second.loadURL('app://bundle/');
      second.showInactive();
    });
    const other = await coming;
    const second = await app.browserWindow(other);
    await expect.poll(() => second.evaluate((own) => own.isVisible())).toBe(true);
    expect(await second.evaluate((own) => own.isFocused())).toBe(false);
    expect(await first.evaluate((own) => own.isFocused())).toBe(true);
    await second.evaluate((own) => own.setContentSize(480, 320));
    await expect.poll(() => other.evaluate('[innerWidth, innerHeight]')).toEqual([480, 320]);
    await second.evaluate((own) => {
      own.show();
      own.focus();
    });
    await expect.poll(() => second.evaluate((own) => own.isFocused())).toBe(true);
    await expect.poll(() => first.evaluate((own) => own.isFocused())).toBe(false);
  });

  test('stay on top, keep to themselves, and are on every workspace when they are told to', async ({
    launch,
  }) => {
    test.skip(!onStandIn, 'depends on the desktop');
    const app = await launch('basic');
    const window = await app.browserWindow(await app.firstWindow());
    const facts = (): Promise<boolean[]> =>
      window.evaluate((own) => [
        own.isAlwaysOnTop(),
        own.isContentProtected(),
        own.isVisibleOnAllWorkspaces(),
        own.isMenuBarVisible(),
      ]);
    expect(await facts()).toEqual([false, false, false, true]);
    await window.evaluate((own) => {
      own.setAlwaysOnTop(true);
      own.setContentProtection(true);
      own.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
      own.removeMenu();
    });
    expect(await facts()).toEqual([true, true, true, false]);
  });

  test('can refuse to close, and are gone once they have closed', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    // A page that is still coming cannot be loaded anew.
    await expect(page.getByRole('heading')).toHaveText('First');
    const window = await app.browserWindow(page);
    await window.evaluate((own) => {
      own.once('close', (event: { preventDefault(): void }) => event.preventDefault());
      own.close();
    });
    // The page is still there, and stays.
    await page.reload();
    await expect(page.getByRole('heading')).toHaveText('First');
    expect(await window.evaluate((own) => own.isDestroyed())).toBe(false);
    await app.evaluate(({ app: own }) => own.on('window-all-closed', () => {}));
    await window.evaluate((own) => own.close());
    await expect.poll(() => window.evaluate((own) => own.isDestroyed())).toBe(true);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
    const events = await app.evaluate(() => seen);
    const order = ['window close', 'window closed', 'window-all-closed'];
    expect(events.filter((name) => order.includes(String(name)))).toEqual(['window close', ...order]);
    const uses = await window.evaluate((own) => {
      const attempt = (deed: () => unknown): string => {
        try {
          deed();
          return 'worked';
        } catch (error) {
          return (error as Error).message;
        }
      };
      return [attempt(() => own.show()), attempt(() => own.webContents), attempt(() => own.getTitle())];
    });
    expect(uses).toEqual(Array.from({ length: 3 }, () => 'Object has been destroyed'));
  });

  test('are destroyed without being asked', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const window = await app.browserWindow(page);
    const events = await window.evaluate((own) => {
      const list: string[] = [];
      own.on('close', () => list.push('close'));
      own.on('closed', () => list.push('closed'));
      own.destroy();
      return [...list, String(own.isDestroyed())];
    });
    expect(events).toEqual(['closed', 'true']);
  });

  test('are found again by what belongs to them', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const found = await app.evaluate(({ BrowserWindow, webContents }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents;
      return [
        contents !== undefined && BrowserWindow.fromWebContents(contents) === window,
        BrowserWindow.fromId(1) === window,
        webContents.fromId(contents?.id ?? 0) === contents,
        webContents.getAllWebContents().length,
      ];
    });
    expect(found).toEqual([true, true, true, 1]);
  });

  test('tell why a page could not be loaded', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const failure = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const failed = new Promise((resolve) => {
        window?.webContents.once('did-fail-load', (_event, code, text, url, isMainFrame) =>
          resolve([code, text, url, isMainFrame]),
        );
      });
      const error = await window
        ?.loadURL('https://example.invalid/blocked')
        .catch((reason: unknown) => reason);
      const { code, errno, message } = error as { code: string; errno: number; message: string };
      return { error: [code, errno, message], event: await failed };
    });
    expect(failure).toEqual({
      error: [
        'ERR_BLOCKED_BY_CLIENT',
        -20,
        "ERR_BLOCKED_BY_CLIENT (-20) loading 'https://example.invalid/blocked'",
      ],
      event: [-20, 'ERR_BLOCKED_BY_CLIENT', 'https://example.invalid/blocked', true],
    });
  });

  test('survive a crash of their renderer, and reload into a working page', async ({ launch }) => {
    const app = await launch('basic');
    await app.firstWindow();
    const reason = await app.evaluate(({ app: own, BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const gone = new Promise((resolve) => {
        own.once('render-process-gone', (_event, which, details) => resolve([which.id, details.reason]));
      });
      contents?.forcefullyCrashRenderer();
      return gone;
    });
    expect(reason).toEqual([1, expect.stringMatching(/^(crashed|killed)$/)]);
    const again = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const crashed = contents?.isCrashed();
      const loaded = new Promise<void>((resolve) => {
        contents?.once('did-finish-load', () => resolve());
      });
      contents?.reload();
      await loaded;
      const answer: unknown = await contents?.executeJavaScript('bridge.invoke("echo", 7)');
      return [crashed, contents?.isCrashed(), contents?.getURL(), answer];
    });
    expect(again).toEqual([true, false, 'app://bundle/', [7]]);
  });

  test('show what the app or the system wants: light or dark', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const dark = (): Promise<boolean> => page.evaluate('matchMedia("(prefers-color-scheme: dark)").matches');
    const choose = (source: 'dark' | 'light'): Promise<boolean> =>
      app.evaluate(({ nativeTheme }, value) => {
        nativeTheme.themeSource = value;
        return nativeTheme.shouldUseDarkColors;
      }, source);
    expect(await choose('dark')).toBe(true);
    await expect.poll(dark).toBe(true);
    await page.reload();
    await expect.poll(dark).toBe(true);
    expect(await choose('light')).toBe(false);
    await expect.poll(dark).toBe(false);
  });
});
