import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeOutput } from '../../../../shared/ipc/window.ts';
import { Screen } from '../../../app/screen.tsx';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useFormat, useUi } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { popupIsOpen } from '../../../ui/open-dialog.ts';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { CallDetail } from '../detail/call-detail.tsx';
import styles from './session.module.css';
import { Timeline } from './timeline.tsx';

type Session = BridgeOutput<'log.session'>;

export interface SessionScreenProps {
  /** The call that it is the session of; another one needs another React key. */
  readonly call: string;
  readonly onClose: () => void;
}

/** All calls that belong together with one, across servers, in the order in which they were made. */
export function SessionScreen({ call, onClose }: SessionScreenProps) {
  const { t } = useTranslation(['history', 'common']);
  const { value: session, command, reload } = useAnswer('log.session', { call });
  const { chosen, select } = useUi((ui) => ({ chosen: ui.selected.activity, select: ui.select }));
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  const close = useCallback(() => {
    select('activity', undefined);
    requestAnimationFrame(() => page.current?.focus({ preventScroll: true }));
  }, [select]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || popupIsOpen()) return;
      event.preventDefault();
      (chosen === undefined ? onClose : close)();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [chosen, close, onClose]);
  return (
    <Screen
      fill
      title={t('session.title')}
      back={{ label: t('session.back'), onBack: onClose }}
      note={session === undefined ? undefined : <Span session={session} />}
      actions={
        <Button variant="quiet" icon="refresh" busy={command.busy} onClick={reload}>
          {t('again')}
        </Button>
      }
    >
      <SplitPane
        min={280}
        initial={360}
        minStart={280}
        start={
          <div ref={page} tabIndex={-1} className={styles.page} aria-busy={command.busy}>
            {session !== undefined ? (
              <>
                <CommandNote command={command} />
                <Means session={session} />
                {session.before && <p className={styles.quiet}>{t('session.before')}</p>}
                <Timeline calls={session.calls} chosen={chosen} onChoose={(one) => select('activity', one)} />
                {session.after && <p className={styles.quiet}>{t('session.after')}</p>}
              </>
            ) : command.error === undefined ? (
              <EmptyState icon="activity">
                <span role="status">{t('session.loading')}</span>
              </EmptyState>
            ) : (
              <EmptyState icon="alarm" actions={<Button onClick={reload}>{t('common:action.retry')}</Button>}>
                <p>{t('session.failed')}</p>
                <CommandNote command={command} />
              </EmptyState>
            )}
          </div>
        }
        end={chosen === undefined ? undefined : <CallDetail call={chosen} onClose={close} />}
      />
    </Screen>
  );
}

function Means({ session: { clientName, pauseMs } }: { readonly session: Session }) {
  const { t } = useTranslation('history');
  const text =
    pauseMs === undefined
      ? t('session.means', slots('app'))
      : t('session.meansPause', { ...slots('app'), minutes: Math.round(pauseMs / 60_000) });
  return (
    <p className={styles.quiet}>
      <Sentence text={text} parts={{ app: <HostileText text={clientName} max={80} /> }} />
    </p>
  );
}

function Span({ session: { calls } }: { readonly session: Session }) {
  const { t } = useTranslation('history');
  const { date } = useFormat();
  const [since, until] = [calls[0]?.at ?? 0, calls.at(-1)?.at ?? 0];
  return calls.length === 1
    ? t('session.spanOne', { since: date(since) })
    : t('session.span', { count: calls.length, since: date(since), until: date(until) });
}
