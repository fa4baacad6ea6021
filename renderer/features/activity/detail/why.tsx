import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../../shared/model/policy.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { PolicySaid } from '../../../popup/parts/policy-said.tsx';
import { useHost, useUi } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { Button } from '../../../ui/button.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
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
          <HostText text={command.error?.message ?? ''} max={400} />
        </p>
      ) : (
        <>
          <p>
            <PolicySaid words={value.words} />{' '}
            {value.ruling.would !== undefined && t(`why.would.${value.ruling.would}`)}
          </p>
          {rule !== undefined && known && (
            <div>
              <Button onClick={() => navigate('permissions', rule)}>{t('why.show')}</Button>
            </div>
          )}
          <Changes label={t('why.change')} changes={value.change} />
          {value.others.length > 0 && (
            <div>
              <p className={styles.quiet}>{t('why.others')}</p>
              <ul aria-label={t('why.others')} className={styles.bullets}>
                {value.others.map(({ rule: id, words, why }) => (
                  <li key={id}>
                    <Sentence
                      text={t('why.other', slots('sentence', 'why'))}
                      parts={{
                        sentence: <PolicySaid words={words} />,
                        why: <PolicySaid words={why.words} />,
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

function Changes({ label, changes }: { label: string; changes: Explanation['change'] }) {
  if (changes.length === 0) return null;
  return (
    <div>
      <p className={styles.quiet}>{label}</p>
      <ul aria-label={label} className={styles.bullets}>
        {changes.map(({ words }, index) => (
          <li key={index}>
            <PolicySaid words={words} />
          </li>
        ))}
      </ul>
    </div>
  );
}
