import type { KeeperPorts, ManagedKeeper, ManagedState } from './keeper.ts';
import type { ManagedRead } from './read.ts';

/**
 * A keeper that loads what it needs only once there is something to keep to: most computers are not managed, and what
 * reads and checks managed settings would take memory for nothing. Says the same as `openManaged`, at every moment.
 */
export async function openLateKeeper(ports: KeeperPorts): Promise<ManagedKeeper> {
  const listeners = new Set<(state: ManagedState) => void>();
  let keeper: ManagedKeeper | undefined;
  let state: ManagedState = { kind: 'unmanaged', since: ports.now() };

  /** Whatever is not plainly absent, or was not before, is for the keeper itself. */
  async function look(): Promise<ManagedState> {
    let read: ManagedRead | undefined;
    try {
      read = await ports.read();
      if (read.kind === 'absent' && ports.store.load() === undefined) return state;
    } catch {
      // The keeper says so.
    }
    const { openManaged } = await import('./keeper.ts');
    keeper = await openManaged(ports);
    keeper.onChange((after) => listeners.forEach((listener) => listener(after)));
    state = keeper.state();
    return state;
  }

  await look();
  let looking: Promise<ManagedState> | undefined;
  return {
    state: () => keeper?.state() ?? state,
    refresh() {
      if (keeper !== undefined) return keeper.refresh();
      looking ??= look()
        .then((after) => {
          if (keeper !== undefined) listeners.forEach((listener) => listener(after));
          return after;
        })
        .finally(() => (looking = undefined));
      return looking;
    },
    onChange(listener) {
      const mine = (after: ManagedState): void => listener(after);
      listeners.add(mine);
      return () => void listeners.delete(mine);
    },
  };
}
