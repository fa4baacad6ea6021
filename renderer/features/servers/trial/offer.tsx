import { useTranslation } from 'react-i18next';
import type { InspectReport } from '../../../../shared/ipc/shapes.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useFormat } from '../../../store/app-context.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../../ui/icons.tsx';
import styles from './trial.module.css';

/** What a server says of itself: second to the name that the person gave it, and in quotation marks. */
export function Offer({ report }: { report: InspectReport }) {
  const { t } = useTranslation('servers');
  const { all } = useFormat();
  const { serverInfo, instructions, warnings, tools, prompts, resources, templates } = report;
  const name = serverInfo.title ?? serverInfo.name;
  const { version } = serverInfo;
  const parts = [
    t('offer.tools', { count: tools.length }),
    prompts > 0 && t('offer.prompts', { count: prompts }),
    resources > 0 && t('offer.resources', { count: resources }),
    templates > 0 && t('offer.templates', { count: templates }),
  ].filter((part) => part !== false);
  return (
    <section className={styles.offer} aria-labelledby="offer-heading">
      <h3 id="offer-heading" className={styles.heading}>
        {t('offer.heading')}
      </h3>
      {warnings.length > 0 && (
        <div className={styles.warnings} role="group" aria-label={t('offer.warnings')}>
          {warnings.map((warning, index) => (
            <p key={index} className={styles.warning}>
              <Icon name="hold" className={styles.mark} />
              <HostText text={warning} />
            </p>
          ))}
        </div>
      )}
      <p>{all(parts)}</p>
      <p className={styles.quiet}>
        {name === undefined ? (
          t('offer.nameless')
        ) : (
          <Sentence
            text={t(version === undefined ? 'offer.calls' : 'offer.callsVersion', slots('name', 'version'))}
            parts={{
              name: <HostileText text={name} max={120} />,
              version: <HostileText text={version ?? ''} max={80} />,
            }}
          />
        )}
      </p>
      {instructions !== undefined && instructions !== '' && (
        <div>
          <p className={styles.small}>{t('offer.instructions')}</p>
          <blockquote className={styles.quote}>
            <HostileText text={instructions} multiline block />
          </blockquote>
        </div>
      )}
    </section>
  );
}
