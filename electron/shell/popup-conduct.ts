import type { HeldCall } from '../../shared/model/approval.ts';
import { systemTimers, type Timers } from './at-most-every.ts';
import type { PopupWindow } from './popup-window.ts';

export interface ConductPorts {
  readonly window: Pick<PopupWindow, 'show' | 'hide'>;
  /** Tells the page what waits now. */
  tell(pending: readonly HeldCall[]): void;
  /** Whether the keys that lead to the question are wanted. */
  shortcut(wanted: boolean): void;
  /** Leads to the main window. */
  elsewhere(): void;
  readonly timers?: Timers;
}

/** For the page to say that a call has ended by itself; it usually asks to be hidden before. */
const GOODBYE_MS = 2500;
/** Nobody turns away from a call that is newer than this: who hides the window then has not seen it. */
const UNSEEN_MS = 500;

/**
 * When the approval window comes and goes: it comes up for a call that was not there before, and goes when nothing
 * waits. Whom it was closed by is not asked again about the same calls.
 */
export function popupConduct(ports: ConductPorts) {
  const { timers = systemTimers } = ports;
  /** What waits, and since when it is known here. */
  let known: ReadonlyMap<string, number> = new Map();
  let shown: readonly HeldCall[] | undefined;
  let goodbye: (() => void) | undefined;
  return {
    /** This waits now; the same array until it changes. */
    pending(list: readonly HeldCall[]): void {
      if (list === shown) return;
      shown = list;
      const now = timers.now();
      const fresh = list.some(({ id }) => !known.has(id));
      known = new Map(list.map(({ id }) => [id, known.get(id) ?? now]));
      ports.tell(list);
      ports.shortcut(list.length > 0);
      goodbye?.();
      goodbye = undefined;
      if (list.length === 0) goodbye = timers.after(GOODBYE_MS, () => ports.window.hide());
      else if (fresh) ports.window.show('quiet');
    },
    /** The page has nothing to show any more. A call that came while it said so stays in front of the person. */
    hide(): void {
      const now = timers.now();
      if (![...known.values()].some((since) => now - since < UNSEEN_MS)) ports.window.hide();
    },
    /** The person wants to see what waits; where nothing does, what was missed. */
    focus(): void {
      if (known.size > 0) ports.window.show('focus');
      else ports.elsewhere();
    },
  };
}
