import type {
  ActChoice,
  CrossingDirection,
  InspectionAct,
  InspectionView,
  Watched,
} from '../../../../shared/model/inspection.ts';
import { actFor, isLaxer } from '../../../../shared/model/inspection-acts.ts';
import { INSPECTION_ACTS } from '../../../../shared/model/lists.ts';
import type { Preset } from '../../../../shared/model/policy.ts';

/** What goes out is watched where it goes out. */
export const isWatched = (watch: Watched, direction: CrossingDirection): boolean =>
  watch !== 'flow' || direction === 'to-server';

export const isException = ({ server, role }: ActChoice): boolean =>
  server !== undefined || role !== undefined;

/** One cell of the table: what is in force for everything that has no exception, and what may be chosen. */
export interface Cell {
  /** Undefined: the preset says. */
  readonly chosen: InspectionAct | undefined;
  readonly byPreset: InspectionAct;
  readonly offered: readonly InspectionAct[];
  /** The organisation leaves out what would be less. */
  readonly limited: boolean;
}

/** What stands in a cell. The preset is what it says of remote servers, which is never less. */
export function cellOf(
  { acts, demanded }: InspectionView,
  preset: Preset,
  watch: Watched,
  direction: CrossingDirection,
): Cell {
  const about = { watch, direction, server: '', role: '', remote: true };
  const everywhere = (choices: readonly ActChoice[]) => choices.filter((one) => !isException(one));
  const minima = everywhere(demanded);
  const hasOwn = everywhere(acts).some(
    (one) => one.watch === watch && (one.direction === undefined || one.direction === direction),
  );
  const least = actFor(about, preset, [{ watch, act: 'pass' }], minima);
  const byPreset = actFor(about, preset, [], minima);
  const chosen = hasOwn ? actFor(about, preset, everywhere(acts), minima) : undefined;
  return {
    chosen,
    byPreset,
    limited: least !== 'pass',
    offered: INSPECTION_ACTS.filter(
      (act) =>
        !isLaxer(act, least) &&
        // There is nothing to mask in a call that only goes somewhere, and nobody lets through what they look for.
        (watch !== 'flow' || act !== 'mask') &&
        (act !== 'pass' || chosen === 'pass' || byPreset === 'pass'),
    ),
  };
}
