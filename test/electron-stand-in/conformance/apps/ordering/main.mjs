// Tries everything too early and too late, and keeps what happened.
import electron, { app, BrowserWindow, nativeImage, protocol, session, Tray, utilityProcess } from 'electron';
import { createRequire } from 'node:module';
import { log } from './imported.mjs';

const attempt = (deed) => {
  try {
    deed();
    return 'worked';
  } catch (error) {
    return error.message;
  }
};
const scheme = [{ scheme: 'app', privileges: { standard: true, secure: true } }];

app.on('ready', () => log.push('ready'));
log.push('main');
globalThis.log = log;
globalThis.early = {
  ready: app.isReady(),
  window: attempt(() => new BrowserWindow()),
  tray: attempt(() => new Tray(nativeImage.createEmpty())),
  session: attempt(() => session.defaultSession),
  handle: attempt(() => protocol.handle('app', () => new Response(''))),
  fork: attempt(() => utilityProcess.fork('x.mjs')),
  register: attempt(() => protocol.registerSchemesAsPrivileged(scheme)),
  registerAgain: attempt(() => protocol.registerSchemesAsPrivileged(scheme)),
  sandbox: attempt(() => app.enableSandbox()),
};
globalThis.same = {
  default: electron.app === app,
  require: createRequire(import.meta.url)('electron').app === app,
  main: (await import('electron/main')).app === app,
};
await app.whenReady();
log.push('after whenReady');
globalThis.late = {
  ready: app.isReady(),
  register: attempt(() => protocol.registerSchemesAsPrivileged(scheme)),
  sandbox: attempt(() => app.enableSandbox()),
};
