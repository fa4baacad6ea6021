import type { ArgCondition } from '../../../shared/model/policy.ts';
import { CallContext } from '../call-context.ts';
import type { CallFacts } from '../facts.ts';
import type { LikePorts } from '../like.ts';
import { localPorts } from '../local-ports.ts';
import { createPlaces } from '../places/places.ts';
import { PatternFault } from '../regex/parse.ts';
import { compileCondition } from './condition.ts';

/**
 * Whether a call fits conditions as a rule that loosens would need it: all of them, with every value, however it is
 * read. False without conditions, for conditions that make no sense, and for arguments that can be read in two ways.
 */
export function fitsAll(
  conditions: readonly ArgCondition[],
  facts: CallFacts,
  ports: LikePorts = localPorts(),
): boolean {
  const places = createPlaces(ports);
  const call = new CallContext(facts, places, ports.workingFolder?.(facts.server));
  if (conditions.length === 0 || !call.args.readable) return false;
  try {
    return conditions.every((one) => compileCondition(one, places).surely(call) !== undefined);
  } catch (error) {
    if (error instanceof PatternFault) return false;
    throw error;
  }
}
