import { useCallback, useEffect, useRef, useState } from 'react';
import type { BridgeCommand, BridgeInput, BridgeOutput } from '../../shared/ipc/window.ts';
import { useCommand, type CommandHandle } from './use-command.ts';

export interface Answer<N extends BridgeCommand> {
  /** The last answer that came; it stays while a newer one is asked for. */
  readonly value: BridgeOutput<N> | undefined;
  readonly command: CommandHandle<N>;
  readonly reload: () => void;
  /** Puts an answer here that came another way. */
  readonly put: (value: BridgeOutput<N>) => void;
}

/**
 * What a command answers, asked for when the component appears and whenever `key` is another. A component that is
 * about another thing needs another React key, so that no old answer is shown for it.
 */
export function useAnswer<N extends BridgeCommand>(
  name: N,
  input: BridgeInput<N>,
  key: string | number = '',
): Answer<N> {
  const command = useCommand(name);
  const { run } = command;
  const [value, setValue] = useState<BridgeOutput<N>>();
  const asked = useRef(0);
  const given = useRef(input);
  given.current = input;
  const reload = useCallback(() => {
    const turn = (asked.current += 1);
    void run(given.current).then((answer) => {
      // An answer that was overtaken by a newer question says what was, not what is.
      if (answer !== undefined && asked.current === turn) setValue(() => answer);
    });
  }, [run]);
  const put = useCallback((answer: BridgeOutput<N>) => {
    asked.current += 1;
    setValue(() => answer);
  }, []);
  useEffect(reload, [reload, key]);
  return { value, command, reload, put };
}
