import { Icon, type IconName } from '../../../ui/icons.tsx';
import { cx } from '../../../ui/cx.ts';
import type { Ending } from '../live/filter.ts';
import styles from './outcome-mark.module.css';

/** A shape for each ending. Only what needs attention has a colour: ◆ was held back or did not work, ⬣ broke. */
const marks: Readonly<Record<Ending, { readonly icon: IconName; readonly tone?: 'hold' | 'alarm' }>> = {
  ok: { icon: 'check' },
  open: { icon: 'clock' },
  cancelled: { icon: 'minus' },
  unfinished: { icon: 'minus' },
  'tool-error': { icon: 'hold', tone: 'hold' },
  refused: { icon: 'hold', tone: 'hold' },
  error: { icon: 'alarm', tone: 'alarm' },
  failed: { icon: 'alarm', tone: 'alarm' },
};

export interface OutcomeMarkProps {
  readonly ending: Ending;
  /** The word for it, of the catalogue. */
  readonly word: string;
}

/** How a call ended: a shape and a word. In a narrow list the word is there for screen readers only. */
export function OutcomeMark({ ending, word }: OutcomeMarkProps) {
  const { icon, tone } = marks[ending];
  return (
    <span className={cx(styles.mark, tone !== undefined && styles[tone])} data-ending={ending}>
      <Icon name={icon} className={styles.icon} />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
