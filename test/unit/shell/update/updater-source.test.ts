import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Updater, updaterSource } from '../../../../electron/shell/update/updater-source.ts';

describe('electron-updater', () => {
  /** Its manners: naming a channel allows what is older, and it would download by itself. */
  function fake() {
    const done: string[] = [];
    const told = new Map<string, (info: never) => void>();
    let channel: string | null = null;
    const updater = {
      autoDownload: true,
      autoInstallOnAppQuit: true,
      allowDowngrade: false,
      allowPrerelease: true,
      disableWebInstaller: false,
      forceDevUpdateConfig: true,
      logger: console as unknown,
      get channel() {
        return channel;
      },
      set channel(name) {
        channel = name;
        this.allowDowngrade = true;
      },
      checkForUpdates() {
        done.push(
          `check ${this.channel} ${this.allowDowngrade} ${this.autoDownload} ${this.allowPrerelease}`,
        );
        return Promise.resolve({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } });
      },
      downloadUpdate() {
        told.get('update-downloaded')?.({ version: '2.0.0' } as never);
        return Promise.resolve([]);
      },
      on: (event: string, listener: (info: never) => void) => told.set(event, listener),
      quitAndInstall: (silent: boolean, again: boolean) => void done.push(`install ${silent} ${again}`),
    } satisfies Updater;
    return { updater, done, told };
  }

  it('is held to what was promised: no downgrade, no download and no installation by itself', async () => {
    const { updater, done, told } = fake();
    const source = updaterSource(
      () => Promise.resolve(updater),
      () => Promise.resolve(void done.push('release')),
    );
    expect(await source.check('stable')).toBe('2.0.0');
    await source.check('beta');
    expect(done).toEqual(['check latest false false false', 'check beta false false true']);
    expect(updater).toMatchObject({
      autoInstallOnAppQuit: false,
      disableWebInstaller: true,
      forceDevUpdateConfig: false,
      logger: null,
    });
    // An error without a listener would end the whole app.
    expect(told.has('error')).toBe(true);
    expect(await source.download()).toBe('2.0.0');
    await source.install();
    expect(done.slice(2)).toEqual(['release', 'install false true']);
  });

  it('that cannot be loaded is tried again at the next look', async () => {
    const { updater } = fake();
    let broken = true;
    const source = updaterSource(
      () => (broken ? Promise.reject(new Error('broken')) : Promise.resolve(updater)),
      () => Promise.resolve(),
    );
    await expect(source.check('stable')).rejects.toThrow('broken');
    broken = false;
    expect(await source.check('stable')).toBe('2.0.0');
  });
});

describe('the real electron-updater, on a server of its own', () => {
  const load = createRequire(createRequire(import.meta.url).resolve('electron-updater'));
  interface DownloadOptions {
    readonly headers?: Record<string, string>;
    readonly cancellationToken: {
      createPromise(
        work: (resolve: (file: string) => void, reject: (error: Error) => void, onCancel: unknown) => void,
      ): Promise<string>;
    };
  }
  const { HttpExecutor, configureRequestUrl } = load('builder-util-runtime') as {
    HttpExecutor: new () => { doDownload(request: RequestOptions, work: object, redirects: number): void };
    configureRequestUrl: (url: URL, options: RequestOptions) => void;
  };
  const { NsisUpdater } = load('electron-updater') as {
    NsisUpdater: new (
      options: null,
      app: object,
    ) => Updater & {
      httpExecutor: unknown;
      verifyUpdateCodeSignature: unknown;
      updateConfigPath: string;
    };
  };
  /** Over Node's own sockets: the usual one needs Electron. */
  class Plain extends HttpExecutor {
    createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
      return request(options, callback);
    }
    download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
      return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
        const wanted: RequestOptions = { headers: options.headers ?? {} };
        configureRequestUrl(url, wanted);
        const callback = (error?: Error | null): void => (error ? reject(error) : resolve(destination));
        this.doDownload(wanted, { destination, options, onCancel, callback, responseHandler: null }, 0);
      });
    }
  }

  /** Its name carries the system that the test runs on. */
  const FEED = /^\/latest[a-z0-9-]*\.yml$/;
  const installer = Buffer.from('an installer');
  let folder = '';
  let asked: string[] = [];
  let feed = { version: '', sha512: '' };
  const server = createServer((message, response) => {
    const path = (message.url ?? '').split('?')[0] ?? '';
    asked.push(path);
    const { version, sha512 } = feed;
    if (FEED.test(path))
      response.end(
        `version: ${version}\nfiles:\n  - url: Doorward.exe\n    sha512: ${sha512}\n    size: ${installer.length}\npath: Doorward.exe\nsha512: ${sha512}\n`,
      );
    else if (path === '/Doorward.exe') response.end(installer);
    else response.writeHead(404).end();
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'doorward-update-'));
    asked = [];
    feed = { version: '2.0.0', sha512: createHash('sha512').update(installer).digest('base64') };
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    rmSync(folder, { recursive: true, force: true });
  });

  /** A Doorward 1.0.0 on Windows, where `signature` says what is wrong with a file's signature. */
  function app(signature: string | null = null) {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const config = join(folder, 'app-update.yml');
    writeFileSync(
      config,
      `provider: generic\nurl: ${url}\npublisherName:\n  - Somebody\nupdaterCacheDirName: x\n`,
    );
    const updater = new NsisUpdater(null, {
      version: '1.0.0',
      name: 'doorward',
      isPackaged: true,
      appUpdateConfigPath: config,
      userDataPath: folder,
      baseCachePath: folder,
      whenReady: () => Promise.resolve(),
      relaunch() {},
      quit() {},
      onQuit() {},
    });
    updater.httpExecutor = new Plain();
    updater.verifyUpdateCodeSignature = () => Promise.resolve(signature);
    return updaterSource(
      () => Promise.resolve(updater),
      () => Promise.resolve(),
    );
  }

  it('finds a newer version and downloads nothing by itself', async () => {
    expect(await app().check('stable')).toBe('2.0.0');
    expect(asked).toEqual([expect.stringMatching(FEED)]);
  });

  it('offers no older version', async () => {
    feed.version = '0.9.0';
    expect(await app().check('stable')).toBeUndefined();
    expect(asked).toEqual([expect.stringMatching(FEED)]);
  });

  it('takes a file whose digest and signature are right', async () => {
    const source = app();
    await source.check('stable');
    expect(await source.download()).toBe('2.0.0');
    expect(asked).toContain('/Doorward.exe');
  });

  it('takes no file with another digest', async () => {
    feed.sha512 = createHash('sha512').update('another').digest('base64');
    const source = app();
    await source.check('stable');
    await expect(source.download()).rejects.toThrow(/checksum mismatch/);
  });

  it('takes no file that somebody else signed', async () => {
    const source = app('signed by somebody else');
    await source.check('stable');
    await expect(source.download()).rejects.toThrow(/not signed by the application owner/);
  });
});
