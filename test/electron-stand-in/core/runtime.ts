import { statSync } from 'node:fs';

/** The platform whose tray, notifications and dock the recorders imitate; the rest is always the real one. */
export type Flavour = 'linux' | 'darwin' | 'win32';

/** What the command line and the environment ask of the stand-in. */
export interface LaunchOptions {
  /** Playwright (or a person) wants Chromium's DevTools on a port. */
  readonly debuggingPort: string | undefined;
  readonly headed: boolean;
  readonly packaged: boolean;
  readonly flavour: Flavour;
  readonly chromium: string;
  readonly userData: string | undefined;
  readonly noSandbox: boolean;
  readonly appFolder: string;
}

const valueOf = (args: readonly string[], name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

function isFlavour(value: string | undefined): value is Flavour {
  return value === 'linux' || value === 'darwin' || value === 'win32';
}

/** Reads the options of one start. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): LaunchOptions {
  const flavour = env['DOORWARD_STANDIN_PLATFORM'];
  return {
    debuggingPort: valueOf(args, 'remote-debugging-port'),
    headed: env['DOORWARD_STANDIN_HEADED'] === '1',
    packaged: env['DOORWARD_STANDIN_PACKAGED'] === '1',
    flavour: isFlavour(flavour) ? flavour : 'linux',
    chromium: env['DOORWARD_CHROMIUM'] ?? '/usr/bin/chromium',
    userData: valueOf(args, 'user-data-dir'),
    noSandbox: process.getuid?.() === 0,
    appFolder: args.find((arg) => !arg.startsWith('-')) ?? '.',
  };
}

/** Whether the path is a folder (Electron takes a folder or a script). */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export const options = readOptions(process.argv.slice(2), process.env);

/** The version of Electron whose behaviour is imitated. */
export const electronVersion = '45.5.0';

/** The state of the app's life that many parts ask for. */
export const life = { ready: false, quitting: false };

/** The Node that runs the stand-in; `process.execPath` names the stand-in itself, as it names Electron. */
export const nodePath = process.execPath;
