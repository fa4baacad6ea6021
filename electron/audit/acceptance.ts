import { type Checkpoint, checkpointDigest, noteOf } from './checkpoint.ts';

/**
 * The newest checkpoint that says that a log is not the one that had been left, and that nobody has accepted; what came
 * before rows that were removed by age does not count any more. An acceptance names what it accepts by number and digest,
 * so that it covers nothing that is noticed after it.
 */
export function unaccepted(checkpoints: readonly Checkpoint[], first: number): Checkpoint | undefined {
  const covered = Math.max(0, ...checkpoints.map((one) => coverOf(one, checkpoints)));
  return checkpoints.findLast(({ kind, n, seq }) => kind === 'break' && n > covered && seq >= first - 1);
}

/** The acceptances of a log and what they cover, oldest first. */
export const acceptances = (
  checkpoints: readonly Checkpoint[],
): readonly { readonly at: number; readonly noticed: Checkpoint }[] =>
  checkpoints.flatMap((one) => {
    const covered = coverOf(one, checkpoints);
    const noticed = checkpoints.find(({ n }) => n === covered);
    return noticed === undefined ? [] : [{ at: one.at, noticed }];
  });

function coverOf(one: Checkpoint, all: readonly Checkpoint[]): number {
  if (one.kind !== 'accept') return 0;
  const { accepts } = noteOf(one);
  const noticed = all.find(({ n, kind }) => n === accepts?.n && kind === 'break');
  return noticed !== undefined && checkpointDigest(noticed) === accepts?.digest ? noticed.n : 0;
}
