import type { PushOf } from '../../shared/ipc/window.ts';

export interface PagePorts {
  readonly show: () => void;
  readonly send: (to: PushOf<'navigate'>) => void;
}

/** Leads the page to a screen; waits for a page that is not there yet. */
export interface PageLink {
  navigate(to: PushOf<'navigate'>): void;
  /** The page listens. */
  alive(): void;
  /** The page is being loaded anew, or gone. */
  gone(): void;
}

export function pageLink({ show, send }: PagePorts): PageLink {
  let listens = false;
  let waiting: PushOf<'navigate'> | undefined;
  return {
    navigate(to) {
      show();
      if (listens) send(to);
      else waiting = to;
    },
    alive() {
      listens = true;
      if (waiting !== undefined) send(waiting);
      waiting = undefined;
    },
    gone() {
      listens = false;
    },
  };
}
