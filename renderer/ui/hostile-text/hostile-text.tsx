import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { cut } from './cut.ts';
import styles from './hostile-text.module.css';
import { segments, type Segment } from './segments.ts';

/** Boxes that one text may have; beyond that the page would be slow, and the rest is counted instead. */
const MOST_SEGMENTS = 2000;
const MOST_UNITS = 100_000;

export interface HostileTextProps {
  readonly text: string;
  /** Line breaks and tabs are kept; otherwise they are drawn as boxes and the text stays on one line. */
  readonly multiline?: boolean;
  /** It stands by itself: each of its lines begins on the side on which its own writing does. */
  readonly block?: boolean;
  /** UTF-16 units that are shown at most. */
  readonly max?: number;
  /** How many of them come from the end, with a visible gap before. */
  readonly end?: number;
  readonly className?: string | undefined;
}

function Box({ segment }: { segment: Exclude<Segment, { kind: 'plain' | 'mixed' }> }) {
  const { t } = useTranslation();
  const title = ((): string => {
    switch (segment.kind) {
      case 'tags':
        return t('hidden.tags', { text: segment.hidden.slice(0, 500) });
      case 'escape':
        return t('hidden.escape');
      case 'marks':
        return t('hidden.marks', { count: segment.count });
      case 'char':
        return t('hidden.run', { count: segment.count, code: segment.code });
    }
  })();
  return (
    <span className={styles.box} role="img" aria-label={title} title={title}>
      {segment.label}
    </span>
  );
}

function Piece({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  if (segment.kind === 'plain') return <bdi>{segment.raw}</bdi>;
  if (segment.kind === 'mixed') {
    const title = t('hidden.mixed', { scripts: segment.scripts.join(', ') });
    return (
      <bdi className={styles.mixed} title={title} role="mark" aria-description={title}>
        {segment.raw}
      </bdi>
    );
  }
  return <Box segment={segment} />;
}

function Gap({ count }: { count: number }) {
  const { t } = useTranslation();
  const title = t('hidden.gap', { count });
  return (
    <span className={styles.gap} role="img" aria-label={title} title={title}>
      …
    </span>
  );
}

function Pieces({ text, multiline }: { text: string; multiline: boolean }) {
  const all = segments(text, { multiline });
  const only = all[0];
  if (all.length === 1 && only?.kind === 'plain') return only.raw;
  const rest = all.slice(MOST_SEGMENTS).reduce((sum, segment) => sum + segment.raw.length, 0);
  return (
    <>
      {all.slice(0, MOST_SEGMENTS).map((segment, index) => (
        <Piece key={index} segment={segment} />
      ))}
      {rest > 0 && <Gap count={rest} />}
    </>
  );
}

/**
 * The one way to show a text that a server or an AI app can influence. It makes text nodes only; every character that
 * is invisible, reorders text or passes for another is drawn as a box or underlined; and its direction cannot reach
 * what stands around it. Ordinary emoji and every ordinary script pass undisturbed.
 */
export const HostileText = memo(function HostileText({
  text,
  multiline = false,
  block = false,
  max = MOST_UNITS,
  end = 0,
  className,
}: HostileTextProps) {
  const { head, tail, gap } = cut(text, max, end);
  return (
    <bdi
      dir="auto"
      className={cx(styles.text, multiline && styles.multiline, block && styles.block, className)}
    >
      <Pieces text={head} multiline={multiline} />
      {gap > 0 && <Gap count={gap} />}
      {tail !== '' && <Pieces text={tail} multiline={multiline} />}
    </bdi>
  );
});
