import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { useApp, useFormat } from '../../store/app-context.tsx';
import { SECOND } from '../../store/ticker.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { usePopupState } from '../popup-context.tsx';
import { saidText } from './words.tsx';

/** Seconds before the end at which the time that is left is said again. */
const MARKS = [15, 5] as const;

/**
 * Reads a call out when it comes, with the time that is left, and says the time again shortly before the end; no more,
 * because a countdown that is read out each second drowns everything else.
 */
export function Announcer({ call }: { call: HeldCall }) {
  const { t } = useTranslation('popup');
  const { now } = useApp();
  const format = useFormat();
  const ended = usePopupState((state) => state.ended);
  const [said, setSaid] = useState({ of: '', text: '' });
  const { id, endsAt } = call;
  const sentence = saidText(call.sentence);

  useEffect(() => {
    const left = endsAt === undefined ? 0 : endsAt - now();
    const text = left > 0 ? `${sentence} ${t('left', { time: format.countdown(left) })}` : sentence;
    setSaid({ of: id, text });
    // Only when another call is on show; its clock alone is no news.
  }, [id, sentence]);

  useEffect(() => {
    if (endsAt === undefined || ended !== undefined) return undefined;
    const timers = MARKS.map((seconds) => {
      const wait = endsAt - now() - seconds * SECOND;
      return wait <= 0
        ? undefined
        : setTimeout(() => setSaid({ of: id, text: t('secondsLeft', { count: seconds }) }), wait);
    });
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [id, endsAt, ended, now, t]);

  return (
    <VisuallyHidden>
      <span role="status">
        {/* Another call in the same words is a new element, else it would not be heard. */}
        <span key={said.of}>{said.text}</span>
      </span>
    </VisuallyHidden>
  );
}
