import { useTranslation } from 'react-i18next';
import { useHost } from '../../../store/app-context.tsx';
import type { ClientView } from '../../../store/types.ts';
import { useAnswer } from '../../../store/use-answer.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { Banner } from '../../../ui/state-mark.tsx';
import styles from './listed-note.module.css';

/** What an AI app is listed costs so much, and where it is more than the app can take. */
export function ListedNote({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation('apps');
  // Asked again when what decides it may be another: choices, roles and profiles of apps, and servers.
  const clients = useHost((host) => host.clients);
  const servers = useHost((host) => host.servers);
  const key = JSON.stringify([
    clients.filter(({ id }) => id === client.id),
    servers.map(({ id, state, enabled }) => [id, state, enabled]),
  ]);
  const { value } = useAnswer('client.listed', { client: client.id }, key);
  const choose = useCommand('client.tools');
  const [one] = value ?? [];
  if (one === undefined) return null;
  const { listed, callable, tokens, warnings } = one;
  const mode = (client.tools ?? client.roleTools)?.mode ?? 'all';
  return (
    <div className={styles.notes}>
      {warnings.map(({ kind, sentence }) => (
        <Banner
          key={kind}
          tone="hold"
          action={
            kind === 'tools' &&
            mode === 'all' && (
              <Button
                busy={choose.busy}
                onClick={() => void choose.run({ client: client.id, mode: 'on-demand', tools: [] })}
              >
                {t('listed.onDemand')}
              </Button>
            )
          }
        >
          <HostText text={sentence} />
        </Banner>
      ))}
      <CommandNote command={choose} />
      <p className={styles.quiet}>
        {t('listed.count', { count: listed, tokens })}
        {callable > listed && ` ${t('listed.callable', { count: callable })}`}
      </p>
    </div>
  );
}
