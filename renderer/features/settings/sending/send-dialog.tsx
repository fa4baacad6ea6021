import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import styles from '../settings.module.css';
import {
  destinationTrouble,
  type DestinationTrouble,
  type WantedDestination,
} from './destination-trouble.ts';

const KINDS = ['otlp', 'syslog', 'file'] as const;
const WHATS = ['all', 'notable'] as const;
type Kind = (typeof KINDS)[number];

export interface SendDialogProps {
  readonly onClose: () => void;
}

interface Draft {
  readonly name: string;
  readonly kind: Kind;
  readonly url: string;
  readonly path: string;
  readonly header: string;
  readonly secret: string;
  readonly what: (typeof WHATS)[number];
}

const EMPTY: Draft = { name: '', kind: 'otlp', url: '', path: '', header: '', secret: '', what: 'all' };

/** What the command is given for a draft. */
function wanted({ name, kind, url, path, header, secret, what }: Draft): WantedDestination {
  const common = { name: name.trim(), what };
  switch (kind) {
    case 'file':
      return { kind, ...common, path: path.trim() };
    case 'syslog':
      return { kind, ...common, url: url.trim() };
    case 'otlp':
      return {
        kind,
        ...common,
        url: url.trim(),
        headers: header.trim() === '' ? {} : { [header.trim()]: secret.trim() },
      };
  }
}

/** A new destination of the log. */
export function SendDialog({ onClose }: SendDialogProps) {
  const { t } = useTranslation(['sending', 'common']);
  const form = useId();
  const add = useCommand('send.add');
  const [draft, setDraft] = useState(EMPTY);
  const [fromStart, setFromStart] = useState(false);
  const [problem, setProblem] = useState<DestinationTrouble>();
  const set = (change: Partial<Draft>): void => {
    setDraft({ ...draft, ...change });
    setProblem(undefined);
  };
  const errorOf = (...fields: readonly string[]): string | undefined =>
    problem !== undefined && fields.includes(problem.field) ? problem.sentence : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const destination = wanted(draft);
    const trouble = destinationTrouble(destination);
    if (trouble !== undefined) return setProblem(trouble);
    if ((await add.run({ destination, fromStart })) !== undefined) onClose();
  };
  const { kind } = draft;
  return (
    <Dialog
      open
      onClose={onClose}
      sticky
      title={t('sending:dialog.title')}
      actions={<DialogFoot form={form} submit={t('sending:dialog.add')} busy={add.busy} onCancel={onClose} />}
    >
      <form id={form} noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('sending:dialog.name')}
          hint={t('sending:dialog.nameHint')}
          maxLength={40}
          value={draft.name}
          error={errorOf('name')}
          onChange={(name) => set({ name })}
        />
        <Select
          label={t('sending:dialog.kind')}
          value={kind}
          onChange={(next) => set({ kind: next })}
          choices={KINDS.map((value) => ({ value, label: t(`sending:dialog.kinds.${value}`) }))}
        />
        {kind === 'file' ? (
          <TextField
            mono
            label={t('sending:dialog.path')}
            hint={t('sending:dialog.pathHint')}
            value={draft.path}
            error={errorOf('path')}
            onChange={(path) => set({ path })}
          />
        ) : (
          <TextField
            mono
            label={t('sending:dialog.url')}
            hint={t(`sending:dialog.urlHint.${kind}`)}
            value={draft.url}
            error={errorOf('url')}
            onChange={(url) => set({ url })}
          />
        )}
        {kind === 'otlp' && (
          <>
            <TextField
              mono
              label={t('sending:dialog.header')}
              hint={t('sending:dialog.headerHint')}
              maxLength={64}
              value={draft.header}
              onChange={(header) => set({ header })}
            />
            {draft.header.trim() !== '' && (
              <TextField
                mono
                label={t('sending:dialog.secret')}
                hint={t('sending:dialog.secretHint')}
                maxLength={200}
                value={draft.secret}
                error={errorOf('headers')}
                onChange={(secret) => set({ secret })}
              />
            )}
          </>
        )}
        <Select
          label={t('sending:dialog.what')}
          value={draft.what}
          onChange={(what) => set({ what })}
          choices={WHATS.map((value) => ({ value, label: t(`sending:dialog.whats.${value}`) }))}
        />
        <Checkbox label={t('sending:dialog.fromStart')} checked={fromStart} onChange={setFromStart} />
        <CommandNote command={add} />
      </form>
    </Dialog>
  );
}
