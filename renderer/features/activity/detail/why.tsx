import { useTranslation } from 'react-i18next';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useHost, useUi } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { Button } from '../../../ui/button.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from './detail.module.css';

/**
 * Why a call was decided as it was: by which rule, which others fit, and what would change it. `call` names one call
 * for good: another one needs another React key.
 */
export function Why({ call, ended }: { call: string; ended: boolean }) {
  const { t } = useTranslation('activity');
  const { value, command } = useAnswer('rule.explain', { call }, String(ended));
  const navigate = useUi((ui) => ui.navigate);
  const rule = value?.ruling.because.rule;
  const known = useHost((host) => host.rules.some(({ id }) => id === rule));
  // Much of what passes is never decided about by rules, and then there is nothing to say.
  if (command.error?.code === 'unknown') return null;
  if (value === undefined && command.error === undefined) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('why.heading')}</h3>
      {value === undefined ? (
        <p className={styles.quiet}>
          <HostileText text={command.error?.message ?? ''} max={400} />
        </p>
      ) : (
        <>
          <p>
            <HostileText text={value.sentence} max={600} end={120} />{' '}
            {value.ruling.would !== undefined && t(`why.would.${value.ruling.would}`)}
          </p>
          {rule !== undefined && known && (
            <div>
              <Button onClick={() => navigate('permissions', rule)}>{t('why.show')}</Button>
            </div>
          )}
          <Sentences label={t('why.change')} sentences={value.change} />
          {value.others.length > 0 && (
            <div>
              <p className={styles.quiet}>{t('why.others')}</p>
              <ul aria-label={t('why.others')} className={styles.bullets}>
                {value.others.map(({ rule: id, sentence, why }) => (
                  <li key={id}>
                    <Sentence
                      text={t('why.other', slots('sentence', 'why'))}
                      parts={{
                        sentence: <HostileText text={sentence} max={400} end={100} />,
                        why: <HostileText text={why} max={300} />,
                      }}
                    />
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Sentences({ label, sentences }: { label: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div>
      <p className={styles.quiet}>{label}</p>
      <ul aria-label={label} className={styles.bullets}>
        {sentences.map((sentence, index) => (
          <li key={index}>
            <HostileText text={sentence} max={400} end={100} />
          </li>
        ))}
      </ul>
    </div>
  );
}
