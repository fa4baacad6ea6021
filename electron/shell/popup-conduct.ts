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

/**
 * When the approval window comes and goes: it comes up for a call that was not there before, and goes when nothing
 * waits. Whom it was closed by is not asked again about the same calls.
 */
export function popupConduct(ports: ConductPorts) {
  const { timers = systemTimers } = ports;
  let known: ReadonlySet<string> = new Set();
  let shown: readonly HeldCall[] | undefined;
  /** The page had nothing to show any more when something still stood in the list here. */
  let over = false;
  let goodbye: (() => void) | undefined;
  return {
    /** This waits now; the same array until it changes. */
    pending(list: readonly HeldCall[]): void {
      if (list === shown) return;
      shown = list;
      const fresh = list.some(({ id }) => !known.has(id));
      known = new Set(list.map(({ id }) => id));
      ports.tell(list);
      ports.shortcut(list.length > 0);
      goodbye?.();
      goodbye = undefined;
      if (fresh) over = false;
      if (list.length > 0) {
        if (fresh) ports.window.show('quiet');
      } else if (over) ports.window.hide();
      else goodbye = timers.after(GOODBYE_MS, () => ports.window.hide());
    },
    /**
     * The page has nothing to show any more. What still stands in the list was answered a moment ago, and the window
     * goes when it is gone from there; or it came while the page said so, however long that took, and then the window
     * stays in front of the person.
     */
    hide(): void {
      if (known.size === 0) ports.window.hide();
      else over = true;
    },
    /** The person wants to see what waits; where nothing does, what was missed. */
    focus(): void {
      if (known.size > 0) ports.window.show('focus');
      else ports.elsewhere();
    },
  };
}
