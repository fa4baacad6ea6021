import { useTranslation } from 'react-i18next';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from './trial.module.css';

/** The values that look like secrets and that a server was not given when somebody looked at it. */
export function Withheld({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('servers');
  if (names.length === 0) return null;
  return (
    <p className={styles.quiet}>
      <Sentence
        text={t('trial.withheld', { count: names.length, ...slots('names') })}
        parts={{ names: <HostileText text={names.join(', ')} max={300} className={styles.mono} /> }}
      />
    </p>
  );
}
