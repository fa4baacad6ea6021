import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ok } from '../../shared/result.ts';
import type { Keychain } from '../vault/keychain.ts';

/** The one line that `--self-test` prints. */
export interface SelfTestReport {
  readonly ok: boolean;
  readonly port?: number;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly problem?: string;
}

export interface SelfTestPorts {
  /** Resolves to the endpoint's port once the host runs and the page has asked for everything. */
  readonly ready: () => Promise<number>;
  /** The Node beside the app. */
  readonly node: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
}

const PATIENCE_MS = 60_000;
const run = promisify(execFile);

/** A profile for one run; it is removed when the process ends. */
export function throwAwayHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'doorward-self-test-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  return home;
}

/** A keychain for one run: a self-test leaves nothing in the person's own. */
export function throwAwayKeychain(): Keychain {
  const kept = new Map<string, Buffer>();
  return {
    get: (account) => Promise.resolve(ok(kept.get(account))),
    set(account, secret) {
      kept.set(account, secret);
      return Promise.resolve(ok(undefined));
    },
  };
}

/** Tries what a package may lack: the host, the log's worker, the page with its bridge, the Node beside the app. */
export async function selfTest({ ready, node, versions }: SelfTestPorts): Promise<SelfTestReport> {
  try {
    const port = await withPatience(ready());
    const { stdout } = await run(node, ['--version'], { timeout: PATIENCE_MS });
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`);
    const all = { ...versions, watchdogNode: stdout.trim() };
    return healthy.status === 200
      ? { ok: true, port, versions: all }
      : { ok: false, port, versions: all, problem: `The endpoint answered ${healthy.status}` };
  } catch (error) {
    return { ok: false, versions, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The app did not become ready in time')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
