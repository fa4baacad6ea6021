import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setBy, whomToAskWords } from '../../../shared/texts/managed.ts';
import { settings as catalogue } from '../../i18n/en/settings.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { Said, SaidAll } from '../../popup/parts/words.tsx';
import { useHost } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { KeyValue, KeyValueList } from '../../ui/key-value.tsx';
import { useOrganisation } from '../managed/use-lock.ts';
import { Group, Item } from './group.tsx';
import { RequestDialog } from './request-dialog.tsx';
import styles from './settings.module.css';

type Named = keyof typeof catalogue.managed.setting;
const isNamed = (setting: string): setting is Named => Object.hasOwn(catalogue.managed.setting, setting);

/** What an organisation manages here, from where that comes, and how to ask for more. */
export function ManagedGroup() {
  const { t } = useTranslation('settings');
  const managed = useHost((host) => host.managed);
  const by = useOrganisation();
  const why = [setBy(by), whomToAskWords(by)];
  const [asking, setAsking] = useState(false);
  if (managed === undefined) return null;
  const { kind, said, source, organisation, contact, contactUrl, limitWords, locked } = managed;
  return (
    <Group heading={t('group.managed')}>
      <Item label={t('managed.label')} hint={<SaidAll said={said} of="managed" max={400} />} />
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
          {limitWords.length > 0 && (
            <Item label={t('managed.limits')} below>
              <ul aria-label={t('managed.limits')} className={styles.bullets}>
                {limitWords.map((words, index) => (
                  <li key={index}>
                    <Said words={words} of="managed" max={300} />
                  </li>
                ))}
              </ul>
            </Item>
          )}
          {locked.length > 0 && (
            <Item label={t('managed.locked')} below>
              <ul aria-label={t('managed.locked')} className={styles.locks}>
                {locked.map(({ setting }) => (
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
                          sentence: <SaidAll said={why} of="managed" max={200} />,
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
