import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndedAs } from '../../../../shared/model/history.ts';
import { EFFECTS, ENDINGS } from '../../../../shared/model/lists.ts';
import type { Effect } from '../../../../shared/model/review.ts';
import { useApp, useHost } from '../../../store/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Select, type Choice } from '../../../ui/select.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import styles from './history.module.css';
import {
  fieldDay,
  firstQuery,
  type HistoryQuery,
  isNarrow,
  type Preset,
  presets,
  spanProblem,
  textProblem,
} from './query.ts';
import { useSpanWords } from './span-words.ts';

const ANY = 'any';
/** Before the values of apps and servers, so that none of them can be taken for `ANY`. */
const ONE = 'one:';
const MOST_NAME = 64;

const valueOf = (part: string | undefined): string => (part === undefined ? ANY : `${ONE}${part}`);
const partOf = (value: string): string | undefined => (value === ANY ? undefined : value.slice(ONE.length));

export interface HistoryFiltersProps {
  readonly query: HistoryQuery;
  readonly change: (change: Partial<HistoryQuery>) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  /** The person is done with the search and wants to go to the list. */
  readonly onList: () => void;
}

/** What is looked for: words, and fields that have to fit. */
export function HistoryFilters({ query, change, search, onList }: HistoryFiltersProps) {
  const { t } = useTranslation(['history', 'activity']);
  const problem = textProblem(query);
  return (
    <div role="search" aria-label={t('filter.label')} className={styles.filters}>
      <TextField
        ref={search}
        type="search"
        label={t('filter.search')}
        hideLabel
        placeholder={t('filter.searchHint')}
        maxLength={200}
        className={styles.search}
        value={query.text}
        onChange={(text) => change({ text })}
        error={problem === undefined ? undefined : t(`problem.${problem}`)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') onList();
          else if (event.key === 'Escape' && query.text !== '') change({ text: '' });
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <SpanFields query={query} change={change} search={search} />
      <Parties query={query} change={change} />
      <Fields query={query} change={change} />
      {isNarrow(query) && (
        <Button
          variant="quiet"
          onClick={() => {
            change({ ...firstQuery, span: query.span });
            search.current?.focus();
          }}
        >
          {t('activity:filter.clear')}
        </Button>
      )}
    </div>
  );
}

type PartProps = Pick<HistoryFiltersProps, 'query' | 'change'>;

function SpanFields({ query, change, search }: PartProps & Pick<HistoryFiltersProps, 'search'>) {
  const { t } = useTranslation('history');
  const { now } = useApp();
  const words = useSpanWords();
  const { span } = query;
  const problem = spanProblem(query, now());
  const value = span.kind === 'preset' ? span.preset : span.kind;
  const day = (which: 'from' | 'to') =>
    span.kind === 'days' && (
      <TextField
        type="date"
        label={t(which)}
        className={styles.date}
        value={span[which]}
        onChange={(next) => change({ span: { ...span, [which]: next } })}
        error={which === 'to' && problem !== undefined ? t(`problem.${problem}`) : undefined}
      />
    );
  return (
    <>
      <Select<Preset | 'days' | 'bar'>
        label={t('filter.span')}
        hideLabel
        className={styles.select}
        value={value}
        choices={[
          ...presets.map((preset) => ({ value: preset, label: t(`span.${preset}`) })),
          { value: 'days', label: t('span.days') },
          ...(span.kind === 'bar' ? [{ value: 'bar' as const, label: words.span(span) }] : []),
        ]}
        onChange={(next) => {
          if (next === 'bar') return;
          if (next !== 'days') return change({ span: { kind: 'preset', preset: next } });
          const to = span.kind === 'bar' ? span.until - 1 : now();
          const from = span.kind === 'bar' ? span.since : now() - 6 * 86_400_000;
          change({ span: { kind: 'days', from: fieldDay(from), to: fieldDay(Math.min(to, now())) } });
        }}
      />
      {span.kind === 'days' && (
        <div className={styles.days}>
          {day('from')}
          {day('to')}
        </div>
      )}
      {span.kind === 'bar' && (
        <Button
          variant="quiet"
          onClick={() => {
            change({ span: span.wider });
            search.current?.focus();
          }}
        >
          {t('wider', { span: words.span(span.wider) })}
        </Button>
      )}
    </>
  );
}

function Parties({ query, change }: PartProps) {
  const { t } = useTranslation('activity');
  const { clients, servers } = useHost((host) => ({ clients: host.clients, servers: host.servers }));
  const named = (id: string, name: string): Choice<string> => ({
    value: `${ONE}${id}`,
    label: <HostileText text={name} max={MOST_NAME} />,
  });
  // One that was chosen and has been removed since is still there to be seen.
  const kept = (chosen: string | undefined, ids: readonly string[]): Choice<string>[] =>
    chosen === undefined || chosen === '' || ids.includes(chosen) ? [] : [named(chosen, chosen)];
  const clientIds = clients.map(({ id }) => id);
  const serverIds = servers.map(({ id }) => id);
  return (
    <>
      <Select
        label={t('filter.app')}
        hideLabel
        className={styles.select}
        value={valueOf(query.app)}
        choices={[
          { value: ANY, label: t('filter.anyApp') },
          ...clients.map(({ id, name }) => named(id, name)),
          ...kept(query.app, clientIds),
        ]}
        onChange={(value) => change({ app: partOf(value) })}
      />
      <Select
        label={t('filter.server')}
        hideLabel
        className={styles.select}
        value={valueOf(query.server)}
        choices={[
          { value: ANY, label: t('filter.anyServer') },
          ...serverIds.map((id) => named(id, id)),
          ...kept(query.server, serverIds),
          { value: ONE, label: t('noServer') },
        ]}
        onChange={(value) => change({ server: partOf(value) })}
      />
    </>
  );
}

function Fields({ query, change }: PartProps) {
  const { t } = useTranslation(['history', 'activity']);
  const ended = (value: EndedAs): string =>
    value === 'trouble'
      ? t('activity:filter.trouble')
      : value === 'open'
        ? t('outcome.open')
        : t(`activity:outcome.${value}`);
  const outcomes: readonly EndedAs[] = ['trouble', ...ENDINGS.filter((each) => each !== 'trouble')];
  return (
    <>
      <Select<EndedAs | typeof ANY>
        label={t('activity:filter.outcome')}
        hideLabel
        className={styles.select}
        value={query.outcome ?? ANY}
        choices={[
          { value: ANY, label: t('activity:filter.anyOutcome') },
          ...outcomes.map((value) => ({ value, label: ended(value) })),
        ]}
        onChange={(value) => change({ outcome: value === ANY ? undefined : value })}
      />
      <Select<Effect | typeof ANY>
        label={t('filter.effect')}
        hideLabel
        className={styles.select}
        value={query.effect ?? ANY}
        choices={[
          { value: ANY, label: t('filter.anyEffect') },
          ...EFFECTS.map((value) => ({ value, label: t(`effect.${value}`) })),
        ]}
        onChange={(value) => change({ effect: value === ANY ? undefined : value })}
      />
      <TextField
        label={t('filter.tool')}
        hideLabel
        placeholder={t('filter.toolHint')}
        maxLength={512}
        className={styles.tool}
        value={query.tool}
        onChange={(tool) => change({ tool })}
      />
      <Checkbox label={t('filter.found')} checked={query.found} onChange={(found) => change({ found })} />
    </>
  );
}
