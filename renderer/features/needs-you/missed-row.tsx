import { useId, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissedCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { Said, saidText } from '../../popup/parts/words.tsx';
import { useFormat, useUi } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Ago } from '../../ui/ago.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import type { Steady } from '../../ui/use-steady.ts';
import { CallDetails } from './call-details.tsx';
import { Row } from './row.tsx';

/** A call that nobody answered: it was refused, and allowing it lets its next try pass, once and for a while. */
export function MissedRow({ missed, steady }: { missed: MissedCall; steady: Steady }) {
  const { t } = useTranslation('needsYou');
  const { minute } = useFormat();
  const say = useUi((ui) => ui.say);
  const [open, setOpen] = useState(false);
  const details = useId();
  const allow = useCommand('approval.allow');
  const dismiss = useCommand('approval.deny');
  const { id, sentence, second, why, at, clientName, allowedUntil } = missed;
  const spoken = saidText(sentence);
  const busy = allow.busy || dismiss.busy;
  const drop = async (click: MouseEvent): Promise<void> => {
    if (!steady(click) || busy) return;
    if ((await dismiss.run({ id })) !== undefined) say(t('missed.dismissed'));
  };
  return (
    <Row
      tone="neutral"
      icon="clock"
      what={<Said words={sentence} />}
      means={
        <>
          {second !== undefined && (
            <p>
              <Said words={second} />
            </p>
          )}
          <p>
            <Said words={{ key: `missed.${why}`, params: { app: clientName } }} />{' '}
            <Sentence text={t('missed.when', slots('ago'))} parts={{ ago: <Ago at={at} /> }} />
          </p>
          {allowedUntil !== undefined && (
            <p role="status">
              <Said words={{ key: 'missed.allowed', params: { time: minute(allowedUntil) } }} />
            </p>
          )}
          <CommandNote command={allow} />
          <CommandNote command={dismiss} />
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
            busy={dismiss.busy}
            act={t('missed.dismiss')}
            on={spoken}
            onClick={(click) => void drop(click)}
          />
          {allowedUntil === undefined && (
            <ActButton
              busy={allow.busy}
              act={t('missed.allow')}
              on={spoken}
              onClick={(click) => {
                if (steady(click) && !busy) void allow.run({ id });
              }}
            />
          )}
        </>
      }
      below={open ? <CallDetails call={missed} id={details} /> : undefined}
    />
  );
}
