import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameTrouble, SECRET_NAME } from '../../../../shared/model/names.ts';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { useToast } from '../../../ui/toast.tsx';
import styles from '../settings.module.css';

export interface SecretDialogProps {
  /** The secret that gets a new value; undefined for a new one. */
  readonly name: string | undefined;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** A new secret, or a new value for one. What was typed is forgotten when it closes. */
export function SecretDialog({ name: given, taken, onClose }: SecretDialogProps) {
  const { t } = useTranslation(['settings', 'common']);
  const form = useId();
  const toast = useToast();
  const set = useCommand('secret.set');
  const [name, setName] = useState(given ?? '');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name.trim();
    const trouble = nameTrouble(SECRET_NAME, wanted);
    if (trouble !== undefined) return setProblem(trouble);
    if (given === undefined && taken.includes(wanted)) return setProblem(t('settings:vault.taken'));
    const stored = await set.run({ name: wanted, value });
    if (stored === undefined) return;
    toast({
      sentence:
        stored.setAside === undefined
          ? t(given === undefined ? 'settings:vault.kept' : 'settings:vault.renewed', { name: wanted })
          : t('settings:vault.setAside', { file: stored.setAside }),
    });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      sticky
      title={
        given === undefined ? t('settings:vault.new') : t('settings:vault.renew', { name: visible(given) })
      }
      actions={
        <DialogFoot
          form={form}
          submit={t('settings:vault.keep')}
          busy={set.busy}
          disabled={value === ''}
          onCancel={onClose}
        />
      }
    >
      <form id={form} noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
        {given === undefined && (
          <TextField
            label={t('settings:vault.name')}
            hint={t('settings:vault.nameHint')}
            mono
            maxLength={64}
            value={name}
            error={problem}
            onChange={(next) => {
              setName(next);
              setProblem(undefined);
            }}
          />
        )}
        <TextField
          label={t('settings:vault.value')}
          hint={given === undefined ? undefined : t('settings:vault.valueHint')}
          type="password"
          mono
          value={value}
          onChange={setValue}
        />
        <CommandNote command={set} />
      </form>
    </Dialog>
  );
}
