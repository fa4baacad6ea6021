/**
 * Whether the list stands still. `paused`: the person said so. `away`: the person scrolled away from the newest call
 * or chose one. While it stands, calls are counted and no row moves.
 */
export interface Hold {
  readonly paused: boolean;
  readonly away: boolean;
}

/** What a person did. `top`: scrolled back to the newest call that is drawn. `follow`: wants to see the newest. */
export type HoldAct = 'pause' | 'follow' | 'leave' | 'top' | 'refilter';

/** The list follows the newest call. */
export const following: Hold = { paused: false, away: false };

export const isHeld = ({ paused, away }: Hold): boolean => paused || away;

/** The hold after an act; the same object when nothing changes. */
export function holdAfter(hold: Hold, act: HoldAct): Hold {
  const next = ((): Hold => {
    switch (act) {
      case 'pause':
        return { ...hold, paused: true };
      case 'follow':
        return following;
      case 'leave':
        return { ...hold, away: true };
      case 'top':
      case 'refilter':
        return { ...hold, away: false };
    }
  })();
  return next.paused === hold.paused && next.away === hold.away ? hold : next;
}
