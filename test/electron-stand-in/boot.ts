import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { electronVersion, isFolder, options } from './core/runtime.ts';
import { adoptProcess, becomeReady, browserEnded, describeApp } from './main/app.ts';
import { browser, startBrowser } from './main/browser.ts';
import { appendedSwitches } from './main/command-line.ts';
import { publishControl } from './os-surfaces/control.ts';

const define = (key: string, value: unknown): void => {
  Object.defineProperty(process, key, { value, writable: true, enumerable: true, configurable: true });
};

function entryOf(path: string): { folder: string; main: string } {
  if (!isFolder(path)) return { folder: dirname(path), main: path };
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { main?: string };
  return { folder: path, main: join(path, manifest.main ?? 'index.js') };
}

/**
 * Runs the app's main module, and resolves once its static imports are done: that is when Electron may become
 * ready. A module that comes after it in the same graph runs when the first one waits for something.
 */
function runMain(main: string): Promise<void> {
  return new Promise((settle) => {
    const done = Symbol.for('doorward.stand-in.imported');
    Object.defineProperty(globalThis, done, { value: settle, configurable: true });
    const marker = `globalThis[Symbol.for('doorward.stand-in.imported')]()`;
    const quote = (url: string): string => JSON.stringify(url);
    const entry = `import ${quote(pathToFileURL(main).href)};\nimport ${quote(`data:text/javascript,${encodeURIComponent(marker)}`)};`;
    import(`data:text/javascript,${encodeURIComponent(entry)}`).catch((error: unknown) => {
      console.error('A JavaScript error occurred in the main process\n', error);
      process.exit(1);
    });
  });
}

/**
 * Playwright calls `__playwright_run` in the main process once it is connected to everything. The app becomes ready
 * only then, so that no test tool comes upon a page that is half way into its first load.
 */
function testTool(): Promise<void> {
  const isPlaywright = options.debuggingPort === '0' && process.argv.includes('--inspect=0');
  if (!isPlaywright) return Promise.resolve();
  return new Promise((settle) => {
    const patience = setTimeout(settle, 5000);
    Object.defineProperty(globalThis, '__playwright_run', {
      value: () => {
        clearTimeout(patience);
        settle();
      },
    });
  });
}

const here = join(import.meta.dirname, 'electron');
const path = resolve(options.appFolder);
if (!existsSync(path)) {
  console.error(`Unable to find Electron app at ${path}`);
  process.exit(1);
}
const { folder, main } = entryOf(path);
define('type', 'browser');
define('execPath', here);
define('argv', [here, ...process.argv.slice(2)]);
define('resourcesPath', join(import.meta.dirname, 'resources'));
define('versions', { ...process.versions, electron: electronVersion, chrome: '' });
if (!options.packaged) define('defaultApp', true);
describeApp(folder);
adoptProcess();
publishControl();
const connected = testTool();
await runMain(main);
await startBrowser(appendedSwitches(), browserEnded);
define('versions', { ...process.versions, chrome: browser().product.replace(/^.*\//, '') });
await connected;
becomeReady();
