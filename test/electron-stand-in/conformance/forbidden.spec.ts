import type { Bridge } from './app-types.ts';
import { expect, onStandIn, test } from './launch.ts';

// A global where the callbacks below run.
declare const bridge: Bridge;

const reason = 'a real Electron has what the stand-in refuses';

test.describe('What must not be used', () => {
  test('is not in the preload world', async ({ launch }) => {
    const page = await (await launch('basic')).firstWindow();
    const facts = await page.evaluate(() => bridge.facts);
    for (const name of ['clipboard', 'remote']) {
      expect(facts[name], name).not.toMatchObject({ value: 'object' });
    }
  });

  test('throws by its name: modules', async ({ launch }) => {
    test.skip(!onStandIn, reason);
    const app = await launch('basic');
    const messages = await app.evaluate((electron) => {
      const attempt = (deed: () => unknown): string => {
        try {
          deed();
          return 'worked';
        } catch (error) {
          return (error as Error).message;
        }
      };
      return [
        attempt(() => electron.desktopCapturer),
        attempt(() => electron.autoUpdater.checkForUpdates()),
        attempt(() => electron.safeStorage),
      ];
    });
    expect(messages).toEqual([
      'The stand-in does not imitate electron.desktopCapturer.',
      'The stand-in does not imitate electron.autoUpdater.',
      'The stand-in does not imitate electron.safeStorage.',
    ]);
  });

  test('throws by its name: members and events', async ({ launch }) => {
    test.skip(!onStandIn, reason);
    const app = await launch('basic');
    await app.firstWindow();
    const messages = await app.evaluate(({ app: own, BrowserWindow, session }) => {
      const attempt = (deed: () => unknown): string => {
        try {
          deed();
          return 'worked';
        } catch (error) {
          return (error as Error).message.replace('The stand-in does not imitate ', '');
        }
      };
      const [window] = BrowserWindow.getAllWindows();
      return [
        attempt(() => own.getGPUFeatureStatus()),
        attempt(() => window?.setVibrancy('menu')),
        attempt(() => window?.webContents.printToPDF({})),
        attempt(() => window?.webContents.on('paint', () => {})),
        attempt(() => session.defaultSession.cookies),
        attempt(() => Reflect.get(BrowserWindow, 'addDevToolsExtension')),
      ];
    });
    expect(messages).toEqual([
      'app.getGPUFeatureStatus.',
      'BrowserWindow.setVibrancy.',
      'webContents.printToPDF.',
      "the event 'paint' of webContents.",
      'session.cookies.',
      'BrowserWindow.addDevToolsExtension.',
    ]);
  });

  test('is subclassing', async ({ launch }) => {
    test.skip(!onStandIn, 'a real Electron only advises against it');
    const app = await launch('basic');
    const message = await app.evaluate(({ BrowserWindow }) => {
      class Own extends BrowserWindow {}
      try {
        return `made ${new Own().id}`;
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('Electron classes cannot be subclassed.');
  });
});
