/** The longest that a collector may ask to wait: one that asks for ten years, or is not one, must not end sending. */
export const longestAskedMs = 60 * 60_000;
const firstMs = 1000;
const longestMs = 5 * 60_000;

/**
 * How long to wait after so many failures in a row (1, 2 …): doubled from a second to five minutes, between half of that
 * and all of it, so that many computers do not come back at once. Never less than what the other side asked for, up to
 * an hour. Milliseconds; `random` gives 0 to 1.
 */
export function backOffMs(failures: number, random: () => number, askedMs = 0): number {
  const most = Math.min(firstMs * 2 ** Math.min(Math.max(failures, 1) - 1, 30), longestMs);
  const own = most / 2 + (most / 2) * random();
  return Math.round(Math.max(own, Math.min(Math.max(askedMs, 0), longestAskedMs)));
}

/** What `Retry-After` asks for in milliseconds: seconds or a date (RFC 9110, 10.2.3); undefined when it is neither. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(at - now, 0);
}
