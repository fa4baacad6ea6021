import { elide } from './elide.ts';

/** What the AI app, and the model behind it, hears. One calm sentence or two: what happened, and what may be done. */
export interface Said {
  readonly away: string;
  readonly cooling: string;
  readonly tooMany: string;
  readonly closing: string;
  readonly blocked: string;
  readonly notRecorded: string;
  readonly notShown: string;
  readonly appGone: string;
  /** Nobody answered; `clockMs` is left out when the clock was stopped in between. `late`: a late answer serves a retry. */
  unanswered(clockMs: number | undefined, late: boolean): string;
  /** A person said no. The reason is theirs: one line, bounded, without characters that do not show. */
  denied(reason: string | undefined): string;
}

/** What waits when the host ends is refused with it. */
export const CLOSING = 'Doorward is closing, so this call was refused.';

/** A person allowed it, and the disk did not take the decision, without which nothing is sent. */
export const NOT_RECORDED = 'The decision could not be recorded, so this call was refused. Nothing was sent.';

const LATER =
  'It may be asked again later: when a person allows it in the meantime, the same call passes once.';

/** About a call that has not been sent. */
export const OF_CALL: Said = {
  away: 'Nobody is at the computer. Ask later.',
  cooling:
    'Nobody answered the last questions of this app, so this call was refused without asking. Ask later.',
  tooMany:
    'Too many calls of this app wait for a person already, so this call was refused. Ask again when they are answered.',
  closing: CLOSING,
  blocked: 'A rule blocks this call now, so it was refused.',
  notRecorded: NOT_RECORDED,
  notShown: 'Doorward could not show this call to a person, so it was refused.',
  appGone: 'The app stopped waiting for the answer.',
  unanswered: (clockMs, late) =>
    `No one answered ${within(clockMs)}, so this call was refused. ${late ? LATER : 'It may be asked again later.'}`,
  denied: (reason) => withReason('A person refused this call', reason),
};

/** About an answer of a server. The call was made, which whoever puts these into a refusal says before them. */
export const OF_ANSWER: Said = {
  away: 'Nobody is at the computer to look at it.',
  cooling: 'Nobody answered the last questions of this app, so nobody was asked about it.',
  tooMany: 'Too many questions of this app wait for a person already, so nobody was asked about it.',
  closing: 'Doorward is closing, so nobody can look at it any more.',
  blocked: 'Doorward lets nothing of the kind pass now.',
  notRecorded: 'The decision of a person about it could not be recorded.',
  notShown: 'Doorward could not show it to a person.',
  appGone: 'The app stopped waiting for it.',
  unanswered: (clockMs) => `No one looked at it ${within(clockMs)}.`,
  denied: (reason) => `${withReason('A person decided to keep it back', reason).replace(/\.$/, '')}.`,
};

const within = (clockMs: number | undefined): string =>
  clockMs === undefined ? 'in time' : `within ${Math.round(clockMs / 1000)} s`;

const REASON_CHARS = 300;

function withReason(sentence: string, reason: string | undefined): string {
  const said = (reason ?? '')
    .slice(0, 4 * REASON_CHARS)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{C}/gu, '')
    .trim();
  return said === '' ? `${sentence}.` : `${sentence}: "${elide(said, REASON_CHARS)}"`;
}

/** Why a decision is not taken: the call is asked about anew when it comes again. */
export const NOT_HELD = {
  unknown: 'There is no valid decision of a person for this call, so it was refused.',
  used: 'The decision about this call was used already, so it was refused.',
  expired: 'The decision about this call has expired, so it was refused. It may be asked again.',
  other: 'This call differs from the one that was allowed, so it was refused.',
  policy: 'The rules changed after this call was allowed, so it was refused. It may be asked again.',
} as const;

/** The decision about an answer is not taken. */
export const ANSWER_NOT_HELD = 'What a person decided about it does not hold any more.';

/** What the person who answers hears. */
export const NO_SUCH_CALL = 'There is no such call. It may have been answered already.';

/** A person asked for a permission where an answer of a server is held. */
export const ANSWER_ONCE =
  'An answer of a server is passed on or kept back once. No permission is made of it.';

/** A person asked for a permission where the call is over. */
export const ONLY_ONCE = 'Nobody answered this call in time. It can be allowed for its next try only.';

/** An answer to a missed call was taken back in memory, and not on the disk. */
export const NOT_TAKEN_BACK =
  'It counts no longer, but the disk could not be written: after a restart it may count again until its time is over. Free some space, then refuse it again.';
