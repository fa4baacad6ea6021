import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Popup } from './state/popup.ts';
import type { PopupState } from './state/popup-state.ts';

/** How the page knows time and drawing; tests give their own. */
export interface PageClock {
  /** Runs once what is there now has been drawn, with the time of that; gives back what takes it off. */
  readonly drawn: (run: (at: number) => void) => () => void;
  /** When an event was made, on the same clock. */
  readonly madeAt: (event: Event) => number;
  /** Now, on the same clock. */
  readonly now: () => number;
}

/** The clock of the page itself. */
export const pageClock: PageClock = {
  drawn: (run) => {
    // The first frame draws; when the second one begins, the first can be seen. A hidden window draws no frames.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => run(performance.now()));
    });
    return () => cancelAnimationFrame(frame);
  },
  madeAt: (event) => event.timeStamp,
  now: () => performance.now(),
};

interface PopupContext {
  readonly popup: Popup;
  readonly clock: PageClock;
}
const Context = createContext<PopupContext | undefined>(undefined);

export function PopupProvider({ popup, clock, children }: PopupContext & { readonly children: ReactNode }) {
  return <Context value={{ popup, clock }}>{children}</Context>;
}

export function usePopup(): PopupContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('This component is used outside PopupProvider.');
  return context;
}

/** Something of the state of the window. */
export function usePopupState<T>(select: (state: PopupState) => T): T {
  return useStore(usePopup().popup.store, useShallow(select));
}
