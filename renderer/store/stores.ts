import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClientView, HostPatch, HostState, Phase, Screen } from './types.ts';
import type { ServerView, StatusReport } from '../../shared/ipc/shapes.ts';
import { LIVE_CALLS, type LiveCall } from '../../shared/model/live.ts';
import { CallList, type CallView } from './call-list.ts';
import { createProgress, type ProgressBoard } from './progress.ts';

export interface ConnectionState {
  /** A snapshot is on its way. */
  readonly asking: boolean;
  /** The last one did not come: what is shown may be out of date. */
  readonly stale: boolean;
}

export interface PhaseState {
  readonly phase: Phase;
  readonly version: string;
  readonly platform: 'darwin' | 'win32' | 'linux' | undefined;
}

export interface HostStoreState {
  /** Undefined until the first snapshot of a host. */
  readonly status: StatusReport | undefined;
  readonly servers: readonly ServerView[];
  readonly clients: readonly ClientView[];
}

export interface CallsState {
  /** The same object always; read it again whenever `version` is another. */
  readonly list: CallView;
  readonly version: number;
  /** Calls of bursts that are in the log but not in the list. */
  readonly skipped: number;
  /** Number of new rows since the window opened, for "12 new calls" while a list is paused. */
  readonly newest: number;
}

export interface UiState {
  readonly screen: Screen;
  /** The chosen item of each screen: a server, a call. */
  readonly selected: Readonly<Partial<Record<Screen, string>>>;
  /** Goes to a screen; with an item, chooses it there. */
  readonly navigate: (screen: Screen, item?: string) => void;
  readonly select: (screen: Screen, item: string | undefined) => void;
  /** The last sentence for screen readers only, and what says one. */
  readonly said: string;
  readonly say: (sentence: string) => void;
}

/** Every store of the window, and the only ways in which the host's state gets into them. */
export interface StoreSet {
  readonly connection: StoreApi<ConnectionState>;
  readonly phase: StoreApi<PhaseState>;
  readonly host: StoreApi<HostStoreState>;
  readonly calls: StoreApi<CallsState>;
  readonly ui: StoreApi<UiState>;
  readonly progress: ProgressBoard;
  readonly applySnapshot: (state: HostState) => void;
  readonly applyPatches: (patches: readonly HostPatch[]) => void;
  readonly clearHost: () => void;
}

/** The new list with every object of the old one that says the same, so that only what changed is drawn again. */
function keepSame<T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): readonly T[] {
  const old = new Map(before.map((item) => [item.id, item]));
  return now.map((item) => {
    const held = old.get(item.id);
    return held !== undefined && JSON.stringify(held) === JSON.stringify(item) ? held : item;
  });
}

export function createStores(bound = LIVE_CALLS): StoreSet {
  const list = new CallList(bound);
  const connection = createStore<ConnectionState>(() => ({ asking: false, stale: false }));
  const phase = createStore<PhaseState>(() => ({
    phase: { kind: 'starting' },
    version: '',
    platform: undefined,
  }));
  const host = createStore<HostStoreState>(() => ({ status: undefined, servers: [], clients: [] }));
  const calls = createStore<CallsState>(() => ({ list, version: 0, skipped: 0, newest: 0 }));
  const ui = createStore<UiState>((set) => ({
    screen: 'activity',
    selected: {},
    navigate: (screen, item) =>
      set(({ selected }) => ({
        screen,
        selected: item === undefined ? selected : { ...selected, [screen]: item },
      })),
    select: (screen, item) =>
      set(({ selected: { ...selected } }) => {
        if (item === undefined) delete selected[screen];
        else selected[screen] = item;
        return { selected };
      }),
    said: '',
    say: (said) => set({ said }),
  }));

  const countNew = (rows: readonly LiveCall[]): number =>
    rows.reduce((count, row) => (list.get(row.call) === undefined ? count + 1 : count), 0);

  return {
    connection,
    phase,
    host,
    calls,
    ui,
    progress: createProgress(),
    applySnapshot: ({ status, servers, clients, calls: rows }) => {
      host.setState((before) => ({
        status,
        servers: keepSame(before.servers, servers),
        clients: keepSame(before.clients, clients),
      }));
      const added = countNew(rows);
      list.replace(rows);
      calls.setState(({ version, newest }) => ({
        version: version + 1,
        skipped: 0,
        newest: newest + added,
      }));
    },
    applyPatches: (patches) => {
      if (patches.length === 0) return;
      let change: Partial<HostStoreState> = {};
      let skipped = 0;
      let added = 0;
      let touched = false;
      for (const patch of patches) {
        const { status, servers, clients } = patch;
        if (status !== undefined) change = { ...change, status };
        if (servers !== undefined) change = { ...change, servers };
        if (clients !== undefined) change = { ...change, clients };
        skipped += patch.skipped ?? 0;
        if (patch.calls === undefined) continue;
        touched = true;
        added += countNew(patch.calls);
        list.apply(patch.calls);
      }
      if (Object.keys(change).length > 0) {
        host.setState((before) => ({
          ...change,
          ...(change.servers && { servers: keepSame(before.servers, change.servers) }),
          ...(change.clients && { clients: keepSame(before.clients, change.clients) }),
        }));
      }
      if (touched || skipped > 0) {
        calls.setState((before) => ({
          version: before.version + 1,
          skipped: before.skipped + skipped,
          newest: before.newest + added,
        }));
      }
    },
    clearHost: () => {
      host.setState({ status: undefined, servers: [], clients: [] });
      list.replace([]);
      calls.setState(({ version }) => ({ version: version + 1, skipped: 0 }));
    },
  };
}
