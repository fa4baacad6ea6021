import { useMemo } from 'react';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { HeldCall, MissedCall } from '../../../shared/model/approval.ts';
import type { BehindTheBack } from '../../../shared/model/ai-app.ts';
import type { ServerReview } from '../../../shared/model/trust.ts';
import { useHost } from '../../store/app-context.tsx';
import type { Tone } from '../../ui/state-mark.tsx';
import { toneOf } from '../review/order.ts';
import { isFresh, isOnHold } from '../servers/server-words.ts';

/** One thing that waits for the person. */
export type Need =
  /** A call whose clock runs. */
  | { readonly kind: 'pending'; readonly held: HeldCall }
  /** A call that nobody answered in time. */
  | { readonly kind: 'missed'; readonly missed: MissedCall }
  /** Several servers that nobody has looked at. */
  | { readonly kind: 'fresh'; readonly servers: readonly ServerView[] }
  /** A server that appeared in an AI app without Doorward. */
  | { readonly kind: 'behind'; readonly behind: BehindTheBack }
  /** A remote server whose calls are refused until somebody signs in, or gives it more rights. */
  | { readonly kind: 'sign-in'; readonly server: ServerView }
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
  if (need.kind === 'missed') return 'neutral';
  return 'hold';
}

/** Whether it still asks for something: a missed call that was allowed only says what happens next. */
export const isOpen = (need: Need): boolean =>
  need.kind !== 'missed' || need.missed.allowedUntil === undefined;

/** Names a need among the others. */
export function keyOfNeed(need: Need): string {
  switch (need.kind) {
    case 'blocked':
    case 'fresh':
      return need.kind;
    case 'notice':
      return `notice ${need.sentence}`;
    case 'pending':
      return `pending ${need.held.id}`;
    case 'behind':
      return `behind ${need.behind.app} ${need.behind.key}`;
    case 'missed':
      return `missed ${need.missed.id}`;
    default:
      return `${need.kind} ${need.server.id}`;
  }
}

/** From so many new servers on there is one row for all, which leads to one page for all. */
const SEVERAL = 2;

/**
 * Everything that waits for the person: first that nothing passes at all and calls whose clock runs, then the gravest:
 * alarms, what asks for care, what is only counted. What somebody has switched off waits for nobody, and a server that
 * is started again by itself does not need a person.
 */
export function useNeeds(): readonly Need[] {
  const { servers, reviews, pending, missed, notices, guard, behind } = useHost((host) => ({
    servers: host.servers,
    reviews: host.reviews,
    pending: host.pending,
    missed: host.missed,
    behind: host.behindTheBack,
    notices: host.status?.notices,
    guard: host.status?.guard,
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
    const fresh = on.filter(isFresh);
    const together = fresh.length >= SEVERAL;
    const needs: Need[] = [
      ...(guard === 'block' ? [{ kind: 'blocked' as const }] : []),
      ...pending.map((held) => ({ kind: 'pending' as const, held })),
      ...changes.filter(({ review }) => review.risk === 'alarm'),
      ...(notices ?? []).map((sentence) => ({ kind: 'notice' as const, sentence })),
      ...on
        .filter(({ state, health }) => state === 'approved' && health.state === 'given-up')
        .map((server) => ({ kind: 'unwell' as const, server })),
      ...on
        .filter(({ signIn }) => signIn?.state === 'needed' || signIn?.state === 'more-rights')
        .map((server) => ({ kind: 'sign-in' as const, server })),
      ...behind.map((each) => ({ kind: 'behind' as const, behind: each })),
      ...changes.filter(({ review }) => review.risk === 'care'),
      ...missed.filter(({ served }) => !served).map((each) => ({ kind: 'missed' as const, missed: each })),
      ...(together ? [{ kind: 'fresh' as const, servers: fresh }] : []),
      ...on
        .filter((server) => isOnHold(server) && !(together && isFresh(server)))
        .map((server) => ({ kind: 'review' as const, server, offered: reviewOf(server.id) })),
      ...changes.filter(({ review }) => review.risk === 'routine'),
    ];
    return needs;
  }, [servers, reviews, pending, missed, notices, guard, behind]);
}
