import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClientView, HostPatch, HostState, Phase, Screen } from './types.ts';
import type { ManagedView, ServerView, StatusReport } from '../../shared/ipc/shapes.ts';
import type { AppView, BehindTheBack } from '../../shared/model/ai-app.ts';
import type { HeldCall, MissedCall } from '../../shared/model/approval.ts';
import type { InspectionView } from '../../shared/model/inspection.ts';
import { LIVE_CALLS } from '../../shared/model/live-bounds.ts';
import type { LiveCall } from '../../shared/model/live.ts';
import type { Role, RuleView } from '../../shared/model/policy.ts';
import type { ServerReview } from '../../shared/model/trust.ts';
import type { ToolProfileState } from '../../shared/model/tool-profile.ts';
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
  /** What is on hold, one entry for each server of which something is. */
  readonly reviews: readonly ServerReview[];
  /** Calls that wait for a person, and those that nobody answered in time; oldest first. */
  readonly pending: readonly HeldCall[];
  readonly missed: readonly MissedCall[];
  readonly rules: readonly RuleView[];
  readonly roles: readonly Role[];
  /** AI apps on this machine; undefined where nobody has looked. */
  readonly apps: readonly AppView[] | undefined;
  /** Servers that appeared in an AI app without Doorward. */
  readonly behindTheBack: readonly BehindTheBack[];
  /** What is looked for in what crosses; undefined until a host has told. */
  readonly inspection: InspectionView | undefined;
  /** Profiles of tools, and what roles are listed; undefined until a host has told. */
  readonly profiles: ToolProfileState | undefined;
  /** What an organisation manages here; undefined until the first snapshot. */
  readonly managed: ManagedView | undefined;
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

/** A bundle that the system brought, by its ticket, or files that were dropped, of which the first counts. */
export type ArrivedBundle = { readonly ticket: string } | { readonly file: File; readonly others: number };

