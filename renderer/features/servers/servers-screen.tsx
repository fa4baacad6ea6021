import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useHost, useUi } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Banner } from '../../ui/state-mark.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { AddDialog } from './add/add-dialog.tsx';
import { useFileDrop } from './browse/drop.ts';
import { BrowsePage } from './browse/browse-page.tsx';
import { BundlePage } from './browse/bundle-page.tsx';
import { PasteDialog } from './add/paste-dialog.tsx';
import { ImportPage } from './import/import-page.tsx';
import { isFresh } from './server-words.ts';
import { reachedText, ServerList } from './server-list.tsx';
import { ServerDetail } from './server-detail.tsx';
import styles from './servers-screen.module.css';
import { type Finding, useAddingServer, useFinding } from './use-led.ts';

/** From this many on, a list is searched rather than read. */
const SEARCH_FROM = 12;

/** What can be reached: the servers, and one of them in detail, or what one of them changed. */
export function ServersScreen() {
  const { reviewing, review, importing, reviewAll } = useUi((ui) => ({
    reviewing: ui.reviewing,
    review: ui.review,
    importing: ui.importing,
    reviewAll: ui.reviewAll,
  }));
  const server = useHost((host) => host.servers.find(({ id }) => id === reviewing));
  const [back, setBack] = useState<string>();
  const { selected, select, offered } = useUi((ui) => ({
    selected: ui.selected.servers,
    select: ui.select,
    offered: ui.offered,
  }));
  const [finding, setFinding] = useFinding();
  const find = (page: Finding['page'] | undefined): void =>
    setFinding(page === undefined ? undefined : { page, over: selected });
  const arrived = useUi((ui) => ui.arrived);
  useEffect(() => {
    if (arrived !== undefined) setFinding({ page: 'bundle', over: selected });
  }, [arrived, selected, setFinding]);
  const found = (id: string): void => {
    setBack(id);
    select('servers', id);
    find(undefined);
  };
  if (importing) return <ImportPage onClose={() => reviewAll(false)} />;
  if (server === undefined || reviewing === undefined) {
    // Whoever is led to a server, or to a configuration, does not want to look for one.
    const led = finding?.over === selected && offered === undefined ? finding?.page : undefined;
    const page = arrived === undefined ? led : 'bundle';
    if (page === 'browse')
      return <BrowsePage onClose={() => find(undefined)} onBundle={() => find('bundle')} onAdded={found} />;
    if (page === 'bundle') return <BundlePage onClose={() => find(undefined)} onAdded={found} />;
    return <ServersInList opened={back} onFind={find} />;
  }
  const close = (): void => {
    setBack(server.id);
    review(undefined);
  };
  return <ReviewPage key={`${server.id} ${server.addedAt}`} server={server} onClose={close} />;
}

interface ServersInListProps {
  /** The server that the person comes back to. */
  readonly opened: string | undefined;
  readonly onFind: (page: Finding['page']) => void;
}

