import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerFrom, loadBundle } from '../../electron/shell/app-protocol.ts';
import { guardSession, type GuardedSession } from '../../electron/shell/session-guard.ts';

const outside = mkdtempSync(join(tmpdir(), 'doorward-outside-'));
const folder = join(outside, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), 'page');
writeFileSync(join(folder, 'assets/a.js'), 'script');
writeFileSync(join(outside, 'settings.json'), 'secret');
const bundle = loadBundle(folder);
afterAll(() => rmSync(outside, { recursive: true }));

/** A page that was taken over asks its own address for files of this computer. */
describe('asking the bundle for something else', () => {
  it.each([
    'app://bundle/../../etc/passwd',
    'app://bundle/../settings.json',
    'app://bundle/%2e%2e/settings.json',
    'app://bundle/..%2fsettings.json',
    'app://bundle/%2e%2e%2fsettings.json',
    String.raw`app://bundle/..\settings.json`,
    'app://bundle/..%5csettings.json',
    'app://bundle/assets/../../settings.json',
    'app://bundle//etc/passwd',
    'app://bundle/C:/Windows/win.ini',
    'app://bundle/assets',
    'app://bundle/assets/',
    'app://bundle/index.html%00.js',
    'app://bundle/INDEX.HTML',
    'app://bundle/__proto__',
    'app://bundle/index.html?../../etc/passwd',
    'app://bundle/?file=/etc/passwd',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://bundle:8080/index.html',
    'app://user:password@bundle/index.html',
    'app:///index.html',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'not a url',
  ])('%s is not there', async (url) => {
    const response = answerFrom(bundle, { method: 'GET', url });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'get'])(
    '%s is not a way to ask',
    (method) => {
      const response = answerFrom(bundle, { method, url: 'app://bundle/index.html' });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET');
    },
  );
});

function guarded(devTools = false) {
  const handlers = new Map<string, (request: Request) => Response | Promise<Response>>();
  const seen: Record<string, (...args: never[]) => unknown> = {};
  const keep =
    (name: string) =>
    (handler: unknown): void =>
      void (seen[name] = handler as (...args: never[]) => unknown);
  const session = {
    protocol: { handle: (scheme: string, handler: never) => void handlers.set(scheme, handler) },
    webRequest: { onBeforeRequest: keep('request') },
    setPermissionRequestHandler: keep('ask'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('screen'),
    setSpellCheckerEnabled: keep('spelling'),
    on: (_event: string, listener: unknown) => keep('download')(listener),
  } as unknown as GuardedSession;
  guardSession(session, bundle, devTools);
  const of = <A extends unknown[], R>(name: string) => seen[name] as unknown as (...args: A) => R;
  return {
    handlers,
    spelling: seen['spelling'] as unknown,
    cancelled(url: string): boolean | undefined {
      let cancel: boolean | undefined;
      of<[{ url: string }, (answer: { cancel: boolean }) => void], void>('request')({ url }, (answer) => {
        cancel = answer.cancel;
      });
      return cancel;
    },
    asked(permission: string, details: { isMainFrame: boolean; requestingUrl: string }): boolean | undefined {
      let granted: boolean | undefined;
      of<[unknown, string, (yes: boolean) => void, unknown], void>('ask')(
        null,
        permission,
        (yes) => void (granted = yes),
        details,
      );
      return granted;
    },
    checked: (permission: string, origin: string) =>
      of<[unknown, string, string], boolean>('check')(null, permission, origin),
    device: () => of<[], boolean>('device')(),
    screen(): unknown {
      let given: unknown = 'nothing';
      of<[unknown, (streams: unknown) => void], void>('screen')({}, (streams) => void (given = streams));
      return given;
    },
    downloads(): boolean {
      let stopped = false;
      of<[{ preventDefault(): void }], void>('download')({ preventDefault: () => void (stopped = true) });
      return !stopped;
    },
  };
}

/** A page that was taken over tries to call home, read files, or use the computer's devices. */
describe('the session of the window', () => {
  it('serves its own page and refuses files', async () => {
    const { handlers } = guarded();
    expect([...handlers.keys()].toSorted()).toEqual(['app', 'file']);
    const page = await handlers.get('app')?.({ method: 'GET', url: 'app://bundle/' } as Request);
    expect(await page?.text()).toBe('page');
    const file = await handlers.get('file')?.({ method: 'GET', url: 'file:///etc/passwd' } as Request);
    expect(file?.status).toBe(403);
  });

  it.each([
    'https://evil.example/?stolen',
    'http://127.0.0.1:7411/mcp',
    'ws://127.0.0.1:9222/',
    'wss://evil.example/',
    'file:///etc/passwd',
    'ftp://evil.example/',
    'blob:app://bundle/1',
    'data:text/html,x',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
    'app://other/',
    'app://bundle@evil.example/',
    '',
  ])('cancels %j', (url) => {
    expect(guarded().cancelled(url)).toBe(true);
  });

  it('lets its own requests pass, and in a clone those of the tools for developers', () => {
    expect(guarded().cancelled('app://bundle/assets/a.js')).toBe(false);
    expect(guarded(true).cancelled('devtools://devtools/bundled/inspector.html')).toBe(false);
    expect(guarded(true).cancelled('https://evil.example/')).toBe(true);
  });

  const page = { isMainFrame: true, requestingUrl: 'app://bundle/index.html' };
  it.each([
    'clipboard-read',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'local-fonts',
    'local-network-access',
    'media',
    'midi',
    'notifications',
    'openExternal',
    'pointerLock',
    'serial',
    'storage-access',
    'usb',
    'window-management',
    'unknown',
  ])('does not permit %s', (permission) => {
    const session = guarded();
    expect(session.asked(permission, page)).toBe(false);
    expect(session.checked(permission, 'app://bundle')).toBe(false);
  });

  it('permits our page alone to copy a text', () => {
    const session = guarded();
    expect(session.asked('clipboard-sanitized-write', page)).toBe(true);
    expect(session.checked('clipboard-sanitized-write', 'app://bundle/')).toBe(true);
    expect(session.asked('clipboard-sanitized-write', { ...page, isMainFrame: false })).toBe(false);
    expect(
      session.asked('clipboard-sanitized-write', { ...page, requestingUrl: 'https://evil.example/' }),
    ).toBe(false);
    for (const origin of ['https://evil.example/', 'app://bundle.evil', '', 'null'])
      expect(session.checked('clipboard-sanitized-write', origin)).toBe(false);
  });

  it('has no devices, no picture of the screen, no downloads, no spelling from the network', () => {
    const session = guarded();
    expect(session.device()).toBe(false);
    expect(session.screen()).toBe(null);
    expect(session.downloads()).toBe(false);
    expect(session.spelling).toBe(false);
  });
});
