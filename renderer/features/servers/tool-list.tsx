import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolView } from '../../../shared/ipc/shapes.ts';
import { TextField } from '../../ui/field.tsx';
import { ToolRow } from './tool-row.tsx';
import styles from './tool-list.module.css';

/** Beyond this many only those in sight are drawn. */
const VIRTUAL_FROM = 200;
const SEARCH_FROM = 8;

/** The tools of a server with their whole descriptions: searchable, and opened one by one or as many as one likes. */
export function ToolList({ tools }: { tools: readonly ToolView[] }) {
  const { t } = useTranslation('servers');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const heading = useId();
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
  const mixed = tools.some(({ state }) => state !== tools[0]?.state);
  const toggle = (name: string): void =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  if (tools.length === 0) return <p>{t('toolList.none')}</p>;
  const Rows = shown.length > VIRTUAL_FROM ? VirtualRows : PlainRows;
  return (
    <section aria-labelledby={heading} className={styles.frame}>
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
          <TextField
            className={styles.search}
            label={t('toolList.search')}
            hideLabel
            type="search"
            placeholder={t('toolList.search')}
            value={search}
            onChange={setSearch}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className={styles.none}>{t('toolList.noMatch')}</p>
      ) : (
        <Rows tools={shown} open={open} states={mixed} onToggle={toggle} label={t('toolList.label')} />
      )}
    </section>
  );
}

interface RowsProps {
  readonly tools: readonly ToolView[];
  readonly open: ReadonlySet<string>;
  readonly states: boolean;
  readonly onToggle: (name: string) => void;
  readonly label: string;
}

function PlainRows({ tools, open, states, onToggle, label }: RowsProps) {
  return (
    <ul aria-label={label} className={styles.rows}>
      {tools.map((tool) => (
        <li key={tool.name} className={styles.item}>
          <ToolRow tool={tool} open={open.has(tool.name)} state={states} onToggle={onToggle} />
        </li>
      ))}
    </ul>
  );
}

function VirtualRows({ tools, open, states, onToggle, label }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: tools.length,
    getScrollElement: () => box.current,
    estimateSize: () => 57,
    getItemKey: (index) => tools[index]?.name ?? index,
    overscan: 8,
    initialRect: { width: 400, height: 480 },
  });
  return (
    <div ref={box} className={styles.scroll}>
      <ul aria-label={label} className={styles.virtual} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const tool = tools[index];
          if (tool === undefined) return null;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={tools.length}
              className={styles.placed}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ToolRow tool={tool} open={open.has(tool.name)} state={states} onToggle={onToggle} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
