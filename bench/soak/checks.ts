import { slope } from '../measure/statistics.ts';
import type { SickTally } from './tally.ts';
import type { Seen } from './watch.ts';

/** What holds when nothing is under way: what is left then has not been given back. */
export interface Calm {
  readonly fds: number;
  readonly sockets: number;
  readonly children: number;
  readonly timers: number;
  readonly handles: number;
  readonly heapMiB: number;
  readonly rssMiB: number;
}

/** Everything that the verdict depends on. */
export interface SoakFigures {
  readonly lost: number;
  readonly crossed: number;
  readonly answered: number;
  readonly sick: readonly SickTally[];
  /** After the first half, and after the second. */
  readonly early: Calm;
  readonly late: Calm;
  /** The second half, second by second. */
  readonly seen: readonly Seen[];
  /** Exit code of the host at its end, and processes that were left then. */
  readonly exitCode: number | null;
  readonly leftOver: readonly number[];
}

export interface SoakCheck {
  readonly name: string;
  /** undefined: this machine does not tell. */
  readonly ok: boolean | undefined;
  readonly told: string;
}

/** How much more there may be after the second half than after the first. */
export const MORE: Readonly<Record<'fds' | 'sockets' | 'children' | 'timers' | 'handles', number>> = {
  fds: 8,
  sockets: 8,
  children: 0,
  timers: 8,
  handles: 8,
};

/** Whether nothing countable has become more from one calm moment to another. */
export function flat(early: Calm, late: Calm): boolean {
  return Object.entries(MORE).every(([name, more]) => {
    const key = name as keyof typeof MORE;
    return !(late[key] > early[key] + more);
  });
}

/** MiB a minute that the resident memory grew by over these looks. NaN where the system does not tell. */
export function rssSlope(seen: readonly Seen[]): number {
  return slope(seen.map(({ at, rssMiB }) => ({ x: at / 60, y: rssMiB }))).median;
}

/** What must hold after a soak, whatever the machine is. Nothing here depends on how fast it was. */
export function soakChecks(
  figures: SoakFigures,
  tolerance: { readonly heapMiB: number; readonly rssMiB: number },
): SoakCheck[] {
  const { early, late, seen } = figures;
  const checks: SoakCheck[] = [
    {
      name: 'no good call was lost',
      ok: figures.lost === 0 && figures.answered > 0,
      told: `${figures.answered} answered, ${figures.lost} lost`,
    },
    {
      name: 'every answer belongs to its call',
      ok: figures.crossed === 0,
      told: `${figures.crossed} crossed`,
    },
  ];
  for (const { kind, calls, well, wrong } of figures.sick) {
    checks.push({
      name: `calls of sick server "${kind}" end as they should`,
      ok: calls > 0 && wrong.length === 0 && well === calls,
      told: wrong[0] ?? `${well} of ${calls}`,
    });
  }
  const known = (...values: readonly number[]): boolean => !values.some(Number.isNaN);
  for (const name of ['fds', 'sockets', 'children', 'timers', 'handles'] as const) {
    const [before, after] = [early[name], late[name]];
    checks.push({
      name: `${name} are flat`,
      ok: known(before, after) ? after <= before + MORE[name] : undefined,
      told: `${before} after the first half, ${after} after the second`,
    });
  }
  checks.push({
    name: 'held memory is flat',
    ok: late.heapMiB - early.heapMiB <= tolerance.heapMiB,
    told: `${early.heapMiB.toFixed(1)} MiB, then ${late.heapMiB.toFixed(1)} MiB`,
  });
  const perMinute = rssSlope(seen);
  const minutes = ((seen.at(-1)?.at ?? 0) - (seen[0]?.at ?? 0)) / 60;
  // Both: a slope under load that the calm afterwards gives back is no leak, and a first calm that was low none either.
  const grown = Math.min(perMinute * minutes, late.rssMiB - early.rssMiB);
  checks.push({
    name: 'resident memory is flat',
    ok: known(grown) ? grown <= tolerance.rssMiB : undefined,
    told: `${perMinute.toFixed(1)} MiB a minute; ${early.rssMiB.toFixed(0)} MiB, then ${late.rssMiB.toFixed(0)} MiB`,
  });
  checks.push({
    name: 'the host ends in good order and leaves no process',
    ok: figures.exitCode === 0 && figures.leftOver.length === 0,
    told: `exit code ${String(figures.exitCode)}, ${figures.leftOver.length} processes left`,
  });
  return checks;
}
