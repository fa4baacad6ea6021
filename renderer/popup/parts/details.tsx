import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { useFormat } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { JsonView } from '../../ui/json-view/json-view.tsx';
import { KeyValue, KeyValueList } from '../../ui/key-value.tsx';
import { usePopup, usePopupState } from '../popup-context.tsx';
import { MOST_REASON } from '../state/choice.ts';
import { draftOf } from '../state/popup-state.ts';
import styles from './details.module.css';
import { Editor } from './editor.tsx';

const UNITS = 400;
const END = 120;

function Facts({ call }: { call: HeldCall }) {
  const { t } = useTranslation('popup');
  const format = useFormat();
  const { process, because } = call;
  return (
    <KeyValueList>
      <KeyValue label={t('detail.app')}>
        <HostileText text={call.clientName} max={UNITS} end={END} />
      </KeyValue>
      <KeyValue label={t('detail.process')} mono={process?.path !== undefined}>
        {process?.path !== undefined && <HostileText text={process.path} max={UNITS} end={END} />}
        {process?.path === undefined && t('detail.unknownProcess')}
        {process !== undefined && <div className={styles.quiet}>{t('detail.pid', { pid: process.pid })}</div>}
      </KeyValue>
      <KeyValue label={t('detail.signer')}>
        {process?.signer === undefined ? (
          t('detail.unsigned')
        ) : (
          <HostileText text={process.signer} max={UNITS} end={END} />
        )}
      </KeyValue>
      <KeyValue label={t('detail.tool')} mono>
        <HostileText text={call.tool} max={UNITS} end={END} />
      </KeyValue>
      <KeyValue label={t('detail.rule')}>
        {t(`detail.layer.${because.layer}`)}
        {because.rule !== undefined && (
          <div className={styles.quiet}>{t('detail.ruleId', { rule: because.rule })}</div>
        )}
      </KeyValue>
      <KeyValue label={t('detail.asked')}>{format.clock(call.askedAt)}</KeyValue>
    </KeyValueList>
  );
}

/** What few people need: who asks exactly, the JSON, and the answers that are more than yes and no. */
export function Details({ call }: { call: HeldCall }) {
  const { t } = useTranslation('popup');
  const { popup } = usePopup();
  const id = useId();
  const draft = usePopupState((state) => draftOf(state, call.id));
  return (
    <div className={styles.details}>
      <Button
        variant="quiet"
        icon={draft.details ? 'chevron-down' : 'chevron-right'}
        className={styles.toggle}
        aria-expanded={draft.details}
        aria-controls={draft.details ? id : undefined}
        onClick={() => popup.draft({ details: !draft.details })}
      >
        {t('details')}
      </Button>
      {draft.details && (
        <div id={id} className={styles.inside}>
          <Facts call={call} />
          {call.args !== undefined && (
            <section>
              <h2 className={styles.heading}>
                {t(call.about === 'answer' ? 'detail.sentJson' : 'detail.json')}
              </h2>
              <JsonView text={call.args} label={t('detail.json')} />
            </section>
          )}
          <Editor call={call} draft={draft} />
          {call.answer === undefined && (
            <TextField
              label={t('reason.label')}
              hint={t('reason.hint')}
              value={draft.reason}
              maxLength={MOST_REASON}
              onChange={(reason) => popup.draft({ reason })}
            />
          )}
          {call.about === undefined && (
            <div>
              <Button
                variant="quiet"
                className={styles.toggle}
                icon="external"
                onClick={() => popup.openPermissions()}
              >
                {t('wider')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
