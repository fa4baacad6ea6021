import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { PageClock } from '../ui/page-clock.ts';
import type { Popup } from './state/popup.ts';
import type { PopupState } from './state/popup-state.ts';

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