function ServersInList({ opened: first, onFind }: ServersInListProps) {
  const { t } = useTranslation('servers');
  const { t: tBrowse } = useTranslation('browse');
  const { t: tCommon } = useTranslation('common');
  const navigate = useUi((ui) => ui.navigate);
  // Servers that AI apps of this computer reach without Doorward can be brought in.
  const elsewhere = useHost(
    (host) => host.apps?.some((app) => app.servers.some(({ state }) => state === 'direct')) === true,
  );
  const servers = useHost((host) => host.servers);
  const ready = useHost((host) => host.status !== undefined);
  const selected = useUi((ui) => ui.selected.servers);
  const select = useUi((ui) => ui.select);
  const [dialog, setDialog] = useAddingServer();
  const [opened, setOpened] = useState(first);
  const [search, setSearch] = useState('');
  const reviewAll = useUi((ui) => ui.reviewAll);
  const arrive = useUi((ui) => ui.arrive);
  const drop = useFileDrop(([file, ...others]) => {
    if (file !== undefined && dialog === undefined) arrive({ file, others: others.length });
  });
  const offered = useUi((ui) => ui.offered);
  const offer = useUi((ui) => ui.offer);
  useEffect(() => {
    if (offered !== undefined) setDialog('paste');
  }, [offered, setDialog]);
  const room = useRef<HTMLDivElement>(null);
  const tools = useToolCounts(servers.map(({ id, state, eraAt }) => `${id} ${state} ${eraAt}`).join());

  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return servers.filter(
      (server) => server.id.includes(wanted) || reachedText(server).toLowerCase().includes(wanted),
    );
  }, [servers, search]);
  const server = servers.find(({ id }) => id === selected);

  const open = (id: string): void => {
    setOpened(id);
    select('servers', id);
  };
  const close = (): void => {
    const row = selected;
    setOpened(undefined);
    select('servers', undefined);
    requestAnimationFrame(() => {
      const button = room.current?.querySelector<HTMLElement>(`[data-item="${row ?? ''}"]`);
      (button ?? room.current?.querySelector<HTMLElement>('[data-item]'))?.focus();
    });
  };
  const added = (id: string): void => {
    setSearch('');
    setDialog(undefined);
    open(id);
  };
  const paneTitle = (): HTMLElement | null | undefined =>
    opened === undefined ? undefined : room.current?.querySelector<HTMLElement>('[data-pane-title]');
  const browse = (quiet: boolean) => (
    <Button variant={quiet ? 'quiet' : 'neutral'} onClick={() => onFind('browse')}>
      {tBrowse('open')}
    </Button>
  );
  const others = (
    <>
      <Button variant="quiet" onClick={() => onFind('bundle')}>
        {tBrowse('openBundle')}
      </Button>
      <Button variant="quiet" onClick={() => setDialog('paste')}>
        {t('paste')}
      </Button>
    </>
  );
  const add = (
    <Button icon="plus" onClick={() => setDialog('add')}>
      {t('addServer')}
    </Button>
  );

  return (
    <Screen
      title={t('title')}
      note={servers.length > 0 ? t('count', { count: servers.length }) : undefined}
      actions={
        servers.length > 0 ? (
          <>
            {browse(true)}
            {others}
            {add}
          </>
        ) : undefined
      }
      toolbar={
        servers.length >= SEARCH_FROM ? (
          <SearchField className={styles.search} label={t('search')} value={search} onChange={setSearch} />
        ) : undefined
      }
      fill
    >
      <div ref={room} className={cx(styles.room, drop.over && styles.over)} {...drop.handlers}>
        <FreshBanner />
        {!ready ? null : servers.length === 0 ? (
          <EmptyState
            icon="server"
            hint={t('emptyHint')}
            actions={
              <>
                {elsewhere && (
                  <Button variant="primary" onClick={() => navigate('apps')}>
                    {t('bringIn')}
                  </Button>
                )}
                {browse(false)}
                {add}
                {others}
              </>
            }
          >
            {t('empty')}
          </EmptyState>
        ) : (
          <SplitPane
            initial={480}
            min={360}
            minStart={240}
            start={
              shown.length === 0 ? (
                <EmptyState
                  icon="search"
                  actions={<Button onClick={() => setSearch('')}>{tCommon('clearSearch')}</Button>}
                >
                  {t('noMatch')}
                </EmptyState>
              ) : (
                <ServerList servers={shown} tools={tools} selected={server?.id} onOpen={open} />
              )
            }
            end={
              server && (
                <ServerDetail
                  key={`${server.id} ${server.addedAt}`}
                  server={server}
                  takeFocus={opened === server.id}
                  onClose={close}
                />
              )
            }
          />
        )}
      </div>
      <AddDialog
        open={dialog === 'add'}
        onClose={() => setDialog(undefined)}
        onAdded={added}
        focusAfter={paneTitle}
      />
      <PasteDialog
        open={dialog === 'paste'}
        onClose={() => {
          setDialog(undefined);
          offer(undefined);
        }}
        onAdded={added}
        onSeveral={() => {
          setDialog(undefined);
          reviewAll(true);
        }}
        focusAfter={paneTitle}
      />
    </Screen>
  );
}

/** From so many new servers on there is one page for all. */
const SEVERAL = 2;

/** Leads to the one page for all new servers. */
function FreshBanner() {
  const { t } = useTranslation('servers');
  const count = useHost((host) => host.servers.filter(isFresh).length);
  const reviewAll = useUi((ui) => ui.reviewAll);
  if (count < SEVERAL) return null;
  return (
    <Banner tone="hold" action={<Button onClick={() => reviewAll(true)}>{t('imported.reviewAll')}</Button>}>
      {t('imported.waiting', { count })}
    </Banner>
  );
}

/** How many tools each server has, as far as is known. */
function useToolCounts(key: string): ReadonlyMap<string, number> {
  const { value } = useAnswer('tool.list', {}, key);
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { server } of value ?? []) counts.set(server, (counts.get(server) ?? 0) + 1);
    return counts;
  }, [value]);
}
