import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { ArgsView } from '../args/args-view.tsx';
import { usePopupState } from '../popup-context.tsx';
import styles from './group-list.module.css';
import { EffectIcon } from './effect-icon.tsx';
import question from './question.module.css';
import { Said } from './words.tsx';

/** The calls that are alike, each with its own sentence: whoever allows them has all of them before their eyes. */
export function GroupList({ group, id }: { group: readonly HeldCall[]; id: string }) {
  const { t } = useTranslation('popup');
  const calls = usePopupState((state) => state.calls);
  const waiting = new Set(calls.map((call) => call.id));
  const first = group[0];
  if (first === undefined) return null;
  return (
    <>
      <div className={question.head}>
        <EffectIcon effect={first.effect} />
        <div className={question.words}>
          <h1 id={`${id}-sentence`} className={question.sentence}>
            <Sentence
              text={t('group.title', { count: group.length, ...slots('app') })}
              parts={{ app: <HostileText text={first.clientName} max={80} end={20} /> }}
            />
          </h1>
          <p id={`${id}-second`} className={question.second}>
            {t('group.lead')}
          </p>
        </div>
      </div>
      <ol className={styles.list} aria-label={t('group.list')}>
        {group.map((call) => (
          <li key={call.id} className={styles.item} data-over={!waiting.has(call.id) || undefined}>
            <p>
              <Said words={call.sentence} />
            </p>
            {call.second !== undefined && (
              <p className={styles.second}>
                <Said words={call.second} max={240} end={120} />
              </p>
            )}
            {call.args !== undefined && (
              <div className={styles.args}>
                <ArgsView text={call.args} marked={call.because.marked} />
              </div>
            )}
            {!waiting.has(call.id) && <p className={styles.over}>{t('group.over')}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
