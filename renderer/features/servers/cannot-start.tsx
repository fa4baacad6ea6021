import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { missingProgram } from './server-words.ts';
import styles from './cannot-start.module.css';

/** Says first, in short, that a program is missing, when that is what a longer sentence of the host is about. */
export function CannotStart({ server, message }: { server: ServerView; message: string | undefined }) {
  const { t } = useTranslation('servers');
  const program = missingProgram(server, message);
  if (program === undefined) return null;
  return (
    <p className={styles.short}>
      <Sentence
        text={t('missing', { id: server.id, ...slots('command') })}
        parts={{ command: <HostileText text={program} /> }}
      />
    </p>
  );
}
