import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../../../shared/form-answers.ts';
import type { AskedForm, FormField } from '../../../shared/model/server-asks.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Select } from '../../ui/select.tsx';
import { Checkbox } from '../../ui/toggles.tsx';
import { type FieldDraft, filledOf, type FormDraft, isWithheld, suggestionOf } from '../state/form.ts';
import styles from './asks.module.css';
import { Message } from './form-view.tsx';

const NAME_UNITS = 200;
const DESCRIPTION_UNITS = 600;
/** Text that may be longer than this gets room for several lines. */
const ONE_LINE = 80;
const FORMATS = ['email', 'uri', 'date', 'date-time'] as const;

interface FieldProps {
  readonly field: FormField;
  readonly draft: FieldDraft;
  readonly problem: FieldProblem | undefined;
  readonly onChange: (draft: FieldDraft) => void;
}

const labelOf = ({ title, name }: FormField): ReactNode => (
  <HostileText text={title === undefined || title === '' ? name : title} max={NAME_UNITS} end={40} />
);

/** What the server says of a field, and what fits into it. */
function Hint({ field }: { field: FormField }) {
  const { t } = useTranslation('popup');
  const { description, format, required, type, limits } = field;
  const known = FORMATS.find((each) => each === format);
  const { minimum, maximum } = limits;
  const notes = [
    ...(required || type === 'boolean' ? [] : [t('asks.optional')]),
    ...(known === undefined ? [] : [t(`asks.format.${known}`)]),
    ...(minimum === undefined ? [] : [t('asks.atLeast', { limit: minimum })]),
    ...(maximum === undefined ? [] : [t('asks.atMost', { limit: maximum })]),
  ];
  return (
    <>
      {description !== undefined && description !== '' && (
        <span className={styles.hint}>
          <HostileText text={description} multiline block max={DESCRIPTION_UNITS} end={150} />
        </span>
      )}
      {notes.length > 0 && <span className={styles.hint}>{notes.join(' · ')}</span>}
      {isWithheld(field) && (
        <span className={styles.hint}>
          <Sentence
            text={t('asks.withheld', slots('text'))}
            parts={{ text: <HostileText text={suggestionOf(field)} max={NAME_UNITS} end={60} /> }}
          />
        </span>
      )}
    </>
  );
}

/** A hint with nothing in it would be an empty line. */
const hasHint = (field: FormField): boolean =>
  (field.description ?? '') !== '' ||
  (!field.required && field.type !== 'boolean') ||
  FORMATS.some((each) => each === field.format) ||
  field.limits.minimum !== undefined ||
  field.limits.maximum !== undefined ||
  isWithheld(field);

function Choices({ field, draft, problem, onChange }: FieldProps) {
  const { t } = useTranslation('approval');
  const chosen = Array.isArray(draft) ? (draft as readonly string[]) : [];
  const id = useId();
  return (
    <fieldset
      className={styles.choices}
      aria-describedby={problem === undefined ? undefined : id}
      aria-invalid={problem === undefined ? undefined : true}
    >
      <legend className={styles.legend}>{labelOf(field)}</legend>
      {hasHint(field) && (
        <p className={styles.quiet}>
          <Hint field={field} />
        </p>
      )}
      {field.options.map((option, index) => {
        const place = String(index);
        return (
          <Checkbox
            key={place}
            label={<HostileText text={option.title} max={NAME_UNITS} end={40} />}
            checked={chosen.includes(place)}
            onChange={(on) =>
              onChange(
                field.options
                  .map((_, at) => String(at))
                  .filter((at) => (at === place ? on : chosen.includes(at))),
              )
            }
          />
        );
      })}
      {problem !== undefined && (
        <p id={id} className={styles.error} role="alert">
          {t(problem.key, { limit: problem.limit })}
        </p>
      )}
    </fieldset>
  );
}

function Input(props: FieldProps) {
  const { field, draft, problem, onChange } = props;
  const { t } = useTranslation('popup');
  const { t: said } = useTranslation('approval');
  const { type, options, limits } = field;
  const shared = {
    label: labelOf(field),
    hint: hasHint(field) ? <Hint field={field} /> : undefined,
    error: problem === undefined ? undefined : said(problem.key, { limit: problem.limit }),
  };
  if (type === 'choices') return <Choices {...props} />;
  if (type === 'boolean')
    return <Checkbox label={shared.label} hint={shared.hint} checked={draft === true} onChange={onChange} />;
  const text = typeof draft === 'string' ? draft : '';
  if (options.length > 0)
    return (
      <Select
        {...shared}
        value={text}
        choices={[
          { value: '', label: t('asks.none') },
          ...options.map((option, index) => ({
            value: String(index),
            label: <HostileText text={option.title} max={NAME_UNITS} end={40} />,
          })),
        ]}
        onChange={onChange}
      />
    );
  const number = type === 'number' || type === 'integer';
  const long = !number && (text.includes('\n') || text.length > ONE_LINE || (limits.maxLength ?? 0) > 200);
  const typed = {
    ...shared,
    value: text,
    onChange,
    required: field.required,
    autoComplete: 'off',
    // What is typed here must not be kept, completed or corrected.
    autoCorrect: 'off',
    autoCapitalize: 'off',
  };
  if (long) return <TextArea {...typed} rows={4} />;
  return <TextField {...typed} inputMode={number ? 'decimal' : 'text'} />;
}

export interface FormFieldsProps {
  readonly form: AskedForm;
  readonly draft: FormDraft;
  readonly onChange: (draft: FormDraft) => void;
  /** How often the person has tried to send it: what is wrong is said from the first time on. */
  readonly tried: number;
}

/**
 * A form of a server, to be filled in here. Names and descriptions are the server's and shown as such; nothing is
 * completed by the browser, and a field of a kind in which secrets are typed does not come here at all (attack 29).
 */
export function FormFields({ form, draft, onChange, tried }: FormFieldsProps) {
  const { t } = useTranslation('popup');
  const fields = useRef<HTMLDivElement>(null);
  const { problems } = filledOf(form, draft);
  useEffect(() => {
    if (tried > 0)
      fields.current
        ?.querySelector<HTMLElement>(
          'input[aria-invalid=true], textarea[aria-invalid=true], button[aria-invalid=true], fieldset[aria-invalid=true] [role=checkbox]',
        )
        ?.focus();
  }, [tried]);
  return (
    <>
      <Message text={form.message} />
      <section className={styles.section} aria-label={t('asks.form')}>
        <div ref={fields} className={styles.fields}>
          {form.fields.map((field, at) => (
            <Input
              key={at}
              field={field}
              draft={draft[at] ?? ''}
              problem={tried > 0 ? problems[at] : undefined}
              onChange={(next) =>
                onChange(form.fields.map((_, each) => (each === at ? next : (draft[each] ?? ''))))
              }
            />
          ))}
          {form.fields.length === 0 && <p>{t('asks.noFields')}</p>}
        </div>
      </section>
    </>
  );
}
