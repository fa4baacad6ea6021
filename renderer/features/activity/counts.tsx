import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useCalls, useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './activity.module.css';
import { keepOf } from './live/filter.ts';
import type { LiveList } from './live/live-list.ts';

/** "4,096 calls" or "128 of 4,096 calls". */
export function CountNote({ live }: { live: LiveList }) {
  const { t } = useTranslation('activity');
  const { shown, count, filtered, paused } = useStore(
    live.store,
    useShallow(({ rows, total, filter, hold }) => ({
      shown: rows.length,
      count: total,
      filtered: keepOf(filter) !== undefined,
      paused: hold.paused,
    })),
  );
  const calls = filtered ? t('countOf', { count, shown }) : t('count', { count });
  return paused ? t('paused', { calls }) : calls;
}

/** "37 new calls", which leads back to the newest, and the button that pauses. */
export function LiveButtons({ live }: { live: LiveList }) {
  const { t } = useTranslation('activity');
  const say = useUi((ui) => ui.say);
  const { fresh, paused } = useStore(
    live.store,
    useShallow(({ fresh: count, hold }) => ({ fresh: count, paused: hold.paused })),
  );
  const follow = (): void => {
    live.act('follow');
    say(t('saidFollowing'));
  };
  return (
    <>
      {fresh > 0 && (
        <Button icon="arrow" className={styles.fresh} onClick={follow}>
          {t('fresh', { count: fresh })}
        </Button>
      )}
      <Button
        icon={paused ? 'play' : 'pause'}
        className={styles.pause}
        onClick={() => (paused ? follow() : pause(live, () => say(t('saidPaused'))))}
      >
        {paused ? t('resume') : t('pause')}
      </Button>
    </>
  );
}

function pause(live: LiveList, say: () => void): void {
  live.act('pause');
  say();
}

/** What a burst brought beyond the list, as one quiet line. */
export function SkippedLine() {
  const { t } = useTranslation('activity');
  const count = useCalls(({ skipped }) => skipped);
  if (count === 0) return null;
  return <p className={styles.skipped}>{t('skipped', { count })}</p>;
}
