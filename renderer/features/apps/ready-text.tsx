import { useTranslation } from 'react-i18next';
import type { KnownApp } from '../../../shared/model/ai-app.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import styles from './apps.module.css';

export interface ReadyTextProps {
  /** Id of the AI app. */
  readonly client: string;
  readonly app: KnownApp;
  readonly token?: string | undefined;
}

/** What a person puts into an app so that it reaches Doorward, and where it goes. */
export function ReadyText({ client, app, token }: ReadyTextProps) {
  const { t } = useTranslation('apps');
  const { value, command } = useAnswer(
    'client.config',
    { client, app, ...(token !== undefined && { token }) },
    `${app} ${token ?? ''}`,
  );
  if (value === undefined) return <CommandNote command={command} />;
  const place = <strong>{<HostileText text={value.place} />}</strong>;
  const apart =
    token !== undefined && !value.text.includes(token) && value.notes.some((note) => note.includes(token));
  return (
    <>
      <p>
        <Sentence
          text={t(value.place === 'a terminal' ? 'connect.run' : 'connect.into', slots('place'))}
          parts={{ place }}
        />
      </p>
      <CodeBlock text={value.text.replace(/\n$/, '')} label={t('connect.text', { app: value.title })} />
      {apart && (
        <div>
          <p className={styles.label}>{t('connect.key')}</p>
          <CodeBlock text={token} label={t('connect.keyLabel')} />
        </div>
      )}
      <ul className={styles.notes}>
        {value.notes.map((note, index) => (
          <li key={index}>
            <HostText text={note} />
          </li>
        ))}
      </ul>
      <CommandNote command={command} />
    </>
  );
}
