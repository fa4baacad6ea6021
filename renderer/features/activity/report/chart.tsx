import { drawingOf, plot, type Drawing, type Mark } from '../../../../shared/report/chart.ts';
import type { Column, Section } from '../../../../shared/report/sections.ts';
import { useFormat } from '../../../store/app-context.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from './report.module.css';
import { useShown } from './use-shown.ts';

const WORD: Column = { title: '', kind: 'word' };
const MOST_NAME = 40;
/** Units of the drawing that a letter of a name takes up at most. */
const LETTER = 6;

/** The picture of a table. It says nothing that the table beside it does not say, so it is one picture to a screen reader. */
export function Chart({ section }: { readonly section: Section }) {
  const { say } = useShown();
  const drawing = drawingOf(section);
  if (drawing === undefined || section.chart === undefined) return null;
  const label = `${section.title}: ${say('chart.label')}`;
  return (
    <div role="img" aria-label={label} className={styles.chart}>
      {section.chart.kind === 'columns' ? (
        <Columns section={section} drawing={drawing} />
      ) : (
        <Bars section={section} drawing={drawing} />
      )}
    </div>
  );
}

interface DrawnProps {
  readonly section: Section;
  readonly drawing: Drawing;
}

function Columns({ section, drawing: { width, height, marks, lines, names } }: DrawnProps) {
  const { value, scale } = useShown();
  const nameOf = (row: number): string => {
    const at = section.chart?.label[0] ?? 0;
    return value(section.rows[row]?.[at], section.columns[at] ?? WORD);
  };
  // Days have long names in some languages: then only some of them stand there.
  const longest = Math.max(0, ...names.map(({ row }) => nameOf(row).length)) + 2;
  const every = Math.max(1, Math.ceil((longest * LETTER * names.length) / (width - plot.left)));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className={styles.columns}>
      {lines.map(({ at, value: number }) => (
        <g key={at}>
          <path className={styles.line} d={`M${plot.left} ${at}H${width}`} />
          <text x={plot.left - 6} y={at + 4} textAnchor="end">
            {scale(number)}
          </text>
        </g>
      ))}
      {marks.map((mark, index) => (
        <Rect key={index} mark={mark} />
      ))}
      {names
        .filter((_, index) => index % every === 0)
        .map(({ at, row }) => (
          <text key={row} x={at} y={height - 4} textAnchor="middle">
            {nameOf(row)}
          </text>
        ))}
    </svg>
  );
}

/** One line for each row, so that its name is a text like everywhere and grows with the letters. */
function Bars({ section, drawing: { width, marks, lines, names } }: DrawnProps) {
  const { duration } = useFormat();
  const share = (units: number): string => `${(units * 100) / width}%`;
  return (
    <div className={styles.bars} aria-hidden>
      {names.map(({ row }) => (
        <div key={row} className={styles.bar}>
          <span className={styles.barName}>
            <Name section={section} row={row} />
          </span>
          <svg className={styles.track} height={plot.bar}>
            {marks
              .filter(({ y }) => Math.floor(y / plot.bar) === row)
              .map((mark, index) => (
                <Rect key={index} mark={{ ...mark, y: mark.y - row * plot.bar }} share={share} />
              ))}
          </svg>
        </div>
      ))}
      {lines.length > 0 && (
        <div className={styles.bar}>
          <span className={styles.barName} />
          <svg className={styles.track} height={plot.bottom}>
            {lines.map(({ at, value: number }, index) => (
              <text
                key={at}
                x={share(at)}
                y={plot.bottom - 6}
                textAnchor={index === 0 ? 'start' : at >= width ? 'end' : 'middle'}
              >
                {duration(number)}
              </text>
            ))}
          </svg>
        </div>
      )}
    </div>
  );
}

function Name({ section, row }: { readonly section: Section; readonly row: number }) {
  const { value } = useShown();
  const parts = (section.chart?.label ?? [])
    .map((at) => value(section.rows[row]?.[at], section.columns[at] ?? WORD))
    .filter((text) => text !== '');
  return <HostileText text={parts.join(' · ')} max={MOST_NAME} />;
}

function Rect({ mark, share }: { readonly mark: Mark; readonly share?: (units: number) => string }) {
  const { role, x, y, width, height } = mark;
  return (
    <rect
      className={styles[role]}
      x={share?.(x) ?? x}
      y={y}
      width={share?.(width) ?? width}
      height={height}
    />
  );
}
