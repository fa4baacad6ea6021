import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetail } from '../../../../shared/model/live.ts';
import type { RecordedFinding } from '../../../../shared/model/finding.ts';
import { FINDING_ACTS, FINDING_PLACES, FINDING_SOURCES } from '../../../../shared/model/lists.ts';
import { useKindName } from '../../../i18n/kind-name.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import styles from './detail.module.css';

const among = (list: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && list.includes(value);

/** Whether it is one that this window has words for: the log may have been written by another version. */
function isFinding(value: unknown): value is RecordedFinding {
  if (typeof value !== 'object' || value === null) return false;
  const { source, type, where, act, count } = value as Partial<Record<keyof RecordedFinding, unknown>>;
  return (
    among(FINDING_SOURCES, source) &&
    among(FINDING_PLACES, where) &&
    among(FINDING_ACTS, act) &&
    typeof type === 'string' &&
    Number.isInteger(count)
  );
}

/** The newest leg that has something says all that was found until then. */
export function findingsOf(legs: CallDetail['legs']): readonly RecordedFinding[] {
  const text = legs.findLast(({ found }) => found !== undefined)?.found;
  if (text === undefined) return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) && found.every(isFinding) ? found : [];
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
  const kindName = useKindName();
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
              {t(`found.source.${source}`)} <HostileText text={kindName({ source, type })} max={60} />
              {count > 1 && ` × ${count}`} {t(`found.where.${where}`)}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
