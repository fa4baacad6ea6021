import type { Bridge, HostPatch } from '../../shared/ipc/window.ts';
import type { Schedule } from './frame.ts';
import type { StoreSet } from './stores.ts';
import { Sync, type Ready } from './sync.ts';

export interface ConnectionPorts {
  readonly bridge: Bridge;
  readonly frame: Schedule;
  /** Waits before asking again; gives back what calls it off. */
  readonly later: (run: () => void, ms: number) => () => void;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/**
 * Keeps the stores equal to the host: one snapshot, then patches, put into the stores at most once a frame. After a
 * gap or another run one new snapshot is asked for, never two at once. Gives back what ends it.
 */
export function connect(stores: StoreSet, ports: ConnectionPorts): () => void {
  const { bridge } = ports;
  const sync = new Sync();
  let ready: HostPatch[] = [];
  let offFrame: (() => void) | undefined;
  let offWait: (() => void) | undefined;
  let asking = false;
  let askAgain = false;
  let wait = FIRST_WAIT;
  let ended = false;
  /** Counts phases, so that an answer does not undo a phase that was told while it was on its way. */
  let told = 0;

  const flush = (): void => {
    offFrame = undefined;
    const patches = ready;
    ready = [];
    stores.applyPatches(patches);
  };
  const takeReady = ({ snapshot, patches }: Ready): void => {
    offFrame?.();
    offFrame = undefined;
    ready = [];
    if (snapshot !== undefined) stores.applySnapshot(snapshot.state);
    stores.applyPatches(patches);
  };

  const settle = (lost: boolean): void => {
    asking = false;
    if (ended) return;
    stores.connection.setState({ stale: lost, asking: false });
    if (askAgain && !lost) return ask();
    // A gap that a snapshot did not close is asked about again, but never in a hurry.
    if (lost || (stores.host.getState().status !== undefined && sync.needsSnapshot)) {
      offWait = ports.later(ask, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    } else wait = FIRST_WAIT;
  };

  const ask = (): void => {
    if (asking || ended) {
      askAgain = true;
      return;
    }
    offWait?.();
    offWait = undefined;
    asking = true;
    askAgain = false;
    const toldBefore = told;
    sync.asked();
    stores.connection.setState({ asking: true });
    bridge.commands['app.snapshot']({}).then(
      (wire) => {
        if (ended) return;
        if (!wire.ok) return settle(true);
        const { version, platform, phase, host } = wire.value;
        stores.phase.setState({ version, platform });
        if (told === toldBefore) stores.phase.setState({ phase });
        if (host !== undefined) {
          const taken = sync.snapshot(host);
          if (taken !== undefined) takeReady(taken);
        } else if (phase.kind === 'running') {
          askAgain = false;
          return settle(true);
        }
        settle(false);
      },
      () => settle(true),
    );
  };

  const offPatch = bridge.on.patch((patch) => {
    const follows = sync.patch(patch);
    if (follows.length > 0) {
      for (const follow of follows) ready.push(follow);
      offFrame ??= ports.frame(flush);
    }
    if (sync.needsSnapshot && !asking && offWait === undefined) ask();
  });
  const offPhase = bridge.on.phase((phase) => {
    told += 1;
    stores.phase.setState({ phase });
    if (phase.kind === 'running') ask();
    else if (phase.kind !== 'stopping') {
      sync.forget();
      stores.clearHost();
    }
  });
  const offProgress = bridge.on.progress(({ request, sentence }) => stores.progress.tell(request, sentence));
  const offNavigate = bridge.on.navigate(({ screen, item, offer, bundle, search }) => {
    const ui = stores.ui.getState();
    if (screen !== undefined) ui.navigate(screen, item);
    if (search !== undefined) ui.search(true);
    if (offer !== undefined) ui.offer(offer);
    if (bundle !== undefined) ui.arrive({ ticket: bundle });
  });
  ask();

  return () => {
    ended = true;
    offPatch();
    offPhase();
    offProgress();
    offNavigate();
    offFrame?.();
    offWait?.();
  };
}
