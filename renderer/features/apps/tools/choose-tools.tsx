import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
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
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={atLeastOne && chosen.size === 0}
            onClick={() => void onDone([...chosen].toSorted())}
          >
            {t('apps:tools.save')}
          </Button>
        </>
      }
    >
      <ToolPicker chosen={chosen} onChange={setChosen} atLeastOne={atLeastOne} />
    </Dialog>
  );
}
