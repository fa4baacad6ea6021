import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolView } from '../../../shared/ipc/shapes.ts';
import type { ServerReview, WaitingItem } from '../../../shared/model/trust.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ToolRow } from './tool-row.tsx';
import styles from './tool-list.module.css';
import { useWantedTool } from './use-led.ts';
import { useMeasuredRows } from './use-measured-rows.ts';

/** Beyond this many only those in sight are drawn. */
const VIRTUAL_FROM = 200;
const SEARCH_FROM = 8;

export interface ToolListProps {
  readonly tools: readonly ToolView[];
  /** What waits of the server. */
  readonly waiting?: ServerReview | undefined;
  /** What can be done about one tool, shown when it is opened; the same function as long as it does the same. */
  readonly more?: ((tool: ToolView) => ReactNode) | undefined;
  /** Says the state of each tool even where all are alike. */
  readonly states?: boolean | undefined;
}

/** The tools of a server with their whole descriptions: searchable, and opened one by one or as many as one likes. */
export function ToolList({ tools, waiting, more, states: allStates = false }: ToolListProps) {
  const { t } = useTranslation('servers');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useWantedTool();
  // Somebody was led to a tool: it is opened, alone where there are too many to draw, and has the focus.
  useEffect(() => {
    if (wanted === undefined) return;
    const { server, name } = wanted;
    if (!tools.some((tool) => tool.server === server && tool.name === name)) return;
    setSearch(tools.length > VIRTUAL_FROM ? name : '');
    setOpen((before) => new Set(before).add(name));
    setWanted(undefined);
    requestAnimationFrame(() => {
      const rows = [...(section.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])];
      const row = rows.find((each) => each.dataset['tool'] === name);
      row?.scrollIntoView?.({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  }, [wanted, tools, setWanted]);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return wanted === ''
      ? tools
      : tools.filter((tool) =>
          [tool.name, tool.exposed, tool.title, tool.description].some((text) =>
            text?.toLowerCase().includes(wanted),
          ),
        );
  }, [tools, search]);
  // Where all are alike the server says it; a state is worth a word where tools differ.
  const mixed = allStates || tools.some(({ state }) => state !== tools[0]?.state);
  // The worst comes first, and of several versions of one tool the worst is what counts here.
  const items = useMemo(
    () =>
      new Map(
        waiting?.items
          .filter(({ kind }) => kind === 'tool')
          .toReversed()
          .map((item) => [item.key, item] as const),
      ),
    [waiting],
  );
  const toggle = (name: string): void =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  if (tools.length === 0)
    return (
      <EmptyState icon="terminal" hint={t('toolList.noneHint')}>
        {t('toolList.none')}
      </EmptyState>
    );
  const Rows = shown.length > VIRTUAL_FROM ? VirtualRows : PlainRows;
  return (
    <section ref={section} aria-labelledby={heading} className={styles.frame}>
      <div className={styles.head}>
        <h3 id={heading} className={styles.heading}>
          {t('tools', { count: tools.length })}
        </h3>
        {shown.length < tools.length && (
          <span className={styles.count} role="status">
            {t('toolList.matching', { count: shown.length })}
          </span>
        )}
        {tools.length >= SEARCH_FROM && (
          <SearchField
            className={styles.search}
            label={t('toolList.search')}
            value={search}
            onChange={setSearch}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className={styles.none}>{t('toolList.noMatch')}</p>
      ) : (
        <Rows
          {...{ tools: shown, open, items, more, states: mixed, onToggle: toggle }}
          label={t('toolList.label')}
        />
      )}
    </section>
  );
}

interface RowsProps {
  readonly tools: readonly ToolView[];
  readonly open: ReadonlySet<string>;
  readonly states: boolean;
  readonly items: ReadonlyMap<string, WaitingItem>;
  readonly more: ToolListProps['more'];
  readonly onToggle: (name: string) => void;
  readonly label: string;
}

function Row({
  tool,
  open,
  states,
  items,
  more,
  onToggle,
}: Omit<RowsProps, 'tools' | 'label'> & { tool: ToolView }) {
  return (
    <ToolRow
      tool={tool}
      open={open.has(tool.name)}
      state={states}
      item={items.get(tool.name)}
      more={more}
      onToggle={onToggle}
    />
  );
}

function PlainRows({ tools, label, ...rest }: RowsProps) {
  return (
    <ul aria-label={label} className={styles.rows}>
      {tools.map((tool) => (
        <li key={tool.name} className={styles.item}>
          <Row tool={tool} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function VirtualRows({ tools, label, ...rest }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => tools.map(({ name }) => name), [tools]);
  const { rows, height, measure } = useMeasuredRows({ element: box, keys, usual: 57, overscan: 8 });
  return (
    <div ref={box} className={styles.scroll}>
      <ul aria-label={label} className={styles.virtual} style={{ height }}>
        {rows.map(({ key, index, top }) => {
          const tool = tools[index];
          if (tool === undefined) return null;
          return (
            <li
              key={key}
              ref={measure}
              data-row={key}
              aria-posinset={index + 1}
              aria-setsize={tools.length}
              className={styles.placed}
              style={{ transform: `translateY(${top}px)` }}
            >
              <Row tool={tool} {...rest} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
