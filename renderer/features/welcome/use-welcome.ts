import { useEffect, useRef } from 'react';
import { useHost, useUi } from '../../store/app-context.tsx';
import { useKept } from '../../store/use-kept.ts';
import { isFree } from '../apps/machine/app-words.ts';

/** Whether the first page is shown, and what puts it away for this run. */
export interface Welcome {
  readonly shown: boolean;
  readonly begin: () => void;
  readonly end: () => void;
}

/**
 * The first page stands in place of all screens while nothing is set up and there is an app to connect. Once somebody
 * has begun it stays until they say that they are done or go elsewhere, though by then something is set up.
 */
export function useWelcome(): Welcome {
  const [state, setState] = useKept<'new' | 'begun' | 'done'>('welcome', 'new');
  const screen = useUi((ui) => ui.screen);
  const first = useRef(screen);
  // Whoever goes to a screen has seen enough of it.
  useEffect(() => {
    if (screen !== first.current) setState('done');
  }, [screen, setState]);
  const fits = useHost(
    ({ status, clients, servers, apps }) =>
      status !== undefined && clients.length === 0 && servers.length === 0 && apps?.some(isFree) === true,
  );
  return {
    shown: state === 'begun' || (state === 'new' && fits),
    begin: () => setState('begun'),
    end: () => setState('done'),
  };
}
