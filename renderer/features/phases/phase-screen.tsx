import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Way } from '../../../shared/ipc/window.ts';
import { useCommand } from '../../store/use-command.ts';
import type { Phase } from '../../store/types.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './phase-screen.module.css';

type NoHost = Exclude<Phase, { kind: 'running' }>;
type Halted = Extract<NoHost, { ways: unknown }>;

/** What the window shows while no host runs: what happened, and the ways on. */
export function PhaseScreen({ phase }: { phase: NoHost }) {
  const { t } = useTranslation('phases');
  return (
    <main className={styles.room}>
      {phase.kind === 'failed' || phase.kind === 'crashed' ? (
        <HaltedPhase key={`${phase.kind} ${phase.sentence}`} phase={phase} />
      ) : (
        <div className={styles.calm} role="status">
          <h1 className={styles.line}>{t(phase.kind)}</h1>
          {phase.kind === 'stopping' && <p>{t('stoppingMeans')}</p>}
        </div>
      )}
    </main>
  );
}

/**
 * What a phase means, in the language of the window: made here of its code and the one value that some have, so that it
 * changes with the language like everything else. `sentence` of a phase is English; it is needed only where nobody but
 * the host knows what is wrong (which file, and what the system said of it), and is shown like all sentences of a host.
 */
function useMeaning(phase: Halted): string | undefined {
  const { t } = useTranslation('phases');
  if (phase.kind === 'crashed') return t('means.crashed');
  if (phase.problem === 'settings' || phase.problem === 'other') return undefined;
  if (phase.problem === 'profile-locked' && phase.pid !== undefined)
    return t('means.profile-locked-by', { pid: String(phase.pid) });
  if (phase.problem !== 'port-taken') return t(`means.${phase.problem}`);
  const { process } = phase;
  return process === undefined ? t('means.port-taken-by-unknown') : t('means.port-taken', { process });
}

/** What a phase is called; not every problem has a heading of its own. */
function useHeading(phase: Halted): string {
  const { t } = useTranslation('phases');
  if (phase.kind === 'crashed') return t('crashed');
  const { problem } = phase;
  const named = problem === 'port-taken' || problem === 'profile-locked' || problem === 'settings';
  return t(`failed.${named ? problem : 'other'}`);
}

/** It needs a person: one heading, what it means, and a button for each way on. */
function HaltedPhase({ phase }: { phase: Halted }) {
  const { t } = useTranslation('phases');
  const command = useCommand('app.way');
  const heading = useRef<HTMLHeadingElement>(null);
  // A way is answered before it has led anywhere; until the phase changes the person must see that it was taken.
  const [taken, setTaken] = useState<Way>();
  useEffect(() => heading.current?.focus(), []);
  const take = async (way: Way): Promise<void> => {
    setTaken(way);
    const answer = await command.run({ way });
    if (answer === undefined || way === 'open-folder') setTaken(undefined);
  };
  const called = useHeading(phase);
  const meaning = useMeaning(phase);
  const portTaken = phase.kind === 'failed' && phase.problem === 'port-taken';
  return (
    <div className={styles.halted}>
      <Icon name={portTaken ? 'alarm' : 'hold'} className={portTaken ? styles.alarm : styles.hold} />
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {called}
      </h1>
      <p className={styles.sentence}>
        {meaning === undefined ? (
          <HostText text={phase.sentence} multiline />
        ) : (
          <HostileText text={meaning} multiline />
        )}
      </p>
      {phase.ways.includes('replace-keys') && <p className={styles.means}>{t('replaceMeans')}</p>}
      <div className={styles.ways} role="group" aria-label={t('ways')}>
        {phase.ways.map((way, index) => (
          <Button
            key={way}
            large
            variant={index === 0 ? 'primary' : 'neutral'}
            busy={taken === way}
            disabled={taken !== undefined && taken !== way}
            onClick={() => void take(way)}
          >
            {t(`way.${way}`)}
          </Button>
        ))}
      </div>
      <CommandNote command={command} sayBusy />
    </div>
  );
}
