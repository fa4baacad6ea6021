import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check, DoctorReport } from '../../../shared/ipc/shapes.ts';
import { useUi } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { StateMark, type Tone } from '../../ui/state-mark.tsx';
import { Group, Item } from './group.tsx';
import styles from './settings.module.css';

const TONES: Readonly<Record<Check['state'], Tone>> = { ok: 'neutral', warn: 'hold', bad: 'alarm' };

/** The name of this part for whatever leads to it. */
export const CHECK_ITEM = 'doctor';

/** Looks for what is wrong. What is fine comes last and short. */
export function CheckGroup() {
  const { t } = useTranslation('settings');
  const doctor = useCommand('doctor');
  const [report, setReport] = useState<DoctorReport>();
  const group = useRef<HTMLElement>(null);
  const wanted = useUi((ui) => ui.selected.settings === CHECK_ITEM);
  const select = useUi((ui) => ui.select);
  const { run } = doctor;
  useEffect(() => {
    if (!wanted) return;
    select('settings', undefined);
    group.current?.scrollIntoView?.({ block: 'start' });
    group.current?.querySelector('button')?.focus();
  }, [wanted, select]);
  const look = async (): Promise<void> => {
    setReport(undefined);
    setReport(await run({}));
  };
  const found = report?.checks.filter(({ state }) => state !== 'ok') ?? [];
  const passed = report?.checks.filter(({ state }) => state === 'ok') ?? [];
  return (
    <Group ref={group} heading={t('group.check')}>
      <div>
        <Item label={t('doctor.label')} hint={t('doctor.hint')}>
          <Button busy={doctor.busy} onClick={() => void look()}>
            {t('doctor.run')}
          </Button>
        </Item>
        <CommandNote command={doctor} sayBusy />
        {report !== undefined && (
          <>
            <p role="status" className={styles.result}>
              {found.length === 0 ? t('doctor.good') : t('doctor.found', { count: found.length })}
            </p>
            <ul aria-label={t('doctor.list')} className={styles.checks}>
              {[
                ...found.toSorted((a, b) => Number(b.state === 'bad') - Number(a.state === 'bad')),
                ...passed,
              ].map((check, index) => (
                <li key={index} className={styles.check}>
                  <StateMark tone={TONES[check.state]} className={styles.state}>
                    {t(`doctor.state.${check.state}`)}
                  </StateMark>
                  <div className={styles.words}>
                    <p>
                      <HostText text={check.sentence} />
                    </p>
                    {check.todo !== undefined && (
                      <p className={styles.quiet}>
                        <HostText text={check.todo} />
                      </p>
                    )}
                  </div>
                  <span className={styles.about}>
                    <HostileText text={check.name} max={60} />
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Group>
  );
}
