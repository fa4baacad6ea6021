import { useTranslation } from 'react-i18next';
import type {
  CrossingDirection,
  InspectionAct,
  InspectionView,
  Watched,
} from '../../../../shared/model/inspection.ts';
import { DIRECTIONS, WATCHED } from '../../../../shared/model/lists.ts';
import type { Preset } from '../../../../shared/model/policy.ts';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { Select } from '../../../ui/select.tsx';
import { LockNote } from '../../managed/lock-note.tsx';
import { cellOf, isException, isWatched } from './chosen-acts.ts';
import styles from './inspection.module.css';

/** The name of an act for people; what masking does depends on what is found. */
export function useActName(): (act: InspectionAct, watch: Watched) => string {
  const { t } = useTranslation('inspection');
  return (act, watch) => {
    if (act !== 'mask') return t(`act.${act}`);
    if (watch === 'hidden') return t('maskOf.hidden');
    return watch.startsWith('injection') ? t('maskOf.injection') : t('act.mask');
  };
}

type Wanted = InspectionAct | 'preset';

/** What happens on each kind of finding, one choice for each direction. */
export function ActTable({ view, preset }: { view: InspectionView; preset: Preset }) {
  const { t } = useTranslation('inspection');
  const name = useActName();
  const set = useCommand('inspection.set');
  const unset = useCommand('inspection.unset');
  const busy = set.busy || unset.busy;

  const choose = async (watch: Watched, direction: CrossingDirection, wanted: Wanted): Promise<void> => {
    set.clear();
    unset.clear();
    if (wanted !== 'preset') {
      await set.run({ choices: [{ watch, direction, act: wanted }] });
      return;
    }
    const both = view.acts.find(
      (one) => one.watch === watch && one.direction === undefined && !isException(one),
    );
    if (both !== undefined) {
      // It holds for the other direction, too, and goes on doing so.
      const other = DIRECTIONS.find((one) => one !== direction) ?? direction;
      const { chosen = both.act } = cellOf(view, preset, watch, other);
      if ((await set.run({ choices: [{ watch, direction: other, act: chosen }] })) === undefined) return;
      if ((await unset.run({ watch, exact: true })) === undefined) return;
    }
    await unset.run({ watch, direction, exact: true });
  };

  const limited = WATCHED.some((watch) =>
    DIRECTIONS.some((direction) => cellOf(view, preset, watch, direction).limited),
  );
  return (
    <>
      <table className={styles.table} aria-label={t('acts.table')}>
        <thead>
          <tr>
            <th scope="col">{t('acts.found')}</th>
            {DIRECTIONS.map((direction) => (
              <th key={direction} scope="col">
                {t(`acts.direction.${direction}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WATCHED.map((watch) => (
            <tr key={watch}>
              <th scope="row">
                {t(`watch.${watch}.name`)}
                <span className={styles.hint}>{t(`watch.${watch}.hint`)}</span>
              </th>
              {DIRECTIONS.map((direction) => (
                <td key={direction}>
                  {isWatched(watch, direction) ? (
                    <>
                      <span className={styles.small} aria-hidden="true">
                        {t(`acts.direction.${direction}`)}
                      </span>
                      <ActSelect
                        {...{ view, preset, watch, direction, busy, name }}
                        onChange={(wanted) => void choose(watch, direction, wanted)}
                      />
                    </>
                  ) : (
                    <span className={styles.none} title={t('acts.never')}>
                      –
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {limited && <LockNote sentence={t('demanded')} />}
      <CommandNote command={set} />
      <CommandNote command={unset} />
    </>
  );
}

function ActSelect(props: {
  readonly view: InspectionView;
  readonly preset: Preset;
  readonly watch: Watched;
  readonly direction: CrossingDirection;
  readonly busy: boolean;
  readonly name: (act: InspectionAct, watch: Watched) => string;
  readonly onChange: (wanted: Wanted) => void;
}) {
  const { t } = useTranslation('inspection');
  const { view, preset, watch, direction, busy, name, onChange } = props;
  const { chosen, byPreset, offered } = cellOf(view, preset, watch, direction);
  return (
    <Select<Wanted>
      hideLabel
      label={t('acts.choice', {
        watch: t(`watch.${watch}.name`),
        direction: t(`exceptions.direction.${direction}`),
      })}
      disabled={busy}
      value={chosen ?? 'preset'}
      onChange={onChange}
      choices={[
        { value: 'preset', label: t('acts.preset', { act: name(byPreset, watch) }) },
        ...offered.map((act) => ({ value: act, label: name(act, watch) })),
      ]}
    />
  );
}
