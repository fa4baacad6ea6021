import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveCall } from '../../../../shared/model/live.ts';
import { useFormat } from '../../../store/app-context.tsx';
import { cx } from '../../../ui/cx.ts';
import { Head } from '../list/call-grid.tsx';
import grid from '../list/call-grid.module.css';
import { CallRow } from '../list/call-row.tsx';
import { moveBy, scrollFor } from '../list/grid-keys.ts';
import { ROW, rowsHeight, useRowWindow } from '../list/use-row-window.ts';
import { useRowWords } from '../list/use-row-words.ts';
import styles from './history.module.css';
import { callFrom, rowsOf } from './rows.ts';
import { useSpanWords } from './span-words.ts';
import { type Found, MOST_LISTED } from './use-history.ts';

/** So many rows before the end, the next page is asked for. */
const AHEAD = 30;

export interface HistoryListProps {
  readonly found: Found;
  readonly element: RefObject<HTMLDivElement | null>;
  readonly chosen: string | undefined;
  /** `enter`: by keyboard, so the focus may go to the detail. */
  readonly onChoose: (call: string, enter: boolean) => void;
  readonly onMore: () => void;
}

/**
 * What was found, newest first, grouped by day; only what is in sight is in the page, and what is further down comes
 * when it is wanted. One stop for Tab, like the live list.
 */
export function HistoryList({ found, element, chosen, onChoose, onMore }: HistoryListProps) {
  const { t } = useTranslation('history');
  const common = useRowWords();
  const format = useFormat();
  const { day } = useSpanWords();
  // The day stands above the calls.
  const words = useMemo(() => ({ ...common, clock: (at: number) => format.clock(at) }), [common, format]);
  const id = useId();
  const { calls, whole, query } = found;
  const rows = useMemo(() => rowsOf(calls), [calls]);
  const [active, setActive] = useState<string>();
  const activeIndex = useMemo(
    () => rows.findIndex((row) => row.kind === 'call' && row.call.call === active),
    [rows, active],
  );
  const { rows: items, height } = useRowWindow({ count: rows.length, element, activeIndex, overscan: 6 });
  const lowest = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!whole && lowest >= rows.length - AHEAD) onMore();
  }, [lowest, rows.length, whole, onMore]);

  // Another search begins at its newest call.
  const before = useRef(query);
  useLayoutEffect(() => {
    if (before.current === query) return;
    before.current = query;
    if (element.current !== null) element.current.scrollTop = 0;
  }, [query, element]);

  const goTo = (index: number): void => {
    const row = rows[index];
    if (row?.kind !== 'call') return;
    setActive(row.call.call);
    const { current } = element;
    if (current !== null) {
      // With its heading, where it is the first of a day.
      const top = rows[index - 1]?.kind === 'day' ? index - 1 : index;
      const down = scrollFor(index, ROW, current.scrollTop, rowsHeight(current));
      current.scrollTop = top * ROW < down ? top * ROW : down;
    }
    if (chosen !== undefined) onChoose(row.call.call, false);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      if (active === undefined || activeIndex < 0) return;
      event.preventDefault();
      onChoose(active, true);
      return;
    }
    const page = Math.floor(rowsHeight(element.current) / ROW);
    const next = moveBy(event.key, activeIndex, rows.length, page);
    if (next === undefined) return;
    event.preventDefault();
    const up = event.key === 'ArrowUp' || event.key === 'PageUp' || event.key === 'End';
    const call = callFrom(rows, next, up ? -1 : 1) ?? callFrom(rows, next, up ? 1 : -1);
    if (call !== undefined) goTo(call);
  };
  const choose = useCallback(
    (row: LiveCall): void => {
      setActive(row.call);
      onChoose(row.call, false);
    },
    [onChoose],
  );

  return (
    <div
      ref={element}
      role="grid"
      aria-label={t('list')}
      aria-rowcount={whole ? rows.length + 1 : -1}
      aria-activedescendant={activeIndex < 0 ? undefined : `${id}${activeIndex}`}
      tabIndex={0}
      className={grid.grid}
      onKeyDown={onKey}
    >
      <Head words={words} preview={t('reason')} />
      <div role="rowgroup" className={grid.body} style={{ height }}>
        {items.map(({ index, top }) => {
          const row = rows[index];
          if (row === undefined) return null;
          if (row.kind === 'day')
            return (
              <div
                key={`day ${index}`}
                role="row"
                aria-rowindex={index + 2}
                className={cx(grid.row, styles.day)}
                style={{ top }}
              >
                <span role="gridcell" aria-colspan={7}>
                  {day(row.at)}
                </span>
              </div>
            );
          return (
            <CallRow
              key={row.call.call}
              id={`${id}${index}`}
              row={row.call}
              words={words}
              index={index}
              top={top}
              active={index === activeIndex}
              chosen={row.call.call === chosen}
              onChoose={choose}
            />
          );
        })}
      </div>
      {calls.length >= MOST_LISTED && <p className={styles.quiet}>{t('most', { count: MOST_LISTED })}</p>}
    </div>
  );
}
