import { useKept } from '../../store/use-kept.ts';

/** Whether the palette is open, and what opens and closes it. */
export const usePaletteOpen = () => useKept<boolean>('palette.open', false);
