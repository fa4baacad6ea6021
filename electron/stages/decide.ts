import type { Directory } from '../catalog/catalog.ts';
import { withheld } from '../catalog/withheld.ts';
import type { Call, Refusal } from '../relay/call.ts';
import type { Stage } from '../relay/pipeline.ts';

/** Approved servers only; asked again right before the bytes go, so that a block takes effect at once. */
export function decide(directory: Directory): Stage {
  const look = (call: Call): Refusal | undefined => {
    const id = call.server?.id;
    const allowed = id !== undefined && directory.visible(call.client).some((server) => server.id === id);
    return allowed ? undefined : withheld(id === undefined ? undefined : directory.get(id));
  };
  return { name: 'decide', request: look, recheck: look };
}
