import { useCallback, useLayoutEffect, useRef } from 'react';

/** So long a click counts for nothing after the list has moved: it was meant for what stood there before. */
const DEAD_MS = 400;

/** Tells whether what is shown has stood still for long enough that an answer can be meant for it. */
export function useSteady(shown: string): () => boolean {
  const moved = useRef(-Infinity);
  useLayoutEffect(() => {
    moved.current = performance.now();
  }, [shown]);
  return useCallback(() => performance.now() - moved.current >= DEAD_MS, []);
}
