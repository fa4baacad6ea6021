import { useTranslation } from 'react-i18next';
import type { AppView } from '../../../../shared/model/ai-app.ts';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { ItemList } from '../../../ui/item-list.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import styles from '../apps.module.css';
import { pastDoorward, toneOfApp } from './app-words.ts';

export interface MachineListProps {
  readonly apps: readonly AppView[];
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The AI apps that were found on this computer, one row each. */
export function MachineList({ apps, selected, onOpen }: MachineListProps) {
  const { t } = useTranslation('apps');
  return (
    <ItemList
      label={t('machine.title')}
      items={apps}
      selected={selected}
      onOpen={onOpen}
      columns={styles.columns}
      heads={
        <>
          <span>{t('machine.title')}</span>
          <span className={styles.seen}>{t('machine.state')}</span>
          <span className={styles.role}>{t('machine.past')}</span>
        </>
      }
      row={(app) => (
        <>
          <span className={styles.name}>
            <HostileText text={app.title} />
          </span>
          <span className={styles.seen}>
            <StateMark tone={toneOfApp(app)}>{t(`machine.is.${app.state}`)}</StateMark>
          </span>
          <span className={cx(styles.role, styles.quiet)}>
            {pastDoorward(app) === 0 ? '' : t('machine.direct', { count: pastDoorward(app) })}
          </span>
        </>
      )}
    />
  );
}
