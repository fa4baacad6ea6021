import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './split-pane.module.css';

export interface SplitPaneProps {
  /** The list; it takes what the other side leaves. */
  readonly start: ReactNode;
  /** The detail; without it the list has all the room. */
  readonly end?: ReactNode;
  /** Width of the end side at first, in pixels. */
  readonly initial?: number;
  readonly min?: number;
  /** What the start side keeps. */
  readonly minStart?: number;
}

const STEP = 16;

const isRtl = (element: Element): boolean => element.matches(':dir(rtl)');

/**
 * Two sides with a line between them that moves by pointer and, when focused, by the arrow keys, Home and End.
 * Where there is less than 640 px for both, the end side takes the place of the list.
 */
export function SplitPane({ start, end, initial = 400, min = 280, minStart = 320 }: SplitPaneProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  const most = (): number => Math.max(min, (frame.current?.clientWidth ?? Infinity) - minStart);
  const resize = (next: number): void => setWidth(Math.round(Math.min(Math.max(next, min), most())));
  const onKey = (event: KeyboardEvent): void => {
    // The end side is where reading ends.
    const onward = isRtl(event.currentTarget) ? -STEP : STEP;
    const next = {
      ArrowLeft: width + onward,
      ArrowRight: width - onward,
      Home: most(),
      End: min,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  };
  const onMove = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left = 0, right = 0 } = frame.current?.getBoundingClientRect() ?? {};
    resize(isRtl(event.currentTarget) ? event.clientX - left : right - event.clientX);
  };
  return (
    <div ref={frame} className={styles.frame}>
      <div className={cx(styles.start, end !== undefined && styles.covered)}>{start}</div>
      {end !== undefined && (
        <>
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label={t('resize')}
            aria-valuenow={width}
            aria-valuemin={min}
            aria-valuemax={Math.max(width, frame.current === null ? width : most())}
            tabIndex={0}
            className={styles.line}
            onKeyDown={onKey}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onMove}
          />
          <div className={styles.end} style={{ width }}>
            {end}
          </div>
        </>
      )}
    </div>
  );
}
