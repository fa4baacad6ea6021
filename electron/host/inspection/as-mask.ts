import type { MaskShape } from '../../../shared/model/inspection.ts';
import type { Mask } from '../../inspection/masks/mask.ts';

/** A mask as it is kept, as those who hide take it: a member that is there and says nothing is left out. */
export const asMask = (shape: MaskShape): Mask =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as unknown as Mask;
