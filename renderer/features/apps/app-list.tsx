import { useTranslation } from 'react-i18next';
import { useHost } from '../../store/app-context.tsx';
import type { ClientView } from '../../store/types.ts';
import { Ago } from '../../ui/ago.tsx';
import { cx } from '../../ui/cx.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { ItemList } from '../../ui/item-list.tsx';
import styles from './apps.module.css';

/** What the role of an app is called. */
export function RoleName({ role }: { role: string }) {
  const { t } = useTranslation('apps');
  const name = useHost((host) => host.roles.find(({ id }) => id === role)?.name);
  if (name === undefined && role === 'default') return t('role.default');
  return <HostileText text={name ?? role} max={64} />;
}

export interface AppListProps {
  readonly clients: readonly ClientView[];
  /** Above the names, in place of the usual words. */
  readonly title?: string | undefined;
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The AI apps, one row each. */
export function AppList({ clients, title, selected, onOpen }: AppListProps) {
  const { t } = useTranslation('apps');
  return (
    <ItemList
      label={title ?? t('title')}
      items={clients}
      selected={selected}
      onOpen={onOpen}
      columns={styles.columns}
      heads={
        <>
          <span>{title ?? t('column.name')}</span>
          <span className={styles.seen}>{t('column.seen')}</span>
          <span className={styles.role}>{t('column.role')}</span>
        </>
      }
      row={({ name, lastSeenAt, role }) => (
        <>
          <span className={styles.name}>
            <HostileText text={name} />
          </span>
          <span className={cx(styles.seen, styles.quiet)}>
            {lastSeenAt === undefined ? t('never') : <Ago at={lastSeenAt} />}
          </span>
          <span className={cx(styles.role, styles.quiet)}>
            <RoleName role={role} />
          </span>
        </>
      )}
    />
  );
}
