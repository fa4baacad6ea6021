import { createContext, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Bridge } from '../../shared/ipc/window.ts';
import { createFormat, type Clock, type Format } from '../i18n/format.ts';
import type { CallsState, ConnectionState, HostStoreState, PhaseState, StoreSet, UiState } from './stores.ts';

/** What the whole window is built on; tests give their own. */
export interface AppPorts {
  readonly bridge: Bridge;
  readonly stores: StoreSet;
  readonly now: Clock;
}

const Context = createContext<AppPorts | undefined>(undefined);

/** Gives the window its bridge, stores and clock. */
export function AppProvider({ ports, children }: { ports: AppPorts; children: ReactNode }) {
  return <Context value={ports}>{children}</Context>;
}

export function useApp(): AppPorts {
  const ports = useContext(Context);
  if (ports === undefined) throw new Error('This component is used outside AppProvider.');
  return ports;
}

/** Something of the host: `useHost((host) => host.servers)`. */
export function useHost<T>(select: (state: HostStoreState) => T): T {
  return useStore(useApp().stores.host, useShallow(select));
}

/** Something of the live calls; select `version` with whatever you read from `list`. */
export function useCalls<T>(select: (state: CallsState) => T): T {
  return useStore(useApp().stores.calls, useShallow(select));
}

export function usePhase<T>(select: (state: PhaseState) => T): T {
  return useStore(useApp().stores.phase, useShallow(select));
}

export function useConnection<T>(select: (state: ConnectionState) => T): T {
  return useStore(useApp().stores.connection, useShallow(select));
}

export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useApp().stores.ui, useShallow(select));
}

/** Making formatters is slow, and each row of a list asks for them: one set for each clock and language. */
const formats = new WeakMap<Clock, Map<string, Format>>();

/** The formatters of the language of the window. */
export function useFormat(): Format {
  const { now } = useApp();
  const { language } = useTranslation().i18n;
  const known = formats.get(now) ?? new Map<string, Format>();
  const format = known.get(language) ?? createFormat(language, now);
  formats.set(now, known.set(language, format));
  return format;
}
