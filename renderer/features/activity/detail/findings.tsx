import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetail } from '../../../../shared/model/live.ts';
import { recordedFindings, type RecordedFinding } from '../../../../shared/model/finding.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import styles from './detail.module.css';

/** The newest leg that has something says all that was found until then. */
export function findingsOf(legs: CallDetail['legs']): readonly RecordedFinding[] {
  const text = legs.findLast(({ found }) => found !== undefined)?.found;
  if (text === undefined) return [];
  try {
    const parsed = recordedFindings.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

const LOUD = new Set<RecordedFinding['act']>(['asked', 'blocked']);

export interface FindingsProps {
  readonly legs: CallDetail['legs'];
  /** What stands below them. */
  readonly children?: ReactNode;
}

/** What Doorward found in a call, where, and what it did about that. Nothing when it found nothing. */
export function Findings({ legs, children }: FindingsProps) {
  const { t } = useTranslation('activity');
  const findings = findingsOf(legs);
  if (findings.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('found.heading')}</h3>
      <ul aria-label={t('found.heading')} className={styles.findings}>
        {findings.map(({ source, type, where, act, count }, index) => (
          <li key={index}>
            <StateMark tone={LOUD.has(act) ? 'hold' : 'neutral'}>{t(`found.act.${act}`)}</StateMark>
            <span>
              {t(`found.source.${source}`)} <HostileText text={type} max={60} />
              {count > 1 && ` × ${count}`} {t(`found.where.${where}`)}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
