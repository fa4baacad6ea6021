export interface ShutdownPorts {
  /** Refuses calls in flight, flushes the log, ends children. */
  stop(): Promise<void>;
  /** Asks Electron to quit; `before-quit` comes again. */
  quit(): void;
  after(ms: number, run: () => void): () => void;
  log(message: string): void;
}

export interface Shutdown {
  /** Whether the app is on its way out: windows close instead of hiding. */
  quitting(): boolean;
  /** For `before-quit`. The first time it holds the app until the host is down; then it lets it go. */
  beforeQuit(event: { preventDefault(): void }): void;
  /** For the end of the session: begins without being able to hold anything. */
  sessionEnds(): void;
}

const PATIENCE_MS = 15_000;

/** The order in which the app ends: first the host, then the windows. A host that hangs does not hold the app for ever. */
export function shutdown(ports: ShutdownPorts): Shutdown {
  let stage: 'no' | 'stopping' | 'stopped' = 'no';

  function begin(): void {
    stage = 'stopping';
    const go = (): void => {
      if (stage === 'stopped') return;
      stage = 'stopped';
      cancel();
      ports.quit();
    };
    const cancel = ports.after(PATIENCE_MS, () => {
      ports.log('The host did not stop in time');
      go();
    });
    ports.stop().then(go, () => {
      ports.log('The host could not be stopped in good order');
      go();
    });
  }

  return {
    quitting: () => stage !== 'no',
    beforeQuit(event) {
      if (stage === 'stopped') return;
      event.preventDefault();
      if (stage === 'no') begin();
    },
    sessionEnds() {
      if (stage === 'no') begin();
    },
  };
}
