import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LiveCall } from '../../../../shared/model/live.ts';
import type { CallsState } from '../../../store/stores.ts';
import type { AppFacet } from './facets.ts';
import { keepOf, type CallFilter } from './filter.ts';
import { following, holdAfter, isHeld, type Hold, type HoldAct } from './hold.ts';
import { LiveView } from './live-view.ts';

/** What the screen draws. */
export interface LiveState {
  readonly filter: CallFilter;
  readonly hold: Hold;
  /** The calls that are drawn, oldest first. While the list stands, a row here may be older than the store's. */
  readonly rows: readonly LiveCall[];
  /** How many calls `rows` was filtered from. */
  readonly total: number;
  /** Calls that would be drawn if the list did not stand. */
  readonly fresh: number;
  /** Another one whenever a call may have changed. */
  readonly version: number;
  readonly apps: readonly AppFacet[];
  readonly servers: readonly string[];
}

/** The live list behind the screen: what is drawn, and what a person can do to it. */
export interface LiveList {
  readonly store: StoreApi<LiveState>;
  /** Follows the calls until what it gives back is called. */
  readonly start: () => () => void;
  readonly act: (act: HoldAct) => void;
  readonly setFilter: (filter: CallFilter) => void;
}

/** In a burst the list is drawn ten times a second; nobody could read more, and the window has other work. */
const DRAW_MS = 100;

/** Makes the live list of some calls. It is worked out here and not in components, once for everything drawn. */
export function createLiveList(calls: StoreApi<CallsState>, first: CallFilter): LiveList {
  const view = new LiveView();
  view.refilter(keepOf(first));
  /** What the list stands on, before the filter. */
  let base: readonly LiveCall[] | undefined;
  /** `arrived` of the view when the list came to stand. */
  let mark = 0;

  const store = createStore<LiveState>(() => ({
    filter: first,
    hold: following,
    rows: [],
    total: 0,
    fresh: 0,
    version: 0,
    apps: [],
    servers: [],
  }));
  const moving = (): Pick<LiveState, 'rows' | 'total' | 'fresh'> => ({
    rows: view.shown,
    total: view.rows.length,
    fresh: 0,
  });
  const update = (): void => {
    const { list, version } = calls.getState();
    view.update(list);
    store.setState({
      version,
      apps: view.facets.apps,
      servers: view.facets.servers,
      ...(base === undefined ? moving() : { fresh: Math.max(0, view.arrived - mark) }),
    });
  };
  const act = (what: HoldAct): void => {
    const { hold } = store.getState();
    const next = holdAfter(hold, what);
    if (next === hold) return;
    if (!isHeld(next)) {
      base = undefined;
      store.setState({ hold: next, ...moving() });
      return;
    }
    if (base === undefined) {
      base = view.rows;
      mark = view.arrived;
    }
    store.setState({ hold: next });
  };

  let drawn = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    timer = undefined;
    update();
    drawn = performance.now();
  };
  const soon = (): void => {
    const wait = drawn + DRAW_MS - performance.now();
    if (wait <= 0 && timer === undefined) draw();
    else timer ??= setTimeout(draw, wait);
  };
  update();
  return {
    store,
    start: () => {
      update();
      const off = calls.subscribe(soon);
      return () => {
        off();
        clearTimeout(timer);
        timer = undefined;
      };
    },
    act,
    setFilter: (filter) => {
      const keep = keepOf(filter);
      view.refilter(keep);
      act('refilter');
      const stands = base;
      if (stands === undefined) {
        store.setState({ filter, ...moving() });
        return;
      }
      const rows = keep === undefined ? stands : stands.filter(keep);
      const newest = stands.at(-1)?.n ?? -Infinity;
      const fresh = view.shown.length - countUpTo(view.shown, newest);
      mark = view.arrived - fresh;
      store.setState({ filter, rows, total: stands.length, fresh });
    },
  };
}

/** How many of some rows, oldest first, have at most this `n`. */
export function countUpTo(rows: readonly LiveCall[], n: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.n ?? Infinity) <= n) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a call among rows, oldest first, or -1. */
export function placeOf(rows: readonly LiveCall[], { call, n }: Pick<LiveCall, 'call' | 'n'>): number {
  for (let place = countUpTo(rows, n) - 1; place >= 0 && rows[place]?.n === n; place -= 1) {
    if (rows[place]?.call === call) return place;
  }
  return -1;
}
