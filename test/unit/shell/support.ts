import type { StatusReport } from '../../../shared/ipc/shapes.ts';
import type { HostPatch } from '../../../shared/ipc/window.ts';
import type { LiveCall } from '../../../shared/model/live.ts';
import { ok } from '../../../shared/result.ts';
import type { Host } from '../../../electron/host/create-host.ts';
import type { Facts, Logger } from '../../../electron/log/logger.ts';

/** A logger that keeps what it was told. */
export function keptLog(): { readonly logger: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  const at =
    (level: string) =>
    (message: string, facts: Facts = {}): void =>
      void lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
  return {
    lines,
    logger: { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') },
  };
}

export function aStatus(change: Partial<StatusReport> = {}): StatusReport {
  return {
    version: '0.1.0',
    pid: 1,
    home: '/home/ada/.config/Doorward',
    url: 'http://127.0.0.1:7411/mcp',
    port: 7411,
    startedAt: 0,
    seals: { state: 'sealed', sentence: '' },
    operatorKey: false,
    servers: { total: 9, approved: 8, waiting: 0, running: 2 },
    clients: 3,
    guard: 'usual',
    notices: [],
    ...change,
  };
}

export function aCall(change: Partial<LiveCall> = {}): LiveCall {
  return {
    n: 1,
    call: 'c1',
    at: 0,
    clientId: 'cursor',
    clientName: 'Cursor',
    direction: 'client',
    server: 'files',
    method: 'tools/call',
    name: 'read_file',
    outcome: 'ok',
    ...change,
  };
}

/** A host that does nothing and notes what is asked of it. */
export function fakeHost(change: Partial<Host> = {}) {
  const listeners = new Set<(patch: HostPatch) => void>();
  const seen = { closed: 0, commands: [] as (readonly [name: string, input: unknown])[] };
  const host: Host = {
    url: 'http://127.0.0.1:7411/mcp',
    port: 7411,
    run(name, input) {
      seen.commands.push([name, input]);
      return Promise.resolve(ok(aStatus()));
    },
    operator: undefined as unknown as Host['operator'],
    state: {
      snapshot: () => ({
        run: 'r',
        seq: 0,
        state: { status: aStatus(), servers: [], clients: [], calls: [] },
      }),
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      recent: () => [],
    },
    notices: () => [],
    onServerAdded: () => {},
    onAlarm: () => {},
    close() {
      seen.closed++;
      return Promise.resolve();
    },
    ...change,
  };
  const patch = (value: HostPatch): void => listeners.forEach((listener) => listener(value));
  return { host, seen, patch, listeners };
}

/** Time that moves only when a test says so. */
export function handTimers() {
  let time = 0;
  const waiting = new Map<() => void, number>();
  return {
    now: () => time,
    after: (ms: number, run: () => void): (() => void) => {
      const entry = (): void => run();
      waiting.set(entry, time + ms);
      return () => void waiting.delete(entry);
    },
    pass(ms: number): void {
      time += ms;
      for (const [run, at] of waiting)
        if (at <= time) {
          waiting.delete(run);
          run();
        }
    },
    waiting: () => waiting.size,
  };
}

/** Lets everything that has resolved run. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
