import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRESETS } from '../../../shared/model/lists.ts';
import type { Preset } from '../../../shared/model/policy.ts';
import { useApp, useHost } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RadioGroup } from '../../ui/toggles.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useLock } from '../managed/use-lock.ts';
import styles from './permissions.module.css';
import { Simulated } from './simulated.tsx';

/** From the one that lets most pass to the one that asks most. */
const ORDER: readonly Preset[] = PRESETS;

/**
 * What passes when no rule says anything. Another preset counts only after its effect on the last days was shown; what
 * an organisation does not allow cannot be chosen, and it is said why.
 */
export function PresetChooser() {
  const { t } = useTranslation(['permissions', 'common']);
  const { bridge } = useApp();
  const toast = useToast();
  const { now, floor } = useHost(({ status, managed }) => ({
    now: status?.preset,
    floor: managed?.presetFloor,
  }));
  const locked = useLock('preset');
  const [wanted, setWanted] = useState<Preset>();
  const set = useCommand('preset.set');
  if (now === undefined) return null;
  const name = (preset: Preset): string => t(`permissions:preset.name.${preset}`);
  const lowest = floor === undefined ? 0 : ORDER.indexOf(floor);
  const other = wanted === now ? undefined : wanted;
  const sentence =
    locked ??
    (lowest > 0 && floor !== undefined ? t('permissions:lock.floor', { preset: name(floor) }) : undefined);
  // Locked without a floor below which to stay: nothing can be chosen at all.
  const fixed = locked !== undefined && floor === undefined;

  const use = async (preset: Preset): Promise<void> => {
    if ((await set.run({ preset })) === undefined) return;
    setWanted(undefined);
    toast({
      sentence: t('permissions:preset.changed', { preset: name(preset) }),
      action: {
        label: t('common:action.undo'),
        run: () => void bridge.commands['preset.set']({ preset: now }).catch(() => undefined),
      },
    });
  };
  return (
    <div className={styles.stack}>
      <RadioGroup
        label={t('permissions:preset.label')}
        value={other ?? now}
        disabled={fixed}
        onChange={(preset) => {
          set.clear();
          setWanted(preset);
        }}
        choices={ORDER.map((value, index) => ({
          value,
          label: name(value),
          hint: t(`permissions:preset.means.${value}`),
          disabled: index < lowest,
        }))}
      />
      <LockNote sentence={sentence} />
      {other !== undefined && (
        <div className={styles.inset}>
          <Simulated key={other} input={{ preset: other }} />
          <div className={styles.buttons}>
            <Button variant="primary" busy={set.busy} onClick={() => void use(other)}>
              {t('permissions:preset.use', { preset: name(other) })}
            </Button>
            <Button onClick={() => setWanted(undefined)}>
              {t('permissions:preset.keep', { preset: name(now) })}
            </Button>
          </div>
        </div>
      )}
      <CommandNote command={set} />
    </div>
  );
}
