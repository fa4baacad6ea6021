import { useTranslation } from 'react-i18next';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { FoundList } from '../../../popup/reasons/found-list.tsx';
import { useHost } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { useOpenTry } from '../../try-text/use-try.ts';
import styles from './detail.module.css';

/**
 * Where what was found stands: the texts of the call are looked at again, as far as they are kept. `call` names one
 * call for good: another one needs another React key. `legs`: how many there are; more of them, and it looks again.
 */
export function FoundPlaces({ call, legs }: { readonly call: CallSummary; readonly legs: number }) {
  const { t } = useTranslation('tryText');
  const { value, command } = useAnswer('call.findings', { call: call.call }, legs);
  const isServer = useHost((host) => host.servers.some(({ id }) => id === call.server));
  const isClient = useHost((host) => host.clients.some(({ id }) => id === call.clientId));
  const open = useOpenTry();
  if (value === undefined)
    return command.error === undefined ? (
      <p role="status" className={styles.quiet}>
        {t('looking')}
      </p>
    ) : (
      <CommandNote command={command} />
    );
  const { findings, note } = value;
  const [worst] = findings;
  return (
    <>
      <h4 className={styles.subheading}>{t('look')}</h4>
      {worst === undefined ? (
        note === undefined && <p className={styles.quiet}>{t('noPlace')}</p>
      ) : (
        <FoundList found={findings} />
      )}
      {note !== undefined && (
        <p className={styles.quiet}>
          <HostText text={note} max={600} />
        </p>
      )}
      {worst !== undefined && (
        <div>
          <Button
            onClick={() =>
              open({
                text: `${worst.before}${worst.found}${worst.after}`,
                as: worst.where === 'answer' ? 'result' : 'argument',
                server: isServer ? call.server : '',
                client: isClient ? call.clientId : '',
              })
            }
          >
            {t('tryThis')}
          </Button>
        </div>
      )}
    </>
  );
}
