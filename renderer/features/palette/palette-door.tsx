import { useEffect, useRef } from 'react';
import { later } from '../../app/later.tsx';
import { usePhase, useUi } from '../../store/app-context.tsx';
import { dialogIsOpen } from '../../ui/open-dialog.ts';
import { useRecent } from './recent.ts';
import { usePaletteOpen } from './use-palette.ts';

const palette = later(async () => (await import('./palette.tsx')).Palette);

/** Opens the palette at Ctrl/⌘+K, and when the app's menu asks for it. Its program is read when it is first opened. */
export function PaletteDoor() {
  const [open, setOpen] = usePaletteOpen();
  const mac = usePhase(({ platform }) => platform === 'darwin');
  // Known before it opens: nothing moves under a key that is pressed.
  useRecent();
  const { searching, search } = useUi((ui) => ({ searching: ui.searching, search: ui.search }));
  useEffect(() => {
    if (!searching) return;
    search(false);
    if (!dialogIsOpen()) setOpen(true);
  }, [searching, search, setOpen]);
  const ever = useRef(false);
  ever.current ||= open;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // On a Mac, Ctrl+K in a field takes away the rest of the line.
      const modified = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      const asked = modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
      if (!asked || event.defaultPrevented) return;
      event.preventDefault();
      // Another dialog is in the way of everything else.
      if (open || !dialogIsOpen()) setOpen(!open);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open, setOpen, mac]);
  return ever.current ? <palette.View open={open} onClose={() => setOpen(false)} /> : null;
}
