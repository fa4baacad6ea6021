import { systemTimers, type Timers } from './at-most-every.ts';

/** What this needs of Electron's power monitor. */
export interface PresencePorts {
  /** Seconds since the last input anywhere on this computer; 0 where the system does not tell. */
  idleSeconds(): number;
  /** Whether the screen is locked, where the system can be asked; false elsewhere. */
  locked(): boolean;
  on(event: 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume', listener: () => void): unknown;
  readonly timers?: Timers;
}

/** Whether somebody may be at the computer. */
export interface PersonPresence {
  /** As it is now. `away`: the screen is locked, the computer sleeps, or there was no input for three minutes. */
  state(): 'here' | 'away';
  /** Calls `listener` at the first input after a while without any; gives back what ends that. */
  onInput(listener: () => void): () => void;
  /** Calls `listener` when the screen is locked or the computer goes to sleep, and when that is over. */
  onScreen(listener: (locked: boolean) => void): () => void;
  /** Calls `listener` when somebody has gone or come back, within some seconds; gives back what ends that. */
  onState(listener: (state: 'here' | 'away') => void): () => void;
}

/** No input for so long, and nobody is there. */
const AWAY_S = 180;
/** Input after so long without any is a person who comes back to the computer; shorter is reading. */
const QUIET_S = 30;
const POLL_MS = 3000;

/**
 * Watches over whether a question can be answered at all: a popup for nobody would only make the AI app wait. What the
 * system does not tell counts as `here`: then the question is asked and its clock refuses. Nothing is polled while
 * nobody listens.
 */
export function createPresence(ports: PresencePorts): PersonPresence {
  const { timers = systemTimers } = ports;
  const inputListeners = new Set<() => void>();
  const stateListeners = new Set<(state: 'here' | 'away') => void>();
  const screenListeners = new Set<(locked: boolean) => void>();
  let screenTold = false;
  let lockSeen = false;
  let asleep = false;
  let quiet = false;
  let told: 'here' | 'away' = 'here';
  let cancel: (() => void) | undefined;

  const idle = (): number => {
    const seconds = ports.idleSeconds();
    return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
  };
  const state = (): 'here' | 'away' =>
    asleep || lockSeen || ports.locked() || idle() >= AWAY_S ? 'away' : 'here';

  function lookAtScreen(): void {
    const locked = asleep || lockSeen || ports.locked();
    if (locked === screenTold) return;
    screenTold = locked;
    for (const listener of screenListeners) listener(locked);
  }

  function look(): void {
    lookAtScreen();
    const now = state();
    if (now === 'away' || idle() >= QUIET_S) quiet = true;
    else if (quiet) {
      quiet = false;
      for (const listener of inputListeners) listener();
    }
    if (now === told) return;
    told = now;
    for (const listener of stateListeners) listener(now);
  }

  const listening = (): number => inputListeners.size + stateListeners.size + screenListeners.size;

  function poll(): void {
    if (cancel !== undefined || listening() === 0) return;
    cancel = timers.after(POLL_MS, () => {
      cancel = undefined;
      // Somebody types and the screen is not locked: its unlocking was not told.
      if (lockSeen && !ports.locked() && idle() * 1000 < POLL_MS) lockSeen = false;
      look();
      poll();
    });
  }

  function listen<L>(listeners: Set<L>, listener: L): () => void {
    listeners.add(listener);
    poll();
    return () => {
      listeners.delete(listener);
      if (listening() > 0) return;
      cancel?.();
      cancel = undefined;
    };
  }

  const hear = (event: Parameters<PresencePorts['on']>[0], note: () => void): unknown =>
    ports.on(event, () => {
      note();
      look();
    });
  hear('lock-screen', () => void (lockSeen = true));
  hear('unlock-screen', () => void (lockSeen = false));
  hear('suspend', () => void (asleep = true));
  hear('resume', () => void (asleep = false));

  return {
    state,
    onInput: (listener) => listen(inputListeners, listener),
    onState: (listener) => listen(stateListeners, listener),
    onScreen: (listener) => listen(screenListeners, listener),
  };
}
