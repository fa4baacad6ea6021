import { useEffect, useState } from 'react';
import { useApp } from './app-context.tsx';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 10_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time now, renewed every ten seconds by one timer for the whole window. */
export function useNow(): number {
  const { now } = useApp();
  const [value, setValue] = useState(now);
  useEffect(() => onTick(() => setValue(now())), [now]);
  return value;
}
