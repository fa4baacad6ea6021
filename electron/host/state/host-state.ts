import type { HostPatch, HostSnapshot, HostState } from '../../../shared/ipc/window.ts';
import type { AppView, BehindTheBack } from '../../../shared/model/ai-app.ts';
import type { InspectionView } from '../../../shared/model/inspection.ts';
import type { ToolProfileState } from '../../../shared/model/tool-profile.ts';
import type { Alarm, ServerReview } from '../../../shared/model/trust.ts';
import { PATCH_CALLS, SNAPSHOT_CALLS } from '../../../shared/model/live-bounds.ts';
import type { LiveCall } from '../../../shared/model/live.ts';

/** What a window shows of the host: one snapshot, then numbered patches. */
export interface StateFeed {
  /** Everything as it is now. Its `seq` is the number of the newest patch that is in it. */
  snapshot(): HostSnapshot;
  /**
   * Tells `listener` what changes from now on; gives back what ends that. Subscribe first, then take the snapshot:
   * from a snapshot that was taken before anybody had subscribed, the first patch is seen to be missing one.
   */
  subscribe(listener: (patch: HostPatch) => void): () => void;
  /** The newest `n` calls, oldest first. */
  recent(n: number): readonly LiveCall[];
}

/** The state, as its host holds it. */
export interface OpenState extends StateFeed {
  /** Something that is compared by value may have changed. */
  changed(): void;
  /** Tells everybody who listens now; nobody later. */
  alarm(alarm: Alarm): void;
  /** Nobody is told anything any more. */
  close(): void;
}

/** What the state is made of. */
export interface StatePorts {
  /** Names this run of the host. */
  readonly run: string;
  readonly status: () => HostState['status'];
  readonly servers: () => HostState['servers'];
  readonly clients: () => HostState['clients'];
  readonly managed: () => HostState['managed'];
  /** What is on hold, waits, was missed, and what the rules and roles are: each the same array until that changes. */
  readonly reviews: () => readonly ServerReview[];
  readonly pending: () => readonly HostState['pending'][number][];
  readonly missed: () => readonly HostState['missed'][number][];
  readonly rules: () => readonly HostState['rules'][number][];
  readonly roles: () => readonly HostState['roles'][number][];
  readonly apps?: () => readonly AppView[];
  readonly behindTheBack?: () => readonly BehindTheBack[];
  /** What is looked for in what crosses: the same object until something of it changes. */
  readonly inspection?: () => InspectionView;
  /** Profiles of tools: the same object until something of it changes. */
  readonly profiles?: () => ToolProfileState;
  readonly calls: StateCalls;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Runs something later; gives back what prevents it. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** A listener threw. */
  readonly fault: (error: unknown) => void;
}

/** The calls that are held. */
export interface StateCalls {
  /** The newest `n`, oldest first. */
  newest(n: number): readonly LiveCall[];
  /** As it is now; undefined when it is held no more. */
  row(call: string): LiveCall | undefined;
  /** At most one listener; `undefined` takes it off, and then nothing is told. */
  listen(listener: CallListener | undefined): void;
}

/** Hears which calls changed. */
export interface CallListener {
  changed(call: string): void;
  /** It is held no more and does not change any more. */
  dropped(call: string): void;
}

/** From the first change after quiet to its patch, and between two patches while things change; milliseconds. */
const SOON_MS = 20;
const EVERY_MS = 100;
/** How often it is looked whether servers, AI apps and the host itself are other than told. */
const LOOK_MS = 1000;
/** Of one patch; a server that changes everything raises one for each item. */
const MAX_ALARMS = 20;

const NOTHING: readonly never[] = [];
const none = (): readonly never[] => NOTHING;
const nobody = (): undefined => undefined;

/** The parts that are compared by value and told whole. */
const PARTS = ['status', 'servers', 'clients', 'managed'] as const;
type Part = (typeof PARTS)[number];
/** The parts that can be large, so they are compared as the objects that they are. */
const LISTS = [
  'reviews',
  'pending',
  'missed',
  'rules',
  'roles',
  'apps',
  'behindTheBack',
  'inspection',
  'profiles',
] as const;
type List = (typeof LISTS)[number];

/**
 * Keeps windows up to date. While nobody has subscribed nothing is done at all. Memory is bounded by the calls that
 * are held: a call that is dropped before it could be told is counted in `skipped`.
 */
