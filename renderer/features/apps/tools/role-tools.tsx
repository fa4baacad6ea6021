import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALL_TOOLS } from '../../../../shared/model/usual.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { RadioGroup } from '../../../ui/toggles.tsx';
import { ToolPicker } from './tool-picker.tsx';
import styles from './tools-part.module.css';
import { useModeChoices } from './use-mode-choices.ts';

export interface RoleToolsProps {
  /** The id of a role. */
  readonly role: string;
  readonly onClose: () => void;
}

/** Chooses which tools the AI apps of a role are listed that have no choice of their own. */
export function RoleTools({ role, onClose }: RoleToolsProps) {
  const { t } = useTranslation('apps');
  const choices = useModeChoices();
  const name = useHost((host) => host.roles.find(({ id }) => id === role)?.name ?? role);
  const held = useHost((host) => host.profiles?.roles.find((each) => each.role === role)?.tools) ?? ALL_TOOLS;
  const [mode, setMode] = useState(held.mode);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(held.tools));
  const set = useCommand('role.tools');
  const save = async (): Promise<void> => {
    const tools = mode === 'all' ? [] : [...chosen].toSorted();
    if ((await set.run({ role, mode, tools })) !== undefined) onClose();
  };
  const label = t('tools.roleTitle', { role: visible(name) });
  return (
    <Dialog
      open
      sticky
      onClose={onClose}
      title={label}
      actions={
        <DialogFoot
          submit={t('tools.save')}
          busy={set.busy}
          disabled={mode === 'chosen' && chosen.size === 0}
          onSubmit={() => void save()}
          onCancel={onClose}
        />
      }
    >
      <div className={styles.part}>
        <p className={styles.quiet}>{t('tools.roleLead')}</p>
        <RadioGroup label={label} value={mode} disabled={set.busy} onChange={setMode} choices={choices} />
        {mode !== 'all' && (
          <section
            className={styles.part}
            aria-label={t(mode === 'chosen' ? 'tools.chooseTitle' : 'tools.pinTitle')}
          >
            <h3 className={styles.heading}>
              {t(mode === 'chosen' ? 'tools.chooseTitle' : 'tools.pinTitle')}
            </h3>
            <ToolPicker chosen={chosen} onChange={setChosen} atLeastOne={mode === 'chosen'} />
          </section>
        )}
        <CommandNote command={set} />
      </div>
    </Dialog>
  );
}
