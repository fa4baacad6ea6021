import { useTranslation } from 'react-i18next';
import type { LabelsView, ServerLabel } from '../../../../shared/model/inspection.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { Switch } from '../../../ui/toggles.tsx';
import styles from './server-labels.module.css';

/** What a person says of a server's data, or what Doorward takes it for. Nothing until the host has told. */
export function ServerLabels({ server }: { readonly server: string }) {
  const { t } = useTranslation('flow');
  const view = useHost(({ inspection }) => inspection?.labels.find((one) => one.server === server));
  if (view === undefined) return null;
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t('labels.intro')}</p>
      <ul className={styles.list}>
        {view.labels.map((one) => (
          <LabelRow key={one.label} server={server} {...one} />
        ))}
      </ul>
    </div>
  );
}

function LabelRow(props: { readonly server: string } & LabelsView['labels'][number]) {
  const { t } = useTranslation('flow');
  const set = useCommand('server.label');
  const { server, label, holds, chosen } = props;
  const choose = (next: 'yes' | 'no' | 'guess'): void => void set.run({ id: server, label, holds: next });
  const name = t(`labels.${label satisfies ServerLabel}.label`);
  return (
    <li className={styles.row}>
      <Switch
        label={name}
        hint={t(`labels.${label}.hint`)}
        checked={holds}
        disabled={set.busy}
        onChange={(next) => choose(next ? 'yes' : 'no')}
      />
      <div className={styles.whose}>
        <span>{t(chosen ? 'labels.chosen' : 'labels.guessed')}</span>
        {chosen && (
          <Button
            variant="quiet"
            disabled={set.busy}
            aria-label={t('labels.guessOf', { label: name })}
            onClick={() => choose('guess')}
          >
            {t('labels.guess')}
          </Button>
        )}
      </div>
      <CommandNote command={set} />
    </li>
  );
}
