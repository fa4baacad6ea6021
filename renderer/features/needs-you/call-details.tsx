import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldCall, MissedCall } from '../../../shared/model/approval.ts';
import type { CutText } from '../../../shared/model/live.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { ArgsView } from '../../popup/args/args-view.tsx';
import { AskedContent, isAsked } from '../../popup/asks/asked-content.tsx';
import { Said } from '../../popup/parts/words.tsx';
import { markedIn, markedInAnswer, Reasons } from '../../popup/reasons/reasons.tsx';
import { useUi } from '../../store/app-context.tsx';
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
  const navigate = useUi((ui) => ui.navigate);
  const held = 'because' in call ? call : undefined;
  const asked = 'because' in call && isAsked(call) ? <AskedContent call={call} /> : undefined;
  const { tool, args } = call;
  const { destination, process, returned } = held ?? {};
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
      {held !== undefined && <Reasons call={held} place="window" onOpen={(id) => navigate('activity', id)} />}
      {returned !== undefined && held !== undefined && (
        <Text label={t('pending.returned')} text={returned} marked={markedInAnswer(held)} />
      )}
      {form ?? asked ?? (
        <Text
          label={t(held?.about === 'answer' ? 'pending.sentBefore' : 'pending.args')}
          text={args}
          marked={held === undefined ? [] : markedIn(held)}
        />
      )}
    </div>
  );
}

/** What was sent, or came back, to read. */
function Text({
  label,
  text,
  marked,
}: {
  label: string;
  text: CutText | undefined;
  marked: readonly string[];
}) {
  const { t } = useTranslation('needsYou');
  return (
    <section aria-label={label}>
      <h2 className={styles.heading}>{label}</h2>
      {text === undefined ? (
        <p className={styles.means}>{t('pending.noArgs')}</p>
      ) : (
        // What scrolls must be reachable with the keyboard.
        <div className={styles.args} tabIndex={0} role="group" aria-label={label}>
          <ArgsView text={text} marked={marked} />
        </div>
      )}
    </section>
  );
}
