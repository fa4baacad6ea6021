import type { TimeWindow } from '../../../shared/model/policy.ts';

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * Whether a moment (ms since the epoch) lies in a window, by the local clock. `from` counts, `to` does not. A window
 * over midnight belongs to the day on which it begins; one with equal ends lasts a whole day.
 */
export function compileHours(window: TimeWindow): (at: number) => boolean {
  const from = minutes(window.from);
  const to = minutes(window.to);
  const days = new Set(window.days);
  return (at) => {
    const date = new Date(at);
    const day = date.getDay();
    const now = date.getHours() * 60 + date.getMinutes();
    if (from < to) return days.has(day) && now >= from && now < to;
    return (days.has(day) && now >= from) || (days.has((day + 6) % 7) && now < to);
  };
}
