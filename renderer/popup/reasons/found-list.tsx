import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFinding } from '../../../shared/model/inspection.ts';
import { foundKey } from '../../../shared/texts/found.ts';
import { useKindName, useSignName } from '../../i18n/kind-name.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { readingOf } from '../../ui/hostile-text/reading.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Said } from '../parts/words.tsx';
import styles from './reasons.module.css';

/** Findings that are drawn at first; the worst come first. */
const FIRST = 3;
const AROUND_UNITS = 260;
const FOUND_UNITS = 640;
const FOUND_END = 160;
const NAME_UNITS = 80;

/** On one line: line breaks are seen, and however many there are, they move nothing out of sight. */
const onOneLine = (text: string): string => text.replaceAll(/[ \t\r]*\n[ \t\r\n]*/g, ' ⏎ ');

function Finding({ finding }: { finding: ShownFinding }) {
  const { t } = useTranslation('popup');
  const { t: said } = useTranslation('approval');
  const kindName = useKindName();
  const signName = useSignName();
  const { source, type, path, before, found, after, within = [] } = finding;
  // What it is called after is not told again.
  const signals = finding.signals.filter((sign) => sign !== type).map((sign) => signName(source, sign));
  return (
    <li className={styles.finding}>
      <p className={styles.kind}>
        {said(foundKey(finding))}{' '}
        <span className={styles.quiet}>
          (<HostileText text={kindName(finding)} max={NAME_UNITS} end={20} />)
        </span>
      </p>
      <p className={styles.excerpt} dir={readingOf(before + found + after)}>
        <HostileText text={onOneLine(before)} max={AROUND_UNITS} />
        <mark className={styles.mark}>
          <VisuallyHidden>{t('reasons.begins')}</VisuallyHidden>
          <HostileText text={onOneLine(found)} max={FOUND_UNITS} end={FOUND_END} />
          <VisuallyHidden>{t('reasons.ends')}</VisuallyHidden>
        </mark>
        <HostileText text={onOneLine(after)} max={AROUND_UNITS} />
      </p>
      {(path !== '' || within.length > 0 || signals.length > 0) && (
        <p className={styles.about}>
          {path !== '' && (
            <span>
              <Said words={{ key: 'found.at', params: { path } }} max={200} end={60} />
            </span>
          )}
          {within.length > 0 && (
            <span>
              <Said words={{ key: 'found.within', params: { how: within } }} />
            </span>
          )}
          {signals.length > 0 && (
            <span>
              <Said words={{ key: 'found.signals', params: { signals } }} />
            </span>
          )}
        </p>
      )}
    </li>
  );
}

/** What was found, with the text around it and the very piece marked; everything hidden in it is drawn. */
export function FoundList({ found }: { found: readonly ShownFinding[] }) {
  const { t } = useTranslation('popup');
  const [all, setAll] = useState(false);
  // A button for one more takes as much room as the one.
  const shown = all || found.length <= FIRST + 1 ? found : found.slice(0, FIRST);
  const rest = found.length - shown.length;
  return (
    <div className={styles.box}>
      <ul className={styles.list} aria-label={t('reasons.found')}>
        {shown.map((finding, index) => (
          <Finding key={index} finding={finding} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('reasons.more', { count: rest })}
        </button>
      )}
    </div>
  );
}
