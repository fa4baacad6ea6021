import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import styles from './sign-in-part.module.css';

/** The sign-in to a remote server: how it is, what it asks for, and the ways in and out. */
export function SignInPart({ server }: { readonly server: ServerView }) {
  const { t } = useTranslation('servers');
  const own = useId();
  const signIn = useCommand('server.signIn');
  const signOut = useCommand('server.signOut');
  const [byHand, setByHand] = useState(false);
  const [client, setClient] = useState('');
  const [secret, setSecret] = useState('');
  const { id, signIn: view } = server;
  if (view === undefined || (view.state === 'none' && view.sentence === undefined)) return null;
  const wants = view.state === 'needed' || view.state === 'more-rights';
  const go = async (): Promise<void> => {
    const named = client.trim();
    await signIn.run({
      id,
      ...(byHand && named !== '' ? { client: { id: named, ...(secret === '' ? {} : { secret }) } } : {}),
    });
    setSecret('');
  };
  return (
    <section className={styles.part} aria-labelledby={own}>
      <h3 id={own} className={styles.heading}>
        {t('signIn.title')}
      </h3>
      <StateMark tone={wants ? 'hold' : 'neutral'}>{t(`signIn.is.${view.state}`)}</StateMark>
      {view.sentence !== undefined && (
        <p>
          <HostText text={view.sentence} />
        </p>
      )}
      {view.issuer !== undefined && (
        <p className={styles.quiet}>
          {t('signIn.at')} <HostileText text={view.issuer} max={120} />
        </p>
      )}
      {view.scopes !== undefined && view.scopes.length > 0 && (
        <p className={styles.quiet}>
          {t('signIn.has')} <HostileText text={view.scopes.join(', ')} max={300} />
        </p>
      )}
      {view.wanted !== undefined && view.wanted.length > 0 && (
        <p>
          {t('signIn.wants')} <HostileText text={view.wanted.join(', ')} max={300} />
        </p>
      )}
      {byHand && (
        <>
          <TextField label={t('signIn.client')} mono maxLength={2048} value={client} onChange={setClient} />
          <TextField
            label={t('signIn.secret')}
            hint={t('signIn.secretHint')}
            type="password"
            mono
            value={secret}
            onChange={setSecret}
          />
        </>
      )}
      <div className={styles.acts}>
        {(wants || view.state === 'none') && (
          <>
            <Button variant="primary" busy={signIn.busy} onClick={() => void go()}>
              {t(view.state === 'more-rights' ? 'signIn.give' : 'signIn.go')}
            </Button>
            {!byHand && <Button onClick={() => setByHand(true)}>{t('signIn.byHand')}</Button>}
          </>
        )}
        {view.state !== 'none' && view.state !== 'needed' && (
          <Button busy={signOut.busy} onClick={() => void signOut.run({ id })}>
            {t('signIn.out')}
          </Button>
        )}
      </div>
      <CommandNote command={signIn} sayBusy />
      <CommandNote command={signOut} />
    </section>
  );
}
