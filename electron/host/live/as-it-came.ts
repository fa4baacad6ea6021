import type { RoadInspector } from '../../inspection/road-inspector.ts';
import type { Call } from '../../relay/call.ts';
import { bytesAt } from '../../relay/framing/json-scan.ts';
import type { Message } from '../../relay/message.ts';
import type { Inspected } from '../../stages/inspect.ts';

/**
 * The same inspector; an answer that it changes or keeps back is handed to `keep` as it came, so that a person can be
 * shown what was in it. What was cleaned away could not be shown otherwise. `keep` copies what it wants: the bytes are
 * the message's own.
 */
export function keepsAsItCame(
  inspector: RoadInspector,
  keep: (call: string, answer: Buffer) => void,
): RoadInspector {
  const { incoming } = inspector;
  if (incoming === undefined) return inspector;
  const after = (call: Call, response: Message, seen: Inspected | undefined): Inspected | undefined => {
    const span = response.resultSpan ?? response.errorSpan;
    const altered = seen?.changed ?? seen?.refused ?? seen?.ask;
    if (altered !== undefined && span !== undefined) keep(call.id, bytesAt(response.bytes, span));
    return seen;
  };
  return {
    ...inspector,
    incoming(call, response) {
      const seen = incoming.call(inspector, call, response);
      return seen instanceof Promise
        ? seen.then((one) => after(call, response, one))
        : after(call, response, seen);
    },
  };
}
