import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldChange, TextRange } from '../../../../shared/model/review.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Tag } from '../../../ui/state-mark.tsx';
import styles from './diff.module.css';
import { DiffText } from './diff-text.tsx';
import { pathWords } from './path-words.ts';

/** A short value that was replaced differs as a whole. */
const WHOLE = 200;

/** The ranges that differ, or all of both sides when short values of another kind were replaced. */
function rangesOf({ op, before, after, beforeRanges, afterRanges }: FieldChange): {
  readonly old?: readonly TextRange[] | undefined;
  readonly new?: readonly TextRange[] | undefined;
} {
  if (beforeRanges !== undefined || afterRanges !== undefined) return { old: beforeRanges, new: afterRanges };
  if (op !== 'changed' || before === undefined || after === undefined) return {};
  if (before.length > WHOLE || after.length > WHOLE) return {};
  return { old: [{ start: 0, end: before.length }], new: [{ start: 0, end: after.length }] };
}

/** What differs in one field: the approved text and the one on hold, side by side or, in little room, one above the other. */
export function FieldDiff({ change }: { change: FieldChange }) {
  const { t } = useTranslation('review');
  const heading = useId();
  const { path, op, before, after, beforeRanges, afterRanges } = change;
  const ranges = rangesOf(change);
  const mono = !/(^|\/)(description|title)$/.test(path) && path !== '';
  const onlySpace =
    op === 'changed' && before !== after && beforeRanges?.length === 0 && afterRanges?.length === 0;
  return (
    <div role="group" className={styles.field} aria-labelledby={heading}>
      <div className={styles.head}>
        <h4 id={heading} className={styles.where}>
          <Where path={path} />
        </h4>
        {op !== 'changed' && <Tag>{t(`op.${op}`)}</Tag>}
      </div>
      <div className={cx(styles.sides, (before === undefined || after === undefined) && styles.single)}>
        {before !== undefined && (
          <div className={styles.side}>
            <p className={styles.label}>
              <span aria-hidden="true">− </span>
              {t('old')}
            </p>
            <DiffText text={before} ranges={ranges.old} side="old" mono={mono} />
          </div>
        )}
        {after !== undefined && (
          <div className={cx(styles.side, styles.after)}>
            <p className={styles.label}>
              <span aria-hidden="true">+ </span>
              {t('new')}
            </p>
            <DiffText text={after} ranges={ranges.new} side="new" mono={mono} />
          </div>
        )}
      </div>
      {onlySpace && <p className={styles.note}>{t('onlySpace')}</p>}
    </div>
  );
}

/** Where in a tool something differs, in words. */
function Where({ path }: { path: string }) {
  const { t } = useTranslation('review');
  const { text, name = '', field = '' } = pathWords(path);
  return (
    <Sentence
      text={t(`path.${text}`, slots('name', 'field'))}
      parts={{
        name: <HostileText text={name} max={120} end={30} />,
        field: <HostileText text={field} max={120} end={30} />,
      }}
    />
  );
}
