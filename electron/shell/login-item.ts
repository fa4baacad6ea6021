import { setAutostart } from './autostart-entry.ts';

/** What this needs of Electron's app. */
export interface LoginApp {
  setLoginItemSettings(settings: { openAtLogin: boolean; path?: string; args?: string[] }): void;
}

export interface LoginPorts {
  readonly app: LoginApp;
  readonly platform: NodeJS.Platform;
  /** The program and the words that start this very app with this very profile. */
  readonly command: readonly [program: string, ...words: string[]];
  readonly packaged: boolean;
  readonly autostart: string;
  log(message: string): void;
}

/** Starts the app with the person's session, in the tray, or no longer does. */
export function setStartAtLogin(ports: LoginPorts, wanted: boolean): void {
  const { app, platform, command, packaged } = ports;
  const [program, ...words] = command;
  const args = [...words, '--hidden'];
  if (platform === 'linux') {
    // Electron does nothing here on Linux.
    if (!setAutostart(ports.autostart, wanted ? [program, ...args] : undefined))
      ports.log('The entry that starts Doorward with the session could not be written');
  } else if (platform === 'win32') app.setLoginItemSettings({ openAtLogin: wanted, path: program, args });
  // From a clone macOS would start Electron itself, without the app.
  else if (packaged) app.setLoginItemSettings({ openAtLogin: wanted });
}
