import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { useFormat } from '../../../store/app-context.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { OutcomeMark } from '../list/outcome-mark.tsx';
import { whatOf } from '../list/what.ts';
import { endingOf } from '../live/filter.ts';
import { type Lane, lanesOf, timelineOf, type TimelineRow } from './lanes.ts';
import styles from './session.module.css';
import { useSpanWords } from './span-words.ts';

const MOST_NAME = 80;

export interface TimelineProps {
  readonly calls: readonly CallSummary[];
  readonly chosen: string | undefined;
  readonly onChoose: (call: string) => void;
}

/** Calls from the oldest to the newest, one column for each server. One stop for Tab; the arrows go from call to call. */
export function Timeline({ calls, chosen, onChoose }: TimelineProps) {
  const { t } = useTranslation('history');
  const lanes = useMemo(() => lanesOf(calls), [calls]);
  const rows = useMemo(() => timelineOf(calls, lanes), [calls, lanes]);
  const first = calls.some(({ call }) => call === chosen) ? chosen : calls[0]?.call;
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    // Whoever came from a call wants to see what is around it.
    table.current
      ?.querySelector('[aria-pressed="true"]')
      ?.scrollIntoView?.({ block: 'center', inline: 'nearest' });
  }, []);
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const button = next === undefined || at < 0 ? undefined : buttons[next];
    if (button === undefined) return;
    event.preventDefault();
    button.focus();
    button.scrollIntoView?.({ block: 'nearest' });
    // Whoever reads one call goes on reading.
    if (chosen !== undefined) button.click();
  };
  return (
    <table ref={table} className={styles.table} aria-label={t('session.table')} onKeyDown={onKey}>
      <thead>
        <tr>
          <th scope="col" className={styles.time}>
            {t('session.time')}
          </th>
          {lanes.map((lane, at) => (
            <th key={at} scope="col" className={styles.lane}>
              <LaneName lane={lane} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Row key={at} row={row} lanes={lanes} chosen={chosen} first={first} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  );
}

function LaneName({ lane }: { readonly lane: Lane }) {
  const { t } = useTranslation(['history', 'activity']);
  if (lane === 'others') return t('session.others');
  return lane.server === '' ? t('activity:noServer') : <HostileText text={lane.server} max={MOST_NAME} />;
}

interface RowProps extends Omit<TimelineProps, 'calls'> {
  readonly row: TimelineRow;
  readonly lanes: readonly Lane[];
  /** The call that Tab goes to. */
  readonly first: string | undefined;
}

function Row({ row, lanes, chosen, first, onChoose }: RowProps) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const { day } = useSpanWords();
  if (row.kind !== 'call')
    return (
      <tr className={row.kind === 'day' ? styles.day : styles.pause}>
        <td colSpan={lanes.length + 1}>
          {row.kind === 'day' ? day(row.at) : t('session.pause', { time: format.duration(row.ms) })}
        </td>
      </tr>
    );
  const { call } = row;
  return (
    <tr className={styles.call}>
      <th scope="row" className={styles.time}>
        <time dateTime={dateTime(call.at)}>{format.clock(call.at)}</time>
      </th>
      {lanes.map((lane, at) => (
        <td key={at} className={styles.lane}>
          {at === row.lane && (
            <button
              type="button"
              className={styles.button}
              tabIndex={call.call === first ? 0 : -1}
              aria-pressed={call.call === chosen}
              onClick={() => onChoose(call.call)}
            >
              <Call call={call} withServer={lane === 'others'} />
            </button>
          )}
        </td>
      ))}
    </tr>
  );
}

/** A row of the log may hold any number. */
const dateTime = (at: number): string | undefined => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

function Call({ call, withServer }: { readonly call: CallSummary; readonly withServer: boolean }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const ending = endingOf(call);
  const { method, name } = whatOf(call);
  return (
    <>
      <span className={styles.what}>
        {call.direction === 'server' && <span className={styles.back}>{t('fromServer')} </span>}
        {withServer && (
          <span className={styles.back}>
            <HostileText text={call.server} max={MOST_NAME} />{' '}
          </span>
        )}
        <HostileText text={name ?? method ?? ''} max={MOST_NAME} />
      </span>
      <span className={styles.end}>
        <OutcomeMark ending={ending} word={t(`outcome.${ending}`)} />
        {call.durationMs !== undefined && <span>{format.duration(call.durationMs)}</span>}
      </span>
    </>
  );
}
