import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { LiveCall } from '../../../../shared/model/live.ts';
import type { Format } from '../../../i18n/format.ts';
import { cx } from '../../../ui/cx.ts';
import { SECOND, useNow } from '../../../store/ticker.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { endingOf, type Ending } from '../live/filter.ts';
import styles from './call-grid.module.css';
import { OutcomeMark } from './outcome-mark.tsx';
import { whatOf } from './what.ts';

/** What all rows share; made once, because a burst draws hundreds of rows a second. */
export interface RowWords {
  readonly t: TFunction<'activity'>;
  /** Looked up once: the catalogue is too slow for every cell of a burst. */
  readonly outcome: Readonly<Record<Ending, string>>;
  readonly noServer: string;
  readonly fromServer: string;
  readonly format: Format;
  /** "14:03:27", with the day when it is not today. */
  readonly clock: (at: number) => string;
}

/** A name is cut in the list; the detail has it whole. */
const MOST_NAME = 120;

/** How long a call has been running, renewed every second; nothing during the first. */
export function RunningTime({ at, format }: { at: number; format: Format }) {
  const seconds = Math.floor((useNow(SECOND) - at) / 1000);
  // Whole seconds only: thousandths that stand still for a second would say nothing.
  return seconds < 1 ? null : format.duration(seconds * 1000);
}

function Cells({ row, words }: { row: LiveCall; words: RowWords }) {
  const { format, clock } = words;
  const ending = endingOf(row);
  const { method, name } = whatOf(row);
  return (
    <>
      <span role="gridcell" className={cx(styles.cell, styles.time)}>
        {clock(row.at)}
      </span>
      <span role="gridcell" className={cx(styles.cell, styles.app)}>
        <HostileText text={row.clientName} max={MOST_NAME} />
      </span>
      <span role="gridcell" className={cx(styles.cell, styles.server)}>
        {row.server === '' ? (
          <>
            <span aria-hidden="true">–</span>
            <VisuallyHidden>{words.noServer}</VisuallyHidden>
          </>
        ) : (
          <HostileText text={row.server} max={MOST_NAME} />
        )}
      </span>
      <span role="gridcell" className={cx(styles.cell, styles.what)}>
        {row.direction === 'server' && <span className={styles.back}>{words.fromServer}</span>}
        {method !== undefined && (
          <span className={name === undefined ? undefined : styles.method}>
            <HostileText text={method} max={MOST_NAME} />
          </span>
        )}
        {name !== undefined && <HostileText text={name} max={MOST_NAME} />}
      </span>
      <span role="gridcell" className={cx(styles.cell, styles.preview)}>
        {row.preview !== undefined && <HostileText text={row.preview} />}
      </span>
      <span role="gridcell" className={cx(styles.cell, styles.outcome)}>
        <OutcomeMark ending={ending} word={words.outcome[ending]} />
      </span>
      <span role="gridcell" className={cx(styles.cell, styles.duration)}>
        {ending === 'open' ? (
          <RunningTime at={row.at} format={format} />
        ) : (
          row.durationMs !== undefined && format.duration(row.durationMs)
        )}
      </span>
    </>
  );
}

/** The cells of one call; they are drawn again only when the call changes. */
const MemoCells = memo(Cells);

export interface CallRowProps {
  readonly row: LiveCall;
  readonly words: RowWords;
  readonly id: string;
  /** From the top; 0 is the newest. */
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onChoose: (row: LiveCall) => void;
}

/** One call in the list. The list has the focus, so the row takes no keys of its own. */
export const CallRow = memo(function CallRow(props: CallRowProps) {
  const { row, words, id, index, top, active, chosen, onChoose } = props;
  return (
    // Its keys and its focus are the grid's, which names the active row.
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={cx(styles.row, styles.columns, active && styles.active)}
      style={{ top }}
      onClick={() => onChoose(row)}
    >
      <MemoCells row={row} words={words} />
    </div>
  );
});
