import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ManagedRead } from '../../policy/managed/read.ts';
import type { ShellTexts } from '../texts/shell-texts.ts';

export type UpdateChannel = 'stable' | 'beta';

/**
 * Which versions may be offered on this computer, or why none. Settings of an organisation that cannot be read refuse:
 * they may say that there shall be no updates.
 */
export function updateRules(
  read: ManagedRead,
  texts: Pick<ShellTexts['update'], 'unknownRules' | 'off'>,
): Result<UpdateChannel> {
  if (read.kind === 'absent') return ok('stable');
  if (read.kind !== 'valid') return fail('unknown', texts.unknownRules);
  const { updates } = read.policy;
  return updates?.off === true ? fail('off', texts.off) : ok(updates?.channel ?? 'stable');
}
