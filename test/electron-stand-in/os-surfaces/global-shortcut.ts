import { guard } from '../core/guard.ts';
import { life } from '../core/runtime.ts';

const shortcuts = new Map<string, () => void>();
/** Keys that another program has. */
const elsewhere = new Set<string>();

function whenReady(): void {
  if (!life.ready) throw new Error('globalShortcut cannot be used before the app is ready');
}

/** `globalShortcut`: nothing is grabbed; tests press what is registered. */
export const globalShortcut = guard('globalShortcut', {
  register(accelerator: string, callback: () => void): boolean {
    whenReady();
    if (shortcuts.has(accelerator) || elsewhere.has(accelerator)) return false;
    shortcuts.set(accelerator, callback);
    return true;
  },
  isRegistered(accelerator: string): boolean {
    whenReady();
    return shortcuts.has(accelerator);
  },
  unregister(accelerator: string): void {
    whenReady();
    shortcuts.delete(accelerator);
  },
  unregisterAll(): void {
    shortcuts.clear();
  },
});

/** From now on another program has these keys. */
export function occupyShortcut(accelerator: string): void {
  elsewhere.add(accelerator);
}

/** Presses a registered shortcut. */
export function pressShortcut(accelerator: string): void {
  const callback = shortcuts.get(accelerator);
  if (!callback) throw new Error(`No shortcut ${accelerator} is registered.`);
  callback();
}
