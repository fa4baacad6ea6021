import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import styles from '../settings.module.css';

const SHORTEST = 8;

/** All secrets into one file that a passphrase opens. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const form = useId();
  const toast = useToast();
  const make = useCommand('secret.export');
  const save = useCommand('app.save');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<'short' | 'different'>();
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    setProblem(undefined);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase.length < SHORTEST) return setProblem('short');
    if (passphrase !== again) return setProblem('different');
    const backup = await make.run({ passphrase });
    if (backup === undefined) return;
    const written = await save.run({ name: 'secrets.doorward', text: backup.text });
    if (written?.saved !== true) return;
    toast({ sentence: t('settings:vault.exported', { count: backup.secrets }) });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      sticky
      title={t('settings:vault.exportTitle')}
      actions={
        <DialogFoot
          form={form}
          submit={t('settings:vault.exportSave')}
          busy={make.busy || save.busy}
          disabled={passphrase === ''}
          onCancel={onClose}
        />
      }
    >
      <form id={form} noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
        <p>{t('settings:vault.exportMeans')}</p>
        <TextField
          label={t('settings:vault.passphrase')}
          type="password"
          value={passphrase}
          onChange={typed(setPassphrase)}
          error={problem === 'short' ? t('settings:vault.short') : undefined}
        />
        <TextField
          label={t('settings:vault.again')}
          type="password"
          value={again}
          onChange={typed(setAgain)}
          error={problem === 'different' ? t('settings:vault.different') : undefined}
        />
        <CommandNote command={make} />
        <CommandNote command={save} />
      </form>
    </Dialog>
  );
}
