import type { Directory } from '../catalog/catalog.ts';
import { withheld } from '../catalog/withheld.ts';
import type { Call, Refusal } from '../relay/call.ts';
import type { Stage } from '../relay/pipeline.ts';

const BLOCKED: Refusal = {
  kind: 'refused',
  sentence: 'A person has blocked everything in Doorward for now. Nothing was sent.',
};

/**
 * Approved servers only, and nothing at all while a person has everything blocked: whatever would go to a server, or
 * from a server to an AI app, is refused then. Asked again right before the bytes go, so that a block takes effect
 * at once.
 */
export function decide(directory: Directory, everythingBlocked: () => boolean): Stage {
  const look = (call: Call): Refusal | undefined => {
    if (everythingBlocked()) return BLOCKED;
    const id = call.server?.id;
    const allowed = id !== undefined && directory.visible(call.client).some((server) => server.id === id);
    return allowed ? undefined : withheld(id === undefined ? undefined : directory.get(id));
  };
  return { name: 'decide', request: look, recheck: look };
}
