import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useHost, useUi } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { useKept } from '../../store/use-kept.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Banner } from '../../ui/state-mark.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { AddDialog } from './add/add-dialog.tsx';
import { BrowsePage } from './browse/browse-page.tsx';
import { BundlePage } from './browse/bundle-page.tsx';
import { PasteDialog } from './add/paste-dialog.tsx';
import { ImportPage } from './import/import-page.tsx';
import { isFresh } from './server-words.ts';
import { reachedText, ServerList } from './server-list.tsx';
import { ServerDetail } from './server-detail.tsx';
import styles from './servers-screen.module.css';

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
  const [finding, setFinding] = useKept<Finding | undefined>('servers.finding', undefined);
  const find = (page: Finding['page'] | undefined): void =>
    setFinding(page === undefined ? undefined : { page, over: selected });
  const found = (id: string): void => {
    setBack(id);
    select('servers', id);
    find(undefined);
  };
  if (importing) return <ImportPage onClose={() => reviewAll(false)} />;
  if (server === undefined || reviewing === undefined) {
    // Whoever is led to a server, or to a configuration, does not want to look for one.
    const page = finding?.over === selected && offered === undefined ? finding?.page : undefined;
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

/** A page on which a server is looked for, in place of the list; and which server was chosen in the list then. */
interface Finding {
  readonly page: 'browse' | 'bundle';
  readonly over: string | undefined;
}

interface ServersInListProps {
  /** The server that the person comes back to. */
  readonly opened: string | undefined;
  readonly onFind: (page: Finding['page']) => void;
}

function ServersInList({ opened: first, onFind }: ServersInListProps) {
  const { t } = useTranslation('servers');
  const { t: tBrowse } = useTranslation('browse');
  const servers = useHost((host) => host.servers);
  const ready = useHost((host) => host.status !== undefined);
  const selected = useUi((ui) => ui.selected.servers);
  const select = useUi((ui) => ui.select);
  const [dialog, setDialog] = useState<'add' | 'paste'>();
  const [opened, setOpened] = useState(first);
  const [search, setSearch] = useState('');
  const reviewAll = useUi((ui) => ui.reviewAll);
  const offered = useUi((ui) => ui.offered);
  const offer = useUi((ui) => ui.offer);
  useEffect(() => {
    if (offered !== undefined) setDialog('paste');
  }, [offered]);
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
  const actions = (
    <>
      <Button onClick={() => onFind('browse')}>{tBrowse('open')}</Button>
      <Button onClick={() => onFind('bundle')}>{tBrowse('openBundle')}</Button>
      <Button onClick={() => setDialog('paste')}>{t('paste')}</Button>
      <Button icon="plus" onClick={() => setDialog('add')}>
        {t('addServer')}
      </Button>
    </>
  );

  return (
    <Screen
      title={t('title')}
      note={servers.length > 0 ? t('count', { count: servers.length }) : undefined}
      actions={servers.length > 0 ? actions : undefined}
      toolbar={
        servers.length >= SEARCH_FROM ? (
          <SearchField className={styles.search} label={t('search')} value={search} onChange={setSearch} />
        ) : undefined
      }
      fill
    >
      <div ref={room} className={styles.room}>
        <FreshBanner />
        {!ready ? null : servers.length === 0 ? (
          <EmptyState icon="server" actions={actions}>
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
