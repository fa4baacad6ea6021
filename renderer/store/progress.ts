/** Brings what a long command says to whoever asked for it. */
export interface ProgressBoard {
  readonly tell: (request: string, sentence: string) => void;
  /** Gives back what takes the listener off. */
  readonly hear: (request: string, listener: (sentence: string) => void) => () => void;
  /** A name that no other command of this window has. */
  readonly nextRequest: () => string;
}

export function createProgress(): ProgressBoard {
  const listeners = new Map<string, (sentence: string) => void>();
  let count = 0;
  return {
    tell: (request, sentence) => listeners.get(request)?.(sentence),
    hear: (request, listener) => {
      listeners.set(request, listener);
      return () => listeners.delete(request);
    },
    nextRequest: () => `window-${(count += 1)}`,
  };
}
