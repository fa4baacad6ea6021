import { useId } from 'react';
import type { Column, Section, Value } from '../../../../shared/report/sections.ts';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Chart } from './chart.tsx';
import styles from './report.module.css';
import { useShown } from './use-shown.ts';

const MOST_NAME = 120;
/** The part that is read first: its rows are drawn as numbers side by side. */
const GLANCE = 'summary';
const isNumber = ({ kind }: Column): boolean => kind === 'count' || kind === 'ms';

/** One part of the report: its chart, and the table with the same numbers. */
export function Part({ section }: { readonly section: Section }) {
  const { say } = useShown();
  const heading = useId();
  const { id, title, columns, rows, note, chart } = section;
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {title}
      </h2>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{say('none')}</p>
      ) : (
        <div
          className={cx(
            styles.beside,
            chart === undefined &&
              (id === GLANCE ? styles.glance : columns.length > 3 ? styles.alone : styles.narrow),
          )}
        >
          <Chart section={section} />
          <Table section={section} labelledBy={heading} />
        </div>
      )}
      {note !== undefined && <p className={styles.quiet}>{note}</p>}
    </section>
  );
}

function Table({ section: { columns, rows }, labelledBy }: { section: Section; labelledBy: string }) {
  return (
    // What scrolls can be scrolled by keyboard.
    <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={cx(isNumber(column) && styles.number)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column, place) => (
                <td
                  key={column.title}
                  data-head={column.title}
                  className={cx(
                    isNumber(column) ? styles.number : column.kind === 'name' && styles.name,
                    column.kind === 'day' && styles.day,
                  )}
                >
                  <Cell value={row[place]} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ value, column }: { readonly value: Value; readonly column: Column }) {
  const shown = useShown();
  const text = shown.value(value, column);
  return column.kind === 'name' && text !== '' ? <HostileText text={text} max={MOST_NAME} /> : text;
}
