import { useEffect } from 'react';
import { useApp } from '../../store/app-context.tsx';
import { useKept } from '../../store/use-kept.ts';

/** Twice as many as are shown: some of them may be gone by then. */
const REMEMBERED = 10;

/**
 * Ids of the entries that were used last, newest first, and what puts one in front. The app remembers them for the next
 * window: they say which thing it was, never what was typed. A call is found by what was typed, and is left out.
 */
export function useRecent(): readonly [readonly string[], (id: string) => void] {
  const { bridge } = useApp();
  const [recent, setRecent] = useKept<readonly string[] | undefined>('palette.recent', undefined);
  const known = recent !== undefined;
  useEffect(() => {
    if (known) return;
    bridge.commands['app.used']({}).then(
      (wire) => setRecent((before = []) => [...new Set([...before, ...(wire.ok ? wire.value.used : [])])]),
      () => setRecent((before) => before ?? []),
    );
  }, [known, bridge, setRecent]);
  const use = (id: string): void => {
    if (id.startsWith('call ')) return;
    const others = (recent ?? []).filter((each) => each !== id);
    const used = [id, ...others].slice(0, REMEMBERED);
    setRecent(used);
    if (known) void bridge.commands['app.used']({ used }).catch(() => undefined);
  };
  return [recent ?? [], use];
}
