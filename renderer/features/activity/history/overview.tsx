import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogOverview, OverviewBar } from '../../../../shared/model/history.ts';
import { useFormat } from '../../../store/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { kinds, type Kind, partsOf, scaleOf, sumOf } from './kinds.ts';
import styles from './overview.module.css';
import { type SpanWords, useSpanWords } from './span-words.ts';

export interface OverviewProps {
  readonly overview: LogOverview;
  /** A bar was chosen: the time that it stands for. */
  readonly onChoose: (since: number, until: number) => void;
}

const headings = { hour: 'overview.byHour', day: 'overview.byDay', month: 'overview.byMonth' } as const;

/** How many calls there were when, as bars that lead to their calls, or the same numbers as a table. */
export function Overview({ overview, onChoose }: OverviewProps) {
  const { t } = useTranslation('history');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  const chosen = useRef(false);
  const { since, until, step } = overview;
  useEffect(() => {
    // What was chosen is gone with its bars, and the focus would be nowhere.
    if (chosen.current) room.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    chosen.current = false;
  }, [since, until, step]);
  const choose: OverviewProps['onChoose'] = (from, to) => {
    chosen.current = true;
    onChoose(from, to);
  };
  return (
    <section className={styles.overview} aria-labelledby={id}>
      <div className={styles.top}>
        <h2 id={id} className={styles.heading}>
          {t(headings[overview.step])}
        </h2>
        <Legend overview={overview} />
        <Button variant="quiet" className={styles.switch} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'overview.bars' : 'overview.table')}
        </Button>
      </div>
      <div ref={room}>
        {asTable ? (
          <Table overview={overview} onChoose={choose} labelledBy={id} />
        ) : (
          <Bars key={`${since} ${step}`} overview={overview} onChoose={choose} labelledBy={id} />
        )}
      </div>
    </section>
  );
}

function Legend({ overview: { bars } }: { readonly overview: LogOverview }) {
  const { t } = useTranslation('history');
  const sum = sumOf(bars);
  return (
    <ul className={styles.legend}>
      {kinds
        .filter((kind) => sum[kind] > 0)
        .map((kind) => (
          <li key={kind}>
            <span className={cx(styles.swatch, styles[kind])} aria-hidden="true" />
            {t('overview.part', { kind: t(`overview.kind.${kind}`), count: sum[kind] })}
          </li>
        ))}
    </ul>
  );
}

interface PartProps extends OverviewProps {
  readonly labelledBy: string;
}

/** About how much room a name takes with what parts it from the next one, in pixels; East Asian letters are wide. */
const roomOf = (name: string): number =>
  name.split('').reduce((sum, letter) => sum + (letter > '\u2E7F' ? 12 : 6.5), 16);

/** Names stand under every so many bars, so that they do not meet in the narrowest window either. */
const gapOf = (names: readonly string[]): number =>
  Math.max(1, Math.ceil((names.length * Math.max(...names.map(roomOf))) / 520));

function useSaid(words: SpanWords, step: LogOverview['step']): (bar: OverviewBar) => string {
  const { t } = useTranslation('history');
  return (bar) => {
    const parts = partsOf(bar);
    const named = (kind: Kind): string =>
      t('overview.part', { kind: t(`overview.kind.${kind}`), count: parts[kind] });
    return t('overview.bar', {
      when: words.bar(bar.at, step),
      calls: t('count', { count: bar.calls }),
      parts: kinds
        .filter((kind) => parts[kind] > 0)
        .map(named)
        .join(', '),
    });
  };
}

const untilOf = ({ bars, until }: LogOverview, place: number): number =>
  Math.min(bars[place + 1]?.at ?? until, until);

/** One stop for Tab; the arrows go from bar to bar. */
function Bars({ overview, onChoose, labelledBy }: PartProps) {
  const { t } = useTranslation('history');
  const { number } = useFormat();
  const words = useSpanWords();
  const { bars, step } = overview;
  const said = useSaid(words, step);
  const hint = useId();
  const [active, setActive] = useState(bars.length - 1);
  const at = Math.min(active, bars.length - 1);
  const end = scaleOf(Math.max(...bars.map(({ calls }) => calls)));
  const names = bars.map((bar) => words.short(bar.at, step));
  const gap = gapOf(names);
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const onward = event.currentTarget.matches(':dir(rtl)') ? -1 : 1;
    const next = { ArrowLeft: at - onward, ArrowRight: at + onward, Home: 0, End: bars.length - 1 }[
      event.key
    ];
    if (next === undefined || bars[next] === undefined) return;
    event.preventDefault();
    setActive(next);
    const child = event.currentTarget.children[next];
    if (child instanceof HTMLElement) child.focus();
  };
  return (
    <div className={styles.plot}>
      <div className={styles.scale} aria-hidden="true">
        <span>{number(end)}</span>
        <span>0</span>
      </div>
      <div className={styles.room}>
        <p id={hint} hidden>
          {t('overview.chart')}
        </p>
        <div
          role="group"
          aria-labelledby={labelledBy}
          aria-describedby={hint}
          className={styles.bars}
          onKeyDown={onKey}
        >
          {bars.map((bar, place) => (
            <button
              key={bar.at}
              type="button"
              tabIndex={place === at ? 0 : -1}
              aria-label={said(bar)}
              title={said(bar)}
              className={styles.bar}
              onFocus={() => setActive(place)}
              onClick={() => onChoose(bar.at, untilOf(overview, place))}
            >
              <Stack bar={bar} end={end} />
            </button>
          ))}
        </div>
        <div className={styles.names} aria-hidden="true">
          {bars.map((bar, place) => (
            <span key={bar.at} className={styles.name}>
              {(bars.length - 1 - place) % gap === 0 && <span>{names[place]}</span>}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Stack({ bar, end }: { readonly bar: OverviewBar; readonly end: number }) {
  const parts = partsOf(bar);
  return (
    <span className={styles.stack} style={{ height: `${(bar.calls / end) * 100}%` }}>
      {kinds
        .filter((kind) => parts[kind] > 0)
        .map((kind) => (
          <span
            key={kind}
            data-kind={kind}
            className={cx(styles.part, styles[kind])}
            style={{ flexGrow: parts[kind] }}
          />
        ))}
    </span>
  );
}

function Table({ overview, onChoose, labelledBy }: PartProps) {
  const { t } = useTranslation('history');
  const { number } = useFormat();
  const words = useSpanWords();
  const { bars, step } = overview;
  // As the list below it.
  const newestFirst = [...bars.entries()].toReversed();
  return (
    // What scrolls can be scrolled by keyboard.
    <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('overview.when')}</th>
            <th scope="col" className={styles.number}>
              {t('overview.calls')}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className={styles.number}>
                {t(`overview.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(([place, bar]) => (
            <tr key={bar.at}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => onChoose(bar.at, untilOf(overview, place))}
                >
                  {words.bar(bar.at, step)}
                </button>
              </th>
              <td className={styles.number}>{number(bar.calls)}</td>
              {kinds.map((kind) => (
                <td key={kind} className={styles.number}>
                  {number(partsOf(bar)[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
