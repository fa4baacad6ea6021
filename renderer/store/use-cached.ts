import { useEffect, useRef } from 'react';
import type { BridgeCommand, BridgeInput, BridgeOutput } from '../../shared/ipc/window.ts';
import { useApp } from './app-context.tsx';
import { useNow } from './ticker.ts';
import { useCommand } from './use-command.ts';
import { useKept } from './use-kept.ts';

interface Kept<V> {
  /** When it was asked for. */
  readonly at: number;
  /** Undefined while nothing was answered, or where it was refused. */
  readonly value: V | undefined;
}

/**
 * What a command answered last, for numbers that stand beside something else: one question for all places that show
 * them, asked again after as many milliseconds as `lasts` gives for an answer, while one of them is drawn. Undefined until
 * there is an answer; that it was refused is not said, because nobody asked for it.
 */
export function useCached<N extends BridgeCommand>(
  key: string,
  name: N,
  input: (now: number) => BridgeInput<N>,
  lasts: (value: BridgeOutput<N> | undefined) => number,
): BridgeOutput<N> | undefined {
  const { now } = useApp();
  const [kept, keep] = useKept<Kept<BridgeOutput<N>> | undefined>(`cached.${key}`, undefined);
  const { run } = useCommand(name);
  const make = useRef(input);
  make.current = input;
  const time = useNow();
  const due = kept === undefined || time - kept.at >= lasts(kept.value);
  useEffect(() => {
    if (!due) return;
    const at = now();
    // Kept before the answer is there, so that nothing else asks meanwhile.
    keep((before) => ({ at, value: before?.value }));
    void run(make.current(at)).then((value) => {
      if (value !== undefined) keep({ at, value });
    });
  }, [due, keep, run, now]);
  return kept?.value;
}
