import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../../shared/model/ai-app.ts';
import { Screen } from '../../app/screen.tsx';
import { useHost, useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { AddApp } from './add-app.tsx';
import { isHere } from './machine/app-words.ts';
import { MachineDetail } from './machine/machine-detail.tsx';
import { MachineList } from './machine/machine-list.tsx';
import { AppDetail } from './app-detail.tsx';
import { AppList } from './app-list.tsx';
import { ProfileBar } from './profiles/profile-bar.tsx';
import styles from './apps.module.css';
import { useAddingApp } from './use-adding.ts';

const SEARCH_FROM = 12;
/** Stands before the id of an app of this computer where one is chosen: AI apps that were added have ids of their own. */
const APP = 'app.';
const NONE: readonly AppView[] = [];

/** Who asks: the AI apps, and one of them in detail. */
export function AppsScreen() {
  const { t } = useTranslation('apps');
  const { t: tCommon } = useTranslation('common');
  const { all, apps } = useHost((host) => ({ all: host.clients, apps: host.apps ?? NONE }));
  const here = useMemo(() => apps.filter(isHere), [apps]);
  // The identity of an app of this computer is shown with the app.
  const clients = useMemo(() => all.filter(({ id }) => !here.some((app) => app.client === id)), [all, here]);
  const ready = useHost((host) => host.status !== undefined);
  const selected = useUi((ui) => ui.selected.apps);
  const select = useUi((ui) => ui.select);
  const [adding, setAdding] = useAddingApp();
  const [opened, setOpened] = useState<string>();
  const [search, setSearch] = useState('');
  const room = useRef<HTMLDivElement>(null);
  const client = clients.find(({ id }) => id === selected);
  const app = here.find(
    ({ id, client: own }) => `${APP}${id}` === selected || (own !== undefined && own === selected),
  );
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return {
      apps: here.filter(({ title }) => title.toLowerCase().includes(wanted)),
      clients: clients.filter(({ name }) => name.toLowerCase().includes(wanted)),
    };
  }, [clients, here, search]);
  const count = clients.length + here.length;

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
      note={count > 0 ? t('count', { count }) : undefined}
      actions={count > 0 ? add(t('addApp')) : undefined}
      toolbar={
        count > 0 ? (
          <>
            <ProfileBar />
            {count >= SEARCH_FROM && (
              <SearchField
                className={styles.search}
                label={t('search')}
                value={search}
                onChange={setSearch}
              />
            )}
          </>
        ) : undefined
      }
      fill
    >
      <div ref={room} className={styles.room}>
        {!ready ? null : count === 0 ? (
          <EmptyState icon="app" hint={t('emptyHint')} actions={add(t('addOne'))}>
            {t('empty')}
          </EmptyState>
        ) : (
          <SplitPane
            initial={480}
            min={360}
            minStart={240}
            start={
              shown.apps.length + shown.clients.length === 0 ? (
                <EmptyState
                  icon="search"
                  actions={<Button onClick={() => setSearch('')}>{tCommon('clearSearch')}</Button>}
                >
                  {t('noMatch')}
                </EmptyState>
              ) : (
                <div className={styles.lists}>
                  {shown.apps.length > 0 && (
                    <MachineList apps={shown.apps} selected={app?.id} onOpen={(id) => open(`${APP}${id}`)} />
                  )}
                  {shown.clients.length > 0 && (
                    <AppList
                      clients={shown.clients}
                      title={shown.apps.length > 0 ? t('others') : undefined}
                      selected={client?.id}
                      onOpen={open}
                    />
                  )}
                </div>
              )
            }
            end={
              app !== undefined ? (
                <MachineDetail
                  key={app.id}
                  app={app}
                  client={all.find(({ id }) => id === app.client)}
                  takeFocus={opened === `${APP}${app.id}`}
                  onClose={close}
                />
              ) : (
                client && (
                  <AppDetail
                    key={client.id}
                    client={client}
                    takeFocus={opened === client.id}
                    onClose={close}
                  />
                )
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