export function createHostState(given: StatePorts): OpenState {
  const ports = { apps: none, behindTheBack: none, inspection: nobody, profiles: nobody, ...given };
  const { calls, now, after } = ports;
  const listeners = new Set<(patch: HostPatch) => void>();
  /** Calls that changed since they were told last, in the order in which they began to wait. */
  const waiting = new Set<string>();
  /** What was told last of each part, as JSON, and those that a snapshot has told otherwise since. */
  const told = new Map<Part, string>();
  const stale = new Set<Part>();
  let seq = 0;
  const alarms: Alarm[] = [];
  const toldLists = new Map<List, unknown>();
  let skipped = 0;
  let look = false;
  let lastAt = -Infinity;
  let cancelFlush: (() => void) | undefined;
  let cancelLook: (() => void) | undefined;

  const schedule = (): void => {
    if (listeners.size === 0 || cancelFlush !== undefined) return;
    cancelFlush = after(Math.max(SOON_MS, lastAt + EVERY_MS - now()), flush);
  };

  const listener: CallListener = {
    changed(call) {
      waiting.add(call);
      schedule();
    },
    dropped(call) {
      if (!waiting.delete(call)) return;
      skipped++;
      schedule();
    },
  };

  const lookLater = (): void => {
    cancelLook = after(LOOK_MS, () => {
      look = true;
      schedule();
      lookLater();
    });
  };

  function rows(): LiveCall[] {
    const found: LiveCall[] = [];
    for (const call of waiting) {
      if (found.length >= PATCH_CALLS) break;
      waiting.delete(call);
      const row = calls.row(call);
      if (row === undefined) skipped++;
      else found.push(row);
    }
    return found.toSorted((a, b) => a.n - b.n);
  }

  /** The parts that are other than they were told. */
  function parts(): Partial<Pick<HostState, Part | List>> {
    const found: [Part | List, unknown][] = [];
    for (const list of LISTS) {
      const value = ports[list]();
      if (value !== undefined && value !== toldLists.get(list)) found.push([list, value]);
      toldLists.set(list, value);
    }
    for (const part of PARTS) {
      const value = ports[part]();
      const text = JSON.stringify(value);
      if (told.get(part) === text && !stale.has(part)) continue;
      told.set(part, text);
      found.push([part, value]);
    }
    stale.clear();
    return Object.fromEntries(found);
  }

  function flush(): void {
    cancelFlush = undefined;
    if (listeners.size === 0) return;
    const changed = look ? parts() : {};
    look = false;
    const found = rows();
    const patch: HostPatch = {
      run: ports.run,
      seq: seq + 1,
      ...changed,
      ...(found.length === 0 ? {} : { calls: found }),
      ...(skipped === 0 ? {} : { skipped }),
      ...(alarms.length === 0 ? {} : { alarms: alarms.splice(0) }),
    };
    if (Object.keys(patch).length > 2) {
      skipped = 0;
      seq++;
      lastAt = now();
      for (const tell of listeners) {
        try {
          tell(patch);
        } catch (error) {
          ports.fault(error);
        }
      }
    }
    if (waiting.size > 0) schedule();
  }

  function begin(): void {
    // What happened while nobody listened was never told: a snapshot from before must not seem to go on.
    seq++;
    for (const part of PARTS) told.set(part, JSON.stringify(ports[part]()));
    for (const list of LISTS) toldLists.set(list, ports[list]());
    calls.listen(listener);
    lookLater();
  }

  function end(): void {
    calls.listen(undefined);
    cancelFlush?.();
    cancelLook?.();
    cancelFlush = undefined;
    waiting.clear();
    stale.clear();
    alarms.length = 0;
    skipped = 0;
  }

  return {
    snapshot() {
      const state: HostState = {
        status: ports.status(),
        servers: ports.servers(),
        clients: ports.clients(),
        managed: ports.managed(),
        reviews: [...ports.reviews()],
        pending: [...ports.pending()],
        missed: [...ports.missed()],
        rules: [...ports.rules()],
        roles: [...ports.roles()],
        ...(given.apps && { apps: [...given.apps()] }),
        ...(given.behindTheBack && { behindTheBack: [...given.behindTheBack()] }),
        ...(given.inspection && { inspection: given.inspection() }),
        ...(given.profiles && { profiles: given.profiles() }),
        calls: [...calls.newest(SNAPSHOT_CALLS)],
      };
      for (const list of LISTS) if (toldLists.get(list) !== ports[list]()) toldLists.delete(list);
      // Who has this snapshot knows more than was told, perhaps something that changes back before the next patch.
      for (const part of PARTS) if (told.get(part) !== JSON.stringify(state[part])) stale.add(part);
      if (stale.size > 0 && listeners.size > 0) {
        look = true;
        schedule();
      }
      return { run: ports.run, seq, state };
    },
    subscribe(listen) {
      const mine = (patch: HostPatch): void => listen(patch);
      if (listeners.size === 0) begin();
      listeners.add(mine);
      return () => {
        if (listeners.delete(mine) && listeners.size === 0) end();
      };
    },
    recent: (n) => calls.newest(n),
    alarm(alarm) {
      if (listeners.size === 0) return;
      if (alarms.length < MAX_ALARMS) alarms.push(alarm);
      look = true;
      schedule();
    },
    changed() {
      look = true;
      schedule();
    },
    close() {
      listeners.clear();
      end();
    },
  };
}
