import type { Call, Refusal } from '../relay/call.ts';
import type { Directory } from '../catalog/catalog.ts';
import type { Stage } from '../relay/pipeline.ts';

/** Approved servers only; asked again right before the bytes go, so that a block takes effect at once. */
export function decide(directory: Directory): Stage {
  const look = (call: Call): Refusal | undefined => {
    const id = call.server?.id;
    const allowed = id !== undefined && directory.visible(call.client).some((server) => server.id === id);
    if (allowed) return undefined;
    return {
      kind: 'refused',
      sentence: `"${id ?? 'This server'}" is not approved in Doorward. Approve it there, then try again.`,
    };
  };
  return { name: 'decide', request: look, recheck: look };
}
