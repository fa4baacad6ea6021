import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CALL_KINDS, RULE_ACTIONS } from '../../../../shared/model/lists.ts';
import type { RuleBody } from '../../../../shared/model/policy.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useApp, useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { RadioGroup } from '../../../ui/toggles.tsx';
import { EffectBoxes } from '../effect-boxes.tsx';
import styles from '../permissions.module.css';
import { Simulated } from '../simulated.tsx';
import { Conditions } from './conditions.tsx';
import { HoursPart } from './hours-part.tsx';
import type { RuleProblem } from './rule-check.ts';
import { EXPIRIES, emptyRule, ruleOf, type RuleDraft } from './rule-draft.ts';

/** A rule in plain words. What was typed is kept until it is added, wherever the person goes meanwhile. */
export function RuleDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['permissions', 'common']);
  const formId = useId();
  const { now } = useApp();
  const toast = useToast();
  const [draft, setDraft] = useKept<RuleDraft>('permissions.rule', emptyRule);
  const [problem, setProblem] = useState<RuleProblem>();
  const [tried, setTried] = useState<RuleBody>();
  const note = useRef<HTMLParagraphElement>(null);
  const add = useCommand('rule.add');

  const change = (next: Partial<RuleDraft>): void => {
    setDraft((before) => ({ ...before, ...next }));
    setProblem(undefined);
    setTried(undefined);
    add.clear();
  };
  /** The rule, or undefined after it was said what is wrong with it. */
  const make = (): RuleBody | undefined => {
    const made = ruleOf(draft, now());
    if ('body' in made) return made.body;
    setProblem(made.problem);
    requestAnimationFrame(() => note.current?.scrollIntoView?.({ block: 'center' }));
    return undefined;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = add.busy ? undefined : make();
    if (body === undefined || (await add.run(body)) === undefined) return;
    setDraft(emptyRule);
    setTried(undefined);
    toast({ sentence: t('permissions:rule.added') });
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('permissions:rule.title')}
      sticky
      wide
      actions={
        <DialogFoot
          start={
            <Button variant="quiet" onClick={() => setTried(make())}>
              {t('permissions:simulate.run')}
            </Button>
          }
          form={formId}
          submit={t('permissions:rule.submit')}
          busy={add.busy}
          onCancel={onClose}
        />
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <p className={styles.quiet}>{t('permissions:rule.lead')}</p>
        <Fields draft={draft} change={change} />
        {problem !== undefined && (
          <p ref={note} role="alert" className={styles.problem}>
            <Icon name="alarm" className={styles.mark} />
            {t(`permissions:rule.problem.${problem.kind}`, { number: problem.number ?? 0 })}
          </p>
        )}
        <CommandNote command={add} />
        {tried !== undefined && <Simulated key={JSON.stringify(tried)} input={{ add: [tried] }} />}
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: RuleDraft;
  readonly change: (next: Partial<RuleDraft>) => void;
}

function Fields({ draft, change }: FieldsProps) {
  const { t } = useTranslation('permissions');
  const { action, server, kind, tool, effects, conditions, hours, expiry, note } = draft;
  const servers = useHost((host) => host.servers);
  return (
    <>
      <div>
        <p className={styles.label} aria-hidden="true">
          {t('rule.action')}
        </p>
        <RadioGroup
          label={t('rule.action')}
          inline
          value={action}
          onChange={(next) => change({ action: next })}
          choices={RULE_ACTIONS.map((value) => ({
            value,
            label: t(`rule.actions.${value}`),
            hint: value === 'report' ? t('rule.reportHint') : undefined,
          }))}
        />
      </div>
      <div className={styles.columns}>
        <WhoSelect draft={draft} change={change} />
        <Select
          label={t('rule.server')}
          value={server}
          onChange={(next) => change({ server: next })}
          choices={[
            { value: '', label: t('rule.anyServer') },
            ...servers.map(({ id }) => ({ value: id, label: id })),
          ]}
        />
        <Select
          label={t('rule.kind')}
          value={kind}
          onChange={(next) => change({ kind: next })}
          choices={(['any', ...CALL_KINDS] as const).map((value) => ({
            value,
            label: t(`rule.kinds.${value}`),
          }))}
        />
        <Select
          label={t('rule.expiry')}
          value={expiry}
          onChange={(next) => change({ expiry: next })}
          choices={EXPIRIES.map((value) => ({ value, label: t(`rule.expiries.${value}`) }))}
        />
      </div>
      <TextField
        label={t('rule.tool')}
        hint={t('rule.toolHint')}
        mono
        value={tool}
        onChange={(next) => change({ tool: next })}
      />
      <EffectBoxes
        label={t('rule.effects')}
        hint={t('rule.effectsHint')}
        value={effects}
        onChange={(next) => change({ effects: next })}
      />
      <Conditions conditions={conditions} onChange={(next) => change({ conditions: next })} />
      <HoursPart hours={hours} onChange={(next) => change({ hours: next })} />
      <TextField
        label={t('rule.note')}
        hint={t('rule.noteHint')}
        value={note}
        onChange={(next) => change({ note: next })}
      />
    </>
  );
}

function WhoSelect({ draft: { who }, change }: FieldsProps) {
  const { t } = useTranslation('permissions');
  const clients = useHost((host) => host.clients);
  const roles = useHost((host) => host.roles);
  return (
    <Select
      label={t('rule.app')}
      value={who}
      onChange={(next) => change({ who: next })}
      choices={[
        { value: '', label: t('rule.anyApp') },
        ...clients.map(({ id, name }) => ({
          value: `client:${id}`,
          label: <HostileText text={name} max={80} />,
        })),
        ...roles.map(({ id, name }) => ({
          value: `role:${id}`,
          label: (
            <Sentence
              text={t('rule.role', slots('role'))}
              parts={{ role: <HostileText text={name} max={64} /> }}
            />
          ),
        })),
      ]}
    />
  );
}
