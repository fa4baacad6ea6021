import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldCall, MissedCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { ArgsView } from '../../popup/args/args-view.tsx';
import { AskedContent, isAsked } from '../../popup/asks/asked-content.tsx';
import { Said } from '../../popup/parts/words.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { KeyValue, KeyValueList } from '../../ui/key-value.tsx';
import styles from './needs-you.module.css';

/** Everything else that is known of a call before somebody answers: where it goes, who asks, and what is sent. */
export function CallDetails({
  call,
  id,
  form,
}: {
  call: HeldCall | MissedCall;
  id: string;
  /** A form to be filled in, in place of what is sent. */
  form?: ReactNode;
}) {
  const { t } = useTranslation('needsYou');
  const asked = 'because' in call && isAsked(call) ? <AskedContent call={call} /> : undefined;
  const { tool, args } = call;
  const { destination, process, because } = 'because' in call ? call : {};
  return (
    <div id={id} className={styles.details}>
      <KeyValueList>
        {destination !== undefined && (
          <KeyValue label={t('pending.where')}>
            <Said words={destination} max={600} end={120} />
          </KeyValue>
        )}
        <KeyValue label={t('pending.tool')} mono>
          <HostileText text={tool} max={300} end={80} />
        </KeyValue>
        {process !== undefined && (
          <KeyValue label={t('pending.process')}>
            <HostileText
              text={process.path ?? String(process.pid)}
              max={300}
              end={100}
              className={styles.mono}
            />
            {process.signer !== undefined && (
              <>
                {', '}
                <Sentence
                  text={t('pending.signer', slots('signer'))}
                  parts={{ signer: <HostileText text={process.signer} max={160} /> }}
                />
              </>
            )}
          </KeyValue>
        )}
      </KeyValueList>
      {form ?? asked ?? (
        <section aria-label={t('pending.args')}>
          <h3 className={styles.heading}>{t('pending.args')}</h3>
          {args === undefined ? (
            <p className={styles.means}>{t('pending.noArgs')}</p>
          ) : (
            // What scrolls must be reachable with the keyboard.
            <div className={styles.args} tabIndex={0} role="group" aria-label={t('pending.args')}>
              <ArgsView text={args} marked={because?.marked ?? []} />
            </div>
          )}
        </section>
      )}
    </div>
  );
}
