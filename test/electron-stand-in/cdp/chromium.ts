import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { options } from '../core/runtime.ts';
import { CdpConnection } from './connection.ts';

/** A running Chromium with an empty profile of its own. */
export interface Chromium {
  readonly connection: CdpConnection;
  readonly profile: string;
  readonly product: string;
  /** Opens a window without tabs and address bar on an address; only a headed Chromium has such windows. */
  openAppWindow(url: string, width: number, height: number): void;
  /** Ends it and resolves when its processes and its profile are gone. */
  close(): Promise<void>;
}

/** Chromium must neither phone home nor disturb: what it does is what the app asks for. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-hang-monitor',
  '--disable-infobars',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--disable-back-forward-cache',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP *.invalid ~NOTFOUND',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints,' +
    'NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,Translate,ThirdPartyStoragePartitioning,' +
    'AvoidCorsURLLoaderRestartOnRedirect,PaintHolding',
];

/** A visible window would warn about this one, over the app. Requests are held by the stand-in itself anyway. */
const unremarkable = (argument: string): boolean => !argument.startsWith('--host-resolver-rules=');

function argumentsFor(profile: string, extra: readonly string[]): string[] {
  return [
    ...(options.headed ? quiet.filter(unremarkable) : quiet),
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...(options.debuggingPort === undefined ? [] : [`--remote-debugging-port=${options.debuggingPort}`]),
    // `--test-type` keeps a visible window free of warnings about the flags above.
    options.headed ? '--test-type' : '--headless=new',
    ...(options.noSandbox ? ['--no-sandbox'] : []),
    '--no-startup-window',
    ...(options.headed ? extra.filter(unremarkable) : extra),
  ];
}

/** Resolves with the address that Chromium prints for DevTools clients. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (process.env['DOORWARD_STANDIN_VERBOSE'] === '1') process.stderr.write(chunk);
      if (text.length > 1_000_000) return;
      text += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`Chromium ended before it was ready.\n${text.slice(-2000)}`)));
  });
}

/** Starts Chromium under a watchdog that ends it, and removes its profile, when this process ends. */
export async function startChromium(extra: readonly string[], onClosed: () => void): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'doorward-stand-in-'));
  const temporary = join(profile, 'tmp');
  mkdirSync(temporary);
  const watchdog = join(import.meta.dirname, 'watchdog.sh');
  const child = spawn('/bin/sh', [watchdog, profile, options.chromium, ...argumentsFor(profile, extra)], {
    // Its temporary files go with the profile.
    env: { ...process.env, TMPDIR: temporary },
    // A group of its own: whoever kills our group must not kill what tidies up after it.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.on('error', () => {});
  const address = addressOf(child);
  address.catch(() => {});
  const connection = new CdpConnection(child.stdio[3] as Duplex, child.stdio[4] as Duplex, onClosed);
  const version: Promise<{ product: string }> = connection.send('Browser.getVersion');
  const { product } = await version.catch(() => address.then(() => version));
  if (options.debuggingPort !== undefined) {
    process.stderr.write(`\nDevTools listening on ${await address}\n`);
  }
  const close = (): Promise<void> => {
    connection.close();
    child.stdin?.end();
    return gone;
  };
  const openAppWindow = (url: string, width: number, height: number): void => {
    // A second start of the same profile hands its arguments to the running one, and ends.
    const flags = [`--user-data-dir=${profile}`, ...(options.noSandbox ? ['--no-sandbox'] : [])];
    const size = `--window-size=${width},${height}`;
    spawn(options.chromium, [...flags, size, `--app=${url}`], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    });
  };
  return { connection, profile, product, openAppWindow, close };
}
