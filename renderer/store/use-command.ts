import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeCommand, BridgeInput, BridgeOutput } from '../../shared/ipc/window.ts';
import { useApp } from './app-context.tsx';

/** A command that was refused: a code for programs and one sentence for people. */
export interface CommandError {
  readonly code: string;
  readonly message: string;
}

export interface CommandHandle<N extends BridgeCommand> {
  /** Resolves to the answer, or to undefined when it was refused; it never rejects. */
  readonly run: (input: BridgeInput<N>) => Promise<BridgeOutput<N> | undefined>;
  readonly busy: boolean;
  /** Why the last run was refused; shown with `CommandNote` where the person acted. */
  readonly error: CommandError | undefined;
  /** What a long command says of itself while it runs. */
  readonly progress: string | undefined;
  /** Takes the error away, for example when the person goes on typing. */
  readonly clear: () => void;
}

/**
 * One command of the bridge at the place where a person uses it. It holds no input: a form keeps what was typed, and
 * clears it only when `run` has given an answer.
 */
export function useCommand<N extends BridgeCommand>(name: N): CommandHandle<N> {
  const { bridge, stores } = useApp();
  const { t } = useTranslation();
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<CommandError>();
  const [progress, setProgress] = useState<string>();
  const latest = useRef('');
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(
    async (input: BridgeInput<N>): Promise<BridgeOutput<N> | undefined> => {
      const request = stores.progress.nextRequest();
      latest.current = request;
      // Only the newest run may speak here: an earlier one that ends late is not what the person is waiting for.
      const speak = (act: () => void): void => {
        if (mounted.current && latest.current === request) act();
      };
      setRunning((count) => count + 1);
      setError(undefined);
      setProgress(undefined);
      const off = stores.progress.hear(request, (sentence) => speak(() => setProgress(sentence)));
      try {
        const wire = await bridge.commands[name](input, request);
        if (wire.ok) return wire.value;
        speak(() => setError({ code: wire.code, message: wire.message }));
      } catch {
        // The bridge rejects only when main is gone or broken; its reason is not for people.
        speak(() => setError({ code: 'no-answer', message: t('noAnswer') }));
      } finally {
        off();
        speak(() => setProgress(undefined));
        if (mounted.current) setRunning((count) => count - 1);
      }
      return undefined;
    },
    [bridge, stores, name, t],
  );
  const clear = useCallback(() => setError(undefined), []);
  return { run, busy: running > 0, error, progress, clear };
}
