import { json } from './framing/splice.ts';
import type { Peer } from './peer.ts';
import { SILENT } from './subscriptions.ts';

/** Least to most severe, as in the specification's `LoggingLevel`. */
export const LOG_LEVELS = ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'];

/** The most verbose of `level` and what others on this connection asked for; each session then filters its own. */
export function mostVerbose(peer: Peer, level: string): string {
  let index = LOG_LEVELS.indexOf(level);
  for (const { logLevel } of peer.owners)
    if (logLevel !== undefined) index = Math.min(index, LOG_LEVELS.indexOf(logLevel));
  return LOG_LEVELS[index] ?? level;
}

/** Tells a session-era server how severe its log messages have to be to be of use to anybody, unless it knows. */
export function tellLevel(peer: Peer, level: string): void {
  if (peer.server.era !== 'session' || peer.state !== 'ready') return;
  const told = mostVerbose(peer, level);
  if (told === peer.toldLevel) return;
  peer.toldLevel = told;
  peer.ask('logging/setLevel', json({ level: told }), SILENT);
}
