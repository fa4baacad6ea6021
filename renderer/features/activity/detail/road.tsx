import { useTranslation } from 'react-i18next';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useFormat } from '../../../store/app-context.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { RunningTime } from '../list/call-row.tsx';
import { shapedOf, shortHash, stopsOf, type DetailLeg, type Stop } from './leg-words.ts';
import styles from './road.module.css';

/** Its place in the log, and the hash that chains it to the row before. */
function LogPlace({ leg }: { leg: DetailLeg }) {
  const { t } = useTranslation('activity');
  if (leg.seq === undefined && leg.hash === undefined) return null;
  return (
    <div className={styles.log}>
      {leg.seq !== undefined && <span>{t('detail.logRow', { seq: leg.seq })}</span>}
      {leg.hash !== undefined && (
        <>
          <HostileText text={shortHash(leg.hash)} className={styles.hash} />
          <CopyButton text={leg.hash} label={t('detail.copyHash')} />
        </>
      )}
    </div>
  );
}

function Place({ stop, call, said }: { stop: Stop; call: CallSummary; said: boolean }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const app = <HostileText text={call.clientName} max={80} />;
  const server = call.server === '' ? t('detail.someServer') : <HostileText text={call.server} max={80} />;
  const back = call.direction === 'server';
  const shaped = stop.leg && shapedOf(stop.leg);
  const tone = stop.kind === 'refused' ? 'hold' : stop.kind === 'failed' ? 'alarm' : undefined;
  return (
    <li className={cx(styles.stop, stop.kind === 'waiting' && styles.waiting)}>
      <span className={cx(styles.dot, tone !== undefined && styles[tone])} aria-hidden="true">
        {tone !== undefined && <Icon name={tone} className={styles.icon} />}
      </span>
      <div className={styles.line}>
        <span className={styles.label}>{t(`leg.${stop.kind}`)}</span>
        <span className={styles.offset}>
          {stop.offset !== undefined && t('detail.offset', { time: format.duration(stop.offset) })}
          {stop.kind === 'waiting' && <RunningTime at={call.at} format={format} />}
        </span>
        {stop.at !== undefined && (
          <time className={styles.clock} dateTime={new Date(stop.at).toISOString()}>
            {format.clock(stop.at, true)}
          </time>
        )}
      </div>
      <p className={styles.means}>
        <Sentence
          text={t(`legMeans.${stop.means}`, slots('from', 'to'))}
          parts={{ from: back ? server : app, to: back ? app : server }}
        />
      </p>
      {/* The reason of the end stands at the top of the detail already. */}
      {!said && stop.leg?.reason !== undefined && (
        <p className={styles.means}>
          <HostText text={stop.leg.reason} multiline />
        </p>
      )}
      {shaped !== undefined && (
        <p className={styles.means}>
          {t('detail.shaped', { from: format.bytes(shaped.from), to: format.bytes(shaped.to) })}
        </p>
      )}
      {stop.leg !== undefined && <LogPlace leg={stop.leg} />}
    </li>
  );
}

/** The way of a call as a small vertical line of its stops, each with what it means. */
export function Road({ call, legs }: { call: CallSummary; legs: readonly DetailLeg[] }) {
  return (
    <ol className={styles.road}>
      {stopsOf(call, legs).map((stop, index) => (
        <Place key={index} stop={stop} call={call} said={stop.leg?.reason === call.reason} />
      ))}
    </ol>
  );
}
