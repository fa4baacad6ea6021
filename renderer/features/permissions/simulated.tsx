import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Simulation } from '../../../shared/ipc/shapes.ts';
import type { BridgeInput } from '../../../shared/ipc/window.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useFormat } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { Ago } from '../../ui/ago.tsx';
import { CommandNote, ProgressLine } from '../../ui/command-note.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import styles from './permissions.module.css';

/** Changed calls that are listed; the rest is counted. */
const MOST = 50;

/** What other rules would have made of the calls of the last days; asked for when this appears. */
export function Simulated({ input }: { input: BridgeInput<'rule.simulate'> }) {
  const { t } = useTranslation('permissions');
  const { value, command } = useAnswer('rule.simulate', input);
  return (
    <>
      <ProgressLine>{command.busy ? t('simulate.working') : undefined}</ProgressLine>
      <CommandNote command={{ ...command, busy: false }} />
      {value !== undefined && <Result simulation={value} />}
    </>
  );
}

function Result({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation('permissions');
  const { number } = useFormat();
  const heading = useId();
  const { calls, uncertain, before, after, changed } = simulation;
  const shown = changed.slice(0, MOST);
  return (
    <section className={styles.simulated} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('simulate.heading')}
      </h3>
      {calls === 0 ? (
        <p>{t('simulate.noCalls')}</p>
      ) : changed.length === 0 ? (
        <p>{t('simulate.same', { calls: number(calls) })}</p>
      ) : (
        <p>
          {t('simulate.asked', {
            before: number(before.asked),
            after: number(after.asked),
            calls: number(calls),
          })}{' '}
          {before.blocked !== after.blocked &&
            t('simulate.blocked', { before: number(before.blocked), after: number(after.blocked) })}
        </p>
      )}
      {uncertain > 0 && <p className={styles.quiet}>{t('simulate.uncertain', { count: uncertain })}</p>}
      {shown.length > 0 && (
        // What scrolls must be reachable with the keyboard.
        <ul className={styles.changed} aria-label={t('simulate.list')} tabIndex={0}>
          {shown.map(({ call, at, clientName, server, name, from, to }) => (
            <li key={call} className={styles.changedCall}>
              <span className={styles.changedWhat}>
                <Sentence
                  text={t('simulate.call', slots('app', 'tool', 'server'))}
                  parts={{
                    app: <HostileText text={clientName} max={80} />,
                    tool: <HostileText text={name} max={120} end={30} className={styles.mono} />,
                    server: <HostileText text={server} max={80} />,
                  }}
                />
              </span>
              <span>
                {t('simulate.fromTo', {
                  from: t(`simulate.decision.${from}`),
                  to: t(`simulate.decision.${to}`),
                })}
              </span>
              <span className={styles.quiet}>
                <Ago at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {changed.length > shown.length && (
        <p className={styles.quiet}>{t('simulate.more', { count: changed.length - shown.length })}</p>
      )}
    </section>
  );
}
