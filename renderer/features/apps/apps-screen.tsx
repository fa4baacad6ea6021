import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useHost, useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { AddApp } from './add-app.tsx';
import { AppDetail } from './app-detail.tsx';
import { AppList } from './app-list.tsx';
import styles from './apps.module.css';

const SEARCH_FROM = 12;

/** Who asks: the AI apps, and one of them in detail. */
export function AppsScreen() {
  const { t } = useTranslation('apps');
  const clients = useHost((host) => host.clients);
  const ready = useHost((host) => host.status !== undefined);
  const selected = useUi((ui) => ui.selected.apps);
  const select = useUi((ui) => ui.select);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string>();
  const [search, setSearch] = useState('');
  const room = useRef<HTMLDivElement>(null);
  const client = clients.find(({ id }) => id === selected);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return clients.filter(({ name }) => name.toLowerCase().includes(wanted));
  }, [clients, search]);

  const open = (id: string): void => {
    setOpened(id);
    select('apps', id);
  };
  const close = (): void => {
    setOpened(undefined);
    select('apps', undefined);
    requestAnimationFrame(() => {
      const rows = [...(room.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
      (rows.find((row) => row.dataset['item'] === selected) ?? rows[0])?.focus();
    });
  };
  const added = (id: string): void => {
    setSearch('');
    setAdding(false);
    open(id);
  };
  const add = (words: string) => (
    <Button icon="plus" onClick={() => setAdding(true)}>
      {words}
    </Button>
  );

  return (
    <Screen
      title={t('title')}
      note={clients.length > 0 ? t('count', { count: clients.length }) : undefined}
      actions={clients.length > 0 ? add(t('addApp')) : undefined}
      toolbar={
        clients.length >= SEARCH_FROM ? (
          <SearchField className={styles.search} label={t('search')} value={search} onChange={setSearch} />
        ) : undefined
      }
      fill
    >
      <div ref={room} className={styles.room}>
        {!ready ? null : clients.length === 0 ? (
          <EmptyState icon="app" actions={add(t('addOne'))}>
            {t('empty')}
          </EmptyState>
        ) : (
          <SplitPane
            initial={480}
            min={360}
            minStart={240}
            start={
              shown.length === 0 ? (
                <EmptyState icon="search">{t('noMatch')}</EmptyState>
              ) : (
                <AppList clients={shown} selected={client?.id} onOpen={open} />
              )
            }
            end={
              client && (
                <AppDetail key={client.id} client={client} takeFocus={opened === client.id} onClose={close} />
              )
            }
          />
        )}
      </div>
      <AddApp
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={added}
        focusAfter={() =>
          opened === undefined ? undefined : room.current?.querySelector<HTMLElement>('[data-pane-title]')
        }
      />
    </Screen>
  );
}
