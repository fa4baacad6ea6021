import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { useFormat, useHost } from '../../store/app-context.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { ItemList } from '../../ui/item-list.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { cx } from '../../ui/cx.ts';
import { toneOf } from '../review/order.ts';
import styles from './server-list.module.css';
import { isUnwell, useServerWords } from './server-words.ts';

/** How a server is reached, on one line. */
export function reachedText({ launch }: ServerView): string {
  return launch.transport === 'http' ? launch.url : [launch.command, ...launch.args].join(' ');
}

export interface ServerListProps {
  readonly servers: readonly ServerView[];
  readonly tools: ReadonlyMap<string, number>;
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The servers, one row each. */
export function ServerList({ servers, tools, selected, onOpen }: ServerListProps) {
  const { t } = useTranslation('servers');
  const { number } = useFormat();
  const words = useServerWords();
  const changed = useHost((host) => host.reviews);
  /** Changes of an approved server say more about its review than that it was approved once. */
  const reviewOf = (server: ServerView): ReturnType<typeof words.review> => {
    const own = server.state === 'approved' && server.enabled;
    const waiting = own ? changed.find((each) => each.server === server.id) : undefined;
    return waiting === undefined
      ? words.review(server)
      : { tone: toneOf[waiting.risk], words: t('review.changed') };
  };
  return (
    <ItemList
      label={t('title')}
      items={servers}
      selected={selected}
      onOpen={onOpen}
      columns={styles.columns}
      heads={
        <>
          <span>{t('column.name')}</span>
          <span className={styles.reached}>{t('column.reached')}</span>
          <span className={styles.review}>{t('column.review')}</span>
          <span className={styles.health}>{t('column.health')}</span>
          <span className={cx(styles.tools, styles.number)}>{t('column.tools')}</span>
        </>
      }
      row={(server) => {
        const review = reviewOf(server);
        const health = words.health(server);
        const count = tools.get(server.id);
        // Where there is room for one state only, it is the one that needs attention.
        const unwell = isUnwell(server) && styles.unwell;
        return (
          <>
            <span className={styles.name}>{server.id}</span>
            <span className={cx(styles.reached, styles.mono)}>
              <HostileText text={reachedText(server)} max={200} />
            </span>
            <span className={cx(styles.review, unwell)}>
              <StateMark tone={review.tone}>{review.words}</StateMark>
            </span>
            <span className={cx(styles.health, unwell)}>
              <StateMark tone={health.tone}>{health.words}</StateMark>
            </span>
            <span
              className={cx(styles.tools, styles.number)}
              aria-label={count === undefined ? undefined : t('tools', { count })}
            >
              {count === undefined ? '' : number(count)}
            </span>
          </>
        );
      }}
    />
  );
}
