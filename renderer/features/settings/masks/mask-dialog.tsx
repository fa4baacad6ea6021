import { useCallback, useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaskShape } from '../../../../shared/model/inspection.ts';
import { MASK_NAME, nameTrouble } from '../../../../shared/model/names.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Checkbox, RadioGroup } from '../../../ui/toggles.tsx';
import settings from '../settings.module.css';
import { draftOf, type MaskDraft, maskForTrial, maskOf, saysWhat } from './mask-draft.ts';
import styles from './masks.module.css';
import { SampleBox } from './sample-box.tsx';
import { TickList } from './tick-list.tsx';

export interface MaskDialogProps {
  /** The mask that is changed; undefined for a new one. */
  readonly mask: MaskShape | undefined;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

const WAYS = ['reversible', 'hash', 'partial', 'remove'] as const;
const DIRECTIONS = ['to-app', 'to-server', 'both'] as const;

/** A mask, and what it would do to a text before it is kept. */
export function MaskDialog({ mask, taken, onClose }: MaskDialogProps) {
  const { t } = useTranslation(['masks', 'common']);
  const form = useId();
  const toast = useToast();
  const put = useCommand('mask.put');
  const [draft, setDraft] = useState(() => draftOf(mask));
  const [nameProblem, setNameProblem] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const change = useCallback(
    (some: Partial<MaskDraft>) => setDraft((before) => ({ ...before, ...some })),
    [],
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = draft.name.trim();
    const trouble = nameTrouble(MASK_NAME, name);
    if (trouble !== undefined) return setNameProblem(trouble);
    if (mask === undefined && taken.includes(name)) return setNameProblem(t('masks:dialog.taken'));
    if ((await put.run({ mask: maskOf(draft, name) })) === undefined) return;
    toast({ sentence: t('masks:dialog.saved', { name: visible(name) }) });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      sticky
      wide
      title={
        mask === undefined ? t('masks:dialog.new') : t('masks:dialog.edit', { name: visible(mask.name) })
      }
      actions={
        <DialogFoot
          form={form}
          submit={t('masks:dialog.save')}
          busy={put.busy}
          disabled={!saysWhat(draft) || problem !== undefined}
          onCancel={onClose}
        />
      }
    >
      <form id={form} noValidate className={settings.stack} onSubmit={(event) => void submit(event)}>
        {mask === undefined && (
          <TextField
            label={t('masks:dialog.name')}
            hint={t('masks:dialog.nameHint')}
            maxLength={64}
            value={draft.name}
            error={nameProblem}
            onChange={(name) => {
              change({ name });
              setNameProblem(undefined);
            }}
          />
        )}
        <What draft={draft} change={change} problem={problem} />
        <How draft={draft} change={change} />
        <Where draft={draft} change={change} />
        <SampleBox mask={saysWhat(draft) ? maskForTrial(draft) : undefined} onProblem={setProblem} />
        <CommandNote command={put} />
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: MaskDraft;
  readonly change: (some: Partial<MaskDraft>) => void;
}

function What({ draft, change, problem }: PartProps & { readonly problem: string | undefined }) {
  const { t } = useTranslation('masks');
  return (
    <fieldset className={styles.part}>
      <legend>{t('dialog.find')}</legend>
      <RadioGroup
        label={t('dialog.find')}
        choices={[
          { value: 'pattern', label: t('dialog.pattern'), hint: t('dialog.patternHint') },
          { value: 'words', label: t('dialog.words'), hint: t('dialog.wordsHint') },
        ]}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind === 'pattern' ? (
        <TextField
          label={t('dialog.patternLabel')}
          hint={t('dialog.patternExample')}
          mono
          maxLength={500}
          value={draft.pattern}
          error={problem}
          onChange={(pattern) => change({ pattern })}
        />
      ) : (
        <TextArea
          label={t('dialog.wordsLabel')}
          hint={t('dialog.wordsExample')}
          rows={4}
          value={draft.words}
          error={problem}
          onChange={(words) => change({ words })}
        />
      )}
      <Checkbox
        label={t('dialog.ignoreCase')}
        checked={draft.ignoreCase}
        onChange={(ignoreCase) => change({ ignoreCase })}
      />
    </fieldset>
  );
}

function How({ draft, change }: PartProps) {
  const { t } = useTranslation('masks');
  const servers = useServers();
  return (
    <fieldset className={styles.part}>
      <legend>{t('dialog.way')}</legend>
      <RadioGroup
        label={t('dialog.way')}
        choices={WAYS.map((way) => ({
          value: way,
          label: t(`dialog.ways.${way}.name`),
          hint: t(`dialog.ways.${way}.hint`),
        }))}
        value={draft.way}
        onChange={(way) => change({ way })}
      />
      {draft.way === 'remove' && (
        <TextField
          label={t('dialog.replacement')}
          hint={t('dialog.replacementHint')}
          maxLength={200}
          value={draft.replacement}
          onChange={(replacement) => change({ replacement })}
        />
      )}
      {draft.way === 'reversible' && (
        <TickList
          label={t('dialog.restore')}
          hint={t('dialog.restoreHint')}
          choices={servers}
          ticked={draft.restoreFor}
          onChange={(restoreFor) => change({ restoreFor })}
        />
      )}
    </fieldset>
  );
}

function Where({ draft, change }: PartProps) {
  const { t } = useTranslation('masks');
  const servers = useServers();
  const clients = useHost((host) => host.clients);
  return (
    <>
      <Select
        label={t('dialog.direction')}
        choices={DIRECTIONS.map((value) => ({ value, label: t(`dialog.directions.${value}`) }))}
        value={draft.direction}
        onChange={(direction) => change({ direction })}
      />
      <TickList
        label={t('dialog.servers')}
        hint={t('dialog.all')}
        choices={servers}
        ticked={draft.servers}
        onChange={(some) => change({ servers: some })}
      />
      <TickList
        label={t('dialog.clients')}
        hint={t('dialog.all')}
        choices={clients}
        ticked={draft.clients}
        onChange={(some) => change({ clients: some })}
      />
      {draft.tools.length > 0 && (
        <p className={settings.hint}>{t('dialog.tools', { names: visible(draft.tools.join(', ')) })}</p>
      )}
    </>
  );
}

function useServers(): readonly { readonly id: string; readonly name: string }[] {
  return useHost((host) => host.servers).map(({ id }) => ({ id, name: id }));
}
