import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowLeg } from '../../../shared/model/inspection.ts';
import { useFormat, useHost, useUi } from '../../store/app-context.tsx';
import type { ClientView } from '../../store/types.ts';
import { useCommand } from '../../store/use-command.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { useToast } from '../../ui/toast.tsx';
import styles from './flow-marks.module.css';

const NO_LEGS: readonly FlowLeg[] = [];
const MOST_NAME = 80;

/** What an AI app has read, by the calls that gave it to it, and the way to take that away. */
export function FlowMarksPart({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation('flow');
  const own = useId();
  const { told, marks } = useHost(({ inspection }) => ({
    told: inspection !== undefined,
    marks: inspection?.marks.find(({ clientId }) => clientId === client.id),
  }));
  if (!told) return null;
  const read = marks?.private ?? NO_LEGS;
  const strange = marks?.untrusted ?? NO_LEGS;
  const both = read.length > 0 && strange.length > 0;
  return (
    <section className={styles.part} aria-labelledby={own}>
      <h3 id={own} className={styles.heading}>
        {t('marks.heading')}
      </h3>
      {marks === undefined ? (
        <p className={styles.quiet}>{t('marks.none')}</p>
      ) : (
        <>
          {both ? (
            <>
              <StateMark tone="hold">{t('marks.both')}</StateMark>
              <p className={styles.quiet}>{t('marks.bothMeans')}</p>
            </>
          ) : (
            <p className={styles.quiet}>{t('marks.one')}</p>
          )}
          <Legs label={t('marks.private')} legs={read} />
          <Legs label={t('marks.untrusted')} legs={strange} />
          <Reset client={client} />
        </>
      )}
    </section>
  );
}

function Legs({ label, legs }: { readonly label: string; readonly legs: readonly FlowLeg[] }) {
  const { t } = useTranslation('flow');
  const format = useFormat();
  const own = useId();
  const navigate = useUi((ui) => ui.navigate);
  if (legs.length === 0) return null;
  return (
    <div>
      <h4 id={own} className={styles.kind}>
        {label}
      </h4>
      <ul aria-labelledby={own} className={styles.legs}>
        {legs.map(({ call, server, name, at }) => (
          <li key={call} className={styles.leg}>
            <span className={styles.what}>
              <HostileText text={t('marks.leg', { tool: name, server })} max={MOST_NAME} />{' '}
              <span className={styles.quiet} title={format.date(at)}>
                <Ago at={at} />
              </span>
            </span>
            <button
              type="button"
              className={styles.link}
              aria-label={t('marks.showOf', { tool: visible(name), server })}
              onClick={() => navigate('activity', call)}
            >
              {t('marks.show')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reset({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation(['flow', 'common']);
  const toast = useToast();
  const reset = useCommand('flow.reset');
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
    reset.clear();
  };
  const go = async (): Promise<void> => {
    if ((await reset.run({ client: client.id })) === undefined) return;
    toast({ sentence: t('flow:marks.resetDone', { name: client.name }) });
    close();
  };
  return (
    <div>
      <Button icon="refresh" onClick={() => setAsking(true)}>
        {t('flow:marks.reset')}
      </Button>
      <Dialog
        open={asking}
        onClose={close}
        title={t('flow:marks.resetTitle')}
        actions={
          <DialogFoot
            submit={t('flow:marks.reset')}
            busy={reset.busy}
            onSubmit={() => void go()}
            onCancel={close}
          />
        }
      >
        <div className={styles.part}>
          <p>
            <strong>
              <HostileText text={client.name} />
            </strong>
          </p>
          <p>{t('flow:marks.resetMeans')}</p>
          <p>{t('flow:marks.resetAfter')}</p>
          <CommandNote command={reset} />
        </div>
      </Dialog>
    </div>
  );
}
