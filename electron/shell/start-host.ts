import { logWorkerUrl } from '../audit/worker-location.ts';
import { createHost } from '../host/create-host.ts';
import type { Host } from '../host/host.ts';
import { engineFactory } from '../host/engine.ts';
import type { ProfilePaths } from '../host/profile.ts';
import type { SettingsStore } from '../host/settings/settings.ts';
import type { Result } from '../../shared/result.ts';
import type { Keychain } from '../vault/keychain.ts';
import { readManaged } from '../policy/managed/source.ts';
import { systemManagedPorts } from '../policy/managed/system-ports.ts';
import { VERSION } from '../version.ts';
import type { StartOptions } from './host-runner.ts';
import type { PersonPresence } from './presence.ts';
import type { Programs } from './programs.ts';

export interface HostParts {
  readonly paths: ProfilePaths;
  readonly settings: SettingsStore;
  readonly keychain: Keychain;
  readonly programs: Result<Programs>;
  readonly presence: Pick<PersonPresence, 'state' | 'onInput' | 'onScreen'>;
  /** For this run only. */
  readonly port: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Opens a page that a person has consented to. */
  readonly openUrl: (url: string) => void;
}

/** Starts the host inside the desktop app. Without a keychain it runs with the vault locked, as the headless one. */
export function hostStarter(parts: HostParts): (options: StartOptions) => Promise<Result<Host>> {
  return async ({ replaceKeys }) => {
    const { programs } = parts;
    if (!programs.ok) return programs;
    return createHost({
      paths: parts.paths,
      version: VERSION,
      front: 'window',
      settings: parts.settings,
      launcher: programs.value.launcher,
      replaceKeys,
      keychain: parts.keychain,
      passphrase: undefined,
      // The window is the operator; a key in the environment opens nothing.
      operatorKey: undefined,
      port: parts.port,
      logWorker: logWorkerUrl(),
      engine: engineFactory({ version: VERSION, nodePath: programs.value.node, env: parts.env }),
      readManaged: () => readManaged(process.platform, systemManagedPorts()),
      presence: parts.presence,
      openUrl: parts.openUrl,
      now: Date.now,
    });
  };
}
