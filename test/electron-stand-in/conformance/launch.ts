import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page, test as base } from 'playwright/test';

/** The binary under test. */
export const electronBinary = process.env['ELECTRON_BIN'] ?? join(import.meta.dirname, '../electron');

/** Whether that is the stand-in; a spec for only one of the two says why it is skipped on the other. */
export const onStandIn = process.env['ELECTRON_BIN'] === undefined;

export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A profile folder to share between starts; otherwise each start has its own. */
  readonly userData?: string;
}

interface Fixtures {
  /** A folder that is removed after the test. */
  readonly folder: string;
  /** Starts one of the small apps; what is still running after the test is closed. */
  readonly launch: (app: string, options?: LaunchOptions) => Promise<ElectronApplication>;
}

/** The folder of one of the small apps. */
export function appFolder(name: string): string {
  return join(import.meta.dirname, 'apps', name);
}

export const test = base.extend<Fixtures>({
  // The runner wants a destructured first argument.
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'electron-conformance-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  launch: async ({ folder }, use) => {
    const running: { app: ElectronApplication; child: ChildProcess }[] = [];
    await use(
      async (name, { args = [], env = {}, userData = join(folder, `profile-${running.length}`) } = {}) => {
        const app = await _electron.launch({
          executablePath: electronBinary,
          args: [appFolder(name), `--user-data-dir=${userData}`, ...args],
          env: { ...(process.env as Record<string, string>), ...env },
          // Playwright emulates a light scheme otherwise, and `nativeTheme` would have no say.
          colorScheme: null,
        });
        running.push({ app, child: app.process() });
        await app.evaluate((electron) => electron.app.whenReady());
        return app;
      },
    );
    for (const { app, child } of running) {
      // Without asking: some specs leave an app that refuses to quit.
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        await app.evaluate((electron) => setTimeout(() => electron.app.exit(0), 0)).catch(() => {});
        await gone;
      }
    }
  },
});

/** Lets the app load an address into its first window, and waits until the test tool has seen it too. */
export async function loadInto(app: ElectronApplication, page: Page, url: string): Promise<void> {
  await page.waitForLoadState();
  const seen = page.waitForEvent('load');
  await app.evaluate(({ BrowserWindow }, address) => BrowserWindow.getAllWindows()[0]?.loadURL(address), url);
  await seen;
}

export { expect } from 'playwright/test';