export interface UiState {
  readonly screen: Screen;
  /** The chosen item of each screen: a server, a call. */
  readonly selected: Readonly<Partial<Record<Screen, string>>>;
  /** Goes to a screen; with an item, chooses it there. */
  readonly navigate: (screen: Screen, item?: string) => void;
  readonly select: (screen: Screen, item: string | undefined) => void;
  /** The server whose changes are being reviewed, in place of the list of servers. */
  readonly reviewing: string | undefined;
  readonly review: (server: string | undefined) => void;
  /** All new servers are being reviewed on one page, in place of the list of servers. */
  readonly importing: boolean;
  readonly reviewAll: (open: boolean) => void;
  /** A configuration that a link brought and that nobody has looked at yet. Anybody may have made it. */
  readonly offered: string | undefined;
  readonly offer: (text: string | undefined) => void;
  /** A bundle that was opened with Doorward or dropped on the window, and that its page has not taken yet. */
  readonly arrived: ArrivedBundle | undefined;
  readonly arrive: (bundle: ArrivedBundle | undefined) => void;
  /** The search over everything is asked for from outside of the page, and not open yet. */
  readonly searching: boolean;
  readonly search: (asked: boolean) => void;
  /** The last sentence for screen readers only, and what says one. */
  readonly said: string;
  /** How many were said, so that the same one can be heard again. */
  readonly sayings: number;
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
function keepSame<T>(before: readonly T[], now: readonly T[], idOf: (item: T) => string): readonly T[] {
  const old = new Map(before.map((item) => [idOf(item), item]));
  return now.map((item) => {
    const held = old.get(idOf(item));
    return held !== undefined && JSON.stringify(held) === JSON.stringify(item) ? held : item;
  });
}
const byId = ({ id }: { readonly id: string }): string => id;

/** The same for reviews, item by item: a server's other items are not drawn again because one of them changed. */
function keepReviews(before: readonly ServerReview[], now: readonly ServerReview[]): readonly ServerReview[] {
  const old = new Map(before.map((review) => [review.server, review]));
  const merged = now.map((review) => {
    const held = old.get(review.server);
    if (held === undefined) return review;
    const items = keepSame(held.items, review.items, ({ kind, key, digest }) => `${kind} ${key} ${digest}`);
    return { ...review, items: [...items] };
  });
  return keepSame(before, merged, ({ server }) => server);
}

/** What the window knows of a host before its first snapshot, and after it has gone. */
const noHost: HostStoreState = {
  status: undefined,
  servers: [],
  clients: [],
  reviews: [],
  pending: [],
  missed: [],
  rules: [],
  roles: [],
  apps: undefined,
  behindTheBack: [],
  inspection: undefined,
  profiles: undefined,
  managed: undefined,
};

/** The parts of `next` in which everything that says the same as before stays the same object. */
function keepParts(before: HostStoreState, next: Partial<HostStoreState>): Partial<HostStoreState> {
  return {
    ...next,
    ...(next.servers && { servers: keepSame(before.servers, next.servers, byId) }),
    ...(next.clients && { clients: keepSame(before.clients, next.clients, byId) }),
    ...(next.reviews && { reviews: keepReviews(before.reviews, next.reviews) }),
    ...(next.pending && { pending: keepSame(before.pending, next.pending, byId) }),
    ...(next.missed && { missed: keepSame(before.missed, next.missed, byId) }),
    ...(next.rules && { rules: keepSame(before.rules, next.rules, byId) }),
    ...(next.roles && { roles: keepSame(before.roles, next.roles, byId) }),
    ...(next.apps && { apps: keepSame(before.apps ?? [], next.apps, byId) }),
  };
}

/** The parts of a patch that are whole values of the host, without those that it leaves out. */
function partsOf(patch: HostPatch): Partial<HostStoreState> {
  const { status, servers, clients, reviews, pending, missed, rules, roles, managed } = patch;
  const { apps, behindTheBack, inspection, profiles } = patch;
  return {
    ...(status && { status }),
    ...(servers && { servers }),
    ...(clients && { clients }),
    ...(reviews && { reviews }),
    ...(pending && { pending }),
    ...(missed && { missed }),
    ...(rules && { rules }),
    ...(roles && { roles }),
    ...(apps && { apps }),
    ...(behindTheBack && { behindTheBack }),
    ...(inspection && { inspection }),
    ...(profiles && { profiles }),
    ...(managed && { managed }),
  };
}

export function createStores(bound = LIVE_CALLS): StoreSet {
  const list = new CallList(bound);
  const connection = createStore<ConnectionState>(() => ({ asking: false, stale: false }));
  const phase = createStore<PhaseState>(() => ({
    phase: { kind: 'starting' },
    version: '',
    platform: undefined,
  }));
  const host = createStore<HostStoreState>(() => noHost);
  const calls = createStore<CallsState>(() => ({ list, version: 0, skipped: 0, newest: 0 }));
  const ui = createStore<UiState>((set) => ({
    screen: 'activity',
    selected: {},
    navigate: (screen, item) =>
      set(({ selected, screen: before, reviewing, importing }) => ({
        screen,
        selected: item === undefined ? selected : { ...selected, [screen]: item },
        // Whoever asks for a server, or for the list while a review covers it, does not want the review.
        ...(screen === 'servers' && (item !== undefined || before === 'servers')
          ? { reviewing: undefined, importing: false }
          : { reviewing, importing }),
      })),
    select: (screen, item) =>
      set(({ selected: { ...selected } }) => {
        if (item === undefined) delete selected[screen];
        else selected[screen] = item;
        return { selected };
      }),
    reviewing: undefined,
    review: (server) =>
      set(({ selected, screen }) => ({
        reviewing: server,
        importing: false,
        screen: server === undefined ? screen : 'servers',
        selected: server === undefined ? selected : { ...selected, servers: server },
      })),
    importing: false,
    offered: undefined,
    offer: (text) =>
      // It is shown over the list of servers, which a review would cover.
      set(
        text === undefined
          ? { offered: undefined }
          : { offered: text, reviewing: undefined, importing: false },
      ),
    arrived: undefined,
    arrive: (bundle) =>
      // Its page stands in place of the list of servers, which a review would cover.
      set(
        bundle === undefined
          ? { arrived: undefined }
          : { arrived: bundle, reviewing: undefined, importing: false },
      ),
    reviewAll: (open) =>
      set(({ screen }) => ({
        importing: open,
        reviewing: undefined,
        screen: open ? 'servers' : screen,
      })),
    searching: false,
    search: (searching) => set({ searching }),
    said: '',
    sayings: 0,
    say: (said) => set(({ sayings }) => ({ said, sayings: sayings + 1 })),
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
    applySnapshot: (snapshot) => {
      const {
        calls: rows,
        reviews = [],
        apps,
        behindTheBack = [],
        inspection,
        profiles,
        ...parts
      } = snapshot;
      host.setState((before) =>
        keepParts(before, {
          ...parts,
          reviews,
          behindTheBack,
          ...(apps && { apps }),
          ...(inspection && { inspection }),
          ...(profiles && { profiles }),
        }),
      );
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
        change = { ...change, ...partsOf(patch) };
        skipped += patch.skipped ?? 0;
        if (patch.calls === undefined) continue;
        touched = true;
        added += countNew(patch.calls);
        list.apply(patch.calls);
      }
      if (Object.keys(change).length > 0) {
        host.setState((before) => keepParts(before, change));
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
      host.setState(noHost);
      list.replace([]);
      calls.setState(({ version }) => ({ version: version + 1, skipped: 0 }));
    },
  };
}
