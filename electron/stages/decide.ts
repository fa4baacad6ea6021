import type { ServerRecord } from '../../shared/model/server.ts';
import type { Call, Refusal } from '../relay/call.ts';
import type { Directory } from '../catalog/catalog.ts';
import type { Stage } from '../relay/pipeline.ts';

/** Approved servers only; asked again right before the bytes go, so that a block takes effect at once. */
export function decide(directory: Directory): Stage {
  const look = (call: Call): Refusal | undefined => {
    const id = call.server?.id;
    const allowed = id !== undefined && directory.visible(call.client).some((server) => server.id === id);
    return allowed
      ? undefined
      : { kind: 'refused', sentence: sentenceFor(id === undefined ? undefined : directory.get(id)) };
  };
  return { name: 'decide', request: look, recheck: look };
}

function sentenceFor(server: ServerRecord | undefined): string {
  if (server === undefined) return 'This server was removed from Doorward. Nothing was sent.';
  if (server.state === 'blocked') return `"${server.id}" is blocked in Doorward. Nothing was sent.`;
  if (!server.enabled) return `"${server.id}" is switched off in Doorward. Nothing was sent.`;
  return `"${server.id}" is not approved in Doorward. Approve it there, then try again.`;
}
