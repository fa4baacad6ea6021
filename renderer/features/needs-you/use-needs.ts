import { useMemo } from 'react';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { ServerReview } from '../../../shared/model/trust.ts';
import { useHost } from '../../store/app-context.tsx';
import type { Tone } from '../../ui/state-mark.tsx';
import { toneOf } from '../review/order.ts';
import { isOnHold } from '../servers/server-words.ts';

/** One thing that waits for the person. */
export type Need =
  | { readonly kind: 'blocked' }
  | { readonly kind: 'notice'; readonly sentence: string }
  /** A server of which nothing is allowed yet; `offered` is what waits of it once somebody has looked. */
  | { readonly kind: 'review'; readonly server: ServerView; readonly offered?: ServerReview | undefined }
  /** What an approved server changed: one entry for each server. */
  | { readonly kind: 'changes'; readonly server: ServerView; readonly review: ServerReview }
  | { readonly kind: 'unwell'; readonly server: ServerView };

/** How loudly something asks for attention. */
export function toneOfNeed(need: Need): Tone {
  if (need.kind === 'blocked') return 'alarm';
  if (need.kind === 'changes') return toneOf[need.review.risk];
  return 'hold';
}

/**
 * Everything that waits for the person, the gravest first: alarms, then what asks for care, then what is only counted. What somebody has switched off waits for nobody, and a
 * server that is started again by itself does not need a person.
 */
export function useNeeds(): readonly Need[] {
  const { servers, reviews, notices, guard } = useHost(({ servers: all, reviews: waiting, status }) => ({
    servers: all,
    reviews: waiting,
    notices: status?.notices,
    guard: status?.guard,
  }));
  return useMemo(() => {
    const on = servers.filter(({ enabled }) => enabled);
    const reviewOf = (id: string): ServerReview | undefined => reviews.find(({ server }) => server === id);
    const changes = on.flatMap((server) => {
      const review = server.state === 'approved' ? reviewOf(server.id) : undefined;
      return review === undefined || review.items.length === 0
        ? []
        : [{ kind: 'changes' as const, server, review }];
    });
    const needs: Need[] = [
      ...(guard === 'block' ? [{ kind: 'blocked' as const }] : []),
      ...changes.filter(({ review }) => review.risk === 'alarm'),
      ...(notices ?? []).map((sentence) => ({ kind: 'notice' as const, sentence })),
      ...on
        .filter(({ state, health }) => state === 'approved' && health.state === 'given-up')
        .map((server) => ({ kind: 'unwell' as const, server })),
      ...changes.filter(({ review }) => review.risk === 'care'),
      ...on
        .filter(isOnHold)
        .map((server) => ({ kind: 'review' as const, server, offered: reviewOf(server.id) })),
      ...changes.filter(({ review }) => review.risk === 'routine'),
    ];
    return needs;
  }, [servers, reviews, notices, guard]);
}
