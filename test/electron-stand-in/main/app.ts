import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { createEvent, guard, ImitatedEmitter } from '../core/guard.ts';
import { life, options } from '../core/runtime.ts';
import { takeAppEvents } from './app-events.ts';
import { appPath, setAppPath } from './app-paths.ts';
import { stopBrowser } from './browser.ts';
import { BrowserWindow } from './browser-window.ts';
import { commandLine } from './command-line.ts';
import { InstanceLock } from './instance-lock.ts';
import { records } from '../os-surfaces/records.ts';
import { onSessionCreated } from './session.ts';

const events = [
  'ready',
  'will-finish-launching',
  'open-url',
  'open-file',
  'activate',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'child-process-gone',
  'render-process-gone',
  'session-created',
  'accessibility-support-changed',
];

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

let appFolder = process.cwd();
let name = 'Electron';
let version = '0.0.0';
let lock: InstanceLock | undefined;
let loginItem: Electron.Settings = { openAtLogin: false };
const schemes = new Set<string>();
const waitingInstances: { argv: string[]; cwd: string; data: unknown }[] = [];
let readyDone: () => void = () => {};
const readyPromise = new Promise<void>((resolve) => {
  readyDone = resolve;
});
const exitProcess = process.exit.bind(process);
let ending = false;

const emitter = new ImitatedEmitter('app', events);

/** Reads what the app says about itself. */
export function describeApp(folder: string): void {
  appFolder = folder;
  const file = join(folder, 'package.json');
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
  name = manifest.productName ?? manifest.name ?? name;
  version = manifest.version ?? version;
}

/** Ends the process once nothing of Chromium is left. */
function end(code: number): void {
  if (ending) return;
  ending = true;
  emitter.emit('quit', createEvent(), code);
  lock?.release();
  stopBrowser().then(
    () => exitProcess(code),
    () => exitProcess(code),
  );
}

function finishQuit(): void {
  const event = createEvent();
  emitter.emit('will-quit', event);
  if (event.defaultPrevented) {
    life.quitting = false;
    return;
  }
  end(0);
}

function onAllClosed(): void {
  if (ending) return;
  if (life.quitting) finishQuit();
  else if (emitter.listenerCount('window-all-closed') === 0) app.quit();
  else emitter.emit('window-all-closed');
}

takeAppEvents((event, ...args) => {
  if (event === 'stand-in-all-closed') onAllClosed();
  else emitter.emit(event, ...args);
});
onSessionCreated((session) => emitter.emit('session-created', session));

function onSecondInstance(second: { argv: string[]; cwd: string; data: unknown }): void {
  if (!life.ready) waitingInstances.push(second);
  else emitter.emit('second-instance', createEvent(), second.argv, second.cwd, second.data ?? {});
}

function beforeReady(what: string): void {
  if (life.ready) throw new Error(`${what} can only be called before app is ready`);
}

const members = {
  get isPackaged() {
    return options.packaged;
  },
  get name() {
    return name;
  },
  set name(value: string) {
    name = value;
  },
  commandLine,
  /** macOS only, so `undefined` here like in Electron. */
  dock: undefined,
  userAgentFallback: '',
  accessibilitySupportEnabled: false,
  whenReady: () => readyPromise,
  isReady: () => life.ready,
  getName: () => name,
  setName: (value: string) => {
    name = value;
  },
  getVersion: () => version,
  getAppPath: () => appFolder,
  getPath: (key: string) => appPath(key, name),
  setPath: (key: string, value: string) => setAppPath(key, value),
  setAppLogsPath: () => {},
  getLocale: () => commandLine.getSwitchValue('lang') || 'en-US',
  getSystemLocale: () => 'en-US',
  getLocaleCountryCode: () => 'US',
  getPreferredSystemLanguages: () => ['en-US'],
  setAppUserModelId: (id: string) => {
    records.appUserModelId = id;
  },
  enableSandbox: () => beforeReady('app.enableSandbox()'),
  disableHardwareAcceleration: () => beforeReady('app.disableHardwareAcceleration()'),
  requestSingleInstanceLock(data?: Record<string, unknown>) {
    lock ??= new InstanceLock(appPath('userData', name), onSecondInstance);
    return lock.request(data);
  },
  hasSingleInstanceLock: () => lock?.held ?? false,
  releaseSingleInstanceLock: () => lock?.release(),
  quit() {
    if (ending || life.quitting) return;
    const event = createEvent();
    emitter.emit('before-quit', event);
    if (event.defaultPrevented) return;
    life.quitting = true;
    const windows = BrowserWindow.getAllWindows();
    if (windows.length === 0) setImmediate(finishQuit);
    for (const window of windows) {
      if (life.quitting) window.close();
    }
  },
  exit(code = 0) {
    if (!life.ready) {
      lock?.release();
      exitProcess(code);
    }
    if (ending) return;
    life.quitting = true;
    ending = true;
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    ending = false;
    end(code);
  },
  relaunch(given: Electron.RelaunchOptions = {}) {
    const args = given.args ?? process.argv.slice(1);
    emitter.once('quit', () => {
      lock?.release();
      spawn(given.execPath ?? process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
    });
  },
  focus() {
    const [window] = BrowserWindow.getAllWindows();
    window?.focus();
  },
  hide: () => {},
  show: () => {},
  setLoginItemSettings: (settings: Electron.Settings) => {
    loginItem = settings;
  },
  getLoginItemSettings: () => ({
    openAtLogin: loginItem.openAtLogin ?? false,
    openAsHidden: false,
    wasOpenedAtLogin: false,
    wasOpenedAsHidden: false,
    restoreState: false,
    status: loginItem.openAtLogin ? 'enabled' : 'not-registered',
    executableWillLaunchAtLogin: loginItem.openAtLogin ?? false,
    launchItems: [],
  }),
  setAsDefaultProtocolClient: (scheme: string) => schemes.add(scheme).has(scheme),
  removeAsDefaultProtocolClient: (scheme: string) => schemes.delete(scheme),
  isDefaultProtocolClient: (scheme: string) => schemes.has(scheme),
  setBadgeCount: (count = 0) => {
    records.badgeCount = count;
    return true;
  },
  getBadgeCount: () => records.badgeCount,
  getAppMetrics: () => [],
  setAboutPanelOptions: () => {},
  addRecentDocument: () => {},
  clearRecentDocuments: () => {},
};

export const app = guard(
  'app',
  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members)) as typeof emitter &
    typeof members,
);

/** `process.exit` ends the app the way `app.exit` does. */
export function adoptProcess(): void {
  process.exit = ((code?: number) => {
    if (life.ready) app.exit(code ?? Number(process.exitCode ?? 0));
    else exitProcess(code);
  }) as typeof process.exit;
  process.on('exit', () => lock?.release());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

/** Chromium is there: the app may begin. */
export function becomeReady(): void {
  life.ready = true;
  emitter.emit('will-finish-launching');
  readyDone();
  emitter.emit('ready', createEvent(), {});
  for (const second of waitingInstances.splice(0)) onSecondInstance(second);
}

/** Chromium has ended: nothing can go on. */
export function browserEnded(): void {
  if (ending) return;
  console.error('Chromium has ended unexpectedly.');
  end(1);
}
