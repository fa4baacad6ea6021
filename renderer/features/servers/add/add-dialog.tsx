import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { RadioGroup } from '../../../ui/toggles.tsx';
import styles from './add-dialog.module.css';
import { draftErrors, emptyDraft, launchOf, type Draft, type DraftError } from './launch-draft.ts';
import { LocalFields } from './local-fields.tsx';
import { PairsEditor } from './pairs-editor.tsx';

export interface AddDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
  readonly focusAfter: () => HTMLElement | null | undefined;
}

/** A new server, typed in. What was typed stays until it has been added, also when the dialog is closed. */
export function AddDialog({ open, onClose, onAdded, focusAfter }: AddDialogProps) {
  const { t } = useTranslation(['servers', 'common']);
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useKept<Draft>('servers.draft', emptyDraft);
  const [errors, setErrors] = useState<readonly DraftError[]>([]);
  const add = useCommand('server.add');
  const taken = add.error?.code === 'exists';

  useEffect(() => {
    if (errors.length > 0 || taken)
      form.current?.querySelector<HTMLElement>('[data-invalid]:is(input, textarea), [aria-invalid]')?.focus();
  }, [errors, taken]);

  const change = (next: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...next }));
    setErrors([]);
    add.clear();
  };
  const sentence = (field: DraftError['field']): string | undefined => {
    const found = errors.find((error) => error.field === field);
    if (found !== undefined) return t(`servers:add.error.${found.problem}`, { number: found.row ?? 0 });
    return field === 'name' && taken ? t('servers:add.error.taken') : undefined;
  };
  const rows = (field: 'env' | 'headers') => {
    const found = sentence(field);
    return found === undefined
      ? undefined
      : { sentence: found, row: errors.find((error) => error.field === field)?.row };
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (add.busy) return;
    const wrong = draftErrors(draft);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const local = draft.kind === 'local';
    const added = await add.run({
      id: draft.name.trim(),
      launch: launchOf(draft),
      ...(local && { sharing: draft.sharing }),
    });
    if (added === undefined) return;
    setDraft(emptyDraft);
    onAdded(added.id);
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('servers:add.title')}
      sticky
      wide
      focusAfter={focusAfter}
      actions={
        <DialogFoot
          start={t('servers:add.nothingStarts')}
          form={formId}
          submit={t('servers:add.submit')}
          busy={add.busy}
          onCancel={onClose}
        />
      }
    >
      <form
        ref={form}
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <RadioGroup
          label={t('servers:add.kind')}
          inline
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={[
            { value: 'local', label: t('servers:add.local') },
            { value: 'remote', label: t('servers:add.remote') },
          ]}
        />
        <TextField
          label={t('servers:add.name')}
          hint={t('servers:add.nameHint')}
          maxLength={20}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={sentence('name')}
        />
        {draft.kind === 'local' ? (
          <LocalFields
            draft={draft}
            change={change}
            programError={sentence('program')}
            argsError={sentence('args')}
            folderError={sentence('folder')}
            envError={rows('env')}
          />
        ) : (
          <>
            <TextField
              label={t('servers:add.url')}
              hint={t('servers:add.urlHint')}
              mono
              value={draft.url}
              onChange={(url) => change({ url })}
              error={sentence('url')}
            />
            <PairsEditor
              kind="headers"
              pairs={draft.headers}
              onChange={(headers) => change({ headers })}
              error={rows('headers')}
            />
          </>
        )}
        <CommandNote command={taken ? { ...add, error: undefined } : add} />
      </form>
    </Dialog>
  );
}
