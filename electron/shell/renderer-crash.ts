import type { Logger } from '../log/logger.ts';

export interface CrashPorts {
  reload(): void;
  /** Asks the person, after a second time. */
  ask(): Promise<'reload' | 'quit'>;
  quit(): void;
  now(): number;
  readonly logger: Logger;
}

const AGAIN_MS = 60_000;

/**
 * What happens when the page's process ends by itself: once it is loaded anew, a second time within a minute the
 * person decides. The host is another process and goes on.
 */
export function rendererCrash(ports: CrashPorts): (reason: string) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  let asking = false;
  return async (reason) => {
    if (reason === 'clean-exit' || asking) return;
    ports.logger.error("The window's process ended", { reason });
    const again = ports.now() - last < AGAIN_MS;
    last = ports.now();
    if (!again) {
      ports.reload();
      return;
    }
    asking = true;
    try {
      if ((await ports.ask()) === 'quit') ports.quit();
      else ports.reload();
    } finally {
      asking = false;
    }
  };
}
