import { useTranslation } from 'react-i18next';
import type { Wire } from '../../shared/ipc/window.ts';
import { useHostSentence } from '../i18n/host-sentence.ts';
import { useToast } from './toast.tsx';

/** Something that was done at once, because it can be taken back completely. */
export interface Undoable {
  /** One sentence about what was done. */
  readonly sentence: string;
  /** Brings everything back as it was. Absent where something of it is gone for good: then it is only said. */
  readonly restore?: (() => Promise<Wire<unknown>>) | undefined;
  /** The sentence where that failed; without it, a general one. */
  readonly notRestored?: ((why: string) => string) | undefined;
  /** It was brought back: what shows it asks anew. */
  readonly onRestored?: (() => void) | undefined;
}

/**
 * Says what was done and offers to undo it, in place of a question before. Only for what a second act brings back to
 * the last detail; what is lost for good, such as a secret, is asked about first, with the reason why.
 */
export function useUndo(): (done: Undoable) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const say = useHostSentence();
  return ({ sentence, restore, notRestored, onRestored }) => {
    const undo = async (back: NonNullable<Undoable['restore']>): Promise<void> => {
      const wire = await back().catch(() => undefined);
      if (wire?.ok === true) return onRestored?.();
      const why = wire === undefined ? t('noAnswer') : say(wire.message);
      toast({ sentence: notRestored?.(why) ?? t('notRestored', { why }) });
    };
    toast({
      sentence,
      ...(restore !== undefined && {
        action: { label: t('action.undo'), run: () => void undo(restore) },
      }),
    });
  };
}
