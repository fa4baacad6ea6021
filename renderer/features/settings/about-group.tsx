import { useTranslation } from 'react-i18next';
import { useHost, usePhase } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Group, Item } from './group.tsx';
import styles from './settings.module.css';
import { UpdateItem } from './update-item.tsx';

/** Where everything is kept, and which Doorward this is. */
export function AboutGroup({ file }: { file: string | undefined }) {
  const { t } = useTranslation('settings');
  const home = useHost((host) => host.status?.home);
  const version = usePhase((phase) => phase.version);
  const way = useCommand('app.way');
  return (
    <Group heading={t('group.about')}>
      <div>
        <Item
          label={t('folder.label')}
          hint={
            <>
              {t('folder.hint')}
              <br />
              <code className={styles.path}>
                <HostileText text={home ?? ''} />
              </code>
            </>
          }
        >
          <Button icon="folder" busy={way.busy} onClick={() => void way.run({ way: 'open-folder' })}>
            {t('folder.open')}
          </Button>
        </Item>
        <CommandNote command={way} />
      </div>
      {file !== undefined && (
        <Item
          label={t('file')}
          hint={
            <code className={styles.path}>
              <HostileText text={file} />
            </code>
          }
        />
      )}
      <Item label={t('version')}>
        <span className={styles.quiet}>{version}</span>
      </Item>
      <UpdateItem />
    </Group>
  );
}
