import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { VALUE_TESTS } from '../../../../shared/model/lists.ts';
import type { ValueTest } from '../../../../shared/model/policy.ts';
import { RULE_BOUNDS } from '../../../../shared/model/rule-bounds.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../permissions.module.css';
import { newCondition, type ConditionDraft } from './rule-draft.ts';

/** What stands in an empty field: an example says more than a rule of grammar. */
const EXAMPLE: Readonly<Partial<Record<ValueTest['is'], string>>> = {
  equals: 'public',
  glob: '/home/ada/**/*.md',
  regex: '^invoice-\\d+$',
  'in-folder': '/home/ada/Campaigns',
  host: '*.example.com',
  recipient: '*@example.com',
  program: 'git status',
};

export interface ConditionsProps {
  readonly conditions: readonly ConditionDraft[];
  readonly onChange: (conditions: readonly ConditionDraft[]) => void;
}

/** What the arguments of a call have to be, one condition in each row. */
export function Conditions({ conditions, onChange }: ConditionsProps) {
  const { t } = useTranslation('permissions');
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const next = conditions.reduce((most, { key }) => Math.max(most, key), 0) + 1;
  const update = (key: number, change: Partial<ConditionDraft>): void =>
    onChange(conditions.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const focusLast = (): void => {
    requestAnimationFrame(() =>
      [...(room.current?.querySelectorAll<HTMLElement>('[data-argument]') ?? [])].at(-1)?.focus(),
    );
  };
  return (
    <div
      ref={room}
      role="group"
      aria-label={t('rule.args')}
      aria-describedby={id}
      className={styles.conditions}
    >
      <div>
        <p className={styles.label} aria-hidden="true">
          {t('rule.args')}
        </p>
        <p id={id} className={styles.hint}>
          {t('rule.argsHint')} {conditions.length > 0 && t('rule.argumentHint')}
        </p>
      </div>
      {conditions.map((condition, index) => (
        <Row
          key={condition.key}
          condition={condition}
          number={index + 1}
          update={(change) => update(condition.key, change)}
          onRemove={() => {
            onChange(conditions.filter(({ key }) => key !== condition.key));
            requestAnimationFrame(() => room.current?.querySelector<HTMLElement>('[data-add]')?.focus());
          }}
        />
      ))}
      <div>
        <Button
          icon="plus"
          data-add=""
          disabled={conditions.length >= RULE_BOUNDS.conditions}
          onClick={() => {
            onChange([...conditions, newCondition(next)]);
            focusLast();
          }}
        >
          {t('rule.addCondition')}
        </Button>
      </div>
    </div>
  );
}

interface RowProps {
  readonly condition: ConditionDraft;
  readonly number: number;
  readonly update: (change: Partial<ConditionDraft>) => void;
  readonly onRemove: () => void;
}

function Row({ condition, number, update, onRemove }: RowProps) {
  const { t } = useTranslation('permissions');
  const { pointer, is } = condition;
  return (
    <div className={styles.condition}>
      <TextField
        className={styles.argument}
        label={t('rule.argument', { number })}
        hideLabel
        mono
        maxLength={500}
        placeholder="path"
        data-argument=""
        value={pointer}
        onChange={(next) => update({ pointer: next })}
      />
      <Select
        className={styles.test}
        label={t('rule.test', { number })}
        hideLabel
        value={is}
        onChange={(next) => update({ is: next })}
        choices={VALUE_TESTS.map((value) => ({ value, label: t(`rule.tests.${value}`) }))}
      />
      <IconButton
        className={styles.drop}
        icon="close"
        label={t('rule.removeCondition', { number })}
        onClick={onRemove}
      />
      <Value {...{ condition, number, update }} />
    </div>
  );
}

function Value({ condition, number, update }: Omit<RowProps, 'onRemove'>) {
  const { t } = useTranslation('permissions');
  const { is, text, min, max } = condition;
  if (is === 'absent') return null;
  if (is === 'range') {
    const bound = (name: 'min' | 'max', value: string) => (
      <TextField
        className={styles.bound}
        label={t(`rule.${name}`, { number })}
        hideLabel
        inputMode="decimal"
        placeholder={name === 'min' ? '0' : '100'}
        value={value}
        onChange={(next) => update({ [name]: next })}
      />
    );
    return (
      <div className={styles.value}>
        {bound('min', min)}
        <span aria-hidden="true">…</span>
        {bound('max', max)}
      </div>
    );
  }
  if (is === 'one-of') {
    return (
      <TextArea
        className={styles.value}
        label={t('rule.values', { number })}
        hideLabel
        mono
        rows={3}
        placeholder={t('rule.values', { number })}
        value={text}
        onChange={(next) => update({ text: next })}
      />
    );
  }
  return (
    <TextField
      className={styles.value}
      label={t('rule.value', { number })}
      hideLabel
      mono
      maxLength={4096}
      placeholder={EXAMPLE[is]}
      value={text}
      onChange={(next) => update({ text: next })}
    />
  );
}
