import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { useUi } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Row } from './row.tsx';

/** A remote server that wants somebody to sign in; what it asks for beyond is looked at first. */
export function SignInRow({ server }: { readonly server: ServerView }) {
  const { t } = useTranslation('needsYou');
  const navigate = useUi((ui) => ui.navigate);
  const signIn = useCommand('server.signIn');
  const { id, signIn: view } = server;
  const more = view?.state === 'more-rights';
  return (
    <Row
      tone="hold"
      what={t(more ? 'signIn.more' : 'signIn.needed', { server: id })}
      means={
        <>
          {more && view.wanted !== undefined && (
            <p>
              {t('signIn.wanted')} <HostileText text={view.wanted.join(', ')} max={200} />
            </p>
          )}
          <p>{t('signIn.means')}</p>
          <CommandNote command={signIn} sayBusy />
        </>
      }
      act={
        more ? (
          <ActButton act={t('signIn.give')} on={id} onClick={() => navigate('servers', id)} />
        ) : (
          <ActButton
            busy={signIn.busy}
            act={t('signIn.go')}
            on={id}
            onClick={() => void signIn.run({ id })}
          />
        )
      }
    />
  );
}
