import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isDoubtful } from '../../../../shared/model/doubtful.ts';
import type { ServerReview, WaitingItem } from '../../../../shared/model/trust.ts';
import { Tag } from '../../../ui/state-mark.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Places } from '../../review/effects/places.tsx';
import { byRisk, versionKey } from '../../review/order.ts';
import { ReasonList } from '../../review/reason-list.tsx';
import { RiskMark } from '../../review/risk-mark.tsx';
import { Thing } from '../../review/thing.tsx';
import styles from './choose-list.module.css';
import type { Choice } from './use-choice.ts';

export interface ChooseListProps {
  readonly waiting: ServerReview;
  readonly choice: Pick<Choice, 'isChosen' | 'choose'>;
  /** In place of the usual one, which also says what is chosen already. */
  readonly heading?: string | undefined;
}

/** Everything a new server offers, each to be allowed or not. */
export function ChooseList({ waiting, choice, heading: words }: ChooseListProps) {
  const { t } = useTranslation('review');
  const heading = useId();
  return (
    <section className={styles.frame} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {words ?? t('trial.chosen')}
      </h3>
      {words === undefined && <p className={styles.quiet}>{t('trial.chosenHint')}</p>}
      <ul className={styles.rows} aria-label={words ?? t('trial.chosen')}>
        {waiting.items.toSorted(byRisk).map((item) => (
          <li key={versionKey(item)} className={styles.row}>
            <Row item={item} choice={choice} />
          </li>
        ))}
      </ul>
      {waiting.more > 0 && <p className={styles.quiet}>{t('trial.more', { count: waiting.more })}</p>}
    </section>
  );
}

function Row({ item, choice }: { item: WaitingItem; choice: ChooseListProps['choice'] }) {
  const { t } = useTranslation('review');
  const { kind, effect, places = [], risk, approvable, text } = item;
  return (
    <>
      <div className={styles.head}>
        <Checkbox
          label={
            <span className={styles.name}>
              <Thing item={item} />
            </span>
          }
          hint={!approvable ? t('trial.cannotHint') : isDoubtful(item) ? t('trial.heldHint') : undefined}
          checked={choice.isChosen(item)}
          disabled={!approvable}
          onChange={(on) => choice.choose(item, on)}
        />
        <span className={styles.marks}>
          {kind === 'tool' && effect !== undefined ? (
            <span className={styles.quiet}>{t(`effect.${effect}`)}</span>
          ) : (
            <Tag>{t(`kind.${kind}`)}</Tag>
          )}
          {risk !== 'routine' && <RiskMark risk={risk} />}
        </span>
      </div>
      <div className={styles.more}>
        {risk !== 'routine' && <ReasonList item={item} />}
        {text.after !== undefined && text.after !== '' && (
          <p className={styles.says}>
            <HostileText text={text.after} max={400} end={160} multiline />
          </p>
        )}
        {places.length > 0 && (
          <div className={styles.small}>
            <Places places={places} />
          </div>
        )}
      </div>
    </>
  );
}
