import {
  actFor,
  type ActChoice,
  type MaskShape,
  presetAct,
  stricterAct,
} from '../../../shared/model/inspection.ts';
import type { Preset } from '../../../shared/model/policy.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import type { InspectionPolicy } from '../../inspection/inspection-policy.ts';
import { type CompiledMask, compileMask } from '../../inspection/masks/mask.ts';
import { asMask } from './as-mask.ts';
import type { InspectionBook } from './inspection-book.ts';

export interface InspectionPolicyPorts {
  readonly book: InspectionBook;
  /** Minima of an organisation, and its masks; the same arrays until they change. */
  readonly demanded: () => readonly ActChoice[];
  readonly managedMasks: () => readonly MaskShape[];
  readonly server: (id: string) => ServerRecord | undefined;
  /** Whether there is an AI app with this id. */
  readonly knowsClient: (id: string) => boolean;
  readonly roleOf: (clientId: string) => string;
  /** The preset that holds for an AI app, with every minimum. */
  readonly presetOf: (clientId: string) => Preset;
  /** Calls a listener whenever the preset, a role or what an organisation says may be other than before. */
  readonly onChange: (listener: () => void) => void;
}

/**
 * What those who inspect are told about what was chosen. A server or an AI app that nobody knows gets what *Strict*
 * says at least, and counts as remote: nothing is let through because it could not be told whose it is.
 */
export function inspectionPolicy(ports: InspectionPolicyPorts): InspectionPolicy {
  const { book } = ports;
  let version = 1;
  const presets = new Map<string, { readonly role: string; readonly preset: Preset }>();
  const masksNow = compiledMasks(
    () => ports.managedMasks(),
    () => book.masks(),
  );
  const changed = (): void => {
    version++;
    presets.clear();
  };
  book.onChange(changed);
  ports.onChange(changed);

  const presetOf = (clientId: string, role: string): Preset => {
    const kept = presets.get(clientId);
    if (kept?.role === role) return kept.preset;
    const found = ports.presetOf(clientId);
    presets.set(clientId, { role, preset: found });
    return found;
  };

  return {
    get version() {
      return version;
    },
    act(watch, direction, server, clientId) {
      const record = ports.server(server);
      const known = record !== undefined && ports.knowsClient(clientId);
      const remote = record === undefined || record.launch.transport === 'http';
      const role = ports.roleOf(clientId);
      // Ids that an attacker makes up must not fill the memory.
      const from = known ? presetOf(clientId, role) : 'strict';
      const about = { watch, direction, server, role, remote };
      const act = actFor(about, from, book.acts(), ports.demanded());
      return known ? act : stricterAct(act, presetAct('strict', watch, direction, remote));
    },
    personal: () => book.personal(),
    masks: masksNow,
    labels: (server) => book.labels(server),
  };
}

/** The masks that can be used, compiled once; the organisation's first. */
function compiledMasks(
  managed: () => readonly MaskShape[],
  own: () => readonly MaskShape[],
): () => readonly CompiledMask[] {
  let from: readonly [readonly MaskShape[], readonly MaskShape[]] | undefined;
  let compiled: readonly CompiledMask[] = [];
  return () => {
    const now = [managed(), own()] as const;
    if (from === undefined || from[0] !== now[0] || from[1] !== now[1]) {
      from = now;
      compiled = [...now[0], ...now[1]].flatMap((mask) => {
        const one = compileMask(asMask(mask));
        return one.ok ? [one.value] : [];
      });
    }
    return compiled;
  };
}
