import type { UpdateSource } from './update-desk.ts';
import type { UpdateChannel } from './update-rules.ts';

/** What is used of electron-updater. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  allowPrerelease: boolean;
  disableWebInstaller: boolean;
  forceDevUpdateConfig: boolean;
  channel: string | null;
  logger: unknown;
  checkForUpdates(): Promise<{
    readonly isUpdateAvailable: boolean;
    readonly updateInfo: { readonly version: string };
  } | null>;
  downloadUpdate(): Promise<unknown>;
  on(event: 'update-downloaded', listener: (info: { readonly version: string }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void;
}

/** The names that electron-builder gives the files of the two channels. */
const FEEDS = { stable: 'latest', beta: 'beta' } as const;

/**
 * Updates by electron-updater: it compares digests, and has the signature checked by Windows (against the signer that the
 * packer wrote down) or by macOS (against that of the running app). It does nothing by itself. `load` is called at the
 * first look; `release` lets the host end before the app does.
 */
export function updaterSource(load: () => Promise<Updater>, release: () => Promise<void>): UpdateSource {
  let loaded: Promise<Updater> | undefined;
  let downloaded: string | undefined;
  async function start(): Promise<Updater> {
    const updater = await load();
    updater.logger = null;
    updater.forceDevUpdateConfig = false;
    updater.disableWebInstaller = true;
    updater.autoInstallOnAppQuit = false;
    // Without a listener an error would end the app; it comes as a rejection too.
    updater.on('error', () => {});
    updater.on('update-downloaded', ({ version }) => (downloaded = version));
    return updater;
  }
  const ready = (): Promise<Updater> => {
    loaded ??= start().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  function choose(updater: Updater, channel: UpdateChannel): void {
    updater.channel = FEEDS[channel];
    updater.allowPrerelease = channel === 'beta';
    // Naming a channel switches this on.
    updater.allowDowngrade = false;
    updater.autoDownload = false;
  }
  return {
    async check(channel) {
      const updater = await ready();
      choose(updater, channel);
      const found = await updater.checkForUpdates();
      return found?.isUpdateAvailable === true ? found.updateInfo.version : undefined;
    },
    async download() {
      const updater = await ready();
      downloaded = undefined;
      await updater.downloadUpdate();
      if (downloaded === undefined) throw new Error('No version was downloaded');
      return downloaded;
    },
    async install() {
      const updater = await ready();
      await release();
      updater.quitAndInstall(false, true);
    },
  };
}
