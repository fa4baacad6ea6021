import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetail as Found } from '../../../../shared/model/live.ts';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { useFormat } from '../../../store/app-context.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { KeyValue, KeyValueList } from '../../../ui/key-value.tsx';
import { useShownSession } from '../history/use-session.ts';
import { RunningTime } from '../list/call-row.tsx';
import { OutcomeMark } from '../list/outcome-mark.tsx';
import { endingOf } from '../live/filter.ts';
import { CallTexts } from './call-texts.tsx';
import styles from './detail.module.css';
import { Findings } from './findings.tsx';
import { FoundPlaces } from './found-places.tsx';
import { shortHash } from './leg-words.ts';
import { AppLink, CallSentence, ServerLink } from './parties.tsx';
import { Road } from './road.tsx';
import { useCallDetail } from './use-call-detail.ts';
import { Why } from './why.tsx';

function Summary({ call }: { call: CallSummary }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const ending = endingOf(call);
  const isTool = call.method === 'tools/call';
  return (
    <KeyValueList>
      <KeyValue label={t('column.outcome')}>
        <OutcomeMark ending={ending} word={t(`outcome.${ending}`)} />
        {call.reason !== undefined && (
          <p className={styles.reason}>
            <HostText text={call.reason} multiline />
          </p>
        )}
      </KeyValue>
      <KeyValue label={t('detail.time')}>
        <time dateTime={new Date(call.at).toISOString()}>{format.date(call.at)}</time>
      </KeyValue>
      {ending === 'open' ? (
        <KeyValue label={t('detail.duration')}>
          <RunningTime at={call.at} format={format} />
        </KeyValue>
      ) : (
        call.durationMs !== undefined && (
          <KeyValue label={t('detail.duration')}>{format.duration(call.durationMs)}</KeyValue>
        )
      )}
      {call.direction === 'server' && (
        <KeyValue label={t('detail.direction')}>{t('detail.directionServer')}</KeyValue>
      )}
      <KeyValue label={t('detail.app')}>
        <AppLink call={call} />
      </KeyValue>
      <KeyValue label={t('detail.server')}>
        {call.server === '' ? t('noServer') : <ServerLink call={call} />}
      </KeyValue>
      {!(isTool && call.name !== '') && (
        <KeyValue label={t('detail.method')} mono>
          <HostileText text={call.method} />
        </KeyValue>
      )}
      {call.name !== '' && (
        <KeyValue label={isTool ? t('detail.tool') : t('detail.name')} mono>
          <HostileText text={call.name} />
        </KeyValue>
      )}
    </KeyValueList>
  );
}

/** A long name of bytes: its beginning, and a button that copies all of it. */
function Digest({ digest, label }: { digest: string; label: string }) {
  return (
    <span className={styles.copied}>
      <HostileText text={shortHash(digest)} className={styles.mono} />
      <CopyButton text={digest} label={label} />
    </span>
  );
}

function Record({ call, legs }: { call: CallSummary; legs: Found['legs'] }) {
  const { t } = useTranslation('activity');
  const args = legs.find(({ argsDigest }) => argsDigest !== undefined)?.argsDigest;
  const result = legs.findLast(({ resultDigest }) => resultDigest !== undefined)?.resultDigest;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('detail.ids')}</h3>
      <KeyValueList>
        <KeyValue label={t('detail.call')}>
          <span className={styles.copied}>
            <HostileText text={call.call} className={styles.mono} />
            <CopyButton text={call.call} label={t('detail.copyCall')} />
          </span>
        </KeyValue>
        {args !== undefined && (
          <KeyValue label={t('detail.argsDigest')}>
            <Digest digest={args} label={t('detail.copyDigest')} />
          </KeyValue>
        )}
        {result !== undefined && (
          <KeyValue label={t('detail.resultDigest')}>
            <Digest digest={result} label={t('detail.copyDigest')} />
          </KeyValue>
        )}
      </KeyValueList>
    </section>
  );
}

function Rest({ call, detail }: { call: CallSummary; detail: Found }) {
  const { t } = useTranslation('activity');
  return (
    <>
      <Why key={call.call} call={call.call} ended={endingOf(call) !== 'open'} />
      <Findings legs={detail.legs}>
        <FoundPlaces key={call.call} call={call} legs={detail.legs.length} />
      </Findings>
      <CallTexts call={call} detail={detail} />
      <section className={styles.section}>
        <h3 className={styles.heading}>{t('detail.road')}</h3>
        <Road call={call} legs={detail.legs} />
        {detail.legs.length === 0 && <p className={styles.quiet}>{t('detail.noLegs')}</p>}
      </section>
      <Record call={call} legs={detail.legs} />
    </>
  );
}

export interface CallDetailProps {
  readonly call: string;
  readonly onClose: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** One call with everything that can be shown of it; it keeps itself up to date while the call runs. */
export function CallDetail({ call: id, onClose, ref }: CallDetailProps) {
  const { t } = useTranslation(['activity', 'history']);
  const [shown, showSession] = useShownSession();
  const common = useTranslation();
  const { row, detail, trouble, message, busy, retry } = useCallDetail(id);
  const call: CallSummary | undefined = row ?? detail?.call;
  return (
    <section
      ref={ref}
      aria-label={t('detail.label')}
      tabIndex={-1}
      data-call-detail=""
      className={styles.detail}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>
          {call === undefined ? t('detail.label') : <CallSentence call={call} />}
        </h2>
        <IconButton icon="close" label={t('detail.close')} onClick={onClose} />
      </div>
      <div className={styles.body}>
        {call !== undefined && <Summary call={call} />}
        {call !== undefined && shown === undefined && (
          <div>
            <Button onClick={() => showSession(id)}>{t('history:session.open')}</Button>
          </div>
        )}
        {trouble === 'gone' && <p className={styles.quiet}>{t('detail.gone')}</p>}
        {trouble === 'failed' && (
          <div role="alert" className={styles.section}>
            <p>{t('detail.failed')}</p>
            {message !== undefined && (
              <p className={styles.quiet}>
                <HostText text={message} multiline />
              </p>
            )}
            <div>
              <Button busy={busy} onClick={retry}>
                {common.t('action.retry')}
              </Button>
            </div>
          </div>
        )}
        {detail === undefined && trouble === undefined && (
          <p role="status" className={styles.quiet}>
            {t('detail.loading')}
          </p>
        )}
        {call !== undefined && detail !== undefined && <Rest call={call} detail={detail} />}
      </div>
    </section>
  );
}
