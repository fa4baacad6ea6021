import { useState } from 'react';
import type { Effect } from '../../../shared/model/review.ts';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { useCommand, type CommandHandle } from '../../store/use-command.ts';
import { shownVersion, thingKey, versionKey } from './order.ts';

/** What was decided last, for the sentence that says what happens next. */
export type Outcome =
  | { readonly kind: 'accepted' | 'leftOff'; readonly item: WaitingItem }
  | { readonly kind: 'many'; readonly count: number };

export interface Decisions {
  readonly accept: CommandHandle<'tool.approve'>;
  readonly block: CommandHandle<'tool.block'>;
  readonly correct: CommandHandle<'tool.effect'>;
  /** The thing somebody acted on last; what a command says of itself belongs to it. */
  readonly acted: string | undefined;
  readonly outcome: Outcome | undefined;
  /** Decided here, though the host may not have said so yet. */
  readonly decided: ReadonlySet<string>;
  readonly effects: ReadonlyMap<string, Effect>;
  readonly setEffect: (item: WaitingItem, effect: Effect) => void;
  /** Each resolves to whether it was done. */
  readonly acceptOne: (item: WaitingItem) => Promise<boolean>;
  readonly acceptAll: (items: readonly WaitingItem[]) => Promise<boolean>;
  readonly leaveOff: (item: WaitingItem) => Promise<boolean>;
}

/** Names what all routine changes at once are to `acted`. */
export const ROUTINE = 'routine';

/**
 * Decisions about what a server changed. What is accepted is always named in the version that is on the screen, so
 * that something that changed again meanwhile is refused instead of accepted unseen.
 */
export function useDecisions(server: string): Decisions {
  const accept = useCommand('tool.approve');
  const block = useCommand('tool.block');
  const correct = useCommand('tool.effect');
  const [acted, setActed] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [effects, setEffects] = useState<ReadonlyMap<string, Effect>>(new Map());

  const begin = (what: string): void => {
    setActed(what);
    setOutcome(undefined);
    accept.clear();
    block.clear();
    correct.clear();
  };
  const end = (items: readonly WaitingItem[], next: Outcome): true => {
    setDecided((before) => new Set([...before, ...items.map(versionKey)]));
    setOutcome(next);
    return true;
  };
  /** A correction counts for what is approved, so it is told after the acceptance. */
  const tellEffects = async (items: readonly WaitingItem[]): Promise<void> => {
    for (const item of items) {
      const effect = effects.get(versionKey(item));
      if (effect !== undefined && effect !== item.effect)
        await correct.run({ server, tool: item.key, effect });
    }
  };
  return {
    accept,
    block,
    correct,
    acted,
    outcome,
    decided,
    effects,
    setEffect: (item, effect) => setEffects((before) => new Map([...before, [versionKey(item), effect]])),
    acceptOne: async (item) => {
      begin(thingKey(item));
      if ((await accept.run({ server, items: [shownVersion(item)] })) === undefined) return false;
      await tellEffects([item]);
      return end([item], { kind: 'accepted', item });
    },
    acceptAll: async (items) => {
      begin(ROUTINE);
      if ((await accept.run({ server, items: items.map(shownVersion) })) === undefined) return false;
      await tellEffects(items);
      return end(items, { kind: 'many', count: items.length });
    },
    leaveOff: async (item) => {
      begin(thingKey(item));
      const { kind, key } = item;
      if ((await block.run({ server, items: [{ kind, key }] })) === undefined) return false;
      return end([item], { kind: 'leftOff', item });
    },
  };
}
