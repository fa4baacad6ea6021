import type { HostPatch } from '../../shared/ipc/window.ts';
import { texts } from './texts.ts';

/** What a notification of the desktop is for this. */
export interface Notice {
  on(event: 'click' | 'close' | 'failed', listener: () => void): void;
  show(): void;
}

export interface NoticePorts {
  /** A silent notification; undefined where the desktop has none. */
  make(title: string, body: string): Notice | undefined;
  /** Whether the person looks at the window just now. */
  looking(): boolean;
  /** Leads to what waits. */
  open(): void;
  log(message: string): void;
}

/** Notifications that are kept: one that nothing refers to is collected, and its click with it. */
const KEPT = 20;

/** Announces what a person should look at. */
export interface DesktopNotices {
  readonly alarms: (patch: HostPatch) => void;
  /** A server was added and waits for a review. */
  readonly added: (server: string) => void;
}

/**
 * Announces alarms and new servers on the desktop while nobody looks at the window. A notification only announces: it
 * names the server by the person's own name for it and repeats nothing that the server said, and what to do is decided
 * in the window.
 */
export function desktopNotices(ports: NoticePorts): DesktopNotices {
  const kept: Notice[] = [];
  const announce = (body: string): void => {
    const notice = ports.make(texts.product, body);
    if (notice === undefined) return;
    const drop = (): void => {
      const at = kept.indexOf(notice);
      if (at >= 0) kept.splice(at, 1);
    };
    notice.on('click', () => {
      drop();
      ports.open();
    });
    notice.on('close', drop);
    notice.on('failed', () => {
      drop();
      ports.log('A notification could not be shown');
    });
    kept.push(notice);
    if (kept.length > KEPT) kept.shift();
    notice.show();
  };
  return {
    alarms({ alarms }) {
      if (alarms === undefined || ports.looking()) return;
      for (const server of new Set(alarms.map((alarm) => alarm.server))) announce(texts.alarm(server));
    },
    added(server) {
      if (!ports.looking()) announce(texts.added(server));
    },
  };
}
