import { useEffect, useLayoutEffect, useState } from 'react';
import { usePopup, usePopupState } from './popup-context.tsx';
import { DEAD_MS } from './state/guard.ts';

/**
 * Tells the guard when what is on show has been drawn, and says whether answers are dead still. What it says is for
 * the looks and for screen readers; the guard itself judges each act by when it was made.
 */
export function useDead(): boolean {
  const { popup, clock } = usePopup();
  const version = usePopupState((state) => state.version);
  const [live, setLive] = useState(-1);
  const [drawn, setDrawn] = useState(-1);
  useLayoutEffect(
    () =>
      clock.drawn((at) => {
        popup.guard.drawn(version, at);
        setDrawn(version);
      }),
    [popup, clock, version],
  );
  useEffect(() => {
    if (drawn !== version) return undefined;
    const timer = setTimeout(() => setLive(version), DEAD_MS);
    return () => clearTimeout(timer);
  }, [drawn, version]);
  return live !== version;
}
