import { useEffect, useState } from 'react';
import { useApp } from '../../../store/app-context.tsx';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time now, renewed every second by one timer for all running calls that are drawn. */
export function useSeconds(): number {
  const { now } = useApp();
  const [value, setValue] = useState(now);
  useEffect(() => onSecond(() => setValue(now())), [now]);
  return value;
}
