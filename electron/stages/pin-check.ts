import type { ServerRecord } from '../../shared/model/server.ts';
import { calledThing } from '../catalog/called-thing.ts';
import type { Trust } from '../catalog/trust.ts';
import { onHold } from '../catalog/withheld.ts';
import type { Call, Refusal } from '../relay/call.ts';
import type { Peer } from '../relay/peer.ts';
import type { Stage, Verdict } from '../relay/pipeline.ts';

export interface PinCheckPorts {
  readonly trust: Pick<Trust, 'named' | 'called'>;
  /** Whether the connection that will carry the call has lately listed the very version that was approved. */
  readonly fresh: (call: Call, peer: Peer) => Verdict;
  /** Whether clients may use this server at all; if not, another stage says so. */
  readonly usable: (server: ServerRecord) => boolean;
}

/**
 * Only what a person has approved is called, as it was approved (attack 4, rug pull). Three looks: at what is known,
 * before a connection is taken; at what the server lists on that connection now; and at what is known once more,
 * right before the bytes go. The first and the last are a look into a map.
 */
export function pinCheck({ trust, fresh, usable }: PinCheckPorts): Stage {
  const look = (call: Call): Refusal | undefined => {
    const { server } = call;
    const thing = calledThing(call);
    if (thing === undefined || server === undefined || !usable(server)) return undefined;
    const standing = trust.named(server.id, thing.kind, thing.key);
    return standing === 'approved' ? undefined : onHold(server.id, thing.kind, thing.key, standing);
  };
  return {
    name: 'pin-check',
    request: look,
    connected: fresh,
    recheck: (call) => {
      const refusal = look(call);
      if (refusal === undefined && call.server !== undefined && call.message.method === 'tools/call')
        trust.called(call.server.id, call.name);
      return refusal;
    },
  };
}
