import { useCallback } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useApp } from './app-context.tsx';
import type { StoreSet } from './stores.ts';

const kept = new WeakMap<StoreSet, StoreApi<Readonly<Record<string, unknown>>>>();

function storeOf(stores: StoreSet): StoreApi<Readonly<Record<string, unknown>>> {
  const found = kept.get(stores) ?? createStore<Readonly<Record<string, unknown>>>(() => ({}));
  kept.set(stores, found);
  return found;
}

/**
 * State that outlives its screen, as long as the window: what a person has typed and what is said only once. The tray
 * can lead away from a screen at any moment, and nothing may be lost by that. `key` names it in the whole window.
 */
export function useKept<T>(key: string, initial: T): readonly [T, (next: T | ((before: T) => T)) => void] {
  const store = storeOf(useApp().stores);
  const value = useStore(store, (all) => (key in all ? (all[key] as T) : initial));
  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      const before = store.getState();
      const held = key in before ? (before[key] as T) : initial;
      store.setState({ [key]: typeof next === 'function' ? (next as (before: T) => T)(held) : next });
    },
    // The first value of a key counts; a caller that makes a new object each time does not change it.
    [store, key],
  );
  return [value, set];
}
