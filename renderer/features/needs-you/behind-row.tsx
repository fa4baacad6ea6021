import { useTranslation } from 'react-i18next';
import type { BehindTheBack } from '../../../shared/model/ai-app.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useUi } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import { useToast } from '../../ui/toast.tsx';
import styles from './needs-you.module.css';
import { Row } from './row.tsx';

/** A server that was added to an AI app without Doorward: it is brought in, or left as it is. */
export function BehindRow({ behind }: { readonly behind: BehindTheBack }) {
  const { t } = useTranslation('needsYou');
  const toast = useToast();
  const navigate = useUi((ui) => ui.navigate);
  const leave = useCommand('app.leave');
  const { app, title, key, name, words } = behind;
  const leaveIt = async (): Promise<void> => {
    if ((await leave.run({ app, server: key })) !== undefined) toast({ sentence: t('behind.left') });
  };
  return (
    <Row
      tone="hold"
      what={
        <Sentence
          text={t('behind.what', { app: title, ...slots('name') })}
          parts={{ name: <HostileText text={name} max={80} /> }}
        />
      }
      means={
        <>
          <p className={styles.mono}>
            <HostileText text={words} max={200} end={60} />
          </p>
          <p>{t('behind.means')}</p>
          <CommandNote command={leave} />
        </>
      }
      act={
        <>
          <ActButton
            busy={leave.busy}
            act={t('behind.leave')}
            on={visible(name)}
            onClick={() => void leaveIt()}
          />
          <ActButton
            act={t('behind.bringIn')}
            on={visible(name)}
            onClick={() => navigate('apps', `app.${app}`)}
          />
        </>
      }
    />
  );
}
