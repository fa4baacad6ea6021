import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CutText } from '../../../shared/model/live.ts';
import { useFormat } from '../../store/app-context.tsx';
import { Button } from '../button.tsx';
import { CopyButton } from '../copy-button.tsx';
import { cx } from '../cx.ts';
import { HostileText } from '../hostile-text/hostile-text.tsx';
import styles from './json-view.module.css';
import { reindent, type Line } from './reindent.ts';

/** Lines that are drawn at first, and with each "show more". */
const STEP = 400;
/** Of one string: its beginning and its end. */
const MOST_UNITS = 20_000;
const END_UNITS = 2000;
const DEEPEST = 24;

const plainLines = (text: string): Line[] =>
  text.split('\n').map((line) => ({ indent: 0, tokens: [{ kind: 'raw', text: line }] }));

/** `whole` must be JSON to its end; a `head` ends anywhere, so its last token may be broken off. */
type Layout = 'whole' | 'head' | 'tail';

function linesOf(text: string, layout: Layout): readonly Line[] {
  if (layout === 'tail') return plainLines(text);
  const { lines, ok, complete } = reindent(text);
  return complete || (layout === 'head' && (ok || lines.length > 1)) ? lines : plainLines(text);
}

const Row = memo(function Row({ line }: { line: Line }) {
  return (
    <div className={styles.line} style={{ paddingInlineStart: `${Math.min(line.indent, DEEPEST) * 2}ch` }}>
      {line.tokens.map((token, index) => (
        <span key={index} className={cx(styles[token.kind])}>
          <HostileText text={token.text} max={MOST_UNITS} end={END_UNITS} />
        </span>
      ))}
    </div>
  );
});

function Part({ text, layout }: { text: string; layout: Layout }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(STEP);
  const lines = useMemo(() => linesOf(text, layout), [text, layout]);
  const rest = lines.length - shown;
  return (
    <>
      {lines.slice(0, shown).map((line, index) => (
        <Row key={index} line={line} />
      ))}
      {rest > 0 && (
        <Button variant="quiet" onClick={() => setShown(shown + STEP)}>
          {t('action.showMore', { count: Math.min(rest, STEP) })}
        </Button>
      )}
    </>
  );
}

export interface JsonViewProps {
  readonly text: CutText;
  /** What it is, for screen readers: "Arguments". */
  readonly label: string;
}

/**
 * A JSON text to read: laid out in lines with every value as it was sent, hidden characters made visible, the gap of
 * a cut text shown. A text that is not JSON is shown as it is. Long ones are drawn bit by bit.
 */
export function JsonView({ text, label }: JsonViewProps) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const { head, tail } = text;
  const missing = useMemo(() => {
    const encoder = new TextEncoder();
    return text.bytes - encoder.encode(head).length - encoder.encode(tail ?? '').length;
  }, [text.bytes, head, tail]);
  return (
    <div className={styles.frame}>
      {/* What scrolls must be reachable with the keyboard. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
        {head === '' && tail === undefined ? (
          <span className={styles.gap}>{t('json.empty')}</span>
        ) : (
          <Part key={head} text={head} layout={tail === undefined ? 'whole' : 'head'} />
        )}
        {tail !== undefined && (
          <>
            <div className={styles.gap}>{t('json.gap', { size: bytes(Math.max(0, missing)) })}</div>
            <Part key={tail} text={tail} layout="tail" />
          </>
        )}
      </div>
      {tail === undefined && head !== '' && (
        <div className={styles.copy}>
          <CopyButton text={head} />
        </div>
      )}
    </div>
  );
}
