import { type ToolProfileState, toolProfileState } from '../../../shared/model/tool-profile.ts';
import type { Result } from '../../../shared/result.ts';
import { openSealedChoice, type SealedChoicePorts } from '../sealed/sealed-choice.ts';

/** The profiles of tools and the choices of roles. Reads come from memory; a change is on disk when it returns. */
export interface ToolProfileBook {
  /** The same object until it changes. */
  state(): ToolProfileState;
  set(next: ToolProfileState): Result<void, 'locked'>;
  readonly notices: readonly string[];
}

const NOTHING: ToolProfileState = { profiles: [], roles: [] };
const LOST: ToolProfileState = { profiles: [], lost: true, roles: [] };

/**
 * Opens the profiles of the sealed state. Attack: change or remove them there, so that AI apps have more tools than a
 * person left them. What was left cannot be known any more then, so they have none until somebody chooses anew.
 */
export function openToolProfileBook(ports: SealedChoicePorts): ToolProfileBook {
  const { current, set, notices } = openSealedChoice(ports, {
    name: 'tool-profiles',
    shape: toolProfileState,
    usual: NOTHING,
    lost: () => LOST,
    notice:
      'Your profiles of tools were changed or removed outside Doorward. AI apps have no tools until you choose a profile, or none.',
    lockedSentence: 'Your profiles cannot be read while the keychain is locked.',
  });
  return { state: current, set, notices };
}
