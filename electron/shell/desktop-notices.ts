import type { HostPatch } from '../../shared/ipc/window.ts';
import type { Announce } from './notice-board.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

export interface NoticePorts {
  readonly announce: Announce;
  readonly texts: () => ShellTexts;
  /** Whether the person looks at a window of Doorward just now. */
  readonly looking: () => boolean;
  /** Leads to what waits. */
  readonly open: () => void;
}

/** Announces what a person should look at. */
export interface DesktopNotices {
  readonly alarms: (patch: HostPatch) => void;
  /** A server was added and waits for a review. */
  readonly added: (server: string) => void;
}

/**
 * Announces alarms and new servers on the desktop while nobody looks at the window. It names the server by the
 * person's own name for it and repeats nothing that the server said.
 */
export function desktopNotices({ announce, texts, looking, open }: NoticePorts): DesktopNotices {
  return {
    alarms({ alarms }) {
      if (alarms === undefined || looking()) return;
      const { notices } = texts();
      const said = alarms.map(({ server, about }) =>
        about === 'canary' ? notices.canary(server) : notices.alarm(server),
      );
      for (const sentence of new Set(said)) announce(sentence, open);
    },
    added(server) {
      if (!looking()) announce(texts().notices.added(server), open);
    },
  };
}
