import type { ActChoice, MaskShape } from '../../../shared/model/inspection.ts';
import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import { compileMask, type Mask } from '../../inspection/masks/mask.ts';

type ManagedMask = NonNullable<ManagedPolicy['masks']>[number];

const NONE: readonly never[] = [];

const toMask = (one: ManagedMask): MaskShape & Mask => ({
  name: one.name,
  find: one.words === undefined ? { pattern: one.pattern ?? '' } : { words: one.words },
  ...(one.ignoreCase === undefined ? {} : { ignoreCase: one.ignoreCase }),
  way: one.way ?? 'remove',
  ...(one.replacement === undefined ? {} : { replacement: one.replacement }),
  direction: one.direction ?? 'both',
});

/** The masks of an organisation, as they are used. They hold everywhere. */
export const managedMasks = (policy: ManagedPolicy | undefined): readonly MaskShape[] =>
  policy?.masks?.map(toMask) ?? NONE;

/** What is wrong with a mask of a policy: its place in the list, and the sentence. */
export interface MaskFault {
  readonly index: number;
  readonly sentence: string;
}

/** The masks of a policy that cannot be used; their texts would cross, so such a policy must not count. */
export function maskFaults(policy: ManagedPolicy): readonly MaskFault[] {
  return (policy.masks ?? []).flatMap((mask, index) => {
    const compiled = compileMask(toMask(mask));
    return compiled.ok ? [] : [{ index, sentence: compiled.message }];
  });
}

/**
 * What a person chose, as an organisation could set it elsewhere. Masks that hold in some places only are left out: an
 * organisation's hold everywhere, and so do its minima, of which one that lets something pass unseen is none.
 */
export function inspectionHere(
  acts: readonly ActChoice[],
  masks: readonly MaskShape[],
): Pick<ManagedPolicy, 'inspection' | 'masks'> {
  const minima = acts.flatMap(({ act, ...where }) => (act === 'pass' ? [] : [{ ...where, act }]));
  const everywhere = masks
    .filter(({ scope }) => Object.values(scope ?? {}).every((list) => list === undefined))
    .map(({ find, scope: _scope, restoreFor: _given, ...mask }): ManagedMask => ({
      ...mask,
      ...('words' in find ? { words: find.words } : { pattern: find.pattern }),
    }));
  return {
    ...(minima.length === 0 ? {} : { inspection: minima }),
    ...(everywhere.length === 0 ? {} : { masks: everywhere }),
  };
}
