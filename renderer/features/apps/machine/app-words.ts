import type { AppView } from '../../../../shared/model/ai-app.ts';
import type { Tone } from '../../../ui/state-mark.tsx';

/** Servers of an app that its calls reach without anybody looking. */
export const pastDoorward = ({ servers }: AppView): number =>
  servers.filter(({ state }) => state === 'direct').length;

/** Apps that are there; those that servers are only brought in from, when they have some. */
export const isHere = ({ state }: AppView): boolean => state !== 'absent';

/** Whether an app can be connected now. */
export const isFree = ({ canConnect, state }: AppView): boolean =>
  canConnect && (state === 'found' || state === 'lost');

/** How loudly the state of an app asks for attention. */
export function toneOfApp({ state }: AppView): Tone {
  return state === 'lost' || state === 'unreadable' ? 'hold' : 'neutral';
}
