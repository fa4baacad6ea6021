import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallDetail, LiveCall } from '../../../../shared/model/live.ts';
import { useCalls } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';

/** The same call is asked about at most twice a second; another one almost at once. */
const SAME_MS = 500;
const OTHER_MS = 150;

/** What is known of one call. `row` is there while the call is in the live list, also before the first answer. */
export interface DetailState {
  readonly row: LiveCall | undefined;
  readonly detail: CallDetail | undefined;
  /** `gone`: Doorward knows nothing of it any more. `failed`: it could not tell. */
  readonly trouble: 'gone' | 'failed' | undefined;
  readonly message: string | undefined;
  readonly busy: boolean;
  readonly retry: () => void;
}

interface Answer {
  readonly call: string;
  readonly detail: CallDetail | undefined;
  readonly failed: boolean;
}

/** Asks for the detail of a call, and again whenever its row changes. */
export function useCallDetail(call: string): DetailState {
  const { run, busy, error } = useCommand('call.detail');
  const row = useCalls(({ list }) => list.get(call));
  const [answer, setAnswer] = useState<Answer>();
  const [turn, setTurn] = useState(0);
  const asked = useRef({ call: '', at: -Infinity, count: 0 });

  useEffect(() => {
    const ask = (): void => {
      const count = asked.current.count + 1;
      asked.current = { call, at: performance.now(), count };
      void run({ call }).then((detail) => {
        if (asked.current.count !== count) return;
        setAnswer((before) => ({
          call,
          detail: detail ?? (before?.call === call ? before.detail : undefined),
          failed: detail === undefined,
        }));
      });
    };
    const rest = asked.current.call === call ? SAME_MS : OTHER_MS;
    const wait = asked.current.at + rest - performance.now();
    if (wait <= 0) {
      ask();
      return undefined;
    }
    const timer = setTimeout(ask, wait);
    return () => clearTimeout(timer);
    // `row` is not read: another row of the same call is the reason to ask again.
  }, [call, row, run, turn]);

  const retry = useCallback(() => setTurn((before) => before + 1), []);
  const mine = answer?.call === call ? answer : undefined;
  const failed = mine?.failed === true;
  return {
    row,
    detail: mine?.detail,
    trouble: failed ? (error?.code === 'unknown' ? 'gone' : 'failed') : undefined,
    message: failed ? error?.message : undefined,
    busy,
    retry,
  };
}
