import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { Screen } from '../../app/screen.tsx';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useHost } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ItemCard } from './item-card.tsx';
import { byRisk, thingKey, versionKey } from './order.ts';
import styles from './review-page.module.css';
import { Thing } from './thing.tsx';
import { ROUTINE, useDecisions, type Decisions } from './use-decisions.ts';

export interface ReviewPageProps {
  readonly server: ServerView;
  readonly onClose: () => void;
}

const NONE: readonly WaitingItem[] = [];

/** Everything that one server changed, the most dangerous first, each with its own choice. */
export function ReviewPage({ server, onClose }: ReviewPageProps) {
  const { t } = useTranslation('review');
  const { id, enabled } = server;
  const waiting = useHost((host) => host.reviews.find((each) => each.server === id));
  const decisions = useDecisions(id);
  const items = (waiting?.items ?? NONE)
    .filter((item) => !decisions.decided.has(versionKey(item)))
    .toSorted(byRisk);
  const again = useChangedAgain(items);
  const turnOff = useCommand('server.disable');
  const { room, next } = useFocusNext(items);
  const routine = items.filter(
    ({ risk, approvable, takenBack }) => risk === 'routine' && approvable && takenBack !== true,
  );
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Keys of a list of choices that was opened from here arrive too.
    if (target instanceof Element && currentTarget.contains(target)) onClose();
  };
  return (
    <Screen
      title={t('title', { server: id })}
      back={{ label: t('back'), onBack: onClose }}
      note={items.length > 0 ? t('count', { count: items.length }) : undefined}
      actions={
        enabled && (
          <Button icon="block" busy={turnOff.busy} onClick={() => void turnOff.run({ id })}>
            {t('turnOff')}
          </Button>
        )
      }
    >
      {/* Escape goes back, wherever in it the focus is. */}
      <div ref={room} className={styles.page} onKeyDown={onKey}>
        <CommandNote command={turnOff} />
        {!enabled && (
          <p role="status" className={styles.off}>
            {t('turnedOff', { server: id })}
          </p>
        )}
        <OutcomeLine decisions={decisions} />
        {items.length === 0 ? (
          <EmptyState icon="check" actions={<Button onClick={onClose}>{t('back')}</Button>}>
            <span tabIndex={-1} data-review-item="">
              {t('nothing', { server: id })}
            </span>
          </EmptyState>
        ) : (
          <>
            <p className={styles.lead}>{t('lead')}</p>
            <ul aria-label={t('list')} className={styles.items}>
              {items.map((item, index) => (
                <li key={versionKey(item)}>
                  {item === routine[0] && routine.length > 1 && (
                    <RoutineBar
                      routine={routine}
                      decisions={decisions}
                      onActing={(going) => next(going ? index : undefined)}
                    />
                  )}
                  <ItemCard
                    server={id}
                    item={item}
                    decisions={decisions}
                    again={again.has(versionKey(item))}
                    onActing={(going) => next(going ? index : undefined)}
                  />
                </li>
              ))}
            </ul>
            {waiting !== undefined && waiting.more > 0 && (
              <p className={styles.lead}>{t('more', { count: waiting.more })}</p>
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

interface RoutineBarProps {
  readonly routine: readonly WaitingItem[];
  readonly decisions: Decisions;
  readonly onActing: (going: boolean) => void;
}

/** All changes of wording at once; nothing else is ever accepted in a heap. */
function RoutineBar({ routine, decisions, onActing }: RoutineBarProps) {
  const { t } = useTranslation('review');
  const { accept, acted, acceptAll } = decisions;
  const mine = acted === ROUTINE;
  return (
    <div className={styles.routine}>
      <p className={styles.lead}>{t('routineMeans')}</p>
      <Button
        busy={mine && accept.busy}
        onClick={() => {
          onActing(true);
          void acceptAll(routine).then((well) => {
            if (!well) onActing(false);
          });
        }}
      >
        {t('acceptRoutine', { count: routine.length })}
      </Button>
      {mine && <CommandNote command={accept} />}
    </div>
  );
}

/** What happens now, in one sentence. */
function OutcomeLine({ decisions: { outcome } }: { decisions: Decisions }) {
  const { t } = useTranslation('review');
  return (
    <p role="status" className={outcome === undefined ? styles.silent : styles.outcome}>
      {outcome?.kind === 'many' && t('acceptedMany', { count: outcome.count })}
      {outcome !== undefined && outcome.kind !== 'many' && (
        <Sentence text={t(outcome.kind, slots('thing'))} parts={{ thing: <Thing item={outcome.item} /> }} />
      )}
    </p>
  );
}

/**
 * The versions that took the place of another one while the page was open. A thing can be there in several versions at
 * once, for a server may offer more to some AI apps than to others.
 */
function useChangedAgain(items: readonly WaitingItem[]): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const [again, setAgain] = useState<ReadonlySet<string>>(new Set());
  const fresh = items.filter((item) => !seen.has(versionKey(item)));
  if (fresh.length > 0) {
    const things = new Set(seen.values());
    const replaced = fresh.filter((item) => things.has(thingKey(item))).map(versionKey);
    setSeen(new Map([...seen, ...fresh.map((item) => [versionKey(item), thingKey(item)] as const)]));
    if (replaced.length > 0) setAgain(new Set([...again, ...replaced]));
  }
  return again;
}

/** After a decision the focus goes to what comes next; and it is never lost when a card is replaced under it. */
function useFocusNext(items: readonly WaitingItem[]) {
  const room = useRef<HTMLDivElement>(null);
  const wanted = useRef<number>(undefined);
  const inside = useRef(false);
  const shown = items.map(versionKey).join('\n');
  useEffect(() => {
    const titles = [...(room.current?.querySelectorAll<HTMLElement>('[data-review-item]') ?? [])];
    const lost = inside.current && document.activeElement === document.body;
    if (wanted.current === undefined && !lost && inside.current) return;
    const replaced = titles.find((title) => title.dataset['reviewItem'] === 'again');
    const first = lost && wanted.current === undefined ? replaced : undefined;
    (first ?? titles[Math.min(wanted.current ?? 0, titles.length - 1)])?.focus();
    wanted.current = undefined;
    inside.current = true;
  }, [shown]);
  return {
    room,
    next: (index: number | undefined): void => {
      wanted.current = index;
    },
  };
}
