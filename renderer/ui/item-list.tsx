import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './item-list.module.css';

export interface ItemListProps<T extends { readonly id: string }> {
  /** What is listed, for screen readers. */
  readonly label: string;
  readonly items: readonly T[];
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
  /** The cells of one row. */
  readonly row: (item: T) => ReactNode;
  /** The widths of the columns: a class with `grid-template-columns`. */
  readonly columns: string | undefined;
  /** Words above the columns, for the eye. */
  readonly heads?: ReactNode;
}

/** Things of one kind, one row each. One stop for Tab; the arrow keys, Home and End move, Enter opens. */
export function ItemList<T extends { readonly id: string }>({
  label,
  items,
  selected,
  onOpen,
  row,
  columns,
  heads,
}: ItemListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const reached = items.some(({ id }) => id === selected) ? selected : items[0]?.id;
  const onKey = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const next = {
      ArrowDown: Math.min(here + 1, buttons.length - 1),
      ArrowUp: Math.max(here - 1, 0),
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <div className={styles.frame}>
      {heads !== undefined && (
        <div className={cx(styles.heads, columns)} aria-hidden="true">
          {heads}
        </div>
      )}
      <ul ref={list} aria-label={label} className={styles.list} onKeyDown={onKey}>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              data-item={item.id}
              className={cx(styles.row, columns)}
              aria-current={item.id === selected || undefined}
              tabIndex={item.id === reached ? 0 : -1}
              onClick={() => onOpen(item.id)}
            >
              {row(item)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
