import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateView } from '../../../shared/ipc/desktop-contract.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { Item } from './group.tsx';
import styles from './settings.module.css';

/** Whether there is a newer Doorward, looked for only when the person says so. */
export function UpdateItem() {
  const { t } = useTranslation('settings');
  const [view, setView] = useState<UpdateView>();
  const update = useCommand('app.update');
  const { run } = update;
  useEffect(() => {
    let here = true;
    void run({ act: 'show' }).then((shown) => {
      if (here && shown !== undefined) setView(shown);
    });
    return () => {
      here = false;
    };
  }, [run]);
  const act = async (what: 'look' | 'get'): Promise<void> => {
    const now = await run({ act: what });
    if (now !== undefined) setView(now);
  };
  return (
    <div>
      <Item
        label={t('update.label')}
        hint={
          <>
            <span role="status">{view !== undefined && <Found view={view} />}</span>
            {view?.lookedAt !== undefined && (
              <>
                <br />
                <Sentence
                  text={t('update.lookedAt', slots('when'))}
                  parts={{ when: <Ago at={view.lookedAt} /> }}
                />
              </>
            )}
          </>
        }
      >
        {view?.way === 'self' ? (
          <span className={styles.pair}>
            {view.offered !== undefined && (
              <Button variant="primary" disabled={update.busy} onClick={() => void act('get')}>
                {t('update.get', { version: view.offered })}
              </Button>
            )}
            <Button icon="refresh" busy={update.busy} onClick={() => void act('look')}>
              {t('update.look')}
            </Button>
          </span>
        ) : undefined}
      </Item>
      <CommandNote command={update} />
    </div>
  );
}

function Found({ view: { way, offered, lookedAt, failed } }: { view: UpdateView }) {
  const { t } = useTranslation('settings');
  if (way !== 'self') return t(`update.${way}`);
  if (failed) return t('update.failed');
  if (offered !== undefined) return t('update.offered', { version: offered });
  return t(lookedAt === undefined ? 'update.notYet' : 'update.newest');
}
