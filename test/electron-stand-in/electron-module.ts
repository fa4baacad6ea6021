import { absent, guard } from './core/guard.ts';
import { app } from './main/app.ts';
import { browserWindow as BrowserWindow } from './main/browser-window.ts';
import { ipcMain } from './main/ipc-main.ts';
import { createProtocolModule } from './main/protocol.ts';
import { partsOf, session, sessionOf } from './main/session.ts';
import { webContents } from './main/web-contents.ts';
import { clipboard } from './os-surfaces/clipboard.ts';
import { dialog } from './os-surfaces/dialog.ts';
import { globalShortcut } from './os-surfaces/global-shortcut.ts';
import { menu as Menu, menuItem as MenuItem } from './os-surfaces/menu.ts';
import { nativeImage } from './os-surfaces/native-image.ts';
import { nativeTheme } from './os-surfaces/native-theme.ts';
import { notification as Notification } from './os-surfaces/notification.ts';
import { powerMonitor } from './os-surfaces/power-monitor.ts';
import { screen } from './os-surfaces/screen.ts';
import { shell } from './os-surfaces/shell.ts';
import { trayClass as Tray } from './os-surfaces/tray.ts';
import { utilityProcess } from './os-surfaces/utility-process.ts';

const protocol = createProtocolModule(() => partsOf(sessionOf('')).protocols);

const electron = guard('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  webContents,
});

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  webContents,
};

// A named import of something missing would be a syntax error of the whole app: these throw when they are used.
export const autoUpdater = absent('electron.autoUpdater');
export const BaseWindow = absent('electron.BaseWindow');
export const BrowserView = absent('electron.BrowserView');
export const ClipboardItem = absent('electron.ClipboardItem');
export const contentTracing = absent('electron.contentTracing');
export const crashReporter = absent('electron.crashReporter');
export const desktopCapturer = absent('electron.desktopCapturer');
export const ImageView = absent('electron.ImageView');
export const inAppPurchase = absent('electron.inAppPurchase');
export const MessageChannelMain = absent('electron.MessageChannelMain');
export const net = absent('electron.net');
export const netLog = absent('electron.netLog');
export const powerSaveBlocker = absent('electron.powerSaveBlocker');
export const pushNotifications = absent('electron.pushNotifications');
export const safeStorage = absent('electron.safeStorage');
export const ServiceWorkerMain = absent('electron.ServiceWorkerMain');
export const ShareMenu = absent('electron.ShareMenu');
export const sharedTexture = absent('electron.sharedTexture');
export const systemPreferences = absent('electron.systemPreferences');
export const TouchBar = absent('electron.TouchBar');
export const View = absent('electron.View');
export const WebContentsView = absent('electron.WebContentsView');
export const webFrameMain = absent('electron.webFrameMain');

// eslint-disable-next-line import/no-default-export
export default electron;
// What `require('electron')` returns.
export { electron as 'module.exports' };
