import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import type { FlowLegs as Legs } from '../../../shared/model/inspection.ts';
import { useFormat } from '../../store/app-context.tsx';
import { Said, saidText } from '../parts/words.tsx';
import styles from './reasons.module.css';

interface Leg {
  readonly key: 'flow.private' | 'flow.untrusted' | 'flow.out';
  readonly server: string;
  readonly tool: string;
  readonly call: string;
  /** When it was; of the call that waits there is nothing to tell. */
  readonly at: number | undefined;
}

function legsOf({ server, tool, call }: HeldCall, { private: read, untrusted }: Legs): readonly Leg[] {
  return [
    { key: 'flow.private', server: read.server, tool: read.name, call: read.call, at: read.at },
    {
      key: 'flow.untrusted',
      server: untrusted.server,
      tool: untrusted.name,
      call: untrusted.call,
      at: untrusted.at,
    },
    { key: 'flow.out', server, tool, call, at: undefined },
  ];
}

/**
 * The three things that together let data out, one line each and by name. `onOpen`: leads to the call behind a line;
 * without it there is nothing to press.
 */
export function FlowLegs({
  call,
  flow,
  onOpen,
}: {
  call: HeldCall;
  flow: Legs;
  onOpen?: ((call: string) => void) | undefined;
}) {
  const { t } = useTranslation(['popup', 'common']);
  const format = useFormat();
  return (
    <ol className={styles.legs} aria-label={t('reasons.flow')}>
      {legsOf(call, flow).map(({ key, server, tool, call: id, at }) => {
        const words = { key, params: { app: call.clientName, server, tool } };
        return (
          <li key={key} className={styles.leg}>
            <span className={styles.what}>
              <Said words={words} max={80} end={24} />
              {at !== undefined && <span className={styles.quiet}> {format.clock(at)}</span>}
            </span>
            {onOpen !== undefined && (
              <button
                type="button"
                className={styles.link}
                aria-label={t('common:actOn', { act: t('reasons.show'), what: saidText(words) })}
                onClick={() => onOpen(id)}
              >
                {t('reasons.show')}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
