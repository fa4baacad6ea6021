import { useEffect, useState } from 'react';
import { useApp } from './app-context.tsx';

/** For what counts in seconds. */
export const SECOND = 1000;

interface Ticker {
  readonly listeners: Set<() => void>;
  timer: ReturnType<typeof setInterval>;
}

/** One timer for each step, whoever listens; none while nobody does. */
const tickers = new Map<number, Ticker>();

function onTick(step: number, listener: () => void): () => void {
  const found = tickers.get(step);
  const listeners = found?.listeners ?? new Set<() => void>();
  listeners.add(listener);
  const ticker = found ?? {
    listeners,
    timer: setInterval(() => {
      for (const each of listeners) each();
    }, step),
  };
  tickers.set(step, ticker);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticker.timer);
    tickers.delete(step);
  };
}

/** The time now, renewed every `step` milliseconds by one timer for the whole window. */
export function useNow(step = 10 * SECOND): number {
  const { now } = useApp();
  const [value, setValue] = useState(now);
  useEffect(() => onTick(step, () => setValue(now())), [now, step]);
  return value;
}
