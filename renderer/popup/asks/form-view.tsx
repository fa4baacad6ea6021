import { useTranslation } from 'react-i18next';
import type { AskedForm, FormField } from '../../../shared/model/server-asks.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Value } from '../args/value.tsx';
import styles from './asks.module.css';
import { suggestionOf } from '../state/form.ts';

const NAME_UNITS = 200;
const OPTIONS_SHOWN = 12;

/** The text with which a server asks. */
export function Message({ text }: { text: string }) {
  const { t } = useTranslation('popup');
  if (text === '') return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('prompt')}</h2>
      <div className={styles.box}>
        <div className={styles.part}>
          <Value text={text} />
        </div>
      </div>
    </section>
  );
}

function Field({ field }: { field: FormField }) {
  const { t } = useTranslation('popup');
  const { name, title, description, type, required, options, preset } = field;
  const rest = options.length - OPTIONS_SHOWN;
  return (
    <div className={styles.part}>
      <h3>
        <HostileText text={title ?? name} max={NAME_UNITS} end={40} />
      </h3>
      {description !== undefined && description !== '' && <Value text={description} />}
      <p className={styles.quiet}>
        {t(`asks.type.${options.length > 0 && type === 'string' ? 'choice' : type}`)}
        {required && ` · ${t('asks.required')}`}
      </p>
      {options.length > 0 && (
        <p className={styles.quiet}>
          {options.slice(0, OPTIONS_SHOWN).map((option, index) => (
            <span key={index}>
              {index > 0 && ' · '}
              <HostileText text={option.title} max={NAME_UNITS} end={40} />
            </span>
          ))}
          {rest > 0 && ` · ${t('more', { count: rest })}`}
        </p>
      )}
      {preset !== undefined && options.length === 0 && (
        <p className={styles.quiet}>
          <Sentence
            text={t('asks.suggests', slots('text'))}
            parts={{ text: <HostileText text={suggestionOf(field)} max={NAME_UNITS} end={60} /> }}
          />
        </p>
      )}
    </div>
  );
}

/** A form of a server that the AI app will show: what it asks for, to read. */
export function FormView({ form, app }: { form: AskedForm; app: string }) {
  const { t } = useTranslation('popup');
  return (
    <>
      <Message text={form.message} />
      <section className={styles.section}>
        <h2 className={styles.heading}>{t('asks.form')}</h2>
        <div className={styles.box}>
          {form.fields.length === 0 && <p className={styles.part}>{t('asks.noFields')}</p>}
          {form.fields.map((field, index) => (
            <Field key={index} field={field} />
          ))}
        </div>
        <p className={styles.note}>
          <Sentence
            text={t('asks.elsewhere', slots('app'))}
            parts={{ app: <HostileText text={app} max={NAME_UNITS} end={20} /> }}
          />
        </p>
      </section>
    </>
  );
}
