import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useFormat } from '../../store/app-context.tsx';
import { useNow } from '../../store/ticker.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { usePopup, usePopupState } from '../popup-context.tsx';
import { fitting } from '../state/choice.ts';
import { alikeOf } from '../state/content.ts';
import { editProblem } from '../state/edit.ts';
import { changedArguments, draftOf } from '../state/popup-state.ts';
import styles from './answer-bar.module.css';
import { AnswerButton } from './answer-button.tsx';
import { ChoiceMenu, Covers } from './choice-menu.tsx';

/** The clock shows whole seconds; asked more often than that so that none is left out. */
const TICK_MS = 250;
const NAME_UNITS = 40;

function Position() {
  const { t } = useTranslation('popup');
  const { t: said } = useTranslation('approval');
  const { popup } = usePopup();
  const { index, count, still } = usePopupState((state) => ({
    index: state.index,
    count: state.calls.length,
    still: state.ended !== undefined || state.busy !== undefined,
  }));
  // The one on show counts still when it has just ended.
  const of = Math.max(count, index + 1);
  if (of < 2) return null;
  return (
    <div className={styles.position}>
      <IconButton
        icon="chevron-right"
        className={styles.back}
        label={t('previous')}
        disabled={still || index === 0}
        onClick={() => popup.turn(-1)}
      />
      <span className={styles.count}>{said('queue.position', { n: index + 1, count: of })}</span>
      <IconButton
        icon="chevron-right"
        label={t('next')}
        disabled={still || index + 1 >= of}
        onClick={() => popup.turn(1)}
      />
    </div>
  );
}

/** What happens without an answer, and what Allow covers beyond this call. */
function Footer({ call }: { call: HeldCall }) {
  const { t: said } = useTranslation('approval');
  const format = useFormat();
  const ended = usePopupState((state) => state.ended);
  const name = <HostileText text={call.clientName} max={NAME_UNITS} end={10} />;
  const app = slots('app');
  if (ended !== undefined) return null;
  if (call.appGone) {
    return (
      <p>
        <Sentence text={said('footer.app-gone', app)} parts={{ app: name }} />
      </p>
    );
  }
  if (call.endsAt === undefined) return <p>{said('footer.stopped')}</p>;
  const until = call.about === 'answer' ? 'footer.until-kept' : 'footer.until';
  return <p>{said(until, { time: format.clock(call.endsAt) })}</p>;
}

/** What Allow does, where it does more than let the call pass. */
function AllowLabel({ call }: { call: HeldCall }) {
  const { t } = useTranslation('approval');
  if (call.answer === 'form')
    return (
      <Sentence
        text={t('button.send', slots('server'))}
        parts={{ server: <HostileText text={call.server} max={NAME_UNITS} end={10} /> }}
      />
    );
  if (call.about === 'answer') return t('button.pass-on');
  return t(call.answer === 'open' ? 'button.open-page' : 'button.allow');
}

function DenyLabel({ call, counting }: { call: HeldCall; counting: boolean }) {
  const { t } = useTranslation('approval');
  const format = useFormat();
  const now = useNow(TICK_MS);
  const keep = call.about === 'answer';
  if (call.endsAt === undefined || call.appGone || !counting)
    return t(keep ? 'button.keep-back' : 'button.deny');
  return t(keep ? 'button.keep-counting' : 'button.deny-counting', {
    left: format.countdown(call.endsAt - now),
  });
}

export interface AnswerBarProps {
  readonly call: HeldCall;
  readonly group: readonly HeldCall[] | undefined;
  readonly dead: boolean;
}

/** The answers, at a fixed place and of a fixed height: nothing that a call brings along can move them. */
export function AnswerBar({ call, group, dead }: AnswerBarProps) {
  const { t } = useTranslation('popup');
  const { t: said } = useTranslation('approval');
  const { popup } = usePopup();
  const state = usePopupState((all) => all);
  const { busy, ended, platform, calls } = state;
  const draft = draftOf(state, call.id);
  const edited = group === undefined ? changedArguments(draft) : undefined;
  const changed = edited !== undefined;
  const unfit = changed && editProblem(edited) !== undefined;
  const alike = alikeOf(calls, call).length;
  const waiting = group?.filter(({ id }) => calls.some((each) => each.id === id)).length ?? 0;
  const off = dead || ended !== undefined || (group !== undefined && waiting === 0);
  const mac = platform === 'darwin';
  return (
    <>
      <div className={styles.row}>
        {group === undefined ? (
          <>
            {call.answer === undefined && call.about === undefined && (
              <ChoiceMenu call={call} disabled={changed || ended !== undefined || busy !== undefined} />
            )}
            {alike > 1 && ended === undefined && (
              <Button variant="quiet" onClick={() => popup.openGroup()}>
                {t('group.open', { count: alike })}
              </Button>
            )}
            <Position />
          </>
        ) : (
          <Button
            variant="quiet"
            className={styles.choice}
            disabled={busy !== undefined}
            onClick={() => popup.closeGroup()}
          >
            {t('group.back')}
          </Button>
        )}
      </div>
      <div className={styles.answers}>
        <AnswerButton
          hint={
            group === undefined
              ? t(call.about === 'answer' ? 'keepHint' : 'denyHint')
              : t('group.deny', { count: waiting })
          }
          shortcut={group === undefined ? 'Escape' : ''}
          dead={off}
          busy={busy !== undefined}
          onAnswer={() => void popup.deny()}
        >
          {group === undefined ? (
            <DenyLabel call={call} counting={ended === undefined} />
          ) : (
            t('group.deny', { count: waiting })
          )}
        </AnswerButton>
        <AnswerButton
          hint={t(call.about === 'answer' ? 'passHint' : 'allowHint', {
            keys: mac ? '⌘ Return' : 'Ctrl+Enter',
          })}
          shortcut={mac ? 'Meta+Enter' : 'Control+Enter'}
          dead={off || unfit}
          busy={busy !== undefined}
          onAnswer={() => void popup.allow()}
        >
          {group !== undefined ? (
            said('button.allow-group', { count: waiting })
          ) : changed ? (
            t('allowEdited')
          ) : (
            <AllowLabel call={call} />
          )}
        </AnswerButton>
      </div>
      <div className={styles.footer}>
        <Footer call={call} />
        {group === undefined && !changed && <Covers call={call} choice={fitting(draft.choice, call)} />}
      </div>
    </>
  );
}
