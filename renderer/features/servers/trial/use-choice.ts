import { useState } from 'react';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { isDoubtful } from '../../../../shared/model/doubtful.ts';
import type { ServerReview, WaitingItem } from '../../../../shared/model/trust.ts';
import { useHost } from '../../../store/app-context.tsx';
import { shownVersion, versionKey } from '../../review/order.ts';
import type { Trial } from './use-trial.ts';

/** Which of the things that a new server offers are to be allowed. */
export interface Choice {
  /** What it offers, as far as somebody has looked. */
  readonly waiting: ServerReview | undefined;
  readonly choosing: boolean;
  readonly setChoosing: (choosing: boolean) => void;
  readonly isChosen: (item: WaitingItem) => boolean;
  readonly choose: (item: WaitingItem, chosen: boolean) => void;
  /** Tools that would be allowed now, and things that look dangerous and would not. */
  readonly tools: number;
  readonly heldBack: number;
  /** What the command is told: exactly what was shown, or nothing where the host decides by its own findings. */
  readonly input: { readonly items?: ReturnType<typeof shownVersion>[] };
}

/** What is clean is chosen already; what looks dangerous is not, and can be chosen one by one. */
export function useChoice(server: ServerView, trial: Trial): Choice {
  const found = useHost((host) => host.reviews.find((each) => each.server === server.id));
  const waiting = found?.state === 'inspected' ? found : undefined;
  const [choosing, setChoosing] = useState(false);
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = (item: WaitingItem): boolean =>
    item.approvable && (picked.get(versionKey(item)) ?? !isDoubtful(item));
  const items = waiting?.items ?? [];
  const chosen = items.filter(isChosen);
  const isTool = ({ kind }: WaitingItem): boolean => kind === 'tool';
  // Of a very long list only the beginning is here. Untouched, the host allows the rest of it by the same rule.
  const byHost = waiting === undefined || (waiting.more > 0 && picked.size === 0);
  const heldBack = items.filter((item) => !isChosen(item));
  return {
    waiting,
    choosing: choosing && waiting !== undefined,
    setChoosing,
    isChosen,
    choose: (item, on) => setPicked((before) => new Map([...before, [versionKey(item), on]])),
    tools: byHost
      ? (trial.tools?.length ?? 0) - heldBack.filter(isTool).length
      : chosen.filter(isTool).length,
    heldBack: heldBack.filter(isDoubtful).length,
    input: byHost ? {} : { items: chosen.map(shownVersion) },
  };
}
