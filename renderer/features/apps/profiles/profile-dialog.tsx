import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wire } from '../../../../shared/ipc/window.ts';
import type { ToolProfile } from '../../../../shared/model/tool-profile.ts';
import { useApp } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { ToolPicker } from '../tools/tool-picker.tsx';
import styles from './profiles.module.css';

export interface ProfileDialogProps {
  /** The one that is changed; undefined makes a new one. */
  readonly profile: ToolProfile | undefined;
  readonly isInUse: boolean;
  readonly onClose: () => void;
}

const LONGEST = 40;
const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Makes a profile of tools, changes one, or removes it. */
export function ProfileDialog({ profile, isInUse, onClose }: ProfileDialogProps) {
  const { t } = useTranslation(['apps', 'common']);
  const { bridge } = useApp();
  const offer = useUndo();
  const add = useCommand('profile.add');
  const rename = useCommand('profile.rename');
  const setTools = useCommand('profile.tools');
  const setFolders = useCommand('profile.folder');
  const remove = useCommand('profile.remove');
  // What the host has of it: when one step of several is refused, those before it stay done.
  const [kept, setKept] = useState(profile);
  const [name, setName] = useState(profile?.name ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(profile?.tools));
  const [paths, setPaths] = useState(() => (profile?.folders ?? []).join('\n'));
  const commands = [add, rename, setTools, setFolders, remove];
  const busy = commands.some((command) => command.busy);
  const called = name.trim();
  const wrong =
    called.length > LONGEST
      ? t('apps:profiles.nameLong')
      : called.toLowerCase() === 'none'
        ? t('apps:profiles.nameNone')
        : undefined;

  /** What is other than kept, one step after the other; true when all of them were done. */
  const save = async (): Promise<boolean> => {
    for (const command of commands) command.clear();
    const tools = [...chosen].toSorted();
    const folders = paths.split('\n').flatMap((line) => line.trim() || []);
    let now = kept;
    const step = (next: ToolProfile): void => {
      now = next;
      setKept(next);
    };
    if (now === undefined) {
      if ((await add.run({ name: called, tools })) === undefined) return false;
      step({ name: called, tools, folders: [] });
    } else if (now.name !== called) {
      if ((await rename.run({ name: now.name, to: called })) === undefined) return false;
      step({ ...now, name: called });
    }
    if (now !== undefined && !same(now.tools.toSorted(), tools)) {
      if ((await setTools.run({ name: called, tools })) === undefined) return false;
      step({ ...now, tools });
    }
    return (
      now === undefined ||
      same(now.folders, folders) ||
      (await setFolders.run({ name: called, folders })) !== undefined
    );
  };
  const putBack = async ({ name: was, tools, folders }: ToolProfile): Promise<Wire<unknown>> => {
    const added = await bridge.commands['profile.add']({ name: was, tools });
    if (!added.ok || folders.length === 0) return added;
    return bridge.commands['profile.folder']({ name: was, folders });
  };
  const drop = async (from: string): Promise<void> => {
    if ((await remove.run({ name: from })) === undefined) return;
    offer({
      sentence: t('apps:profiles.removed', { name: visible(from) }),
      ...(kept && { restore: () => putBack(kept) }),
    });
    onClose();
  };

  return (
    <Dialog
      open
      sticky
      wide
      onClose={onClose}
      title={t(profile === undefined ? 'apps:profiles.addTitle' : 'apps:profiles.editTitle')}
      actions={
        <DialogFoot
          start={
            kept && (
              <Button
                variant="quiet"
                icon="trash"
                disabled={isInUse || busy}
                onClick={() => void drop(kept.name)}
              >
                {t('apps:profiles.remove')}
              </Button>
            )
          }
          submit={t('apps:tools.save')}
          busy={busy}
          disabled={called === '' || wrong !== undefined || chosen.size === 0}
          onSubmit={() => void save().then((done) => (done ? onClose() : undefined))}
          onCancel={onClose}
        />
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('apps:profiles.name')}
          hint={t('apps:profiles.nameHint')}
          error={wrong}
          value={name}
          onChange={setName}
        />
        <section aria-label={t('apps:profiles.tools')} className={styles.tools}>
          <ToolPicker chosen={chosen} onChange={setChosen} atLeastOne />
        </section>
        <TextArea
          label={t('apps:profiles.folders')}
          hint={t('apps:profiles.foldersHint')}
          mono
          rows={2}
          value={paths}
          onChange={setPaths}
        />
        {isInUse && <p className={styles.quiet}>{t('apps:profiles.removeInUse')}</p>}
        {commands.map((command, i) => (
          <CommandNote key={i} command={command} />
        ))}
      </div>
    </Dialog>
  );
}
