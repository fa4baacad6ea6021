import type { Directory } from '../catalog/catalog.ts';
import { withheld } from '../catalog/withheld.ts';
import type { Call, Refusal } from '../relay/call.ts';
import type { Stage } from '../relay/pipeline.ts';

const BLOCKED: Refusal = {
  kind: 'refused',
  sentence: 'A person has blocked everything in Doorward for now. Nothing was sent.',
};
const CHANGED: Refusal = {
  kind: 'refused',
  sentence: 'The rules changed while this call was on its way, so it was not sent. It may be tried again.',
};

/** What decides, as the road sees it. Everything is answered from memory, at once. */
export interface RoadPolicy {
  /** Rises with every change of a rule, a role, the preset, the guard or what is managed. */
  readonly version: number;
  /** Why nothing at all passes now. */
  stop(): 'blocked' | { readonly sentence: string } | undefined;
  /** What the rules say; undefined for messages that rules are not about, such as lists. */
  judge(call: Call): Call['ruling'];
  /** What this AI app is not shown does not exist for it: the sentence that says so. */
  hides(call: Call): string | undefined;
  /** Why a call was refused, for the AI app. */
  refusal(call: Call): string;
}

/**
 * Approved servers only, what the AI app's role shows it only, and what the rules let pass; nothing at all while a
 * person has everything blocked. Asked again right before the bytes go, so that a block takes effect at once: what was
 * decided under other rules than those of that moment is decided anew.
 */
export function decide(directory: Directory, policy: RoadPolicy): Stage {
  const usable = (call: Call): Refusal | undefined => {
    const stop = policy.stop();
    if (stop !== undefined) return stop === 'blocked' ? BLOCKED : { kind: 'refused', ...stop };
    const id = call.server?.id;
    const allowed = id !== undefined && directory.visible(call.client).some((server) => server.id === id);
    return allowed ? undefined : withheld(id === undefined ? undefined : directory.get(id));
  };
  const judge = (call: Call): Refusal | undefined => {
    const hidden = policy.hides(call);
    if (hidden !== undefined) return { kind: 'hidden', sentence: hidden };
    call.ruling = policy.judge(call);
    return call.ruling?.ruling.decision === 'block'
      ? { kind: 'refused', sentence: policy.refusal(call) }
      : undefined;
  };
  return {
    name: 'decide',
    request: (call) => usable(call) ?? judge(call),
    recheck: (call) => {
      const refusal = usable(call);
      if (refusal !== undefined || call.ruling === undefined || call.ruling.policy === policy.version)
        return refusal;
      const { record } = call.ruling;
      const asked = call.decision !== undefined;
      const again = judge(call);
      // A person's answer is bound to the rules under which it was given; the approval stage holds it against them.
      if (again === undefined && !asked && call.ruling.ruling.decision === 'ask') return CHANGED;
      call.ruling.record = record;
      return again;
    },
  };
}
