// The app that most specs run: one window on `app://bundle/`, whose pages are below, with one preload script.
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { join } from 'node:path';
import { pages } from './pages.mjs';

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

/** What happened, for the specs to read. */
const seen = [];
const policy = {
  permissions: ['clipboard-sanitized-write'],
  asked: [],
  blocked: [],
  requests: [],
  navigations: [],
  opened: [],
};
globalThis.seen = seen;
globalThis.policy = policy;
globalThis.preload = join(import.meta.dirname, 'preload.cjs');

app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(({ url }) => {
    policy.opened.push(url);
    return { action: 'deny' };
  });
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    contents.on(name, (event) => {
      policy.navigations.push([name, event.url]);
      if (event.url.includes('forbidden') || event.url.startsWith('http')) event.preventDefault();
    });
  }
  for (const name of ['dom-ready', 'did-finish-load', 'render-process-gone', 'preload-error', 'destroyed']) {
    contents.on(name, (...args) => {
      seen.push(name);
      if (name === 'preload-error') globalThis.preloadError = String(args[2]);
      if (name === 'render-process-gone') globalThis.gone = args[1].reason;
    });
  }
});
for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) {
  app.on(name, () => {
    seen.push(name);
    console.log(`event ${name}`);
  });
}

ipcMain.handle('echo', (_event, ...args) => args);
ipcMain.handle('describe', (_event, value) => globalThis.describe(value));
ipcMain.handle('fail', () => {
  throw Object.assign(new TypeError('no good'), { code: 'E_CODE' });
});
ipcMain.handle('uncloneable', () => () => {});
ipcMain.handle('sender', (event) => ({
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
  parent: event.senderFrame.parent,
  id: event.sender.id,
  type: event.type,
}));
ipcMain.handle('frame-later', async (event) => {
  globalThis.keptEvent = event;
  return event.senderFrame !== null;
});
ipcMain.on('note', (_event, ...args) => seen.push(args));

const describe = (value) => {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (value instanceof Map) return [tag, [...value].map(([key, item]) => [key, describe(item)])];
  if (value instanceof Set) return [tag, [...value].map(describe)];
  if (Array.isArray(value)) return [tag, value.map(describe)];
  if (value instanceof Date) return [tag, value.toISOString()];
  if (value instanceof Error) return [tag, value.name, value.message];
  if (value instanceof Uint8Array) return [tag, [...value]];
  if (tag === 'Object') return [tag, Object.entries(value).map(([key, item]) => [key, describe(item)])];
  return [tag, String(value)];
};
globalThis.describe = describe;

await app.whenReady();
const own = session.defaultSession;
own.setPermissionRequestHandler((_contents, permission, callback) => {
  policy.asked.push(`request ${permission}`);
  callback(policy.permissions.includes(permission));
});
own.setPermissionCheckHandler((_contents, permission) => {
  policy.asked.push(`check ${permission}`);
  return policy.permissions.includes(permission);
});
own.webRequest.onBeforeRequest((details, callback) => {
  policy.requests.push(details.url);
  const cancel = details.url.includes('/blocked') || !/^(app|devtools|data):/.test(details.url);
  callback({ cancel: cancel && !policy.allowed?.some((prefix) => details.url.startsWith(prefix)) });
});
protocol.handle('app', async (request) => pages(request));

const window = new BrowserWindow({
  width: 900,
  height: 640,
  show: false,
  title: 'Conformance',
  webPreferences: {
    preload: globalThis.preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
  },
});
for (const name of [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'minimize',
  'restore',
  'close',
  'closed',
]) {
  window.on(name, () => seen.push(`window ${name}`));
}
window.once('ready-to-show', () => window.show());
// A spec may load something else meanwhile.
window.loadURL('app://bundle/').catch(() => {});
