import { useKept } from '../../store/use-kept.ts';
import { MOST_RECENT } from './arrange.ts';

/** Ids of the entries that were used last, newest first, as long as the window; and what puts one in front. */
export function useRecent(): readonly [readonly string[], (id: string) => void] {
  const [recent, setRecent] = useKept<readonly string[]>('palette.recent', []);
  return [
    recent,
    // Twice as many as are shown: some of them may be gone by then.
    (id) => setRecent((before) => [id, ...before.filter((each) => each !== id)].slice(0, 2 * MOST_RECENT)),
  ];
}
