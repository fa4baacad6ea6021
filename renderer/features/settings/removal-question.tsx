import { useCommand } from '../../store/use-command.ts';
import { CommandNote } from '../../ui/command-note.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './settings.module.css';

export interface RemovalQuestionProps {
  readonly command: 'canary.remove' | 'mask.remove' | 'secret.remove' | 'send.remove';
  /** Of what is removed. */
  readonly name: string;
  readonly title: string;
  /** What is lost by it, a sentence. */
  readonly means: string;
  /** The words of the button that does it. */
  readonly submit: string;
  /** It cannot be taken back. */
  readonly grave?: boolean | undefined;
  /** It is gone; called before the question closes. */
  readonly onRemoved?: () => void;
  readonly onClose: () => void;
}

/** Asks before something is removed that has a name. When that is refused the question stays and says why. */
export function RemovalQuestion(props: RemovalQuestionProps) {
  const { command, name, title, means, submit, grave, onRemoved, onClose } = props;
  const remove = useCommand(command);
  const go = async (): Promise<void> => {
    if ((await remove.run({ name })) === undefined) return;
    onRemoved?.();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <DialogFoot
          grave={grave}
          submit={submit}
          busy={remove.busy}
          onSubmit={() => void go()}
          onCancel={onClose}
        />
      }
    >
      <div className={styles.stack}>
        <p>{means}</p>
        <CommandNote command={remove} />
      </div>
    </Dialog>
  );
}
