import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../store/app-context.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import styles from './args.module.css';
import { collapse } from './collapse.ts';

/** Of one text that is drawn with each step; a mebibyte at once would be slow. */
const STEP = 20_000;

/**
 * A text of a call: hidden characters visible, a long one with its beginning and its end until it is unfolded.
 * `lines`: line breaks are kept; otherwise they are drawn like what is hidden.
 */
export function Value({ text, lines = true }: { text: string; lines?: boolean }) {
  const { t } = useTranslation('popup');
  const { bytes } = useFormat();
  const [steps, setSteps] = useState(0);
  const { head, end } = collapse(text);
  const whole = end === 0 || steps * STEP >= text.length;
  const size = bytes(text.length);
  const first = steps === 0 ? head : steps * STEP;
  return (
    <>
      <HostileText
        text={text}
        multiline={lines}
        block={lines}
        {...(whole ? { max: Math.max(1, text.length) } : { max: first + end, end })}
      />
      {!whole && (
        <button type="button" className={styles.more} onClick={() => setSteps(steps + 1)}>
          {text.length > STEP ? t('showRest', { size }) : t('showAll', { size })}
        </button>
      )}
    </>
  );
}
