/** Bounds of the restart policy, in milliseconds. */
export interface SupervisionLimits {
  /** From the start of a process to the answer to its first request. */
  readonly startTimeoutMs: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** So many crashes within the window, and the server stays down until a person enables it again. */
  readonly crashes: number;
  readonly windowMs: number;
  /** A process that has worked for so long is healthy: its next crash is a first one again. */
  readonly healthyMs: number;
}

export const defaultLimits: SupervisionLimits = {
  startTimeoutMs: 60_000,
  firstWaitMs: 1_000,
  longestWaitMs: 60_000,
  crashes: 5,
  windowMs: 600_000,
  healthyMs: 60_000,
};

/** What is remembered of one server. Times are monotonic milliseconds. Immutable. */
export interface ServerRun {
  /** Processes of this server by the key that their owner chose, with the times of start and of first answer. */
  readonly processes: ReadonlyMap<string, { readonly startedAt: number; readonly answeredAt?: number }>;
  /** Times of the crashes that still count, oldest first; never more than the cap. */
  readonly crashes: readonly number[];
  /** Crashes since the server last worked, or since a quiet window; decides the length of the wait. */
  readonly inARow: number;
  readonly retryAt: number | undefined;
  readonly givenUp: boolean;
  /** The sentence of the last crash. */
  readonly lastFailure: string | undefined;
}

export type RunEvent =
  | { readonly kind: 'started' | 'answered' | 'stopped'; readonly process: string; readonly at: number }
  | { readonly kind: 'crashed'; readonly process: string; readonly at: number; readonly message: string }
  /** A person enabled the server again, or changed how it is started. */
  | { readonly kind: 'enabled'; readonly at: number };

export type StartVerdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'wait'; readonly until: number; readonly message: string }
  | { readonly kind: 'given-up'; readonly message: string };

export const newRun: ServerRun = {
  processes: new Map(),
  crashes: [],
  inARow: 0,
  retryAt: undefined,
  givenUp: false,
  lastFailure: undefined,
};

/**
 * The restart policy: what a server's state becomes by an event. Pure; `random` (0 ≤ r < 1) spreads the wait over
 * its upper half, so that servers which fell together do not rise together.
 *
 * A crash while a wait is running already is the same incident (all processes of a server usually fall together) and
 * does not count again. A start that timed out is a crash. Being stopped by us is not.
 */
export function nextRun(
  run: ServerRun,
  event: RunEvent,
  random: number,
  limits: SupervisionLimits,
): ServerRun {
  if (event.kind === 'enabled') return { ...newRun, processes: run.processes };
  const before = run.processes.get(event.process);
  const processes = new Map(run.processes);
  switch (event.kind) {
    case 'started':
      processes.set(event.process, { startedAt: event.at });
      return { ...run, processes };
    case 'answered':
      if (before === undefined || before.answeredAt !== undefined) return run;
      processes.set(event.process, { startedAt: before.startedAt, answeredAt: event.at });
      return { ...run, processes };
    case 'stopped':
      processes.delete(event.process);
      return { ...run, processes };
    case 'crashed': {
      processes.delete(event.process);
      const sameIncident = run.givenUp || (run.retryAt !== undefined && event.at < run.retryAt);
      if (sameIncident) return { ...run, processes };
      const worked = before?.answeredAt !== undefined && event.at - before.answeredAt >= limits.healthyMs;
      const earlier = recent(run.crashes, event.at, limits);
      const inARow = worked || earlier.length === 0 ? 1 : run.inARow + 1;
      const crashes = [...earlier, event.at];
      const wait = Math.min(limits.firstWaitMs * 2 ** Math.min(inARow - 1, 30), limits.longestWaitMs);
      return {
        processes,
        crashes,
        inARow,
        retryAt: event.at + wait * (0.5 + random / 2),
        givenUp: crashes.length >= limits.crashes,
        lastFailure: event.message,
      };
    }
  }
}

