import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectionEvents, SendFailure } from '../../../electron/upstream/connection.ts';
import { systemClock, systemSpawn } from '../../../electron/upstream/stdio/ports.ts';
import { ServerJournal } from '../../../electron/upstream/stdio/server-journal.ts';
import { openStdio } from '../../../electron/upstream/stdio/stdio-connection.ts';
import type { StdioConnection, StdioPorts } from '../../../electron/upstream/stdio/stdio-connection.ts';
import { createStdioHost } from '../../../electron/upstream/stdio/stdio-host.ts';
import type { StdioHost, StdioHostPorts } from '../../../electron/upstream/stdio/stdio-host.ts';
import { Watchdog } from '../../../electron/upstream/stdio/watchdog.ts';
import type { StdioLaunch } from '../../../shared/model/server.ts';

export const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'stdio');
export const posixOnly = process.platform === 'win32';
export const whyPosix = 'process groups, signals and shells of POSIX';

export const nonce = () => randomUUID().replaceAll('-', '');

/** A launch of the fixture server in one of its modes. */
export function peer(mode: string, detail = '', env: Record<string, string> = {}): StdioLaunch {
  return {
    transport: 'stdio',
    command: process.execPath,
    args: [join(fixtures, 'peer.mjs'), mode, detail],
    env,
  };
}

/** Waits until `found` answers something; the test's own timeout is the bound. */
export async function until<T>(found: () => T | undefined | false): Promise<T> {
  for (;;) {
    const value = found();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Is there a process of this number that is not a zombie? */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Everything a connection tells, in order. */
export interface Heard extends ConnectionEvents {
  readonly messages: Buffer[];
  readonly failures: { readonly id: number; readonly failure: SendFailure }[];
  readonly ends: SendFailure[];
}

export function listener(): Heard {
  const messages: Buffer[] = [];
  const failures: Heard['failures'] = [];
  const ends: SendFailure[] = [];
  return {
    messages,
    failures,
    ends,
    message: (bytes) => void messages.push(bytes),
    failed: (id, failure) => void failures.push({ id, failure }),
    detached: () => undefined,
    closed: (failure) => void ends.push(failure),
  };
}

export function request(id: number, params: unknown = {}): { readonly bytes: Buffer; readonly id: number } {
  return { bytes: Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params })), id };
}

/** Opens connections to fixture servers without asking any shell, and ends everything afterwards. */
export class Bench {
  readonly journal = new ServerJournal();
  readonly watchdog = new Watchdog({
    spawn: systemSpawn,
    clock: systemClock,
    nodePath: process.execPath,
    env: {},
    nonce: nonce(),
  });
  readonly #open: StdioConnection[] = [];

  open(launch: StdioLaunch, heard: ConnectionEvents, more: Partial<StdioPorts> = {}): StdioConnection {
    const connection = openStdio({ id: 'sample', launch }, heard, {
      spawn: systemSpawn,
      clock: systemClock,
      watchdog: this.watchdog,
      platform: process.platform,
      env: process.env,
      home: fixtures,
      path: { pathFor: async () => process.env['PATH'] ?? '', refresh: async () => false },
      journal: this.journal,
      ...more,
    });
    this.#open.push(connection);
    return connection;
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((connection) => connection.close()));
    await this.watchdog.close();
  }
}

export function newHost(more: Partial<StdioHostPorts> = {}): StdioHost {
  return createStdioHost({
    spawn: systemSpawn,
    clock: systemClock,
    platform: process.platform,
    env: { ...process.env, SHELL: undefined },
    home: fixtures,
    nodePath: process.execPath,
    version: '0.1.0',
    nonce,
    ...more,
  });
}
