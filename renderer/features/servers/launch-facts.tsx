import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { useFormat } from '../../store/app-context.tsx';
import { Ago } from '../../ui/ago.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { KeyValue, KeyValueList } from '../../ui/key-value.tsx';
import { Argv } from './argv.tsx';
import styles from './launch-facts.module.css';

export interface LaunchFactsProps {
  readonly server: ServerView;
  /** It is not a decision any more: what runs, with the rest of what is known about it. */
  readonly settled?: boolean | undefined;
}

/** Exactly how a server is reached: every word of it, and the names of its values. */
export function LaunchFacts({ server, settled = false }: LaunchFactsProps) {
  const { t } = useTranslation('servers');
  const { date } = useFormat();
  const { launch } = server;
  const local = launch.transport === 'stdio';
  const names = Object.keys(local ? launch.env : launch.headers);
  return (
    <div className={styles.facts}>
      <h3 className={styles.heading}>
        {t(local ? (settled ? 'launch.programNow' : 'launch.program') : 'launch.remote')}
      </h3>
      {local ? (
        <Argv label={t('launch.argv')} words={[launch.command, ...launch.args]} />
      ) : (
        <Argv label={t('launch.address')} words={[launch.url]} />
      )}
      {!local && /^http:/i.test(launch.url) && !/^http:\/\/(localhost|127\.|\[::1\])/i.test(launch.url) && (
        <p className={styles.caution}>{t('launch.unencrypted')}</p>
      )}
      <KeyValueList>
        {local && launch.cwd !== undefined && (
          <KeyValue label={t('launch.folder')} mono>
            <HostileText text={launch.cwd} />
          </KeyValue>
        )}
        {names.length > 0 && (
          <KeyValue label={t(local ? 'launch.env' : 'launch.headers')}>
            <ul className={styles.names}>
              {names.map((name) => (
                <li key={name}>
                  <span className={styles.mono}>
                    <HostileText text={name} />
                  </span>{' '}
                  <span className={styles.masked}>{t('launch.masked')}</span>
                </li>
              ))}
            </ul>
            <p className={styles.small}>{t('launch.maskedNote')}</p>
          </KeyValue>
        )}
        {local && (
          <KeyValue label={t('launch.sharing')}>
            {t(server.sharing === 'shared' ? 'launch.shared' : 'launch.own')}
          </KeyValue>
        )}
        {settled && server.era !== undefined && (
          <KeyValue label={t('launch.era')}>
            {t(server.dual === true ? 'launch.dual' : `launch.${server.era}`)}
          </KeyValue>
        )}
        {settled && <KeyValue label={t('launch.added')}>{date(server.addedAt)}</KeyValue>}
        {settled && server.eraAt !== undefined && (
          <KeyValue label={t('launch.inspected')}>
            <Ago at={server.eraAt} />
          </KeyValue>
        )}
      </KeyValueList>
      {settled && <p className={styles.small}>{t('launch.fixed')}</p>}
    </div>
  );
}
