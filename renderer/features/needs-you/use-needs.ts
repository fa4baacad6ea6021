import { useMemo } from 'react';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { useHost } from '../../store/app-context.tsx';
import { isOnHold } from '../servers/server-words.ts';

/** One thing that waits for the person. */
export type Need =
  | { readonly kind: 'blocked' }
  | { readonly kind: 'notice'; readonly sentence: string }
  | { readonly kind: 'review'; readonly server: ServerView }
  | { readonly kind: 'unwell'; readonly server: ServerView };

/**
 * Everything that waits for the person, the gravest first. What somebody has switched off waits for nobody, and a
 * server that is started again by itself does not need a person.
 */
export function useNeeds(): readonly Need[] {
  const { servers, notices, guard } = useHost(({ servers: all, status }) => ({
    servers: all,
    notices: status?.notices,
    guard: status?.guard,
  }));
  return useMemo(() => {
    const on = servers.filter(({ enabled }) => enabled);
    return [
      ...(guard === 'block' ? [{ kind: 'blocked' as const }] : []),
      ...(notices ?? []).map((sentence) => ({ kind: 'notice' as const, sentence })),
      ...on
        .filter(({ state, health }) => state === 'approved' && health.state === 'given-up')
        .map((server) => ({ kind: 'unwell' as const, server })),
      ...on.filter(isOnHold).map((server) => ({ kind: 'review' as const, server })),
    ];
  }, [servers, notices, guard]);
}
