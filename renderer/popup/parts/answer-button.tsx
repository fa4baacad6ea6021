import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { usePopup } from '../popup-context.tsx';
import styles from './answer-bar.module.css';

export interface AnswerButtonProps {
  /** Its tooltip, with the keys that do the same. */
  readonly hint: string;
  readonly shortcut: string;
  readonly dead: boolean;
  readonly busy: boolean;
  readonly onAnswer: () => void;
  readonly children: ReactNode;
}

const plainKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && !ctrlKey && !metaKey && !altKey && !shiftKey;

/**
 * Deny or Allow. It answers only to an act that was begun on what is on show and when that had been there long enough:
 * a click must also have gone down here, and a key that repeats was pressed for something else. It keeps the focus
 * while it is dead.
 */
export function AnswerButton({ hint, shortcut, dead, busy, onAnswer, children }: AnswerButtonProps) {
  const { popup, clock } = usePopup();
  const off = dead || busy;
  return (
    <Tooltip text={hint}>
      <Button
        large
        className={styles.answer}
        aria-disabled={off}
        aria-busy={busy || undefined}
        aria-keyshortcuts={shortcut}
        data-dead={off || undefined}
        onPointerDown={({ nativeEvent, button }) => {
          if (button === 0) popup.guard.pressed(clock.madeAt(nativeEvent));
        }}
        onClick={({ nativeEvent, detail }) => {
          const at = clock.madeAt(nativeEvent);
          // A click without a pointer comes from a screen reader or another aid; keys are handled below.
          if (detail === 0 ? popup.guard.key(at) : popup.guard.clicked(at)) onAnswer();
        }}
        onKeyDown={(event) => {
          if (!plainKey(event)) return;
          event.preventDefault();
          if (!event.repeat && popup.guard.key(clock.madeAt(event.nativeEvent))) onAnswer();
        }}
        onKeyUp={(event) => {
          // The browser would click at the end of a space that was judged at its beginning.
          if (plainKey(event)) event.preventDefault();
        }}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
