/** Milliseconds of looking that one server may use at once, and what share of the time it gets back. */
const MOST_MS = 100;
const SHARE = 0.1;
/** Servers that have sent something lately; more are forgotten, oldest first. */
const MOST_SERVERS = 1000;

/** Time to look, shared out among servers. */
export interface LookTime {
  /** Does the work and takes its time off the server's; undefined: there is none left, and the work was not done. */
  spend<T>(server: string, work: () => T): { readonly did: T } | undefined;
}

/**
 * Notifications come unasked, as many as a server likes, and each is looked at before anybody else is served. A server
 * whose notifications take more than a tenth of the time is not listened to for as long as that lasts. `now` is
 * monotonic, in milliseconds with fractions.
 */
export function lookTime(now: () => number): LookTime {
  const servers = new Map<string, { left: number; at: number }>();
  return {
    spend(server, work) {
      const from = now();
      const one = servers.get(server) ?? { left: MOST_MS, at: from };
      one.left = Math.min(MOST_MS, one.left + (from - one.at) * SHARE);
      one.at = from;
      servers.delete(server);
      servers.set(server, one);
      if (servers.size > MOST_SERVERS)
        for (const oldest of servers.keys()) {
          servers.delete(oldest);
          break;
        }
      if (one.left <= 0) return undefined;
      const did = work();
      one.left -= now() - from;
      return { did };
    },
  };
}
