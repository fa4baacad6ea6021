import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstallInput, InstallProblem } from '../../../../shared/model/registry.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from './browse.module.css';
import { type FormDraft, shownValue } from './form-draft.ts';

export interface InstallFormProps {
  readonly inputs: readonly InstallInput[];
  readonly draft: FormDraft;
  readonly onChange: (draft: FormDraft) => void;
  /** What is wrong, once the person has tried to add it. */
  readonly problems: readonly InstallProblem[];
}

/** What a server needs to know, to be filled in. Names and descriptions are the publisher's, and drawn as such. */
export function InstallForm({ inputs, draft, onChange, problems }: InstallFormProps) {
  return inputs.map((input) => (
    <InstallField
      key={input.key}
      input={input}
      value={shownValue(input, draft)}
      error={problems.find(({ key }) => key === input.key)?.sentence}
      onChange={(value) => onChange({ ...draft, [input.key]: value })}
    />
  ));
}

interface InstallFieldProps {
  readonly input: InstallInput;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function InstallField({ input, value, error, onChange }: InstallFieldProps) {
  const { t } = useTranslation('browse');
  const { title, name, type, required, secret, multiple, choices } = input;
  const shared = {
    label: <HostileText text={title ?? name} max={200} end={40} />,
    hint: <Hint input={input} />,
    error,
  };
  const options = choices ?? (type === 'boolean' ? ['true', 'false'] : undefined);
  if (options !== undefined && !multiple && !secret) {
    const words = (choice: string): ReactNode =>
      type === 'boolean' && choices === undefined ? (
        t(choice === 'true' ? 'form.yes' : 'form.no')
      ) : (
        <HostileText text={choice} max={200} end={40} />
      );
    // A preset that is none of the choices would look like one that was made.
    const chosen = options.includes(value) ? value : '';
    return (
      <Select
        {...shared}
        value={chosen}
        choices={[
          ...(required && chosen !== '' ? [] : [{ value: '', label: t('form.unset') }]),
          ...options.map((choice) => ({ value: choice, label: words(choice) })),
        ]}
        onChange={onChange}
      />
    );
  }
  const typed = {
    ...shared,
    value,
    onChange,
    required,
    autoComplete: secret ? 'new-password' : 'off',
    autoCorrect: 'off',
    autoCapitalize: 'off',
    mono: type !== 'text' || secret,
  };
  if (multiple) return <TextArea {...typed} rows={3} />;
  return (
    <TextField
      {...typed}
      type={secret ? 'password' : 'text'}
      inputMode={type === 'number' ? 'decimal' : 'text'}
    />
  );
}

/** What the publisher says of it, and what fits into it. */
function Hint({ input }: { input: InstallInput }) {
  const { t } = useTranslation('browse');
  const { title, name, description, type, required, secret, multiple, placeholder, min, max } = input;
  const notes = [
    ...(required ? [] : [t('form.optional')]),
    ...(multiple ? [t('form.several')] : []),
    ...(type === 'file' || type === 'directory' ? [t('form.path')] : []),
    ...(min === undefined ? [] : [t('form.atLeast', { limit: min })]),
    ...(max === undefined ? [] : [t('form.atMost', { limit: max })]),
  ];
  return (
    <>
      {description !== undefined && description !== '' && (
        <span className={styles.line}>
          <HostileText text={description} multiline block max={600} end={150} />
        </span>
      )}
      {title !== undefined && (
        <span className={styles.line}>
          <Sentence
            text={t('form.called', slots('name'))}
            parts={{ name: <HostileText text={name} max={200} end={40} className={styles.mono} /> }}
          />
        </span>
      )}
      {placeholder !== undefined && placeholder !== '' && (
        <span className={styles.line}>
          <Sentence
            text={t('form.example', slots('text'))}
            parts={{ text: <HostileText text={placeholder} max={200} end={40} className={styles.mono} /> }}
          />
        </span>
      )}
      {secret && <span className={styles.line}>{t('form.secret')}</span>}
      {notes.length > 0 && <span className={styles.line}>{notes.join(' ')}</span>}
    </>
  );
}
