import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMIT_EACH, LIMIT_PERIODS } from '../../../../shared/model/lists.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { RadioGroup } from '../../../ui/toggles.tsx';
import { EffectBoxes } from '../effect-boxes.tsx';
import styles from '../permissions.module.css';
import { type LimitDraft, limitOf, type LimitProblem } from './limit-draft.ts';

export interface LimitDialogProps {
  /** What is being made or changed; undefined while the dialog is closed. */
  readonly draft: LimitDraft | undefined;
  readonly onChange: (draft: LimitDraft) => void;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** A limit in plain words: how much, and of which calls. */
export function LimitDialog({ draft, onChange, onSaved, onClose }: LimitDialogProps) {
  const { t } = useTranslation(['limits', 'common']);
  const formId = useId();
  const toast = useToast();
  const put = useCommand('limit.put');
  const [problem, setProblem] = useState<LimitProblem>();
  const change = (next: Partial<LimitDraft>): void => {
    if (draft !== undefined) onChange({ ...draft, ...next });
    setProblem(undefined);
    put.clear();
  };
  const close = (): void => {
    setProblem(undefined);
    put.clear();
    onClose();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (draft === undefined || put.busy) return;
    const made = limitOf(draft);
    if ('problem' in made) return setProblem(made.problem);
    if ((await put.run(made.limit)) === undefined) return;
    toast({ sentence: t('limits:dialog.saved') });
    onSaved();
    close();
  };
  return (
    <Dialog
      open={draft !== undefined}
      onClose={close}
      title={t(draft?.id === undefined ? 'limits:dialog.add' : 'limits:dialog.edit')}
      sticky
      actions={<DialogFoot form={formId} submit={t('limits:dialog.save')} busy={put.busy} onCancel={close} />}
    >
      {draft !== undefined && (
        <form id={formId} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
          <HowMuch draft={draft} change={change} problem={problem} />
          <OfWhat draft={draft} change={change} />
          {(problem === 'nothing' || problem === 'other') && (
            <p role="alert" className={styles.problem}>
              <Icon name="alarm" className={styles.mark} />
              {t(problem === 'nothing' ? 'limits:dialog.nothing' : 'limits:dialog.problem')}
            </p>
          )}
          <CommandNote command={put} />
        </form>
      )}
    </Dialog>
  );
}

interface PartProps {
  readonly draft: LimitDraft;
  readonly change: (next: Partial<LimitDraft>) => void;
}

const KINDS = ['rate', 'at-once', 'budget'] as const;

function HowMuch({ draft, change, problem }: PartProps & { readonly problem: LimitProblem | undefined }) {
  const { t } = useTranslation('limits');
  const { kind, calls, per, burst, amount } = draft;
  return (
    <>
      <RadioGroup
        label={t('dialog.kind')}
        value={kind}
        onChange={(next) =>
          // What spends is what a budget is for; whoever wants another one ticks it.
          change({
            kind: next,
            ...(next === 'budget' && draft.effects.length === 0 && { effects: ['spend'] as const }),
          })
        }
        choices={KINDS.map((value) => ({
          value,
          label: t(`dialog.kinds.${value}`),
          hint: t(`dialog.kindHint.${value}`),
        }))}
      />
      <div className={styles.columns}>
        <TextField
          label={t(kind === 'budget' ? 'dialog.dailyCalls' : 'dialog.calls')}
          inputMode="numeric"
          value={calls}
          onChange={(next) => change({ calls: next })}
          error={problem === 'calls' ? t('dialog.problem') : undefined}
        />
        {kind === 'rate' && (
          <>
            <Select
              label={t('dialog.per')}
              value={per}
              onChange={(next) => change({ per: next })}
              choices={LIMIT_PERIODS.map((value) => ({ value, label: t(`dialog.period.${value}`) }))}
            />
            <TextField
              label={t('dialog.burst')}
              hint={t('dialog.burstHint')}
              inputMode="numeric"
              value={burst}
              onChange={(next) => change({ burst: next })}
              error={problem === 'burst' ? t('dialog.problem') : undefined}
            />
          </>
        )}
        {kind === 'budget' && (
          <TextField
            label={t('dialog.amount')}
            hint={t('dialog.amountHint')}
            inputMode="decimal"
            value={amount}
            onChange={(next) => change({ amount: next })}
            error={problem === 'amount' ? t('dialog.amountProblem') : undefined}
          />
        )}
      </div>
    </>
  );
}

const EACH = { client: 'dialog.eachClient', server: 'dialog.eachServer', tool: 'dialog.eachTool' } as const;

function OfWhat({ draft, change }: PartProps) {
  const { t } = useTranslation('limits');
  const servers = useHost((host) => host.servers).map(({ id }) => id);
  const clients = useHost((host) => host.clients);
  const roles = useHost((host) => host.roles);
  const whos = [
    ...clients.map(({ id, name }) => ({ value: `client:${id}`, label: visible(name.slice(0, 64)) })),
    ...roles.map(({ id, name }) => ({
      value: `role:${id}`,
      label: t('dialog.role', { role: visible(name.slice(0, 64)) }),
    })),
  ];
  const { who, server, tool, effects, each } = draft;
  // What is gone stays named until somebody chooses something else.
  const missing = who === '' || whos.some(({ value }) => value === who) ? [] : [{ value: who, label: who }];
  const known = server === '' || servers.includes(server) ? servers : [...servers, server];
  return (
    <>
      <div className={styles.columns}>
        <Select
          label={t('dialog.who')}
          value={who === '' ? 'any' : who}
          onChange={(next) => change({ who: next === 'any' ? '' : next })}
          choices={[{ value: 'any', label: t('dialog.anyone') }, ...whos, ...missing]}
        />
        <Select
          label={t('dialog.server')}
          // No id of a server has capital letters.
          value={server === '' ? 'ANY' : server}
          onChange={(next) => change({ server: next === 'ANY' ? '' : next })}
          choices={[
            { value: 'ANY', label: t('dialog.anyServer') },
            ...known.map((value) => ({ value, label: value })),
          ]}
        />
      </div>
      <TextField
        label={t('dialog.tool')}
        hint={t('dialog.toolHint')}
        mono
        maxLength={200}
        value={tool}
        onChange={(next) => change({ tool: next })}
      />
      <EffectBoxes
        label={t('dialog.effects')}
        hint={t('dialog.effectsHint')}
        value={effects}
        onChange={(next) => change({ effects: next })}
      />
      <Select
        label={t('dialog.each')}
        value={each}
        onChange={(next) => change({ each: next })}
        choices={[
          { value: 'together' as const, label: t('dialog.together') },
          ...LIMIT_EACH.map((value) => ({ value, label: t(EACH[value]) })),
        ]}
      />
    </>
  );
}
