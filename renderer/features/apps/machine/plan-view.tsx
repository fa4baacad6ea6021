import { useTranslation } from 'react-i18next';
import type { AppPlan } from '../../../../shared/model/ai-app.ts';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Tag } from '../../../ui/state-mark.tsx';
import styles from '../apps.module.css';

/** What would be brought in, what stays, and the change of the file. */
export function PlanView({ plan }: { readonly plan: AppPlan }) {
  const { t } = useTranslation('apps');
  return (
    <>
      {plan.bringsIn.length > 0 && (
        <section className={styles.part} aria-label={t('machine.brings')}>
          <h3 className={styles.heading}>{t('machine.brings')}</h3>
          <ul className={styles.found}>
            {plan.bringsIn.map((server) => (
              <li key={server.key}>
                <p className={styles.foundName}>
                  <HostileText text={server.name} max={60} />
                  {server.already && <Tag>{t('machine.already', { id: server.id })}</Tag>}
                </p>
                <p className={styles.words}>
                  <HostileText text={server.words} max={200} end={60} />
                </p>
                {server.secrets.length > 0 && (
                  <p className={styles.quiet}>
                    {t('machine.secrets', {
                      count: server.secrets.length,
                      names: server.secrets.map(({ name }) => name).join(', '),
                    })}
                  </p>
                )}
                {server.notes.map((note) => (
                  <p key={note} className={styles.quiet}>
                    <HostText text={note} />
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.leaves.length > 0 && (
        <section className={styles.part} aria-label={t('machine.leaves')}>
          <h3 className={styles.heading}>{t('machine.leaves')}</h3>
          <ul className={styles.found}>
            {plan.leaves.map((server) => (
              <li key={server.key}>
                <p className={styles.foundName}>
                  <HostileText text={server.name} max={60} />
                </p>
                <p className={styles.quiet}>
                  <HostText text={server.sentence} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.diff !== '' && (
        <section className={styles.part} aria-label={t('machine.change')}>
          <h3 className={styles.heading}>{t('machine.change')}</h3>
          <div>
            <p className={styles.words}>
              <HostileText text={plan.file} />
            </p>
            <p className={styles.quiet}>{t('machine.backup')}</p>
          </div>
          <CodeBlock label={t('machine.change')} text={plan.diff} noCopy />
        </section>
      )}
      {plan.notes.length > 0 && (
        <ul className={styles.notes}>
          {plan.notes.map((note) => (
            <li key={note}>
              <HostText text={note} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
