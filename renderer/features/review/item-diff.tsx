import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { useCommand } from '../../store/use-command.ts';
import { DiffText } from './diff/diff-text.tsx';
import { FieldDiff } from './diff/field-diff.tsx';
import styles from './item.module.css';

/** From so many changes, or units of a text without marks, on the list may have been cut for the way here. */
const CUT_CHANGES = 40;
const CUT_TEXT = 4096;

/** Whether more of what is different can be had than came with the list. */
function isCut({ changes }: WaitingItem): boolean {
  return (
    changes.length >= CUT_CHANGES ||
    changes.some(
      ({ before = '', after = '', beforeRanges, afterRanges }) =>
        Math.max(before.length, after.length) >= CUT_TEXT &&
        beforeRanges === undefined &&
        afterRanges === undefined,
    )
  );
}

/** The fields of something that differ, old and new; of what is new, what it says. */
export function ItemDiff({ server, item }: { server: string; item: WaitingItem }) {
  const { t } = useTranslation('review');
  const whole = useWhole(server, item);
  const { changes, text } = whole;
  if (changes.length > 0) {
    return (
      <div className={styles.diff}>
        <h3 className={styles.heading}>{t('differences')}</h3>
        {changes.map((change) => (
          <FieldDiff key={`${change.path} ${change.op}`} change={change} />
        ))}
        {isCut(whole) && <p className={styles.quiet}>{t('tooMany')}</p>}
      </div>
    );
  }
  if (text.after === undefined) return null;
  return (
    <div className={styles.diff}>
      <h3 className={styles.heading}>{t('whatItSays')}</h3>
      <div className={styles.says}>
        {text.after === '' ? t('saysNothing') : <DiffText text={text.after} side="new" />}
      </div>
    </div>
  );
}

/** The item with all its changes: asked for only where the list had to leave something out. */
function useWhole(server: string, item: WaitingItem): WaitingItem {
  const { run } = useCommand('tool.diff');
  const [whole, setWhole] = useState<WaitingItem>();
  const cut = isCut(item);
  const { kind, key, digest } = item;
  useEffect(() => {
    if (!cut) return;
    void run({ server, tool: key, kind }).then((answer) => {
      // Another version is another card: this one shows what its buttons are about.
      if (answer !== undefined && answer.digest === digest) setWhole(answer);
    });
  }, [cut, run, server, kind, key, digest]);
  return whole ?? item;
}
