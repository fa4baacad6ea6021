import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextRange } from '../../../../shared/model/review.ts';
import { useFormat } from '../../../store/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { readingOf } from '../../../ui/hostile-text/reading.ts';
import styles from './diff.module.css';
import { excerpt, SHORT } from './excerpt.ts';

export interface DiffTextProps {
  readonly text: string;
  readonly ranges?: readonly TextRange[] | undefined;
  /** Which side it is: what is marked in it was taken away, or was put in. */
  readonly side: 'old' | 'new';
  readonly mono?: boolean | undefined;
}

const NONE: readonly TextRange[] = [];

/** One side of a difference: every word that differs is struck or underlined, and a long text shows its end at once. */
export function DiffText({ text, ranges = NONE, side, mono = false }: DiffTextProps) {
  const { t } = useTranslation(['review', 'common']);
  const { number } = useFormat();
  const [whole, setWhole] = useState(false);
  const Mark = side === 'old' ? 'del' : 'ins';
  return (
    <>
      <div dir={readingOf(text)} className={cx(styles.text, mono && styles.mono)}>
        {excerpt(text, ranges, whole).map((piece, index) => {
          if ('gap' in piece)
            return (
              <span key={index} className={styles.gap}>
                … {t('common:hidden.gap', { count: piece.gap })} …
              </span>
            );
          const words = <HostileText key={index} text={piece.text} multiline />;
          return piece.marked ? (
            <Mark key={index} className={styles[side]}>
              {words}
            </Mark>
          ) : (
            words
          );
        })}
      </div>
      {text.length > SHORT && (
        <Button
          variant="quiet"
          className={styles.more}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t('review:showShort') : t('review:showWhole', { number: number(text.length) })}
        </Button>
      )}
    </>
  );
}
