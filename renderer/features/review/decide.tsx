import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isDoubtful } from '../../../shared/model/doubtful.ts';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { SaidAll } from '../../popup/parts/words.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { useSteady } from '../../ui/use-steady.ts';
import styles from './item.module.css';
import { toneOf, weighed } from './order.ts';
import { useThingWords } from './thing.tsx';

export interface DecideProps {
  readonly item: WaitingItem;
  readonly busy: boolean;
  /** What is shown took the place of something else while the person was looking. */
  readonly again: boolean;
  readonly onLeaveOff: () => void;
  readonly onAccept: () => void;
}

/** The choice about one thing. What looks dangerous is accepted in two steps, of which no key is the default. */
export function Decide({ item, busy, again, onLeaveOff, onAccept }: DecideProps) {
  const { t } = useTranslation(['review', 'common']);
  const words = useThingWords();
  const [asking, setAsking] = useState(false);
  const steady = useSteady();
  const row = useRef<HTMLDivElement>(null);
  const { approvable, risk, status } = item;
  const alarm = isDoubtful(item);
  const fresh = status === 'new';
  const tooSoon = (click: MouseEvent): boolean => again && !steady(click);
  const label = (act: string): string => t('common:actOn', { act, what: words(item) });
  const leaveText = t('leaveOff');
  const acceptText = alarm
    ? t(fresh ? 'acceptNewDespite' : 'acceptDespite')
    : t(fresh ? 'acceptNew' : 'accept');
  const stepBack = (): void => {
    setAsking(false);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-accept]')?.focus());
  };
  // Nothing of it is there to accept, so nothing is asked twice either.
  if (item.takenBack === true) {
    return (
      <div className={styles.decide}>
        <Button aria-label={label(t('takeOff'))} busy={busy} onClick={onAccept}>
          {t('takeOff')}
        </Button>
      </div>
    );
  }
  if (asking) return <SecondStep item={item} busy={busy} onAccept={onAccept} onBack={stepBack} />;
  return (
    <div ref={row} className={styles.decide}>
      <Button
        variant={alarm ? 'primary' : 'neutral'}
        aria-label={label(leaveText)}
        disabled={busy}
        onClick={(click) => {
          if (!tooSoon(click)) onLeaveOff();
        }}
      >
        {leaveText}
      </Button>
      {approvable && (
        <Button
          data-accept=""
          variant={risk === 'routine' ? 'primary' : 'neutral'}
          aria-label={label(acceptText)}
          busy={busy}
          onClick={(click) => {
            if (tooSoon(click)) return;
            if (alarm) setAsking(true);
            else onAccept();
          }}
        >
          {acceptText}
        </Button>
      )}
    </div>
  );
}

interface SecondStepProps {
  readonly item: WaitingItem;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onBack: () => void;
}

/** Asks once more, with the worst reason. The focus goes to the question, so that a second Enter does nothing. */
function SecondStep({ item, busy, onAccept, onBack }: SecondStepProps) {
  const { t } = useTranslation(['review', 'common']);
  const words = useThingWords();
  const id = useId();
  const question = useRef<HTMLParagraphElement>(null);
  const steady = useSteady();
  useEffect(() => question.current?.focus(), []);
  const worst = weighed(item)[0];
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onBack();
  };
  return (
    // Escape goes back, wherever in it the focus is.
    <div
      role="group"
      aria-labelledby={id}
      className={cx(styles.second, item.risk !== 'alarm' && styles.unsure)}
      onKeyDown={onKey}
    >
      <p ref={question} id={id} tabIndex={-1} className={styles.question}>
        {t(item.risk === 'alarm' ? 'secondStep' : 'secondStepUnsure')}
      </p>
      {worst !== undefined && (
        <p className={styles.worst}>
          <Icon name={toneOf[worst.risk] === 'alarm' ? 'alarm' : 'hold'} className={styles.icon} />
          <span>
            <SaidAll said={worst.said} of="reasons" max={400} end={120} />
          </span>
        </p>
      )}
      <p>{t('secondMeans')}</p>
      <div className={styles.decide}>
        <Button variant="primary" disabled={busy} onClick={onBack}>
          {t('notNow')}
        </Button>
        <ActButton
          variant="alarm"
          busy={busy}
          act={t('acceptAnyway')}
          on={words(item)}
          onClick={(click) => {
            if (steady(click)) onAccept();
          }}
        />
      </div>
    </div>
  );
}
