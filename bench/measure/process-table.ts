import { readFileSync, readdirSync } from 'node:fs';
import { STDIO_UPSTREAM } from '../systems/paths.ts';

/** Whether this machine tells what single processes use (Linux does, in /proc). */
export const canReadProcesses = process.platform === 'linux';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process or thread has ended between listing and reading.
  }
}

const numbers = (path: string): number[] => {
  try {
    return readdirSync(path).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

function children(): Map<number, number[]> {
  const tree = new Map<number, number[]>();
  for (const pid of numbers('/proc')) {
    const stat = read(`/proc/${pid}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    tree.set(parent, [...(tree.get(parent) ?? []), pid]);
  }
  return tree;
}

/** A process and everything below it. */
export function processTree(root: number): number[] {
  const tree = children();
  const found = [root];
  for (const pid of found) found.push(...(tree.get(pid) ?? []));
  return found;
}

const isUpstream = (pid: number): boolean => read(`/proc/${pid}/cmdline`).split('\0')[1] === STDIO_UPSTREAM;

/** The processes of a system under test: its tree without the stdio upstream servers, which every system pays alike. */
export const systemProcesses = (root: number): number[] =>
  processTree(root).filter((pid) => !isUpstream(pid));

/** CPU time of the living threads of these processes so far, in microseconds. */
export function cpuMicroseconds(pids: readonly number[]): number {
  let nanoseconds = 0;
  for (const pid of pids) {
    for (const thread of numbers(`/proc/${pid}/task`)) {
      nanoseconds += Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]);
    }
  }
  return nanoseconds / 1000;
}

/** Resident memory of one process in MiB. NaN where the machine does not tell. */
export function residentMiB(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`));
  return found ? Number(found[1]) / 1024 : Number.NaN;
}

/** CPU seconds that all programs on this machine have used since its start. NaN where the machine does not tell. */
export function machineCpuSeconds(): number {
  const [, user, nice, system, , , irq, softirq] = (read('/proc/stat').split('\n', 1)[0] ?? '').split(/\s+/);
  return (Number(user) + Number(nice) + Number(system) + Number(irq) + Number(softirq)) / 100;
}
