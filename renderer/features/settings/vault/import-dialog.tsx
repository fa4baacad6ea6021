import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_BACKUP_CHARS } from '../../../../shared/model/backup-bounds.ts';
import type { BridgeOutput } from '../../../../shared/ipc/window.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileField, TextField } from '../../../ui/field.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import styles from '../settings.module.css';

/** The secrets of a backup, and what came of them. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const form = useId();
  const take = useCommand('secret.import');
  const [text, setText] = useState<string>();
  const [tooLarge, setTooLarge] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [replace, setReplace] = useState(false);
  const [done, setDone] = useState<BridgeOutput<'secret.import'>>();
  const choose = async (file: File | undefined): Promise<void> => {
    take.clear();
    setText(undefined);
    setTooLarge(file !== undefined && file.size > MAX_BACKUP_CHARS);
    if (file !== undefined && file.size <= MAX_BACKUP_CHARS) setText(await file.text());
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text !== undefined) setDone(await take.run({ text, passphrase, replace }));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      sticky
      title={t('settings:vault.importTitle')}
      actions={
        done === undefined ? (
          <DialogFoot
            form={form}
            submit={t('settings:vault.importTake')}
            busy={take.busy}
            disabled={text === undefined || passphrase === ''}
            onCancel={onClose}
          />
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t('common:action.close')}
          </Button>
        )
      }
    >
      {done === undefined ? (
        <form id={form} noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
          <FileField
            label={t('settings:vault.file')}
            accept=".doorward"
            error={tooLarge ? t('settings:vault.tooLarge') : undefined}
            onChoose={(file) => void choose(file)}
          />
          <TextField
            label={t('settings:vault.passphrase')}
            type="password"
            value={passphrase}
            onChange={(next) => {
              setPassphrase(next);
              take.clear();
            }}
          />
          <Checkbox
            label={t('settings:vault.replaceAll')}
            hint={t('settings:vault.replaceAllHint')}
            checked={replace}
            onChange={setReplace}
          />
          <CommandNote command={take} />
        </form>
      ) : (
        <Outcome done={done} />
      )}
    </Dialog>
  );
}

const KINDS = ['added', 'replaced', 'same', 'kept'] as const;

function Outcome({ done }: { readonly done: BridgeOutput<'secret.import'> }) {
  const { t } = useTranslation('settings');
  return (
    <div role="status" className={styles.stack}>
      {KINDS.every((kind) => done[kind].length === 0) && <p>{t('vault.outcome.none')}</p>}
      {KINDS.filter((kind) => done[kind].length > 0).map((kind) => (
        <p key={kind}>
          {t(`vault.outcome.${kind}`, { count: done[kind].length })}{' '}
          <code>
            <HostileText text={done[kind].join(', ')} />
          </code>
        </p>
      ))}
      {done.setAside !== undefined && <p>{t('vault.setAside', { file: done.setAside })}</p>}
    </div>
  );
}
