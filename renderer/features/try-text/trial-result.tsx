import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trial } from '../../../shared/model/inspection.ts';
import type { Words } from '../../../shared/model/words.ts';
import { useHostKind } from '../../i18n/host-sentence.ts';
import { SaidAll } from '../../popup/parts/words.tsx';
import { FoundList } from '../../popup/reasons/found-list.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { StateMark, type Tone } from '../../ui/state-mark.tsx';
import styles from './try-text.module.css';

const TONE: Readonly<Record<Trial['verdict'], Tone>> = {
  pass: 'neutral',
  note: 'neutral',
  mask: 'hold',
  ask: 'hold',
  block: 'alarm',
};
/** Of a long text that is shown: its beginning and its end. */
const TEXT_UNITS = 20_000;
const TEXT_END = 4000;

export interface TrialResultProps {
  /** What was tried. */
  readonly text: string;
  readonly trial: Trial;
  /** Something has been changed since. */
  readonly stale: boolean;
}

/** What would happen to a text and why, what was found in it, and what would become of it. */
export function TrialResult({ text, trial, stale }: TrialResultProps) {
  const { t } = useTranslation('tryText');
  const heading = useId();
  const kind = useHostKind();
  const { verdict, said, findings, complete } = trial;
  const named = ({ key, params }: Words): Words => {
    const { types } = params;
    return { key, params: Array.isArray(types) ? { ...params, types: types.map(kind) } : params };
  };
  return (
    <section className={styles.result} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {t('result')}
      </h2>
      <div role="status" className={styles.verdict}>
        <StateMark tone={TONE[verdict]}>{t(`verdict.${verdict}`)}</StateMark>
        {said.length > 0 && (
          <ul className={styles.sentences}>
            {said.map((one, index) => (
              <li key={index}>
                <SaidAll said={one.map(named)} of="reasons" />
              </li>
            ))}
          </ul>
        )}
        {!complete && <p>{t('partly')}</p>}
        {findings.length === 0 && said.length === 0 && <p className={styles.quiet}>{t('nothing')}</p>}
        {stale && <p className={styles.quiet}>{t('stale')}</p>}
      </div>
      {findings.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('found')}</h3>
          <FoundList found={findings} />
        </>
      )}
      {trial.text !== undefined && (
        <>
          <h3 className={styles.heading}>{t('goesOn')}</h3>
          <div className={styles.both}>
            <Shown label={t('given')} text={text} />
            <Shown label={t('became')} text={trial.text} />
          </div>
        </>
      )}
    </section>
  );
}

function Shown({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <figure className={styles.shown}>
      <figcaption className={styles.quiet}>{label}</figcaption>
      {/* What scrolls must be reachable with the keyboard. */}
      <div className={styles.text} tabIndex={0} role="group" aria-label={label}>
        <HostileText text={text} max={TEXT_UNITS} end={TEXT_END} multiline block />
      </div>
    </figure>
  );
}
