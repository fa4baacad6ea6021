import { readdirSync, readlinkSync } from 'node:fs';
import { processTree, residentMiB } from '../measure/process-table.ts';

/** What the system tells of the host from outside. */
export interface Seen {
  /** Seconds since the soak began. */
  readonly at: number;
  readonly rssMiB: number;
  readonly fds: number;
  readonly sockets: number;
  /** Processes below it. */
  readonly children: number;
}

/** One look at a process; all NaN where the system does not tell. */
export function look(pid: number, at: number): Seen {
  let names: string[];
  try {
    names = readdirSync(`/proc/${pid}/fd`);
  } catch {
    return { at, rssMiB: Number.NaN, fds: Number.NaN, sockets: Number.NaN, children: Number.NaN };
  }
  let sockets = 0;
  for (const name of names) {
    try {
      if (readlinkSync(`/proc/${pid}/fd/${name}`).startsWith('socket:')) sockets++;
    } catch {
      // Closed between listing and looking.
    }
  }
  return {
    at,
    rssMiB: residentMiB(pid),
    fds: names.length,
    sockets,
    children: processTree(pid).length - 1,
  };
}

/** Looks once a second until it is stopped. */
export function watch(pid: number, begun: number): { stop(): readonly Seen[] } {
  const seen: Seen[] = [];
  const timer = setInterval(() => seen.push(look(pid, (performance.now() - begun) / 1000)), 1000);
  return {
    stop() {
      clearInterval(timer);
      return seen;
    },
  };
}
