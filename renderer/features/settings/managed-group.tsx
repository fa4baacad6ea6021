import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as catalogue } from '../../i18n/en/settings.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useHost } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { KeyValue, KeyValueList } from '../../ui/key-value.tsx';
import { Group, Item } from './group.tsx';
import { RequestDialog } from './request-dialog.tsx';
import styles from './settings.module.css';

type Named = keyof typeof catalogue.managed.setting;
const isNamed = (setting: string): setting is Named => Object.hasOwn(catalogue.managed.setting, setting);

/** What an organisation manages here, from where that comes, and how to ask for more. */
export function ManagedGroup() {
  const { t } = useTranslation('settings');
  const managed = useHost((host) => host.managed);
  const [asking, setAsking] = useState(false);
  if (managed === undefined) return null;
  const { kind, sentence, source, organisation, contact, contactUrl, limits, locked } = managed;
  return (
    <Group heading={t('group.managed')}>
      <Item label={t('managed.label')} hint={<HostileText text={sentence} max={600} />} />
      {kind !== 'unmanaged' && (
        <>
          <KeyValueList>
            {organisation !== undefined && (
              <KeyValue label={t('managed.organisation')}>
                <HostileText text={organisation} max={200} />
              </KeyValue>
            )}
            {source !== undefined && (
              <KeyValue label={t('managed.source')} mono>
                <HostileText text={source} max={400} end={120} />
              </KeyValue>
            )}
            {(contact ?? contactUrl) !== undefined && (
              <KeyValue label={t('managed.contact')}>
                {[contact, contactUrl].map(
                  (each) =>
                    each !== undefined && (
                      <p key={each}>
                        <span className={styles.value}>
                          <HostileText text={each} max={400} end={80} />
                          <CopyButton text={each} />
                        </span>
                      </p>
                    ),
                )}
              </KeyValue>
            )}
          </KeyValueList>
          {limits.length > 0 && (
            <Item label={t('managed.limits')} below>
              <ul aria-label={t('managed.limits')} className={styles.bullets}>
                {limits.map((limit, index) => (
                  <li key={index}>
                    <HostileText text={limit} max={400} />
                  </li>
                ))}
              </ul>
            </Item>
          )}
          {locked.length > 0 && (
            <Item label={t('managed.locked')} below>
              <ul aria-label={t('managed.locked')} className={styles.locks}>
                {locked.map(({ setting, sentence: why }) => (
                  <li key={setting} className={styles.lockRow}>
                    <Icon name="lock" className={styles.mark} />
                    <span>
                      <Sentence
                        text={t('managed.one', slots('setting', 'sentence'))}
                        parts={{
                          setting: isNamed(setting) ? (
                            t(`managed.setting.${setting}`)
                          ) : (
                            <HostileText text={setting} max={80} />
                          ),
                          sentence: <HostileText text={why} max={400} />,
                        }}
                      />
                    </span>
                  </li>
                ))}
              </ul>
            </Item>
          )}
          <Item label={t('managed.title')} hint={t('managed.requestHint')}>
            <Button onClick={() => setAsking(true)}>{t('managed.request')}</Button>
          </Item>
          <RequestDialog open={asking} onClose={() => setAsking(false)} />
        </>
      )}
    </Group>
  );
}
