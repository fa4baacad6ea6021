import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { Tone } from '../../ui/state-mark.tsx';

interface Words {
  readonly tone: Tone;
  readonly words: string;
}

/** Whether a person still has to decide about it. */
export function isOnHold({ state }: ServerView): boolean {
  return state === 'unreviewed' || state === 'inspected';
}

/** Whether it has values that it could be started without. */
export function hasValues({ launch }: ServerView): boolean {
  return Object.keys(launch.transport === 'stdio' ? launch.env : launch.headers).length > 0;
}

/** Whether nobody has looked at it since it was added. */
export function isFresh({ state, note, enabled }: ServerView): boolean {
  return enabled && state === 'unreviewed' && note === undefined;
}

/** Whether the way it is started needs a second look before it is started. */
export function isHeld({ launchReasons = [] }: ServerView): boolean {
  return launchReasons.some(({ weight }) => weight === 'held');
}

/** Whether it fell over and is not simply idle. */
export function isUnwell({ state, enabled, health }: ServerView): boolean {
  return state === 'approved' && enabled && (health.state === 'crashed' || health.state === 'given-up');
}

/** The states of servers in words. */
export function useServerWords(): {
  readonly review: (server: ServerView) => Words;
  readonly health: (server: ServerView) => Words;
} {
  const { t } = useTranslation('servers');
  return {
    review: (server) => {
      if (server.state === 'blocked') return { tone: 'neutral', words: t('review.blocked') };
      if (isOnHold(server)) {
        const again = server.note !== undefined;
        return { tone: 'hold', words: t(again ? 'review.again' : `review.${server.state as 'unreviewed'}`) };
      }
      if (!server.enabled) return { tone: 'neutral', words: t('review.off') };
      return {
        tone: 'neutral',
        words: t(server.newVersion === undefined ? 'review.approved' : 'review.newVersion'),
      };
    },
    health: (server) => {
      if (server.state !== 'approved' || !server.enabled) return { tone: 'neutral', words: t('health.none') };
      return { tone: isUnwell(server) ? 'hold' : 'neutral', words: t(`health.${server.health.state}`) };
    },
  };
}

/** The program that a sentence of the host says is missing. */
export function missingProgram({ launch }: ServerView, sentence: string | undefined): string | undefined {
  if (launch.transport !== 'stdio' || sentence === undefined) return undefined;
  return sentence.startsWith(`The program "${launch.command}" was not found`) ? launch.command : undefined;
}
