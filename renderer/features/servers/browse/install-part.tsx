import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstallOutcome } from '../../../../shared/ipc/registry-contract.ts';
import type { InstallInput } from '../../../../shared/model/registry.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { TextField } from '../../../ui/field.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { KeyValue, KeyValueList } from '../../../ui/key-value.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Argv } from '../argv.tsx';
import { LaunchReasons } from '../trial/launch-reasons.tsx';
import styles from './browse.module.css';
import { InstallForm } from './install-form.tsx';
import type { Installation } from './use-installation.ts';

export interface InstallPartProps {
  readonly installation: Installation;
  readonly inputs: readonly InstallInput[];
  /** What adding does beside keeping the server. */
  readonly unpacks?: boolean | undefined;
  readonly onAdded: (id: string) => void;
}

/** The form of a server that is about to be added, the whole of what would run, and the button. */
export function InstallPart({ installation, inputs, unpacks = false, onAdded }: InstallPartProps) {
  const { t } = useTranslation('browse');
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const { draft, setDraft, id, setId, idProblem, outcome, problems, command, tried } = installation;
  useEffect(() => {
    if (tried > 0)
      form.current
        ?.querySelector<HTMLElement>('[data-invalid]:is(input, textarea), [aria-invalid=true]')
        ?.focus();
  }, [tried]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const added = await installation.add();
    if (added === undefined) return;
    toast({ sentence: t('result.added', { id: added }) });
    onAdded(added);
  };
  return (
    <form ref={form} className={styles.part} noValidate onSubmit={(event) => void submit(event)}>
      <section className={styles.part} aria-label={t('form.heading')}>
        <h3 className={styles.heading}>{t('form.heading')}</h3>
        {inputs.length === 0 && <p className={styles.quiet}>{t('form.nothing')}</p>}
        <InstallForm inputs={inputs} draft={draft} onChange={setDraft} problems={problems} />
        <TextField
          label={t('form.id')}
          hint={t('form.idHint')}
          maxLength={20}
          value={id}
          onChange={setId}
          error={idProblem === undefined ? undefined : t(`form.${idProblem}`)}
        />
      </section>
      {outcome !== undefined && <Outcome outcome={outcome} />}
      <div className={styles.decide}>
        <p className={styles.promise}>{t(unpacks ? 'result.nothingRuns' : 'result.nothingStarts')}</p>
        <Button type="submit" variant="primary" busy={command.busy}>
          {t('result.add')}
        </Button>
      </div>
      <CommandNote command={command} />
    </form>
  );
}

/** Exactly what would be kept: every word of it, and what is unusual about it. */
function Outcome({ outcome }: { outcome: InstallOutcome }) {
  const { t } = useTranslation('browse');
  const { launch, launchReasons, notes } = outcome;
  const local = launch.transport === 'stdio';
  const named = Object.entries(local ? launch.env : launch.headers);
  return (
    <section className={styles.part} aria-label={t(local ? 'result.program' : 'result.address')}>
      <h3 className={styles.heading}>{t(local ? 'result.program' : 'result.address')}</h3>
      <Argv label={t('result.argv')} words={local ? [launch.command, ...launch.args] : [launch.url]} />
      <KeyValueList>
        {local && launch.cwd !== undefined && (
          <KeyValue label={t('result.folder')} mono>
            <HostileText text={launch.cwd} />
          </KeyValue>
        )}
        {named.length > 0 && (
          <KeyValue label={t(local ? 'result.env' : 'result.headers')}>
            <ul>
              {named.map(([name, value]) => (
                <li key={name}>
                  <span className={styles.mono}>
                    <HostileText text={name} max={200} />
                  </span>
                  {/vault:/.test(value) && <span className={styles.vault}>{t('result.vault')}</span>}
                </li>
              ))}
            </ul>
          </KeyValue>
        )}
      </KeyValueList>
      <LaunchReasons server={{ launchReasons }} />
      {notes.length > 0 && (
        <ul aria-label={t('result.notes')}>
          {notes.map((note) => (
            <li key={note} className={styles.small}>
              <HostText text={note} max={600} end={150} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
