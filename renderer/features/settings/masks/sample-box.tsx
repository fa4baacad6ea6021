import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeOutput } from '../../../../shared/ipc/window.ts';
import type { MaskShape } from '../../../../shared/model/inspection.ts';
import { useCommand } from '../../../store/use-command.ts';
import { TextArea } from '../../../ui/field.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from './masks.module.css';

const MOST = 64 * 1024;
const AFTER_MS = 250;

export interface SampleBoxProps {
  /** What would be kept; undefined while it does not say what is hidden. */
  readonly mask: MaskShape | undefined;
  /** Why it cannot be used, in a sentence; undefined when it can. */
  readonly onProblem: (sentence: string | undefined) => void;
}

/** A text of the person's choice, and what the mask would make of it, while they write it. */
export function SampleBox({ mask, onProblem }: SampleBoxProps) {
  const { t } = useTranslation('masks');
  const attempt = useCommand('mask.try');
  const { run } = attempt;
  const [sample, setSample] = useState('');
  const [trial, setTrial] = useState<BridgeOutput<'mask.try'>>();
  const asked = mask === undefined ? undefined : JSON.stringify(mask);
  useEffect(() => {
    if (asked === undefined) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      void run({ mask: JSON.parse(asked) as MaskShape, sample }).then((answer) => {
        if (!over) setTrial(answer);
      });
    }, AFTER_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [asked, sample, run]);
  const problem = asked === undefined ? undefined : attempt.error?.message;
  useEffect(() => onProblem(problem), [problem, onProblem]);
  const shown = asked === undefined || sample === '' || problem !== undefined ? undefined : trial;
  return (
    <div className={styles.sample}>
      <TextArea
        label={t('sample.label')}
        hint={t('sample.hint')}
        placeholder={t('sample.placeholder')}
        rows={3}
        maxLength={MOST}
        value={sample}
        onChange={setSample}
      />
      <p role="status" className={styles.said}>
        {shown !== undefined &&
          (shown.found.length === 0 ? t('sample.nothing') : t('sample.found', { count: shown.found.length }))}
      </p>
      {shown !== undefined && shown.found.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long result is scrolled with the keys
        <pre className={styles.result} aria-label={t('sample.result')} role="region" tabIndex={0}>
          <HostileText text={shown.text} multiline block max={20_000} />
        </pre>
      )}
    </div>
  );
}
