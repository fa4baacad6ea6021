import type { Bridge } from '../../shared/ipc/window.ts';
import { speak } from './i18n.ts';

/**
 * Has the page speak the language that the app names. Call it before anything is drawn, and after the choice has
 * changed. It never rejects: without an answer or texts the page goes on in the language that it has.
 */
export async function followLanguage(bridge: Bridge): Promise<void> {
  try {
    const wire = await bridge.commands['app.language']({});
    if (wire.ok) await speak(wire.value.language);
  } catch {
    // The bridge rejects only when main is gone or broken, and then a screen says so.
  }
}
