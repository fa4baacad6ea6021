/** What this needs of Electron's global shortcuts. */
export interface ShortcutPorts {
  /** False where another program has the keys; may throw where the desktop has no such thing. */
  register(keys: string, pressed: () => void): boolean;
  unregister(keys: string): void;
  pressed(): void;
  log(message: string): void;
}

/** Ctrl+Alt+D, or ⌘⌥D. */
const KEYS = 'CommandOrControl+Alt+D';

/**
 * The keys that lead to the question. They are taken from all other programs, so only for as long as something waits.
 * The app works without them: where they cannot be had, that is said in the log once.
 */
export function waitingShortcut(ports: ShortcutPorts) {
  let held = false;
  let said = false;
  const complain = (): void => {
    if (!said) ports.log('The keys that lead to waiting calls cannot be had');
    said = true;
  };
  return {
    /** Takes the keys, or gives them back. */
    want(wanted: boolean): void {
      if (wanted === held) return;
      try {
        if (!wanted) {
          held = false;
          ports.unregister(KEYS);
        } else if (ports.register(KEYS, () => ports.pressed())) held = true;
        else complain();
      } catch {
        complain();
      }
    },
  };
}
