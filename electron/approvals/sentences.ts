import { elide } from './elide.ts';

/** What the AI app, and the model behind it, hears. One calm sentence or two: what happened, and what may be done. */
export const AWAY = 'Nobody is at the computer. Ask later.';

export const COOLING =
  'Nobody answered the last questions of this app, so this call was refused without asking. Ask later.';

export const TOO_MANY =
  'Too many calls of this app wait for a person already, so this call was refused. Ask again when they are answered.';

export const CLOSING = 'Doorward is closing, so this call was refused.';

export const BLOCKED = 'A rule blocks this call now, so it was refused.';

export const NOT_RECORDED = 'The decision could not be recorded, so this call was refused. Nothing was sent.';

export const NOT_SHOWN = 'Doorward could not show this call to a person, so it was refused.';

export const APP_GONE = 'The app stopped waiting for the answer.';

const LATER =
  'It may be asked again later: when a person allows it in the meantime, the same call passes once.';

/** Nobody answered; `clockMs` is left out when the clock was stopped in between. `late`: a late answer serves a retry. */
export function unanswered(clockMs: number | undefined, late = true): string {
  const within = clockMs === undefined ? 'in time' : `within ${Math.round(clockMs / 1000)} s`;
  return `No one answered ${within}, so this call was refused. ${late ? LATER : 'It may be asked again later.'}`;
}

const REASON_CHARS = 300;

/** A person said no. The reason is theirs: one line, bounded, without characters that do not show. */
export function denied(reason: string | undefined): string {
  const said = (reason ?? '')
    .slice(0, 4 * REASON_CHARS)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{C}/gu, '')
    .trim();
  if (said === '') return 'A person refused this call.';
  return `A person refused this call: "${elide(said, REASON_CHARS)}"`;
}

/** Why a decision is not taken: the call is asked about anew when it comes again. */
export const NOT_HELD = {
  unknown: 'There is no valid decision of a person for this call, so it was refused.',
  used: 'The decision about this call was used already, so it was refused.',
  expired: 'The decision about this call has expired, so it was refused. It may be asked again.',
  other: 'This call differs from the one that was allowed, so it was refused.',
  policy: 'The rules changed after this call was allowed, so it was refused. It may be asked again.',
} as const;

/** What the person who answers hears. */
export const NO_SUCH_CALL = 'There is no such call. It may have been answered already.';

export const ONLY_ONCE = 'Nobody answered this call in time. It can be allowed for its next try only.';

export const NOT_TAKEN_BACK =
  'It counts no longer, but the disk could not be written: after a restart it may count again until its time is over. Free some space, then refuse it again.';
