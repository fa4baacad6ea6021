import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ToolPicker } from './tool-picker.tsx';

export interface ChooseToolsProps {
  readonly title: string;
  /** Nothing chosen is no choice. */
  readonly atLeastOne: boolean;
  /** What is chosen already: names, or `<server>__*`. */
  readonly before: readonly string[];
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onDone: (names: readonly string[]) => Promise<void>;
}

/** Chooses tools in a dialog. */
export function ChooseTools({ title, atLeastOne, before, busy, onClose, onDone }: ChooseToolsProps) {
  const { t } = useTranslation(['apps', 'common']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(before));
  return (
    <Dialog
      open
      sticky
      onClose={onClose}
      title={title}
      actions={
        <DialogFoot
          submit={t('apps:tools.save')}
          busy={busy}
          disabled={atLeastOne && chosen.size === 0}
          onSubmit={() => void onDone([...chosen].toSorted())}
          onCancel={onClose}
        />
      }
    >
      <ToolPicker chosen={chosen} onChange={setChosen} atLeastOne={atLeastOne} />
    </Dialog>
  );
}
