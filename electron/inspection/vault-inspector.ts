import type { RecordedFinding } from '../../shared/model/finding.ts';
import type { Call } from '../relay/call.ts';
import { bytesAt } from '../relay/framing/json-scan.ts';
import { argumentsOf } from '../relay/replace-arguments.ts';
import type { Inspected } from '../stages/inspect.ts';
import type { RoadInspector } from './road-inspector.ts';
import { masked, type VaultFinding, type VaultValues } from './vault-values.ts';

export interface VaultInspectorPorts {
  readonly values: VaultValues;
  /** The names of the secrets that a server is given. */
  readonly given: (server: string) => ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();
/** What the arguments of can be changed; of everything else, what holds a secret is refused. */
const CHANGEABLE = new Set(['tools/call', 'prompts/get']);
const REFUSED = 'It has a secret of the vault in it that is not meant for this server. Nothing was sent.';
const NOT_ASKED = 'What the server asks has a secret of the vault in it, so it was not passed on.';

/**
 * A secret of the vault is for the servers that refer to it and for nobody else: in arguments for another server it is
 * masked, and so it is in every answer, for an AI app needs none of them. Attacks 20 and 21: one server has the model
 * carry another's key to it; a server echoes its own.
 */
export function vaultInspector({ values, given }: VaultInspectorPorts): RoadInspector {
  const inText = (bytes: Buffer, allowed: ReadonlySet<string>): { text: string; found: VaultFinding[] } => {
    const text = bytes.toString('utf8');
    return { text, found: values.find(text, allowed) };
  };
  return {
    name: 'vault values',
    outgoing(call) {
      if (values.empty) return undefined;
      const asks = call.direction === 'server';
      const changeable = !asks && CHANGEABLE.has(call.message.method);
      const { bytes, paramsSpan } = call.message;
      const looked =
        (changeable ? argumentsOf(call) : undefined) ?? (paramsSpan && bytesAt(bytes, paramsSpan));
      if (looked === undefined) return undefined;
      const { text, found } = inText(looked, asks ? NOBODY : givenTo(call));
      if (found.length === 0) return undefined;
      if (asks) return { findings: recorded(found, 'arguments', 'blocked'), refused: NOT_ASKED };
      if (!changeable || argumentsOf(call) === undefined)
        return { findings: recorded(found, 'arguments', 'blocked'), refused: REFUSED };
      return {
        findings: recorded(found, 'arguments', 'masked'),
        changed: Buffer.from(masked(text, found)),
      };
    },
    incoming(_call, response): Inspected | undefined {
      if (values.empty) return undefined;
      const { text, found } = inText(response.bytes, NOBODY);
      return found.length === 0
        ? undefined
        : { findings: recorded(found, 'answer', 'masked'), changed: Buffer.from(masked(text, found)) };
    },
    notice(message) {
      if (values.empty) return undefined;
      const { text, found } = inText(message.bytes, NOBODY);
      return found.length === 0 ? undefined : Buffer.from(masked(text, found));
    },
  };

  function givenTo({ server }: Call): ReadonlySet<string> {
    return server === undefined ? NOBODY : given(server.id);
  }
}

function recorded(
  found: readonly VaultFinding[],
  where: RecordedFinding['where'],
  act: RecordedFinding['act'],
): RecordedFinding[] {
  return found.map(({ name }) => ({ source: 'vault', type: name.slice(0, 60), where, act, count: 1 }));
}
