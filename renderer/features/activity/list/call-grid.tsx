import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { LiveCall } from '../../../../shared/model/live.ts';
import { useApp } from '../../../store/app-context.tsx';
import { cx } from '../../../ui/cx.ts';
import { isHeld } from '../live/hold.ts';
import { placeOf, type LiveList } from '../live/live-list.ts';
import styles from './call-grid.module.css';
import { CallRow, type RowWords } from './call-row.tsx';
import { moveBy, scrollFor } from './grid-keys.ts';
import { ROW, rowsHeight, useRowWindow } from './use-row-window.ts';
import { useRowWords } from './use-row-words.ts';

/** Elements for rows are kept in multiples of it. */
const POOL = 64;
/** Scrolled less than this is still at the top. */
const NEAR = 4;

export interface CallGridProps {
  readonly live: LiveList;
  readonly grid: RefObject<HTMLDivElement | null>;
  /** The call whose detail is open. */
  readonly chosen: string | undefined;
  /** `enter`: by keyboard, so the focus may go to the detail. */
  readonly onChoose: (call: string, enter: boolean) => void;
}

/** The names of the columns. `preview`: what the widest one holds, when that is not the arguments. */
export function Head({ words: { t }, preview }: { words: RowWords; preview?: string }) {
  const columns = ['time', 'app', 'server', 'what', 'preview', 'outcome', 'duration'] as const;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={cx(styles.columns, styles.headRow)}>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            className={cx(styles.cell, styles[column], styles[`${column}Head`])}
          >
            {column === 'preview' && preview !== undefined ? preview : t(`column.${column}`)}
          </span>
        ))}
      </div>
    </div>
  );
}

/**
 * The calls, newest first; only those in sight are in the page. One stop for Tab: the list keeps the focus and names
 * the active row, so nothing is lost when rows come and go.
 */
export function CallGrid({ live, grid, chosen, onChoose }: CallGridProps) {
  const words = useRowWords();
  const id = useId();
  const { list } = useApp().stores.calls.getState();
  const { rows, held, filter } = useStore(
    live.store,
    useShallow(({ rows: shown, hold, filter: by, version }) => ({
      rows: shown,
      held: isHeld(hold),
      filter: by,
      version,
    })),
  );
  const [active, setActive] = useState<Pick<LiveCall, 'call' | 'n'>>();
  const place = active === undefined ? -1 : placeOf(rows, active);
  const activeIndex = place < 0 ? -1 : rows.length - 1 - place;
  const rowAt = (index: number): LiveCall | undefined => rows[rows.length - 1 - index];

  const { rows: items, height } = useRowWindow({
    count: rows.length,
    element: grid,
    activeIndex,
    overscan: 4,
  });
  const pool = Math.ceil((items.length + 1) / POOL) * POOL;

  const reveal = useCallback(
    (index: number): void => {
      const element = grid.current;
      if (element === null) return;
      element.scrollTop = scrollFor(index, ROW, element.scrollTop, rowsHeight(element));
    },
    [grid],
  );

  // Whoever follows again, or asks for other calls, wants to see the newest.
  useLayoutEffect(() => {
    if (!held && grid.current !== null) grid.current.scrollTop = 0;
  }, [held, grid]);
  useLayoutEffect(() => {
    if (grid.current !== null) grid.current.scrollTop = 0;
  }, [filter, grid]);

  // Another place of the app may lead to a call: the list goes there, if it has it.
  const latest = useRef({ rows, active });
  useLayoutEffect(() => {
    latest.current = { rows, active };
  });
  useEffect(() => {
    if (chosen === undefined || chosen === latest.current.active?.call) return;
    const row = list.get(chosen);
    const now = row === undefined ? -1 : placeOf(latest.current.rows, row);
    setActive(row);
    if (now < 0) return;
    live.act('leave');
    const element = grid.current;
    if (element === null) return;
    const start = (latest.current.rows.length - 1 - now) * ROW;
    element.scrollTop = Math.max(0, start - (rowsHeight(element) - ROW) / 2);
  }, [chosen, list, live, grid]);

  const goTo = (index: number): void => {
    const row = rowAt(index);
    if (row === undefined) return;
    setActive(row);
    reveal(index);
    if (chosen !== undefined) onChoose(row.call, false);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      const row = rowAt(activeIndex);
      if (row === undefined) return;
      event.preventDefault();
      live.act('leave');
      onChoose(row.call, true);
      return;
    }
    const page = Math.floor(rowsHeight(grid.current) / ROW);
    const next = moveBy(event.key, activeIndex, rows.length, page);
    if (next === undefined) return;
    event.preventDefault();
    if (event.key === 'Home') {
      live.act('top');
      // What came in meanwhile is drawn now, and the first row is the newest.
      const newest = live.store.getState().rows.at(-1);
      setActive(newest);
      if (grid.current !== null) grid.current.scrollTop = 0;
      if (chosen !== undefined && newest !== undefined) onChoose(newest.call, false);
      return;
    }
    live.act('leave');
    goTo(next);
  };
  const choose = useCallback(
    (row: LiveCall): void => {
      setActive(row);
      live.act('leave');
      onChoose(row.call, false);
    },
    [live, onChoose],
  );

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={words.t('list')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={activeIndex < 0 ? undefined : `${id}${active?.n}`}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKey}
      onScroll={(event) => live.act(event.currentTarget.scrollTop > NEAR ? 'leave' : 'top')}
    >
      <Head words={words} />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height }}
        // A row that is being pressed must not slide away before the button is let go.
        onPointerDown={(event) => event.button === 0 && live.act('leave')}
      >
        {items.map(({ index, top }) => {
          const shown = rowAt(index);
          if (shown === undefined) return null;
          // A list that stands keeps its rows in place, but each still tells how its call goes on.
          const row = list.get(shown.call) ?? shown;
          const isActive = index === activeIndex;
          return (
            <CallRow
              // In a burst every row is another one twenty times a second: elements are used again for other calls,
              // which halves the work. Only the active one is always the same, because screen readers hold on to it.
              key={isActive ? 'active' : index % pool}
              id={`${id}${shown.n}`}
              row={row}
              words={words}
              index={index}
              top={top}
              active={isActive}
              chosen={row.call === chosen}
              onChoose={choose}
            />
          );
        })}
      </div>
    </div>
  );
}
