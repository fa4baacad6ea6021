import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useFormat } from '../../store/app-context.tsx';
import { Ago } from '../../ui/ago.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { cx } from '../../ui/cx.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { KeyValue, KeyValueList } from '../../ui/key-value.tsx';
import { Tag } from '../../ui/state-mark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Decide } from './decide.tsx';
import { EffectSelect } from './effects/effect-select.tsx';
import { Places } from './effects/places.tsx';
import { ItemDiff } from './item-diff.tsx';
import styles from './item.module.css';
import { thingKey, versionKey } from './order.ts';
import { ReasonList } from './reason-list.tsx';
import { RiskMark } from './risk-mark.tsx';
import { Thing, useThingWords } from './thing.tsx';
import type { Decisions } from './use-decisions.ts';

export interface ItemCardProps {
  readonly server: string;
  readonly item: WaitingItem;
  readonly decisions: Decisions;
  readonly again: boolean;
  /** Called when it is about to go away, and when it stays after all. */
  readonly onActing: (going: boolean) => void;
}

/** One thing on hold: what happened, why it is risky, what is different, and the choice. */
export function ItemCard({ server, item, decisions, again, onActing }: ItemCardProps) {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const words = useThingWords();
  const heading = useId();
  const { kind, status, formerKey, risk, calls, since, effect, places } = item;
  const { accept, block, correct } = decisions;
  const mine = decisions.acted === thingKey(item);
  const busy = mine && (accept.busy || block.busy || correct.busy);
  const chosen = decisions.effects.get(versionKey(item)) ?? effect;
  const done = (acted: Promise<boolean>): void => {
    onActing(true);
    void acted.then((well) => {
      if (!well) onActing(false);
    });
  };
  return (
    <article className={cx(styles.card, styles[`${risk}Card`])} aria-labelledby={heading}>
      <header className={styles.header}>
        <h2 id={heading} tabIndex={-1} className={styles.title} data-review-item={again ? 'again' : ''}>
          {status === 'renamed' && formerKey !== undefined && (
            <>
              <span className={styles.former}>
                <HostileText text={formerKey} max={160} end={40} />
              </span>{' '}
              <Icon name="arrow" className={styles.arrow} />
              <VisuallyHidden>{t('becomes')}</VisuallyHidden>{' '}
            </>
          )}
          <Thing item={item} />
        </h2>
        {kind !== 'instructions' && kind !== 'server' && <Tag>{t(`kind.${kind}`)}</Tag>}
        <RiskMark risk={risk} />
      </header>
      {again && (
        <p className={styles.again} role="alert">
          <Icon name="hold" className={styles.icon} />
          {t('again')}
        </p>
      )}
      <p className={styles.what}>
        <What item={item} />{' '}
        {status === 'changed' && kind === 'tool' && t('calls', { number: number(calls) })}{' '}
        <span className={styles.quiet}>
          <Sentence text={t('since', slots('ago'))} parts={{ ago: <Ago at={since} /> }} />
        </span>
      </p>
      <ReasonList item={item} />
      {item.takenBack === true && <p className={styles.cannot}>{t('takenBack')}</p>}
      {!item.approvable && item.takenBack !== true && <p className={styles.cannot}>{t('cannot')}</p>}
      <ItemDiff server={server} item={item} />
      {kind === 'tool' && chosen !== undefined && (
        <KeyValueList>
          <KeyValue label={t('effect.label')}>
            {item.approvable ? (
              <>
                <EffectSelect
                  className={styles.effect}
                  label={t('effect.labelOf', { tool: words(item) })}
                  value={chosen}
                  disabled={busy}
                  onChange={(next) => decisions.setEffect(item, next)}
                />
                <p className={styles.small}>{t(chosen === effect ? 'effect.hint' : 'effect.later')}</p>
              </>
            ) : (
              t(`effect.${chosen}`)
            )}
          </KeyValue>
          <KeyValue label={t('places.label')}>
            <Places places={places ?? []} />
          </KeyValue>
        </KeyValueList>
      )}
      {mine &&
        [accept, block, correct].map((command, index) => <CommandNote key={index} command={command} />)}
      <Decide
        item={item}
        busy={busy}
        again={again}
        onLeaveOff={() => done(decisions.leaveOff(item))}
        onAccept={() => done(decisions.acceptOne(item))}
      />
    </article>
  );
}

/** What happened to it, in one or two sentences. */
function What({ item: { kind, key, status, formerKey = '' } }: { item: WaitingItem }) {
  const { t } = useTranslation('review');
  const text =
    status === 'renamed'
      ? t('renamed', slots('was', 'name'))
      : t(`${status === 'new' ? 'fresh' : 'changed'}.${kind}`, slots('name'));
  return (
    <Sentence
      text={text}
      parts={{
        name: <HostileText text={key} max={160} end={40} />,
        was: <HostileText text={formerKey} max={160} end={40} />,
      }}
    />
  );
}
