import { basename, dirname } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { OpenSettingsFile } from '../host/settings/settings.ts';

/** `settings.json` through electron-store: the same engine and the same file as in the headless host. */
export const storeFile: OpenSettingsFile = (file) => {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: dirname(file),
    name: basename(file, '.json'),
    configFileMode: 0o600,
    clearInvalidConfig: false,
  });
  // It opens a channel of its own for stores in pages, which answers without a look at who asks.
  ipcMain.removeAllListeners('electron-store-get-data');
  return { set: (values) => store.set(values) };
};
