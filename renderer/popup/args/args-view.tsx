import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CutText } from '../../../shared/model/live.ts';
import { useFormat } from '../../store/app-context.tsx';
import { cx } from '../../ui/cx.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './args.module.css';
import { rowsOf, wayTo, type Row } from './rows.ts';
import { Value } from './value.tsx';

/** Rows that are drawn at first and with each step, and how many of the end are always among them. */
const FIRST = 60;
const STEP = 400;
const LAST = 3;
const DEEPEST = 6;
const LABEL_UNITS = 80;

function Text({ row }: { row: Row }) {
  const { t } = useTranslation('popup');
  if (row.kind === 'group') return null;
  if (row.kind === 'empty' || (row.kind === 'string' && row.text === '')) {
    return <span className={styles.quiet}>{t('empty')}</span>;
  }
  return <Value text={row.text} />;
}

/** A short name stands beside its value; a long one above it, and unfolds: whatever is sent can be read. */
function Name({ text }: { text: string }) {
  return isLong(text) ? <Value text={text} lines={false} /> : <HostileText text={text} />;
}

const isLong = (label: Row['label']): boolean => typeof label === 'string' && label.length > LABEL_UNITS;

const Line = memo(function Line({ row }: { row: Row }) {
  const { t } = useTranslation('popup');
  const { depth, label, kind, marked } = row;
  return (
    <div
      className={cx(
        styles.row,
        isLong(label) && styles.long,
        marked && styles.marked,
        kind === 'group' && styles.group,
      )}
      style={{ paddingInlineStart: `${8 + Math.min(depth, DEEPEST) * 12}px` }}
    >
      {label !== undefined && (
        <dt className={styles.label}>
          {marked && (
            <span className={styles.cause} role="img" aria-label={t('cause')} title={t('cause')}>
              <Icon name="hold" />
            </span>
          )}
          {typeof label === 'number' ? (
            <span aria-label={t('item', { number: label })}>{label}.</span>
          ) : (
            <Name text={label} />
          )}
        </dt>
      )}
      <dd className={styles.value}>
        <Text row={row} />
      </dd>
    </div>
  );
});

export interface ArgsViewProps {
  readonly text: CutText;
  /** JSON pointers to what made it ask. */
  readonly marked: readonly string[];
}

/**
 * The arguments of a call to read, all of them: each value as it was sent, what made it ask marked, long ones with
 * their end. A marked value is among what is shown at first, however many stand before it.
 */
export function ArgsView({ text, marked }: ArgsViewProps) {
  const { t } = useTranslation('popup');
  const { bytes } = useFormat();
  const rows = useMemo(() => rowsOf(text.head, marked), [text.head, marked]);
  const [shown, setShown] = useState(FIRST);
  const missing = useMemo(() => {
    const encoder = new TextEncoder();
    return text.bytes - encoder.encode(text.head).length - encoder.encode(text.tail ?? '').length;
  }, [text]);
  if (rows.length === 0 && text.tail === undefined) return <p className={styles.quiet}>{t('noContent')}</p>;
  const rest = rows.length - shown - LAST;
  const all = rest <= 0;
  const first = all ? rows : rows.slice(0, shown);
  const early = all
    ? []
    : rows
        .slice(shown, -LAST)
        .filter((row) => row.marked)
        .slice(0, FIRST);
  return (
    <>
      <dl className={styles.rows}>
        {early.map((row, index) => (
          <Line key={`early ${index}`} row={{ ...row, depth: 0, label: wayTo(row) }} />
        ))}
        {first.map((row, index) => (
          <Line key={index} row={row} />
        ))}
      </dl>
      {!all && (
        <>
          <button type="button" className={styles.more} onClick={() => setShown(shown + STEP)}>
            {t('rows', { count: rest })}
          </button>
          <dl className={styles.rows}>
            {rows.slice(-LAST).map((row, index) => (
              <Line key={`last ${index}`} row={row} />
            ))}
          </dl>
        </>
      )}
      {text.tail !== undefined && (
        <>
          <p className={styles.quiet}>{t('gap', { size: bytes(Math.max(0, missing)) })}</p>
          <div className={styles.tail}>
            <Value text={text.tail} />
          </div>
        </>
      )}
    </>
  );
}
