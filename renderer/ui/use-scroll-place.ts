import { useLayoutEffect, useState, type RefObject } from 'react';

export interface ScrollPlace {
  readonly top: number;
  readonly height: number;
}

/**
 * How far an element is scrolled and how much of it is in sight, in pixels, known before anything is painted. Both are
 * multiples of `step`, `top` never too large and `height` never too small, so that whoever uses it draws anew only once
 * in so many pixels.
 */
export function useScrollPlace(element: RefObject<HTMLElement | null>, step: number): ScrollPlace {
  const [place, setPlace] = useState<ScrollPlace>({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const read = (): void => {
      const top = Math.floor(current.scrollTop / step) * step;
      const height = Math.ceil(current.clientHeight / step) * step;
      setPlace((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    read();
    current.addEventListener('scroll', read, { passive: true });
    const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(read);
    sizes?.observe(current);
    return () => {
      current.removeEventListener('scroll', read);
      sizes?.disconnect();
    };
  }, [element, step]);
  return place;
}
