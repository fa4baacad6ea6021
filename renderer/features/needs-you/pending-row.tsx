import { useEffect, useId, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { FormFields } from '../../popup/asks/form-fields.tsx';
import { PolicySaid } from '../../popup/parts/policy-said.tsx';
import { Said, saidText } from '../../popup/parts/words.tsx';
import { filledOf, type FormDraft, presetsOf } from '../../popup/state/form.ts';
import { useApp, useFormat, useUi } from '../../store/app-context.tsx';
import { SECOND, useNow } from '../../store/ticker.ts';
import { useCommand } from '../../store/use-command.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import type { Steady } from '../../ui/use-steady.ts';
import { CallDetails } from './call-details.tsx';
import styles from './needs-you.module.css';
import { Row } from './row.tsx';

/** The clock of a call stands still while somebody looks at its details. */
function useTouch(id: string, looking: boolean): void {
  const { bridge } = useApp();
  useEffect(() => {
    if (!looking) return undefined;
    // A call that has gone meanwhile has no clock any more; there is nothing to say about that.
    void bridge.commands['approval.touch']({ id }).catch(() => undefined);
    return () => void bridge.commands['approval.leave']({ id }).catch(() => undefined);
  }, [bridge, id, looking]);
}

/** A call that waits. `steady`: whether a click can be meant for what is under it. */
export function PendingRow({ held, steady }: { held: HeldCall; steady: Steady }) {
  const { t } = useTranslation('needsYou');
  const say = useUi((ui) => ui.say);
  const [open, setOpen] = useState(false);
  const details = useId();
  const allow = useCommand('approval.allow');
  const deny = useCommand('approval.deny');
  const { id, sentence, second, why, whyWords } = held;
  const form = held.answer === 'form' ? held.form : undefined;
  const [filled, setFilled] = useState<FormDraft>();
  const [tried, setTried] = useState(0);
  const answers = filled ?? (form === undefined ? [] : presetsOf(form));
  useTouch(id, open);
  const spoken = saidText(sentence);
  const about = held.about === 'answer';
  const allowing = about ? 'pending.pass' : held.answer === 'open' ? 'pending.open' : 'pending.allow';
  const denying = about ? 'pending.keep' : 'pending.deny';
  const busy = allow.busy || deny.busy;
  const answer = async (
    click: MouseEvent,
    command: typeof allow | typeof deny,
    words: string,
  ): Promise<void> => {
    if (!steady(click) || busy) return;
    if ((await command.run({ id })) !== undefined) say(words);
  };
  const send = async (click: MouseEvent): Promise<void> => {
    // It is filled in among the details, and sent from there only.
    if (form === undefined || !open) return setOpen(true);
    if (!steady(click) || busy) return;
    const { json } = filledOf(form, answers);
    if (json === undefined) setTried(tried + 1);
    else if ((await allow.run({ id, arguments: json })) !== undefined) say(t('pending.sent'));
  };
  return (
    <Row
      tone="hold"
      what={<Said words={sentence} />}
      means={
        <>
          {second !== undefined && (
            <p>
              <Said words={second} />
            </p>
          )}
          <p>
            <From held={held} />
          </p>
          {why.length > 0 && (
            <ul aria-label={t('pending.why')} className={styles.why}>
              {why.map((each, index) => (
                <li key={index}>
                  {whyWords?.[index] === undefined ? (
                    <HostText text={each} max={400} end={100} />
                  ) : (
                    <PolicySaid words={whyWords[index]} />
                  )}
                </li>
              ))}
            </ul>
          )}
          <Clock held={held} />
          <CommandNote command={allow} />
          <CommandNote command={deny} />
        </>
      }
      act={
        <>
          <ActButton
            variant="quiet"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            act={t('pending.details')}
            on={spoken}
            onClick={() => setOpen(!open)}
          />
          <ActButton
            busy={deny.busy}
            act={t(denying)}
            on={spoken}
            onClick={(click) => void answer(click, deny, t(about ? 'pending.kept' : 'pending.denied'))}
          />
          {form === undefined ? (
            <ActButton
              busy={allow.busy}
              act={t(allowing)}
              on={spoken}
              onClick={(click) => void answer(click, allow, t(about ? 'pending.passed' : 'pending.allowed'))}
            />
          ) : (
            <ActButton
              busy={allow.busy}
              act={t(open ? 'pending.send' : 'pending.fill')}
              on={spoken}
              onClick={(click) => void send(click)}
            />
          )}
        </>
      }
      below={
        open ? (
          <CallDetails
            call={held}
            id={details}
            form={form && <FormFields form={form} draft={answers} tried={tried} onChange={setFilled} />}
          />
        ) : undefined
      }
    />
  );
}

function From({ held: { clientName, server, serverSays } }: { held: HeldCall }) {
  const { t } = useTranslation('needsYou');
  return (
    <Sentence
      text={t(
        serverSays === undefined ? 'pending.from' : 'pending.fromSaying',
        slots('app', 'server', 'name'),
      )}
      parts={{
        app: <HostileText text={clientName} max={120} />,
        server: <HostileText text={server} max={120} />,
        name: <HostileText text={serverSays ?? ''} max={120} />,
      }}
    />
  );
}

function Clock({ held: { endsAt, appGone, clientName } }: { held: HeldCall }) {
  const { t } = useTranslation('needsYou');
  const { countdown } = useFormat();
  const now = useNow(SECOND);
  if (appGone) return <Said words={{ key: 'footer.app-gone', params: { app: clientName } }} />;
  return (
    <p className={styles.clock}>
      {endsAt === undefined ? t('pending.stopped') : t('pending.left', { time: countdown(endsAt - now) })}
    </p>
  );
}
