import { useEffect, useState } from 'react';
import { useApp } from '../../store/app-context.tsx';
import type { StoreSet } from '../../store/stores.ts';
import { noFilter, type CallFilter } from './live/filter.ts';
import { createLiveList, type LiveList } from './live/live-list.ts';

/** The filter of each window, kept while the person looks at another screen. */
const kept = new WeakMap<StoreSet, CallFilter>();

/** The live list of this screen; it is worked on only while the screen is shown. */
export function useLiveList(): LiveList {
  const { stores } = useApp();
  const [live] = useState(() => createLiveList(stores.calls, kept.get(stores) ?? noFilter));
  useEffect(() => {
    const stop = live.start();
    const off = live.store.subscribe(({ filter }) => kept.set(stores, filter));
    return () => {
      stop();
      off();
    };
  }, [live, stores]);
  return live;
}
