import { browser } from './browser.ts';
import { originOf, toApp, toChromium } from './schemes.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0];
type DisplayHandler = Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0];
type PermissionName = Parameters<NonNullable<RequestHandler>>[1];

/** Electron's names of permissions, and the descriptors by which Chromium knows them. */
const known: readonly (readonly [PermissionName, readonly object[]])[] = [
  ['clipboard-sanitized-write', [{ name: 'clipboard-write', allowWithoutSanitization: false }]],
  ['clipboard-read', [{ name: 'clipboard-read' }]],
  ['geolocation', [{ name: 'geolocation' }]],
  ['notifications', [{ name: 'notifications' }]],
  ['media', [{ name: 'camera' }, { name: 'microphone' }]],
  ['midi', [{ name: 'midi' }]],
  ['midiSysex', [{ name: 'midi', sysex: true }]],
  ['idle-detection', [{ name: 'idle-detection' }]],
  ['storage-access', [{ name: 'storage-access' }]],
  ['window-management', [{ name: 'window-management' }]],
];

/**
 * The permission handlers of a session. Chromium cannot ask while a page waits, so both handlers are asked for
 * every known permission before a document loads, and Chromium is told the answers for its origin.
 */
export class PermissionDesk {
  #request: RequestHandler = null;
  #check: CheckHandler = null;
  readonly #told = new Map<string, string>();
  /** Stored only: the pages of the stand-in find no devices and no displays. */
  readonly stored: { device: DeviceHandler; display: DisplayHandler } = { device: null, display: null };

  readonly setRequestHandler = (handler: RequestHandler): void => {
    this.#request = handler;
  };
  readonly setCheckHandler = (handler: CheckHandler): void => {
    this.#check = handler;
  };
  readonly setDeviceHandler = (handler: DeviceHandler): void => {
    this.stored.device = handler;
  };
  readonly setDisplayHandler = (handler: DisplayHandler): void => {
    this.stored.display = handler;
  };

  /** Asks both handlers about everything, and tells Chromium. */
  async settle(contents: object, chromiumUrl: string, browserContextId: string | undefined): Promise<void> {
    const url = toApp(chromiumUrl);
    const origin = new URL(toChromium(url)).origin;
    if (origin === 'null') return;
    for (const [name, descriptors] of known) {
      const setting = (await this.#allows(contents as Electron.WebContents, name, url))
        ? 'granted'
        : 'denied';
      const place = `${origin} ${name} ${browserContextId}`;
      if (this.#told.get(place) === setting) continue;
      this.#told.set(place, setting);
      for (const permission of descriptors) {
        browser().connection.tell('Browser.setPermission', { permission, setting, origin, browserContextId });
      }
    }
  }

  async #allows(contents: Electron.WebContents, name: PermissionName, url: string): Promise<boolean> {
    const requestingOrigin = `${originOf(url)}/`;
    const details = { requestingUrl: url, isMainFrame: true, securityOrigin: requestingOrigin };
    const check = this.#check;
    if (check && !check(contents, name, requestingOrigin, details as Parameters<typeof check>[3]))
      return false;
    const request = this.#request;
    if (!request) return true;
    return new Promise((resolve) => {
      request(contents, name, resolve, details as Parameters<typeof request>[3]);
    });
  }
}
