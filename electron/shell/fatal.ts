import type { Logger } from '../log/logger.ts';
import { errorFacts } from './error-facts.ts';

export interface FatalPorts {
  /** Ends serving; resolves when nothing is served any more. */
  crash(): Promise<void>;
  /** Shows the window, so that the person learns of it. */
  show(): void;
  /** Ends the process at once. */
  exit(code: number): void;
  after(ms: number, run: () => void): () => void;
  readonly logger: Logger;
}

const PATIENCE_MS = 8000;

/**
 * What happens on an error that nobody caught. Nothing is known about the state of the gateway any more, so it must
 * not go on deciding calls: they are refused, the endpoint closes, and the person is told. When even that fails or
 * takes long, the process ends; it never goes on serving. Errors are logged without their message.
 */
export function fatalHandler(ports: FatalPorts): (error: unknown) => void {
  let seen = false;
  return (error) => {
    ports.logger.error('An error that nobody caught', errorFacts(error));
    // What follows from the first one, or from closing in its wake, changes nothing.
    if (seen) return;
    seen = true;
    const cancel = ports.after(PATIENCE_MS, () => ports.exit(1));
    ports.crash().then(
      () => {
        cancel();
        ports.show();
      },
      () => ports.exit(1),
    );
  };
}
