import type { HostPatch } from '../../shared/ipc/window.ts';

export interface FeedPorts {
  /** Whether a person can see the window. */
  visible(): boolean;
  send(patch: HostPatch): void;
}

/** Passes the host's patches on to the window while it can be seen. */
export interface WindowFeed {
  patch(patch: HostPatch): void;
  /** The window was shown or hidden. */
  visibilityChanged(): void;
}

/**
 * A hidden window is told nothing: thousands of rows for nobody would cost the page memory and the host time. Patches
 * are numbered, so a page that missed some sees a gap at the next one and asks for a snapshot. For that the last patch
 * that was held back is sent when the window is shown again: after one it simply fits, after several its number leaves
 * the gap, and without any the page is up to date as it is.
 */
export function windowFeed(ports: FeedPorts): WindowFeed {
  let heldBack: HostPatch | undefined;
  return {
    patch(patch) {
      if (ports.visible()) {
        heldBack = undefined;
        ports.send(patch);
      } else heldBack = patch;
    },
    visibilityChanged() {
      if (heldBack === undefined || !ports.visible()) return;
      const patch = heldBack;
      heldBack = undefined;
      ports.send(patch);
    },
  };
}
