import { posix, win32 } from 'node:path';
import type { ConnectWay } from '../../../shared/model/ai-app.ts';
import type { SettingsFormat } from '../edit/change.ts';
import type { PlainObject } from '../edit/plain.ts';

/** The systems on which apps are looked for. */
export type AppPlatform = 'darwin' | 'win32' | 'linux';

/** What the places of apps hang on; injected so that the other systems can be tested. */
export interface AppSurroundings {
  readonly platform: AppPlatform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The folders from which apps' places are told. */
export interface AppFolders {
  readonly platform: AppPlatform;
  readonly home: string;
  /** Where apps of this system keep their settings: Application Support, %APPDATA%, ~/.config. */
  readonly settings: string;
  /** `~/.config` on every system, or where the environment says. */
  readonly config: string;
  readonly env: AppSurroundings['env'];
  join(...parts: string[]): string;
}

/** Where an app keeps servers in its file. */
export interface Holder {
  /** Members on the way; `*` stands for every one, and is the folder of a project. */
  readonly path: readonly string[];
  /** Its entries are items of a list that carry their names in them. */
  readonly list?: true;
}

/** A program with its arguments. */
export interface Started {
  readonly command: string;
  readonly args: readonly string[];
}

/** How the entries of an app look. `name` is the one that the entry has. */
export interface EntryShape {
  stdio(started: Started, name: string): PlainObject;
  /** Absent: the app takes no address. */
  http?(url: string, headers: PlainObject, name: string): PlainObject;
}

/** An app that Doorward knows. */
export interface AppSpec {
  /** Stable: policies and scripts name it. */
  readonly id: string;
  readonly title: string;
  readonly format: SettingsFormat;
  /** Its file: the first of these that is there, else the first. */
  readonly files: (at: AppFolders) => readonly string[];
  /** What is there when the app is, beside its file. */
  readonly traces: (at: AppFolders) => readonly string[];
  /** The first is where new entries go. */
  readonly holders: readonly Holder[];
  readonly shape: EntryShape;
  /** Entries that start no server: tools that the app has in itself. */
  readonly isBuiltIn?: (entry: PlainObject) => boolean;
  /**
   * `follows`: it notices a change of its file. `waits`: it reads its file at its start, or writes it again from
   * memory, so it is changed after the app has quit.
   */
  readonly whenRunning: 'follows' | 'waits';
  /** Names of its processes, without ".exe". */
  readonly processes: readonly string[];
  /** It keeps permissions, or shows tools, by the names of its servers. */
  readonly namesByServer: boolean;
  /** The first is the usual one. None: servers are brought in from it, and it is not connected. */
  readonly ways: readonly ConnectWay[];
  /** What goes past Doorward whatever is in the file, one sentence each. */
  readonly bypasses: readonly string[];
}

/** The folders of these surroundings. Variables count only where they name whole paths. */
export function appFolders({ platform, home, env }: AppSurroundings): AppFolders {
  const flavour = platform === 'win32' ? win32 : posix;
  const join = (...parts: string[]) => flavour.join(...parts);
  const named = (variable: string): string | undefined => {
    const value = env[variable];
    return value !== undefined && flavour.isAbsolute(value) ? value : undefined;
  };
  const config = (platform === 'win32' ? undefined : named('XDG_CONFIG_HOME')) ?? join(home, '.config');
  const settings = {
    darwin: () => join(home, 'Library', 'Application Support'),
    win32: () => named('APPDATA') ?? join(home, 'AppData', 'Roaming'),
    linux: () => config,
  }[platform]();
  return { platform, home, settings, config, env, join };
}
