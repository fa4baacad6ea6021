import type { DatabaseSync } from 'node:sqlite';
import { unaccepted } from './acceptance.ts';
import { type Checkpoint, noteOf, readCheckpoints } from './checkpoint.ts';
import { rowCount } from './findings.ts';
import type { Keeper } from './keeper.ts';
import type { VerifyAgainst } from './log.ts';
import { verifyChain } from './verify.ts';

/** What came of accepting what was noticed about a log. */
export interface Accepted {
  /** `noted`: the log goes on. `aside`: it was set aside, and a new one begins. */
  readonly accepted: 'nothing' | 'noted' | 'aside';
  /** What had been noticed. */
  readonly noticed: string;
  /** Name of the file under which it was kept. */
  readonly aside?: string;
}

/** What was noticed, as a sentence. */
export function noticedSentence(noticed: Checkpoint): string {
  const { lost } = noteOf(noticed);
  const reached =
    lost === undefined
      ? ''
      : ` Until then ${rowCount(lost.seq)} had been recorded; in the one that was found there ${noticed.seq === 1 ? 'was' : 'were'} ${rowCount(noticed.seq)}.`;
  return `When Doorward started on ${day(noticed.at)}, the call log was not the one that it had left: rows were changed or removed, or an older copy was in its place.${reached}`;
}

/** What accepting works on. */
export interface AcceptancePorts {
  readonly db: DatabaseSync;
  readonly keeper: Pick<Keeper, 'accept'>;
  readonly against: VerifyAgainst;
  /** Closes the log, keeps its file under another name, and gives that name; a new log begins then. */
  readonly setAside: () => string;
}

/**
 * Accepts what is wrong with a log, because a person said so. Where its rows fit each other and only what was noticed at a
 * start stands against them, that is noted and the log goes on. Where they do not fit, it is kept as it is under another
 * name, and the one that follows names it: what does not fit can never be vouched for.
 */
export async function acceptLog({ db, keeper, against, setAside }: AcceptancePorts): Promise<Accepted> {
  const rest = await verifyChain(db, undefined, { ...against, accepting: true });
  if (!rest.ok) return { accepted: 'aside', noticed: rest.sentence, aside: setAside() };
  const noticed = unaccepted(readCheckpoints(db), rest.first ?? 1);
  if (noticed === undefined) return { accepted: 'nothing', noticed: '' };
  keeper.accept(noticed);
  return { accepted: 'noted', noticed: noticedSentence(noticed) };
}

/** What was noticed and nobody has accepted; undefined when there is nothing. */
export function noticedIn(db: DatabaseSync): string | undefined {
  const checkpoints = readCheckpoints(db);
  const noticed = unaccepted(checkpoints, checkpoints.at(-1)?.first ?? 1);
  return noticed === undefined ? undefined : noticedSentence(noticed);
}

const day = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, 16);
