import { randomBytes } from 'node:crypto';
import { recordedRuling, type RecordedRuling } from '../../../shared/model/policy.ts';
import type { Effect } from '../../../shared/model/review.ts';
import type { AuditLog, RecordedCall } from '../../audit/log.ts';
import { hmacSha256 } from '../../audit/texts/hmac.ts';
import type { Logger } from '../../log/logger.ts';
import type { CallFacts } from '../../policy/facts.ts';
import type { EarlierTries } from '../../stages/earlier-try.ts';
import { isUnknownOutcome } from './log-unfinished.ts';
import type { Profile } from '../open-profile.ts';
import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';
import { argsDigest } from '../policy/call-facts.ts';
import type { Judge } from '../policy/judge.ts';

/** Done twice, these cannot be taken back. */
const LASTING: readonly Effect[] = ['send', 'destroy'];
/** After this nobody takes a call for the retry of an earlier one any more. */
const REMEMBERED_MS = 24 * 3_600_000;
/** Calls of one kind that are looked at; with more than these, the newest ones. */
const MAX_CALLS = 1000;
/** Later calls of the same tool among which it is looked for one that went well. */
const MAX_LATER = 200;

const DOUBT =
  'An earlier try of this call may have happened: Doorward ended before its answer came. Look whether it was done before you let it be done again.';

/** Stands for the arguments of a call: made of their canonical form, and keyed, so that it tells nobody what they are. */
export type SameArguments = (args: Buffer | undefined) => string;

const KEY_NAME = 'log-marks';

/**
 * See `SameArguments`. The log's digest is used where its key is at hand at the next start too; a profile without a
 * keychain makes a key of its own, beside the state that whoever reads the log can mostly read as well.
 */
export function sameArguments(
  { rows, seals }: Pick<Profile, 'rows' | 'seals'>,
  digest: (bytes: Uint8Array) => string,
): SameArguments {
  const own = seals.vault.kind === 'none' ? keptKey(rows) : undefined;
  const print = own === undefined ? digest : hmacSha256(own);
  return (args) => print(Buffer.from(argsDigest(args))).slice(0, 16);
}

function keptKey(rows: SealedRows): Buffer | undefined {
  const table = sealedTable('choices');
  const found = rows.load(table).find(({ keys }) => keys[0] === KEY_NAME);
  const kept = found?.counts === true ? found.values[0] : undefined;
  if (typeof kept === 'string' && /^[0-9a-f]{64}$/.test(kept)) return Buffer.from(kept, 'hex');
  const made = randomBytes(32);
  try {
    rows.put(table, [KEY_NAME], [made.toString('hex')]);
    return made;
  } catch {
    // A full disk: what is recorded in this run is not recognised in the next one.
    return undefined;
  }
}

/** What the log keeps to recognise a call again; undefined for one that may be made twice. */
export const markOf = (facts: CallFacts, same: SameArguments): string | undefined =>
  facts.kind === 'tool' && LASTING.includes(facts.effect) ? same(facts.args) : undefined;

export interface EarlierPorts {
  readonly audit: Pick<AuditLog, 'list'>;
  /** Resolves when calls of earlier runs have their end in the log. */
  readonly ended: Promise<unknown>;
  readonly judge: Pick<Judge, 'facts'>;
  readonly same: SameArguments;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Knows the calls of the last day that sent or destroyed something and of which nobody heard how they ended, for Doorward
 * or the computer ended before. The same call (server, tool and arguments), whichever AI app makes it, is one that may
 * have happened already. It ends when such a call was answered, or after a day. A log that cannot be read, or whose key is
 * another one, knows of none.
 */
export function openEarlierTries({ audit, ended, judge, same, now, logger }: EarlierPorts): EarlierTries {
  const open = new Map<string, number>();
  let loading: Promise<void> | undefined = ended
    .then(load)
    .catch((error: unknown) =>
      logger.warn('Whether calls are being made again cannot be told', { error: String(error) }),
    )
    .finally(() => (loading = undefined));

  async function load(): Promise<void> {
    const since = now() - REMEMBERED_MS;
    for (const effect of LASTING) {
      const calls = await audit.list({ outcome: 'open', effect, since, limit: MAX_CALLS });
      for (const call of calls) {
        const mark = rulingOf(call)?.same;
        if (mark === undefined || !isUnknownOutcome(call)) continue;
        const key = keyOf(call.server, call.name, mark);
        if (!open.has(key) && !(await wentWell(call, mark))) open.set(key, call.at);
      }
    }
  }

  /** Whether the same call was made again after it, and answered. */
  async function wentWell({ call, server, name, at }: RecordedCall, mark: string): Promise<boolean> {
    for (const later of await audit.list({ server, name, since: at, limit: MAX_LATER })) {
      if (later.call === call) return false;
      const isAnswered = ['ok', 'error', 'tool-error'].includes(later.outcome);
      if (isAnswered && rulingOf(later)?.same === mark) return true;
    }
    return false;
  }

  const find = (facts: CallFacts): ReturnType<EarlierTries['of']> => {
    const key = keyOf(facts.server, facts.name, same(facts.args));
    const at = open.get(key);
    if (at === undefined) return undefined;
    if (now() - at <= REMEMBERED_MS) return { doubt: DOUBT, answered: () => void open.delete(key) };
    open.delete(key);
    return undefined;
  };

  return {
    of(call) {
      if (loading === undefined && open.size === 0) return undefined;
      const facts = judge.facts(call);
      if (facts === undefined || !LASTING.includes(facts.effect)) return undefined;
      return loading === undefined ? find(facts) : loading.then(() => find(facts));
    },
  };
}

const keyOf = (server: string, tool: string, mark: string): string => JSON.stringify([server, tool, mark]);

function rulingOf({ ruling }: RecordedCall): RecordedRuling | undefined {
  try {
    const parsed = recordedRuling.safeParse(JSON.parse(ruling ?? ''));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
