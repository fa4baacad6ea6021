import { fail, ok, type Result } from '../../shared/result.ts';
import { type Given, text } from './command.ts';

const UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** `--since 2h`, or a date that JavaScript understands; milliseconds since the epoch. */
export function momentOf(given: Given, option: 'since' | 'until'): Result<number | undefined> {
  const value = text(given, option);
  if (value === undefined) return ok(undefined);
  const ago = /^(\d{1,6})([smhd])$/.exec(value);
  const unit = ago && UNITS.get(ago[2] ?? '');
  if (ago && unit !== undefined && unit !== null) return ok(Date.now() - Number(ago[1]) * unit);
  const at = Date.parse(value);
  return Number.isNaN(at)
    ? fail('usage', `--${option} needs a span like 90s, 15m, 2h, 1d, or a date like 2026-11-23T08:00.`)
    : ok(at);
}