/** May this server be started now? The sentences say what happened and what to do. */
export function startVerdict(
  id: string,
  run: ServerRun,
  now: number,
  limits: SupervisionLimits,
): StartVerdict {
  if (run.givenUp) {
    const minutes = Math.round(limits.windowMs / 60_000);
    const message = `The server "${id}" is stopped after repeated crashes (${limits.crashes} within ${minutes} minutes). Look at its log, then switch it on again.`;
    return { kind: 'given-up', message };
  }
  if (run.retryAt === undefined || now >= run.retryAt) return { kind: 'ok' };
  const seconds = Math.max(1, Math.ceil((run.retryAt - now) / 1_000));
  const message = `The server "${id}" has crashed and is started again in ${seconds} s. Try again then.`;
  return { kind: 'wait', until: run.retryAt, message };
}

function recent(crashes: readonly number[], now: number, limits: SupervisionLimits): readonly number[] {
  return crashes.filter((at) => now - at < limits.windowMs);
}

/** What `server show` tells about a server's processes. */
export interface ServerHealth {
  readonly state: 'stopped' | 'starting' | 'running' | 'waiting' | 'given-up';
  readonly processes: number;
  /** Crashes within the last ten minutes. */
  readonly crashes: number;
  /** Milliseconds until it may be started again, while `waiting`. */
  readonly retryInMs: number | undefined;
  readonly lastFailure: string | undefined;
}

/**
 * The restart policy of all servers. Times are monotonic milliseconds given by the caller, `random` is injected.
 * Holds a little for each server that was ever started; `forget` a server that is removed.
 */
export class Supervisor {
  readonly #runs = new Map<string, ServerRun>();
  readonly #random: () => number;
  readonly #limits: SupervisionLimits;

  constructor(random: () => number, limits: SupervisionLimits = defaultLimits) {
    this.#random = random;
    this.#limits = limits;
  }

  mayStart(serverId: string, now: number): StartVerdict {
    return startVerdict(serverId, this.#run(serverId), now, this.#limits);
  }

  /** A process was started; `process` is any key that is unique among the processes of this server. */
  started(serverId: string, process: string, at: number): void {
    this.#apply(serverId, { kind: 'started', process, at });
  }

  /** Its first request was answered: the start is over. */
  answered(serverId: string, process: string, at: number): void {
    this.#apply(serverId, { kind: 'answered', process, at });
  }

  /** It ended by itself, could not be started, broke the protocol, or did not answer in time. */
  crashed(serverId: string, process: string, at: number, message: string): void {
    this.#apply(serverId, { kind: 'crashed', process, at, message });
  }

  /** It was ended by us: idle, switched off, or because Doorward ends. */
  stopped(serverId: string, process: string, at: number): void {
    this.#apply(serverId, { kind: 'stopped', process, at });
  }

  /** A person wants it to be tried again: crashes so far no longer count. */
  enabled(serverId: string, at: number): void {
    this.#apply(serverId, { kind: 'enabled', at });
  }

  forget(serverId: string): void {
    this.#runs.delete(serverId);
  }

  /** When a started process must have given its first answer; undefined when it has, or is unknown. */
  startDeadline(serverId: string, process: string): number | undefined {
    const found = this.#run(serverId).processes.get(process);
    return found === undefined || found.answeredAt !== undefined
      ? undefined
      : found.startedAt + this.#limits.startTimeoutMs;
  }

  /** For people: see `ServerHealth`. */
  health(serverId: string, now: number): ServerHealth {
    const run = this.#run(serverId);
    const verdict = startVerdict(serverId, run, now, this.#limits);
    const known = [...run.processes.values()];
    const running = known.some((process) => process.answeredAt !== undefined);
    const idle = known.length > 0 ? 'starting' : 'stopped';
    const blocked = verdict.kind === 'wait' ? 'waiting' : 'given-up';
    return {
      state: running ? 'running' : verdict.kind === 'ok' ? idle : blocked,
      processes: known.length,
      crashes: recent(run.crashes, now, this.#limits).length,
      retryInMs: verdict.kind === 'wait' ? verdict.until - now : undefined,
      lastFailure: run.lastFailure,
    };
  }

  #run(serverId: string): ServerRun {
    return this.#runs.get(serverId) ?? newRun;
  }

  #apply(serverId: string, event: RunEvent): void {
    this.#runs.set(serverId, nextRun(this.#run(serverId), event, this.#random(), this.#limits));
  }
}
