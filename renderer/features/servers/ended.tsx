import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastWords, type LastWords } from '../../../shared/last-words.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useApp } from '../../store/app-context.tsx';
import { type CommandError, useCommand } from '../../store/use-command.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import styles from './cannot-start.module.css';

export interface EndedProps {
  readonly server: string;
  /** What started it. */
  readonly command: { readonly busy: boolean; readonly error: CommandError | undefined };
}

const LINES = 60;
/** The code of a server that ended by itself. */
const ENDED = 'closed';

/** Says what a server that ended while it was looked at wrote last, and which file it did not find. */
export function Ended({ server, command: { busy, error } }: EndedProps) {
  const { t } = useTranslation('servers');
  const { now } = useApp();
  const { run } = useCommand('server.log');
  const began = useRef(0);
  const [words, setWords] = useState<LastWords>();
  useEffect(() => {
    if (busy) {
      began.current = now();
      setWords(undefined);
    }
  }, [busy, now]);
  useEffect(() => {
    if (error?.code !== ENDED) return undefined;
    let here = true;
    void run({ id: server, lines: LINES }).then((log) => {
      // What an earlier run of it wrote explains nothing.
      if (here && log?.wroteAt !== undefined && log.wroteAt >= began.current) setWords(lastWords(log.lines));
    });
    return () => {
      here = false;
    };
  }, [error, run, server]);
  if (error?.code !== ENDED || words === undefined) return null;
  return (
    <div role="status" className={styles.ended}>
      {words.missing !== undefined && (
        <p className={styles.short}>
          <Sentence
            text={t('ended.missing', slots('file'))}
            parts={{ file: <HostileText text={words.missing} /> }}
          />
        </p>
      )}
      {words.line !== undefined && (
        <p>
          <Sentence
            text={t('ended.line', slots('line'))}
            parts={{ line: <HostileText text={words.line} /> }}
          />
        </p>
      )}
    </div>
  );
}
