import type { ElectronApplication } from 'playwright/test';
import { expect, onStandIn, test } from './launch.ts';
import { osSurface } from '../os.ts';

/** Makes a tray icon with a menu whose items write down that they were pressed. */
function makeTray(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ Menu, nativeImage, Tray }) => {
    const pressed: string[] = [];
    const menu = Menu.buildFromTemplate([
      { label: 'Open', click: () => void pressed.push('Open') },
      {
        label: 'Paused',
        type: 'checkbox',
        checked: false,
        click: (item) => void pressed.push(`Paused ${item.checked}`),
      },
      { type: 'separator' },
      { label: 'Off', enabled: false },
      { label: 'Hidden', visible: false },
      { label: 'More', submenu: [{ label: 'Deep', id: 'deep', click: () => void pressed.push('Deep') }] },
    ]);
    const tray = new Tray(nativeImage.createEmpty());
    tray.setToolTip('Doorward');
    tray.setContextMenu(menu);
    Object.assign(globalThis, { tray, pressed });
  });
}

test.describe('The desktop', () => {
  test('shows a tray icon with a menu', async ({ launch }) => {
    const app = await launch('basic');
    const surface = await osSurface(app);
    await makeTray(app);
    expect(await surface.trayTooltip()).toBe('Doorward');
    const menu = await surface.trayMenu();
    expect(menu.map((item) => [item.type, item.label, item.enabled])).toEqual([
      ['normal', 'Open', true],
      ['checkbox', 'Paused', true],
      ['separator', '', true],
      ['normal', 'Off', false],
      ['submenu', 'More', true],
    ]);
    await surface.clickTray('Open');
    await surface.clickTray('Paused');
    await surface.clickTray('More', 'Deep');
    const pressed = await app.evaluate(() => (globalThis as unknown as { pressed: string[] }).pressed);
    expect(pressed).toEqual(['Open', 'Paused true', 'Deep']);
    await expect(surface.clickTray('Off')).rejects.toThrow(/Off/);
  });

  test('keeps on Linux the menu as it was set, and sends no clicks', async ({ launch }) => {
    test.skip(!onStandIn, 'what a real panel shows cannot be read');
    const app = await launch('basic');
    const surface = await osSurface(app);
    await makeTray(app);
    await app.evaluate(({ Menu }) => {
      const { tray } = globalThis as unknown as { tray: Electron.Tray };
      const menu = Menu.buildFromTemplate([{ label: 'First', id: 'x' }]);
      tray.setContextMenu(menu);
      Object.assign(menu.getMenuItemById('x') ?? {}, { label: 'Changed' });
    });
    expect((await surface.trayMenu()).map((item) => item.label)).toEqual(['First']);
    await expect(surface.clickTrayIcon()).rejects.toThrow('A tray icon on Linux sends no');
  });

  test('sends clicks on the icon elsewhere', async ({ launch }) => {
    test.skip(!onStandIn, 'the platform of a real Electron cannot be chosen');
    const app = await launch('basic', { env: { DOORWARD_STANDIN_PLATFORM: 'win32' } });
    await makeTray(app);
    await app.evaluate(() => {
      const { tray, pressed } = globalThis as unknown as { tray: Electron.Tray; pressed: string[] };
      tray.on('click', () => pressed.push('icon'));
    });
    await (await osSurface(app)).clickTrayIcon();
    expect(await app.evaluate(() => (globalThis as unknown as { pressed: string[] }).pressed)).toEqual([
      'icon',
    ]);
  });

  test('shows notifications and passes clicks on', async ({ launch }) => {
    const app = await launch('basic');
    const surface = await osSurface(app);
    await app.evaluate(({ Notification }) => {
      const note = new Notification({
        title: 'Waiting',
        body: 'A call waits.',
        actions: [{ type: 'button', text: 'Look' }],
      });
      note.on('click', () => Object.assign(globalThis, { clicked: true }));
      note.show();
    });
    expect(await surface.notifications()).toMatchObject([{ title: 'Waiting', body: 'A call waits.' }]);
    await surface.clickNotification(0);
    expect(await app.evaluate(() => (globalThis as unknown as { clicked: boolean }).clicked)).toBe(true);
  });

  test('shows no notification buttons on Linux, and none at all for an unsigned app on macOS', async ({
    launch,
  }) => {
    test.skip(!onStandIn, 'the platform of a real Electron cannot be chosen');
    const notify = (app: ElectronApplication): Promise<string> =>
      app.evaluate(({ Notification }) => {
        const note = new Notification({ title: 'x', actions: [{ type: 'button', text: 'Look' }] });
        return new Promise<string>((resolve) => {
          note.on('show', () => resolve('show'));
          note.on('failed', () => resolve('failed'));
          note.show();
        });
      });
    const linux = await launch('basic');
    expect(await notify(linux)).toBe('show');
    expect((await (await osSurface(linux)).notifications())[0]?.actions).toEqual([]);
    const windows = await launch('basic', { env: { DOORWARD_STANDIN_PLATFORM: 'win32' } });
    expect(await notify(windows)).toBe('show');
    expect((await (await osSurface(windows)).notifications())[0]?.actions).toEqual(['Look']);
    const mac = await launch('basic', { env: { DOORWARD_STANDIN_PLATFORM: 'darwin' } });
    expect(await notify(mac)).toBe('failed');
  });

  test('answers dialogs from a queue, and fails one that nobody answers', async ({ launch }) => {
    const app = await launch('basic');
    const surface = await osSurface(app);
    await surface.answerDialog('Keep');
    await surface.answerDialog(['/tmp/chosen.json']);
    await surface.answerDialog(null);
    const answers = await app.evaluate(async ({ dialog }) => [
      (await dialog.showMessageBox({ message: 'Remove it?', buttons: ['Remove', 'Keep'] })).response,
      await dialog.showOpenDialog({ title: 'Choose' }),
      (await dialog.showSaveDialog({ title: 'Save' })).canceled,
      await dialog.showMessageBox({ message: 'Nobody is here' }).catch((error: Error) => error.message),
    ]);
    expect(answers).toEqual([
      1,
      { canceled: false, filePaths: ['/tmp/chosen.json'] },
      true,
      expect.stringContaining('A dialog opened that no test answers'),
    ]);
    expect((await surface.dialogs())[0]).toMatchObject({
      message: 'Remove it?',
      buttons: ['Remove', 'Keep'],
    });
  });

  test('is asked to open links and folders', async ({ launch }) => {
    const app = await launch('basic');
    const surface = await osSurface(app);
    await app.evaluate(async ({ shell }) => {
      await shell.openExternal('https://example.com/help');
      await shell.openPath('/');
      shell.showItemInFolder('/tmp');
    });
    expect(await surface.openedExternally()).toEqual(['https://example.com/help']);
    expect(await surface.openedPaths()).toEqual(['/']);
    expect(await surface.shownInFolder()).toEqual(['/tmp']);
  });

  test('has an application menu', async ({ launch }) => {
    const app = await launch('basic');
    const surface = await osSurface(app);
    await app.evaluate(({ Menu }) => {
      const file = [
        {
          label: 'Add server',
          accelerator: 'CmdOrCtrl+N',
          click: () => Object.assign(globalThis, { added: true }),
        },
      ];
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([{ label: 'File', submenu: [...file, { role: 'quit' as const }] }]),
      );
    });
    const [menu] = await surface.appMenu();
    expect(menu?.submenu?.map((item) => [item.label, item.accelerator])).toEqual([
      ['Add server', 'CmdOrCtrl+N'],
      [expect.stringContaining('Quit'), expect.any(String)],
    ]);
    await surface.clickAppMenu('File', 'Add server');
    expect(await app.evaluate(() => (globalThis as unknown as { added: boolean }).added)).toBe(true);
  });

  test('reports power events, idleness and the theme of the system', async ({ launch }) => {
    const app = await launch('basic');
    const page = await app.firstWindow();
    const surface = await osSurface(app);
    await app.evaluate(({ powerMonitor, nativeTheme }) => {
      powerMonitor.on('lock-screen', () => Object.assign(globalThis, { locked: true }));
      nativeTheme.on('updated', () => Object.assign(globalThis, { updated: true }));
    });
    await surface.power('lock-screen');
    expect(await app.evaluate(() => (globalThis as unknown as { locked: boolean }).locked)).toBe(true);
    test.skip(!onStandIn, 'idleness and the theme of the system cannot be set on a real desktop');
    await surface.setIdle({ seconds: 600 });
    const idle = await app.evaluate(({ powerMonitor }) => [
      powerMonitor.getSystemIdleTime(),
      powerMonitor.getSystemIdleState(300),
      powerMonitor.getSystemIdleState(900),
    ]);
    expect(idle).toEqual([600, 'idle', 'active']);
    await surface.setSystemTheme({ dark: true, reducedMotion: true });
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { updated: boolean }).updated))
      .toBe(true);
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
    const media = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'];
    for (const query of media)
      await expect.poll(() => page.evaluate(`matchMedia('${query}').matches`)).toBe(true);
  });

  test('reports going and coming back, and the lock of the screen', async ({ launch }) => {
    const app = await launch('basic');
    const surface = await osSurface(app);
    await app.evaluate(({ powerMonitor }) => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen'])
        powerMonitor.on(event as 'suspend', () => heard.push(event));
    });
    for (const event of ['lock-screen', 'suspend', 'resume', 'unlock-screen']) await surface.power(event);
    expect(await app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([
      'lock-screen',
      'suspend',
      'resume',
      'unlock-screen',
    ]);
    test.skip(!onStandIn, 'the screen of a real desktop is not locked by a test');
    const state = (): Promise<string> =>
      app.evaluate(({ powerMonitor }) => powerMonitor.getSystemIdleState(1));
    expect(await state()).toBe('active');
    await surface.setIdle({ locked: true });
    expect(await state()).toBe('locked');
    await surface.setIdle({ locked: false, seconds: 1 });
    expect(await state()).toBe('idle');
  });

  test('knows images by their content', async ({ launch }) => {
    const app = await launch('basic');
    const facts = await app.evaluate(({ nativeImage }) => {
      const dot =
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
      const image = nativeImage.createFromDataURL(`data:image/png;base64,${dot}`);
      return [
        nativeImage.createFromPath('/nowhere.png').isEmpty(),
        nativeImage.createEmpty().isEmpty(),
        image.isEmpty(),
        image.getSize(),
      ];
    });
    expect(facts).toEqual([true, true, false, { width: 1, height: 1 }]);
  });

  test('keeps global shortcuts', async ({ launch }) => {
    test.skip(!onStandIn, 'would grab keys of the real desktop');
    const app = await launch('basic');
    const surface = await osSurface(app);
    const registered = await app.evaluate(({ globalShortcut }) => {
      const first = globalShortcut.register('CmdOrCtrl+Shift+D', () =>
        Object.assign(globalThis, { shortcut: true }),
      );
      return [first, globalShortcut.isRegistered('CmdOrCtrl+Shift+D'), globalShortcut.isRegistered('F1')];
    });
    expect(registered).toEqual([true, true, false]);
    await surface.pressShortcut('CmdOrCtrl+Shift+D');
    expect(await app.evaluate(() => (globalThis as unknown as { shortcut: boolean }).shortcut)).toBe(true);
    const again = await app.evaluate(({ globalShortcut }) => {
      globalShortcut.unregister('CmdOrCtrl+Shift+D');
      return globalShortcut.isRegistered('CmdOrCtrl+Shift+D');
    });
    expect(again).toBe(false);
    await expect(surface.pressShortcut('CmdOrCtrl+Shift+D')).rejects.toThrow('No shortcut');
  });

  test('does not give keys that another program has', async ({ launch }) => {
    test.skip(!onStandIn, 'would grab keys of the real desktop');
    const app = await launch('basic');
    await (await osSurface(app)).occupyShortcut('CmdOrCtrl+Alt+D');
    const answers = await app.evaluate(({ globalShortcut }) => [
      globalShortcut.register('CmdOrCtrl+Alt+D', () => {}),
      globalShortcut.isRegistered('CmdOrCtrl+Alt+D'),
    ]);
    expect(answers).toEqual([false, false]);
  });
});
