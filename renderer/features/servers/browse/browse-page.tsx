import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../../app/screen.tsx';
import type { RegistrySummary } from '../../../../shared/model/registry.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { ItemList } from '../../../ui/item-list.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import styles from './browse.module.css';
import { Freshness } from './freshness.tsx';
import { RegistryServer } from './registry-server.tsx';
import { useSearch } from './use-search.ts';

export interface BrowsePageProps {
  readonly onClose: () => void;
  readonly onBundle: () => void;
  readonly onAdded: (id: string) => void;
}

/** The servers of a registry: searched by name, looked at one by one, and added on hold. */
export function BrowsePage({ onClose, onBundle, onAdded }: BrowsePageProps) {
  const { t } = useTranslation('browse');
  const { t: tCommon } = useTranslation('common');
  const search = useSearch();
  const [opened, setOpened] = useState<string>();
  const room = useRef<HTMLDivElement>(null);
  const { found, servers, command } = search;
  useEffect(() => {
    room.current?.querySelector<HTMLElement>('input[type=search]')?.focus();
  }, []);
  const close = (): void => {
    const row = opened;
    setOpened(undefined);
    requestAnimationFrame(() =>
      [...(room.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
        .find((each) => each.dataset['item'] === row)
        ?.focus(),
    );
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
    // Escape in the detail closes the detail, and in a field it is about the field.
    if (!currentTarget.contains(target) || target.matches('input, textarea')) return;
    if (target.closest('section[aria-label]') === null || opened === undefined) onClose();
  };
  return (
    <div ref={room} className={styles.whole} onKeyDown={onKey}>
      <Screen
        title={t('title')}
        back={{ label: t('back'), onBack: onClose }}
        note={servers.length > 0 ? t('found', { count: servers.length }) : undefined}
        actions={
          <Button variant="quiet" onClick={onBundle}>
            {t('openBundle')}
          </Button>
        }
        toolbar={
          <SearchField
            className={styles.search}
            label={t('search')}
            value={search.text}
            onChange={search.setText}
          />
        }
        fill
      >
        <SplitPane
          initial={520}
          min={360}
          minStart={260}
          start={
            <div className={styles.results}>
              <div className={styles.about}>
                {found !== undefined && <Freshness {...found} />}
                <CommandNote command={command} sayBusy={found === undefined} />
                {found !== undefined && servers.length > 0 && (
                  <p className={styles.small}>{t('from', { host: found.from })}</p>
                )}
              </div>
              {servers.length > 0 ? (
                <div className={styles.list}>
                  <Results servers={servers} opened={opened} onOpen={setOpened} />
                  {found?.next !== undefined && (
                    <div className={styles.more}>
                      <Button busy={command.busy} onClick={search.more}>
                        {t('more')}
                      </Button>
                    </div>
                  )}
                </div>
              ) : (
                found !== undefined && (
                  <EmptyState
                    icon="search"
                    actions={
                      search.text.trim() === '' ? undefined : (
                        <Button onClick={() => search.setText('')}>{tCommon('clearSearch')}</Button>
                      )
                    }
                  >
                    {t(search.text.trim() === '' ? 'empty' : 'none')}
                  </EmptyState>
                )
              )}
            </div>
          }
          end={
            opened === undefined ? undefined : (
              <RegistryServer key={opened} name={opened} onClose={close} onAdded={onAdded} />
            )
          }
        />
      </Screen>
    </div>
  );
}

interface ResultsProps {
  readonly servers: readonly RegistrySummary[];
  readonly opened: string | undefined;
  readonly onOpen: (name: string) => void;
}

function Results({ servers, opened, onOpen }: ResultsProps) {
  const { t } = useTranslation('browse');
  return (
    <ItemList
      label={t('list')}
      items={servers.map((server) => ({ ...server, id: server.name }))}
      selected={opened}
      onOpen={onOpen}
      columns={styles.columns}
      heads={
        <>
          <span>{t('column.name')}</span>
          <span className={styles.says}>{t('column.says')}</span>
          <span className={styles.kinds}>{t('column.kinds')}</span>
          <span className={styles.version}>{t('column.version')}</span>
        </>
      }
      row={({ name, namespace, description, kinds, version, status }) => (
        <>
          <span className={styles.name}>
            <HostileText text={name.slice(namespace.length + 1)} max={80} end={20} />
            <span className={styles.namespace}>
              <HostileText text={namespace} max={100} end={30} />
            </span>
          </span>
          <span className={cx(styles.says, status !== 'active' && styles.marked)}>
            {status === 'active' ? (
              <HostileText text={description} max={200} />
            ) : (
              <StateMark tone="hold">{t(`status.${status}`)}</StateMark>
            )}
          </span>
          <span className={styles.kinds}>{kinds.map((kind) => t(`kind.${kind}`)).join(', ')}</span>
          <span className={styles.version}>
            <HostileText text={version} max={40} />
          </span>
        </>
      )}
    />
  );
}
