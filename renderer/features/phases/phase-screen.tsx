import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Way } from '../../../shared/ipc/window.ts';
import { useCommand } from '../../store/use-command.ts';
import type { Phase } from '../../store/types.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
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

/** It needs a person: one heading, the sentence of whoever knows what happened, and a button for each way on. */
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
  const portTaken = phase.kind === 'failed' && phase.problem === 'port-taken';
  return (
    <div className={styles.halted}>
      <Icon name={portTaken ? 'alarm' : 'hold'} className={portTaken ? styles.alarm : styles.hold} />
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {phase.kind === 'crashed' ? t('crashed') : t(`failed.${phase.problem}`)}
      </h1>
      <p className={styles.sentence}>
        <HostileText text={phase.sentence} multiline />
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
