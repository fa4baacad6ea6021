import type { ServerRecord } from '../../shared/model/server.ts';
import type { Refusal } from '../relay/call.ts';

/** The refusal of a call to a server that this AI app may not use now: why, and what to do. */
export function withheld(server: ServerRecord | undefined): Refusal {
  return { kind: 'refused', sentence: sentenceFor(server) };
}

function sentenceFor(server: ServerRecord | undefined): string {
  if (server === undefined) return 'This server was removed from Doorward. Nothing was sent.';
  if (server.state === 'blocked') return `"${server.id}" is blocked in Doorward. Nothing was sent.`;
  if (!server.enabled) return `"${server.id}" is switched off in Doorward. Nothing was sent.`;
  return `"${server.id}" is not approved in Doorward. Approve it there, then try again.`;
}
