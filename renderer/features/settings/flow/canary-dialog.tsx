import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CANARY_NAME, nameTrouble } from '../../../../shared/model/names.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import styles from '../settings.module.css';

const PLACES = ['note', 'file', 'repository'] as const;

export interface CanaryDialogProps {
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** A new canary: its name first, then its value, which is forgotten when this closes, and where to put it. */
export function CanaryDialog({ taken, onClose }: CanaryDialogProps) {
  const { t } = useTranslation(['flow', 'common']);
  const form = useId();
  const add = useCommand('canary.add');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const [value, setValue] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name.trim();
    const trouble = nameTrouble(CANARY_NAME, wanted);
    if (trouble !== undefined) return setProblem(trouble);
    if (taken.includes(wanted)) return setProblem(t('flow:canaries.taken'));
    setValue((await add.run({ name: wanted }))?.value);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      sticky
      title={t('flow:canaries.new')}
      actions={
        value === undefined ? (
          <DialogFoot form={form} submit={t('flow:canaries.make')} busy={add.busy} onCancel={onClose} />
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t('flow:canaries.close')}
          </Button>
        )
      }
    >
      {value === undefined ? (
        <form id={form} noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
          <TextField
            label={t('flow:canaries.name')}
            hint={t('flow:canaries.nameHint')}
            maxLength={40}
            value={name}
            error={problem}
            onChange={(next) => {
              setName(next);
              setProblem(undefined);
            }}
          />
          <CommandNote command={add} />
        </form>
      ) : (
        <div className={styles.stack}>
          <p role="status">{t('flow:canaries.once')}</p>
          <CodeBlock text={value} label={t('flow:canaries.value')} />
          <p>{t('flow:canaries.where')}</p>
          <ul className={styles.bullets}>
            {PLACES.map((place) => (
              <li key={place}>{t(`flow:canaries.places.${place}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
