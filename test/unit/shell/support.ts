import type { StatusReport } from '../../../shared/ipc/shapes.ts';
import type { HostPatch, HostState } from '../../../shared/ipc/window.ts';
import type { HeldCall, MissedCall } from '../../../shared/model/approval.ts';
import type { LiveCall } from '../../../shared/model/live.ts';
import { settings } from '../../../shared/model/settings.ts';
import { ok } from '../../../shared/result.ts';
import type { Host } from '../../../electron/host/host.ts';
import type { Facts, Logger } from '../../../electron/log/logger.ts';
import type { ShellTexts } from '../../../electron/shell/texts/shell-texts.ts';
import { textsFor } from '../../../electron/shell/texts/texts-for.ts';

/** What the shell says in English. */
export const english = (): ShellTexts => textsFor('en');

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
    preset: 'guarded',
    questions: { pending: 0, missed: 0 },
    managed: 'unmanaged',
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

/** A call that waits for a person. */
export function aHeldCall(change: Partial<HeldCall> = {}): HeldCall {
  return {
    id: 'q1',
    call: 'c1',
    askedAt: 0,
    clientId: 'cursor',
    clientName: 'Cursor',
    server: 'mail',
    kind: 'tool',
    tool: 'send_mail',
    effect: 'send',
    sentence: { key: 'send', params: { app: 'Cursor' } },
    because: { layer: 'preset', code: 'preset-effect', marked: [], params: {} },
    why: [],
    durations: ['once'],
    scopes: ['args'],
    endsAt: 45_000,
    appGone: false,
    ...change,
  };
}

/** A call that nobody answered in time. */
export function aMissedCall(change: Partial<MissedCall> = {}): MissedCall {
  return {
    id: 'm1',
    at: 0,
    until: 1,
    clientId: 'cursor',
    clientName: 'Cursor',
    server: 'mail',
    kind: 'tool',
    tool: 'send_mail',
    effect: 'send',
    sentence: { key: 'send', params: { app: 'Cursor' } },
    why: 'away',
    served: false,
    ...change,
  };
}

/** Everything of a host that a window shows. */
export function aHostState(change: Partial<HostState> = {}): HostState {
  return {
    status: aStatus(),
    servers: [],
    clients: [],
    pending: [],
    missed: [],
    rules: [],
    roles: [],
    managed: { kind: 'unmanaged', said: [], sentence: '', limits: [], limitWords: [], locked: [] },
    calls: [],
    ...change,
  };
}

/** A host that does nothing and notes what is asked of it. */
export function fakeHost(change: Partial<Host> = {}, state: Partial<HostState> = {}) {
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
    settings: {
      now: () => settings.parse({}),
      isManaged: () => false,
      onChange: () => () => undefined,
    },
    state: {
      snapshot: () => ({ run: 'r', seq: 0, state: aHostState(state) }),
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      recent: () => [],
    },
    notices: () => [],
    approvals: { pending: () => [], missed: () => [], onChange: () => {} },
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
