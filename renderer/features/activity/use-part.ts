import { useKept } from '../../store/use-kept.ts';

/** What the screen shows: calls as they come, what the log holds, or the report of it. */
export type Part = 'live' | 'history' | 'report';

/** The part of the screen that is shown, and what shows another. */
export const useActivityPart = () => useKept<Part>('activity.part', 'live');
