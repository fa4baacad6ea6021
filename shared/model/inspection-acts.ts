import type { ActChoice, CrossingDirection, InspectionAct, Watched } from './inspection.ts';
import type { Preset } from './policy.ts';

/**
 * What happens when nothing else is chosen. Not every act fits everything: whoever asks for one that does not gets the
 * next stricter one that does (`fittingAct`).
 */
export function presetAct(
  from: Preset,
  watch: Watched,
  direction: CrossingDirection,
  remote: boolean,
): InspectionAct {
  const toApp = direction === 'to-app';
  switch (watch) {
    case 'hidden':
      // In arguments it may be the text of a file that a person wants written as it is.
      return toApp ? 'mask' : 'note';
    case 'injection-low':
      return toApp && from !== 'observe' ? 'mask' : 'note';
    case 'injection-high':
      // On its way to a server it gives orders to nobody; what it would do is in the call, and that is judged.
      return from === 'observe' ? 'note' : toApp || from === 'strict' ? 'ask' : 'note';
    case 'secret':
      return toApp || from === 'observe' ? 'note' : 'ask';
    case 'personal':
      if (toApp) return 'pass';
      return remote ? (from === 'strict' ? 'mask' : 'note') : 'pass';
    case 'flow':
      return from === 'observe' ? 'note' : 'ask';
  }
}

/** From nothing to everything. */
const STRICTNESS: Readonly<Record<InspectionAct, number>> = { pass: 0, note: 1, mask: 2, ask: 3, block: 4 };

/** Whether an act is less than another one. */
export const isLaxer = (one: InspectionAct, than: InspectionAct): boolean =>
  STRICTNESS[one] < STRICTNESS[than];

/** The stricter of two acts. */
export const stricterAct = (one: InspectionAct, other: InspectionAct): InspectionAct =>
  isLaxer(one, other) ? other : one;

/**
 * The act that counts: that of the choice that says most about where it holds (a server and a role before a role, a role
 * before a server, both before a direction alone; of two alike the later), else the preset's; never less than what an
 * organisation demands.
 */
export function actFor(
  about: {
    readonly watch: Watched;
    readonly direction: CrossingDirection;
    readonly server: string;
    readonly role: string;
    readonly remote: boolean;
  },
  from: Preset,
  choices: readonly ActChoice[],
  demanded: readonly ActChoice[] = [],
): InspectionAct {
  const holds = (one: ActChoice): boolean =>
    one.watch === about.watch &&
    (one.direction === undefined || one.direction === about.direction) &&
    (one.server === undefined || one.server === about.server) &&
    (one.role === undefined || one.role === about.role);
  const weight = (one: ActChoice): number =>
    (one.role === undefined ? 0 : 4) +
    (one.server === undefined ? 0 : 2) +
    (one.direction === undefined ? 0 : 1);
  let best: ActChoice | undefined;
  for (const one of choices)
    if (holds(one) && (best === undefined || weight(one) >= weight(best))) best = one;
  const own = best?.act ?? presetAct(from, about.watch, about.direction, about.remote);
  return demanded.filter(holds).reduce((act, one) => stricterAct(act, one.act), own);
}
