import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import styles from '../settings.module.css';

/** Asks before a secret is removed: its value is nowhere else, so nothing could bring it back. */
export function SecretRemoval({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const say = useUndo();
  const remove = useCommand('secret.remove');
  const go = async (): Promise<void> => {
    if ((await remove.run({ name })) === undefined) return;
    say({ sentence: t('vault.removed', { name: visible(name) }) });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('vault.removeTitle', { name: visible(name) })}
      actions={
        <DialogFoot
          grave
          submit={t('vault.removeIt')}
          busy={remove.busy}
          onSubmit={() => void go()}
          onCancel={onClose}
        />
      }
    >
      <div className={styles.stack}>
        <p>{t('vault.removeMeans')}</p>
        <CommandNote command={remove} />
      </div>
    </Dialog>
  );
}
