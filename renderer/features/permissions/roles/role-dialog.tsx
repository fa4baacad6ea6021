import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PRESETS } from '../../../../shared/model/lists.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Checkbox, RadioGroup } from '../../../ui/toggles.tsx';
import { EffectBoxes } from '../effect-boxes.tsx';
import styles from '../permissions.module.css';
import { roleOf, type RoleDraft, type RoleProblem } from './role-draft.ts';

export interface RoleDialogProps {
  /** What is being made or changed; undefined while the dialog is closed. */
  readonly draft: RoleDraft | undefined;
  readonly onChange: (draft: RoleDraft) => void;
  readonly onClose: () => void;
}

/** A role in plain words: which servers and tools its AI apps see, and what they may do. */
export function RoleDialog({ draft, onChange, onClose }: RoleDialogProps) {
  const { t } = useTranslation(['permissions', 'common']);
  const formId = useId();
  const toast = useToast();
  const roles = useHost((host) => host.roles);
  const put = useCommand('role.put');
  const [problem, setProblem] = useState<RoleProblem>();
  const change = (next: Partial<RoleDraft>): void => {
    if (draft !== undefined) onChange({ ...draft, ...next });
    setProblem(undefined);
    put.clear();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (draft === undefined || put.busy) return;
    const made = roleOf(draft, roles);
    if ('problem' in made) return setProblem(made.problem);
    const saved = await put.run(made.role);
    if (saved === undefined) return;
    toast({ sentence: t('permissions:role.saved', { role: saved.name }) });
    onClose();
  };
  return (
    <Dialog
      open={draft !== undefined}
      onClose={() => {
        setProblem(undefined);
        put.clear();
        onClose();
      }}
      title={t(draft?.id === undefined ? 'permissions:role.addTitle' : 'permissions:role.editTitle')}
      sticky
      actions={
        <DialogFoot form={formId} submit={t('permissions:role.save')} busy={put.busy} onCancel={onClose} />
      }
    >
      {draft !== undefined && (
        <form id={formId} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
          <Fields draft={draft} change={change} problem={problem} />
          {problem !== undefined && problem !== 'name' && problem !== 'id' && problem !== 'taken' && (
            <p role="alert" className={styles.problem}>
              <Icon name="alarm" className={styles.mark} />
              {t(`permissions:role.problem.${problem}`)}
            </p>
          )}
          <CommandNote command={put} />
        </form>
      )}
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: RoleDraft;
  readonly change: (next: Partial<RoleDraft>) => void;
  readonly problem: RoleProblem | undefined;
}

function Fields({ draft, change, problem }: FieldsProps) {
  const { t } = useTranslation('permissions');
  const usual = useHost((host) => host.status?.preset ?? 'guarded');
  const { name, tools, anyEffect, effects, preset } = draft;
  const named = problem === 'name' || problem === 'id' || problem === 'taken';
  return (
    <>
      <TextField
        label={t('role.name')}
        maxLength={64}
        value={name}
        onChange={(next) => change({ name: next })}
        error={named ? t(`role.problem.${problem}`) : undefined}
      />
      <ServerChoice draft={draft} change={change} />
      <TextArea
        label={t('role.toolsField')}
        hint={t('role.toolsHint')}
        mono
        rows={3}
        value={tools}
        onChange={(next) => change({ tools: next })}
      />
      <div>
        <p className={styles.label} aria-hidden="true">
          {t('role.effectsField')}
        </p>
        <RadioGroup
          label={t('role.effectsField')}
          inline
          value={anyEffect ? 'any' : 'some'}
          onChange={(next) => change({ anyEffect: next === 'any' })}
          choices={[
            { value: 'any', label: t('role.anyEffect') },
            { value: 'some', label: t('role.someEffects') },
          ]}
        />
        {!anyEffect && (
          <EffectBoxes
            label={t('role.someEffects')}
            hideLabel
            value={effects}
            onChange={(next) => change({ effects: next })}
          />
        )}
      </div>
      <Select
        label={t('role.presetField')}
        value={preset}
        onChange={(next) => change({ preset: next })}
        choices={[
          { value: 'usual', label: t('role.usual', { preset: t(`preset.name.${usual}`) }) },
          ...PRESETS.map((value) => ({ value, label: t(`preset.name.${value}`) })),
        ]}
      />
    </>
  );
}

function ServerChoice({ draft: { everyServer, servers }, change }: Omit<FieldsProps, 'problem'>) {
  const { t } = useTranslation('permissions');
  const known = useHost((host) => host.servers).map(({ id }) => id);
  // A server that is gone stays named until somebody takes it out.
  const all = [...known, ...servers.filter((id) => !known.includes(id))];
  return (
    <div>
      <p className={styles.label} aria-hidden="true">
        {t('role.chooseServers')}
      </p>
      <RadioGroup
        label={t('role.chooseServers')}
        inline
        value={everyServer ? 'every' : 'some'}
        onChange={(next) => change({ everyServer: next === 'every' })}
        choices={[
          { value: 'every', label: t('role.every') },
          { value: 'some', label: t('role.some') },
        ]}
      />
      {!everyServer && (
        <div role="group" aria-label={t('role.some')} className={styles.boxes}>
          {all.map((id) => (
            <Checkbox
              key={id}
              label={id}
              checked={servers.includes(id)}
              onChange={(on) =>
                change({ servers: all.filter((one) => (one === id ? on : servers.includes(one))) })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}
