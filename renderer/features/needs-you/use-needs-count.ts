import type { Tone } from '../../ui/state-mark.tsx';
import { isOpen, toneOfNeed, useNeeds } from './use-needs.ts';

/** How many things wait for the person, and how loudly the loudest of them asks. */
export function useNeedsCount(): { readonly count: number; readonly tone: Tone } {
  const tones = useNeeds().filter(isOpen).map(toneOfNeed);
  const tone = (['alarm', 'hold'] as const).find((each) => tones.includes(each)) ?? 'neutral';
  return { count: tones.length, tone };
}
