import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { options } from '../core/runtime.ts';

const home = (): string => process.env['HOME'] ?? homedir();
const folder = (name: string): string => join(home(), name);
const set = new Map<string, string>();

const defaults: Readonly<Record<string, (name: string) => string>> = {
  home,
  temp: () => tmpdir(),
  appData: () => process.env['XDG_CONFIG_HOME'] ?? folder('.config'),
  userData: (name) => options.userData ?? join(appPath('appData', name), name),
  sessionData: (name) => appPath('userData', name),
  logs: (name) => join(appPath('userData', name), 'logs'),
  crashDumps: (name) => join(appPath('userData', name), 'Crashpad'),
  exe: () => process.execPath,
  module: () => process.execPath,
  desktop: () => folder('Desktop'),
  documents: () => folder('Documents'),
  downloads: () => folder('Downloads'),
  music: () => folder('Music'),
  pictures: () => folder('Pictures'),
  videos: () => folder('Videos'),
};

/** `app.getPath` for an app of this name. */
export function appPath(key: string, appName: string): string {
  const value = set.get(key) ?? defaults[key]?.(appName);
  if (value === undefined) throw new Error(`Failed to get '${key}' path`);
  return value;
}

/** `app.setPath` */
export function setAppPath(key: string, value: string): void {
  if (!isAbsolute(value)) throw new Error('Path must be absolute');
  if (!(key in defaults)) throw new Error(`Failed to set path`);
  set.set(key, value);
}
