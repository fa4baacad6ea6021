import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useHost, useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import styles from './activity.module.css';
import { endings, keepOf, noFilter, type CallFilter, type Ending } from './live/filter.ts';
import type { LiveList } from './live/live-list.ts';
import type { AppFacet } from './live/facets.ts';

const ANY = 'any';
/** Before the values of apps and servers, so that none of them can be taken for `ANY`. */
const ONE = 'one:';
const MOST_NAME = 64;

/** What is known and what has called, each once. */
function merged(known: readonly AppFacet[], seen: readonly AppFacet[]): AppFacet[] {
  const all = new Map(seen.map(({ id, name }) => [id, name]));
  for (const { id, name } of known) all.set(id, name);
  return Array.from(all, ([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name));
}

function useChoices(live: LiveList): {
  readonly apps: readonly Choice<string>[];
  readonly servers: readonly Choice<string>[];
} {
  const { t } = useTranslation('activity');
  const seen = useStore(
    live.store,
    useShallow(({ apps, servers }) => ({ apps, servers })),
  );
  const known = useHost(({ clients, servers }) => ({ clients, servers }));
  const named = ({ id, name }: AppFacet): Choice<string> => ({
    value: `${ONE}${id}`,
    label: id === '' ? t('noServer') : <HostileText text={name} max={MOST_NAME} />,
  });
  const asFacet = (id: string): AppFacet => ({ id, name: id });
  return {
    apps: [{ value: ANY, label: t('filter.anyApp') }, ...merged(known.clients, seen.apps).map(named)],
    servers: [
      { value: ANY, label: t('filter.anyServer') },
      ...merged(
        known.servers.map(({ id }) => asFacet(id)),
        seen.servers.map(asFacet),
      ).map(named),
    ],
  };
}

const valueOf = (part: string | undefined): string => (part === undefined ? ANY : `${ONE}${part}`);
const partOf = (value: string): string | undefined => (value === ANY ? undefined : value.slice(ONE.length));

export interface ToolbarProps {
  readonly live: LiveList;
  readonly search: RefObject<HTMLInputElement | null>;
  /** The person is done with the search and wants to go to the list. */
  readonly onList: () => void;
}

/** Search and filters. */
export function Toolbar({ live, search, onList }: ToolbarProps) {
  const { t } = useTranslation('activity');
  const filter = useStore(live.store, (state) => state.filter);
  const { apps, servers } = useChoices(live);
  const set = (change: Partial<CallFilter>): void => live.setFilter({ ...filter, ...change });
  useSayCount(live, filter);
  return (
    <div role="search" aria-label={t('filter.label')} className={styles.filters}>
      <TextField
        ref={search}
        type="search"
        label={t('filter.search')}
        hideLabel
        placeholder={t('filter.searchHint')}
        className={styles.search}
        value={filter.text}
        onChange={(text) => set({ text })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') onList();
          else if (event.key === 'Escape' && filter.text === '') onList();
          else if (event.key === 'Escape') set({ text: '' });
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Select
        label={t('filter.app')}
        hideLabel
        className={styles.select}
        choices={apps}
        value={valueOf(filter.app)}
        onChange={(value) => set({ app: partOf(value) })}
      />
      <Select
        label={t('filter.server')}
        hideLabel
        className={styles.select}
        choices={servers}
        value={valueOf(filter.server)}
        onChange={(value) => set({ server: partOf(value) })}
      />
      <Select<Ending | 'trouble' | typeof ANY>
        label={t('filter.outcome')}
        hideLabel
        className={styles.select}
        choices={[
          { value: ANY, label: t('filter.anyOutcome') },
          { value: 'trouble', label: t('filter.trouble') },
          ...endings.map((value) => ({ value, label: t(`outcome.${value}`) })),
        ]}
        value={filter.outcome ?? ANY}
        onChange={(value) => set({ outcome: value === ANY ? undefined : value })}
      />
      {filter !== noFilter && keepOf(filter) !== undefined && (
        <Button
          variant="quiet"
          onClick={() => {
            live.setFilter(noFilter);
            search.current?.focus();
          }}
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

/** Tells screen readers how many calls are left, a moment after the filter was changed; never when calls come in. */
function useSayCount(live: LiveList, filter: CallFilter): void {
  const { t } = useTranslation('activity');
  const say = useUi((ui) => ui.say);
  const first = useRef(filter);
  useEffect(() => {
    if (first.current === filter) return undefined;
    const timer = setTimeout(() => {
      const { rows, total } = live.store.getState();
      say(t('countOf', { count: total, shown: rows.length }));
    }, 700);
    return () => clearTimeout(timer);
  }, [filter, live, say, t]);
}
