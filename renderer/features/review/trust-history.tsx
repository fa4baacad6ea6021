import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { HistoryEntry } from '../../../shared/model/trust.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useFormat } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { CommandNote } from '../../ui/command-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { useThingWords } from './thing.tsx';
import styles from './trust-history.module.css';

/** Names of one decision that are told one by one. */
const MOST_NAMES = 6;

/** Who decided what about a server, and when; newest first. `version` is another whenever something was decided. */
export function TrustHistory({ server, version }: { server: ServerView; version: number }) {
  const { t } = useTranslation('review');
  const { date } = useFormat();
  const { value, command } = useAnswer(
    'tool.history',
    { server: server.id },
    `${server.state} ${server.eraAt} ${version}`,
  );
  return (
    <>
      <CommandNote command={command} />
      {value?.length === 0 && (
        <EmptyState icon="clock" hint={t('history.emptyHint')}>
          {t('history.empty')}
        </EmptyState>
      )}
      {value !== undefined && value.length > 0 && (
        <ol className={styles.entries} aria-label={t('history.label')}>
          {value.toReversed().map((entry, index) => (
            <li key={index} className={styles.entry}>
              <time className={styles.when} dateTime={new Date(entry.at).toISOString()}>
                {date(entry.at)}
              </time>
              <p>
                <Entry entry={entry} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Entry({ entry: { who, act, items, note } }: { entry: HistoryEntry }) {
  const { t } = useTranslation('review');
  const { all } = useFormat();
  const words = useThingWords();
  const count = items.length;
  const names = items.slice(0, MOST_NAMES).map(words);
  const list = all(count > MOST_NAMES ? [...names, '…'] : names);
  return (
    <>
      <Sentence
        text={t(`history.${act}`, { who: t(`history.who.${who}`), count, ...slots('items') })}
        parts={{ items: <HostileText text={list} max={600} end={80} /> }}
      />
      {note !== undefined && (
        <span className={styles.quiet}>
          {' '}
          <HostText text={note} max={400} end={80} />
        </span>
      )}
    </>
  );
}
