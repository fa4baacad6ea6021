import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { StateMark } from '../../../ui/state-mark.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import { Argv } from '../argv.tsx';
import { problemOf, type Found } from './paste-draft.ts';
import styles from './paste-found.module.css';

export interface PasteFoundProps {
  readonly found: readonly Found[];
  readonly update: (key: number, next: Partial<Found>) => void;
}

/** What was found in a pasted text: which to add, under which name, and what each would run. */
export function PasteFound({ found, update }: PasteFoundProps) {
  const { t } = useTranslation('servers');
  return (
    <>
      <p>{t('pasting.found', { count: found.length })}</p>
      <ul aria-label={t('pasting.list')} className={styles.list}>
        {found.map((one) => {
          const problem = problemOf(one, found);
          const sentence =
            problem === undefined
              ? one.refused
              : t(problem === 'name' ? 'add.error.name' : `pasting.${problem}`);
          return (
            <li key={one.key} className={styles.item} aria-label={visible(one.name)}>
              <div className={styles.head}>
                {one.added ? (
                  <StateMark>{t('pasting.added')}</StateMark>
                ) : (
                  <Checkbox
                    label={
                      <Sentence
                        text={t('pasting.take', slots('name'))}
                        parts={{ name: <HostileText text={one.name} /> }}
                      />
                    }
                    checked={one.taken}
                    onChange={(taken) => update(one.key, { taken })}
                  />
                )}
                <TextField
                  className={styles.name}
                  label={t('pasting.name')}
                  disabled={one.added || !one.taken}
                  maxLength={20}
                  value={one.id}
                  onChange={(id) => update(one.key, { id, refused: undefined })}
                  error={sentence}
                />
              </div>
              <Reached one={one} />
              {one.notes.map((note, index) => (
                <p key={index} className={styles.note}>
                  <StateMark tone="hold">{''}</StateMark>
                  <HostText text={note} />
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Reached({ one: { launch } }: { one: Found }) {
  const { t } = useTranslation('servers');
  const local = launch.transport === 'stdio';
  return (
    <div className={styles.reached}>
      {local ? (
        <Argv label={t('launch.argv')} words={[launch.command, ...launch.args]} inline />
      ) : (
        <Argv label={t('launch.address')} words={[launch.url]} inline />
      )}
      {local && launch.cwd !== undefined && (
        <p className={styles.small}>
          <Sentence
            text={t('pasting.folder', slots('folder'))}
            parts={{ folder: <HostileText text={launch.cwd} /> }}
          />
        </p>
      )}
      <Values
        label={t(local ? 'launch.env' : 'launch.headers')}
        values={Object.entries(local ? launch.env : launch.headers)}
      />
    </div>
  );
}

function Values({ label, values }: { label: string; values: readonly (readonly [string, string])[] }) {
  const { t } = useTranslation('servers');
  const [shown, setShown] = useState(false);
  if (values.length === 0) return null;
  return (
    <div className={styles.values}>
      <dl aria-label={label} className={styles.pairs}>
        {values.map(([name, value]) => (
          <div key={name} className={styles.pair}>
            <dt>
              <HostileText text={name} />
            </dt>
            <dd>{shown ? <HostileText text={value} /> : '••••••••'}</dd>
          </div>
        ))}
      </dl>
      <Button variant="quiet" onClick={() => setShown(!shown)}>
        {t(shown ? 'pasting.conceal' : 'pasting.reveal')}
      </Button>
    </div>
  );
}
