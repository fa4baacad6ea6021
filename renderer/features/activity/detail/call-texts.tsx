import { useTranslation } from 'react-i18next';
import type { CallDetail, CutText } from '../../../../shared/model/live.ts';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { useFormat } from '../../../store/app-context.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { JsonView } from '../../../ui/json-view/json-view.tsx';
import { endingOf } from '../live/filter.ts';
import styles from './detail.module.css';

interface TextProps {
  readonly label: string;
  readonly text: CutText | undefined;
  /** Size of a text that is not there. */
  readonly bytes: number | undefined;
  /** What is said when there is neither text nor size. */
  readonly none: string | undefined;
}

function Text({ label, text, bytes, none }: TextProps) {
  const format = useFormat();
  const size = text?.bytes ?? bytes;
  if (text === undefined && size === undefined && none === undefined) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {label}
        {size !== undefined && <span className={styles.size}>{format.bytes(size)}</span>}
      </h3>
      {text !== undefined ? (
        <JsonView text={text} label={label} />
      ) : (
        size === undefined && <p className={styles.quiet}>{none}</p>
      )}
    </section>
  );
}

/** The arguments and the result of a call, each with its size; or why a text is not there. */
export function CallTexts({ call, detail }: { call: CallSummary; detail: CallDetail }) {
  const { t } = useTranslation('activity');
  const { args, result, textNote } = detail;
  const ending = endingOf(call);
  const named = call.method === 'tools/call' || call.method === 'prompts/get';
  return (
    <>
      <Text
        label={named ? t('detail.args') : t('detail.params')}
        text={args}
        bytes={call.argsBytes}
        none={textNote === undefined ? t('detail.noArgs') : undefined}
      />
      <Text
        label={ending === 'error' ? t('detail.errorText') : t('detail.result')}
        text={result}
        bytes={call.resultBytes}
        none={ending === 'open' && textNote === undefined ? t('detail.noResult') : undefined}
      />
      {textNote !== undefined && (
        <p className={styles.quiet}>
          <HostText text={textNote} multiline block />
        </p>
      )}
    </>
  );
}
