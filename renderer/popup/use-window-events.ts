import { useEffect, type RefObject } from 'react';
import { usePopup } from './popup-context.tsx';

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/**
 * What the person does to the window as a whole: Escape denies, Control or Command with Enter allows, and every sign
 * that somebody is here or has gone is told.
 */
export function useWindowEvents(panel: RefObject<HTMLElement | null>): void {
  const { popup, clock } = usePopup();
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const counts = (event: KeyboardEvent): boolean => !event.repeat && popup.guard.key(clock.madeAt(event));

    const onKey = (event: KeyboardEvent): void => {
      popup.touch();
      // An open menu or list takes Escape for itself, and the end of a composition is no key of ours.
      if (event.isComposing || document.querySelector('[role="menu"], [role="listbox"]') !== null) return;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (event.key === 'Escape' && plain) {
        event.preventDefault();
        event.stopPropagation();
        const { group } = popup.store.getState();
        // What was typed stays; who wants to deny presses once more.
        if (isField(event.target)) panel.current?.focus();
        else if (group !== undefined) popup.closeGroup();
        else if (counts(event)) void popup.deny();
      } else if (
        event.key === 'Enter' &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey
      ) {
        event.preventDefault();
        event.stopPropagation();
        if (counts(event)) void popup.allow();
      }
    };
    // Before every other listener: by the time the bubble comes here, the menu that it closed is gone.
    window.addEventListener('keydown', onKey, { capture: true, signal });
    window.addEventListener(
      'focus',
      (event) => {
        popup.guard.focused(clock.madeAt(event));
        popup.touch();
      },
      { signal },
    );
    window.addEventListener('blur', () => popup.leave(), { signal });
    window.addEventListener('pointerdown', () => popup.touch(), { capture: true, signal });
    window.addEventListener('wheel', () => popup.touch(), { capture: true, passive: true, signal });
    window.addEventListener('pointermove', ({ clientX, clientY }) => popup.moved(clientX, clientY), {
      passive: true,
      signal,
    });
    document.documentElement.addEventListener('pointerleave', () => popup.pointerLeft(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => (document.visibilityState === 'visible' ? popup.appeared() : popup.leave()),
      { signal },
    );
    return () => ended.abort();
  }, [popup, clock, panel]);
}
